import type { Search } from "../lost.ts";
import type { Token } from "../parser.ts";
import { show, tell } from "./dead.ts";

/** A heading longer than this is hardly one. */
const LONGEST_HEADING = 100;

/** A line of hyphens that makes the paragraph above it a heading, where it was to divide two. */
function findUnderlined(open: Token, words: Token | undefined, isFirst: boolean, { lines, place }: Search): void {
  if (open.markup !== "-" || !words) return;
  const text = words.content;
  const last = (open.map?.[1] ?? 1) - 1;
  const [underline = ""] = /-+/.exec(lines[last] ?? "") ?? [];
  const isSentence =
    /[.…。;；]["”’'»)」）]*$/u.test(text.trim()) || text.includes("\n") || text.length > LONGEST_HEADING;
  // At the head of a text, where a story has its summary, three hyphens are hardly a heading's.
  if (!isSentence && !(isFirst && underline.length === 3)) return;
  place(
    last,
    Math.max(0, lines[last]?.indexOf("-") ?? 0),
    tell(
      `this line makes “${show(text)}” a heading`,
      isSentence
        ? "leave an empty line above it to divide two paragraphs"
        : `type “## ${show(text)}” for a heading, or leave an empty line above it`,
    ),
  );
}

/** A block of code that runs on to the end of the text, or of the list or quotation it stands in. */
function findUnclosed({ map, markup, content }: Token, { lines, place }: Search): void {
  const [from, to] = map ?? [0, 0];
  const closing = new RegExp(`^[\\s>]*${markup[0] === "~" ? "~" : "\`"}{${markup.length},}\\s*$`);
  if (to - from > 1 && closing.test(lines[to - 1] ?? "")) return;
  const [, heading] = /^ {0,3}(#{2,6} .*)$/m.exec(content) ?? [];
  const takes = heading === undefined ? "all that follows it" : `“${show(heading)}” and all that follows`;
  place(
    from,
    Math.max(0, lines[from]?.indexOf(markup) ?? 0),
    tell(
      `this block of code never ends, and takes in ${takes}`,
      `type “${markup}” on a line of its own where the code ends`,
    ),
  );
}

/** A sentence, as none begins a block of code. */
const SENTENCE = /^\s*\p{Lu}[\p{L}’'-]*(?: [\p{L}\d’'“”",-]+){5}/u;

/** A text that begins with spaces, which make it a block of code. */
function findIndented({ map, content }: Token, { lines, place }: Search): void {
  const [from] = map ?? [0];
  if (!SENTENCE.test(content)) return;
  const problem = tell(
    `four spaces before “${show((lines[from] ?? "").trim())}” make it a block of code`,
    "delete the spaces at the beginning of this line and of those below it",
  );
  place(from, 0, problem);
}

/** Finds blocks that are something else than they look like. */
export function findDeadBlocks(tokens: readonly Token[], search: Search): void {
  for (const [index, token] of tokens.entries()) {
    if (token.type === "heading_open") findUnderlined(token, tokens[index + 1], index === 0, search);
    else if (token.type === "fence") findUnclosed(token, search);
    else if (token.type === "code_block" && index === 0) findIndented(token, search);
  }
}
