import { tellShown } from "../words/characters.ts";
import type { Problem } from "../problems/diagnostic.ts";
import { countOf } from "../problems/count.ts";
import { shorten } from "../words/shorten.ts";
import type { Definition, Environment } from "./environment.ts";
import { findHiddenText } from "./hidden.ts";
import { MOST_NESTING, type Token, unescapeText } from "./parser.ts";
import type { Places } from "./places.ts";

/** Reports a problem at a line and a column of the body, both from 0. */
export type Place = (line: number, column: number, problem: Problem) => void;

/** What the steps that look for problems in a parsed body share. */
export interface Search {
  readonly lines: readonly string[];
  readonly environment: Environment;
  readonly places: Places;
  readonly place: Place;
}

// A list takes two levels at once; what the parser drops for its depth always stands within one of these.
const DEEPEST = MOST_NESTING - 2;
const LONGEST = 40;

function findDefinitions(tokens: readonly Token[], { lines, environment, place }: Search): void {
  if (environment.definitions.length === 0) return;
  const used = new Set<string>();
  const use = (children: readonly Token[] | null): void => {
    for (const child of children ?? []) {
      if (typeof child.meta?.["label"] === "string") used.add(child.meta["label"]);
      use(child.children);
    }
  };
  for (const token of tokens) use(token.children);
  const seen = new Set<string>();
  for (const definition of environment.definitions) {
    const { label } = definition;
    const [line] = definition.lines;
    const shown = shorten(label.toLowerCase(), LONGEST);
    if (seen.has(label))
      place(line, 0, {
        rule: "unused-definition",
        message: `“[${shown}]:” is defined twice, and the second would vanish`,
        hint: "delete one of the two",
      });
    else if (used.has(label)) findHiddenDefinition(definition, { lines, environment, place });
    else
      place(line, 0, {
        rule: "unused-definition",
        message: `nothing refers to “[${shown}]:”, so this line would vanish`,
        hint: "write the link where it belongs: [words](https://…)",
      });
    seen.add(label);
  }
}

function findHiddenDefinition(
  { label, lines: [from, to] }: Definition,
  { lines, environment, place }: Omit<Search, "places">,
): void {
  const { href = "", title = "" } = environment.references[label] ?? {};
  const told = () => tellShown(lines.slice(from, to).join("\n"));
  for (const problem of [...findHiddenText(href, told), ...findHiddenText(title, told)]) place(from, 0, problem);
}

function findInHeading(open: Token, words: Token | undefined, { lines, place }: Search): void {
  const [line = 0] = open.map ?? [];
  if (open.tag === "h1")
    place(line, 0, {
      rule: "heading-level",
      message: "“#” is the title's level, and the title is in the front matter",
      hint: "use “##” or “###”",
    });
  if (words?.content === "")
    place(line, 0, { rule: "missing-value", message: "this heading has no words", hint: "write them, or delete it" });
  const [closing = "", marks = ""] = /[ \t](#+)[ \t]*$/.exec(lines[line] ?? "") ?? [];
  // “## Words ##” is a way to write a heading; “## Why F #” is not.
  if (open.markup.startsWith("#") && marks !== "" && marks.length !== open.markup.length)
    place(line, (lines[line]?.length ?? 0) - closing.length + 1, {
      rule: "lost-text",
      message: `“${shorten(marks, LONGEST)}” at the end of this heading would vanish`,
      hint: "type “\\#” for a sign that shall be seen",
    });
}

function findInFence({ info, map }: Token, { lines, place }: Search): void {
  const [line = 0] = map ?? [];
  const [, rest = ""] = /^\S+\s+(.+)$/s.exec(unescapeText(info).trim()) ?? [];
  if (rest !== "")
    place(line, Math.max(0, lines[line]?.lastIndexOf(info.trim()) ?? 0), {
      rule: "lost-text",
      message: `“${shorten(rest, LONGEST)}” behind the code's language would vanish`,
      hint: "let only the language stand there; say the rest in a line of text",
    });
  for (const problem of findHiddenText(unescapeText(info), () => tellShown(info))) place(line, 0, problem);
}

/** What to type in the place of a tag. */
const INSTEAD: readonly (readonly [tags: RegExp, hint: string])[] = [
  [/^(?:b|strong)$/, "**words** for bold"],
  [/^(?:i|em|cite)$/, "*words* for italics"],
  [/^a$/, "[words](https://…) for a link"],
  [/^img$/, "![what it shows](FILE) for a picture"],
  [/^br$/, "“\\” at the end of a line for a line break"],
  [/^(?:p|div|span|font|center|section)$/, "an empty line for a new paragraph"],
  [/^h\d$/, "## or ### and a space for a heading"],
  [/^(?:ul|ol|li)$/, "- and a space for an item of a list"],
  [/^(?:table|thead|tbody|tr|t[dh])$/, "| a | b | for a row of a table"],
  [/^blockquote$/, "> and a space for a quotation"],
  [/^(?:iframe|script|video|audio|embed|object)$/, "[words](https://…) where a film or a post stands"],
];

function hintHtml(html: string): string {
  const tags = Array.from(html.matchAll(/<\/?([a-z][\w:-]*)/gi), ([, tag = ""]) => tag.toLowerCase());
  const known = INSTEAD.filter(([pattern]) => tags.some((tag) => pattern.test(tag))).map(([, hint]) => hint);
  const typed =
    known.length > 0 ? `delete what stands in “< >”, and type ${known.join(", ")}` : "delete what stands in “< >”";
  return `${typed}; to show the sign itself, type &lt;`;
}

/** Tells the HTML of a block once, where it begins. */
function placeHtml(parts: readonly string[], line: number, column: number, place: Place): void {
  const tags = parts.filter((html) => !html.startsWith("<!--"));
  const [first = ""] = (tags[0] ?? parts[0] ?? "").trim().split("\n");
  const more = tags.length > 1 ? `, and ${countOf(tags.length - 1, "more tag", "more tags")} of it here` : "";
  place(line, column, {
    rule: "raw-html",
    message:
      tags.length === 0
        ? "an HTML comment would vanish from the page"
        : `raw HTML is not allowed: “${shorten(first, LONGEST)}”${more}`,
    hint: tags.length === 0 ? "delete it" : hintHtml(parts.join(" ")),
  });
}

/** The HTML within a block, with the offset where each part stands. */
function* htmlIn(children: readonly Token[], search: Search, within?: number): Generator<[string, number]> {
  for (const child of children) {
    if (child.type !== "html_inline" && !child.children) continue;
    const offset = within ?? search.environment.positions.get(child) ?? 0;
    if (child.type === "html_inline") yield [child.content, offset];
    else yield* htmlIn(child.children ?? [], search, offset);
  }
}

function findHtml(block: Token, search: Search): void {
  const found = [...htmlIn(block.children ?? [], search)];
  const [first] = found;
  if (!first) return;
  const [line, column] = search.places.of(block, first[1]);
  const [shown = ""] = first[0].split("\n");
  placeHtml(
    found.map(([html]) => html),
    line,
    column || Math.max(0, search.lines[line]?.indexOf(shown) ?? 0),
    search.place,
  );
}

/** Tells HTML between blocks of text once, however many empty lines divide it. */
function findHtmlBlock({ content, map }: Token, endOfLast: number, { lines, place }: Search): number {
  const [line = 0, end = line] = map ?? [];
  if (endOfLast < 0 || lines.slice(endOfLast, line).some((between) => between.trim() !== "")) {
    const [first = ""] = content.trim().split("\n");
    placeHtml([content.trim()], line, Math.max(0, lines[line]?.indexOf(first) ?? 0), place);
  }
  return end;
}

/**
 * Reports what Markdown would read and never print, and what this format does not allow: raw HTML and comments,
 * unused or repeated link reference definitions, cells beyond a table's last column, words behind a code's language,
 * nesting beyond the parser's depth, hidden characters, level-1 headings.
 */
export function findLost(tokens: readonly Token[], search: Search): void {
  const { environment, places, place } = search;
  findDefinitions(tokens, search);
  for (const { line, column, text } of environment.surplus)
    place(line, column, {
      rule: "lost-text",
      message: `“${shorten(text, LONGEST)}” stands beyond the table's last column and would vanish`,
      hint: "give the table another column, or type “\\|” for a line that divides nothing",
    });
  for (const { block, offset, problem } of [...environment.hidden, ...environment.dead])
    place(...places.of(block, offset), problem);

  let tooDeep = false;
  let endOfHtml = -1;
  for (const [index, token] of tokens.entries()) {
    const [line = 0] = token.map ?? [];
    if (token.level >= DEEPEST && !tooDeep) {
      tooDeep = true;
      place(line, 0, { rule: "too-deep", message: "lists or quotations are nested too deeply here" });
    }
    if (token.type === "heading_open") findInHeading(token, tokens[index + 1], search);
    else if (token.type === "fence") findInFence(token, search);
    else if (token.type === "html_block") endOfHtml = findHtmlBlock(token, endOfHtml, search);
    else if (token.type === "inline") findHtml(token, search);
  }
}
