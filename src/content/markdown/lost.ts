import { tellShown } from "../words/characters.ts";
import type { Problem } from "../problems/diagnostic.ts";
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

function placeHtml(html: string, [line, column]: [number, number], { lines, place }: Search): void {
  const [first = ""] = html.trim().split("\n");
  place(line, column || Math.max(0, lines[line]?.indexOf(first) ?? 0), {
    rule: "raw-html",
    message: first.startsWith("<!--")
      ? "an HTML comment would vanish from the page"
      : `raw HTML is not allowed: “${shorten(first, LONGEST)}”`,
    hint: first.startsWith("<!--")
      ? "delete it"
      : "use Markdown; to show the characters themselves, put them in `code` or type &lt;",
  });
}

function findHtml(block: Token, children: readonly Token[], search: Search, within?: number): void {
  for (const child of children) {
    if (child.type !== "html_inline" && !child.children) continue;
    const offset = within ?? search.environment.positions.get(child) ?? 0;
    if (child.type === "html_inline") placeHtml(child.content, search.places.of(block, offset), search);
    else findHtml(block, child.children ?? [], search, offset);
  }
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
  for (const [index, token] of tokens.entries()) {
    const [line = 0] = token.map ?? [];
    if (token.level >= DEEPEST && !tooDeep) {
      tooDeep = true;
      place(line, 0, { rule: "too-deep", message: "lists or quotations are nested too deeply here" });
    }
    if (token.type === "heading_open") findInHeading(token, tokens[index + 1], search);
    else if (token.type === "fence") findInFence(token, search);
    else if (token.type === "html_block") placeHtml(token.content, [line, 0], search);
    else if (token.type === "inline") findHtml(token, token.children ?? [], search);
  }
}
