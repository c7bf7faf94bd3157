import type { Problem } from "../diagnostic.ts";
import type { Environment, Token } from "./parser.ts";

export type Place = (line: number, column: number, problem: Problem) => void;

const DEEPEST = 60;

/** Finds the line (from 0) that defines a link reference whose normalised label is `label`. */
function lineOfDefinition(label: string, lines: readonly string[], occurrence = 1): number {
  let seen = 0;
  const index = lines.findIndex((line) => {
    const match = /^[\s>*+-]*\[((?:[^\]\\]|\\.)+)\]:/.exec(line);
    return match?.[1]?.trim().replace(/\s+/g, " ").toLowerCase().toUpperCase() === label && ++seen === occurrence;
  });
  return Math.max(0, index);
}

/**
 * Reports what Markdown would read and never print, and what this format does not allow: raw HTML and comments,
 * unused or repeated link reference definitions, nesting beyond the parser's depth, level-1 headings.
 */
export function findLost(
  tokens: readonly Token[],
  environment: Environment,
  lines: readonly string[],
  place: Place,
): void {
  for (const label of Object.keys(environment.references))
    if (!environment.used.has(label))
      place(lineOfDefinition(label, lines), 0, {
        rule: "unused-definition",
        message: `nothing refers to “[${label.toLowerCase()}]:”, so this line would vanish`,
        hint: "write the link where it belongs: [words](https://…)",
      });
  for (const label of environment.repeated)
    place(lineOfDefinition(label, lines, 2), 0, {
      rule: "unused-definition",
      message: `“[${label.toLowerCase()}]:” is defined twice, and the second would vanish`,
      hint: "delete one of the two",
    });

  let tooDeep = false;
  for (const token of tokens) {
    const [line = 0] = token.map ?? [];
    if (token.level >= DEEPEST && !tooDeep) {
      tooDeep = true;
      place(line, 0, { rule: "too-deep", message: "lists or quotations are nested too deeply here" });
    }
    if (token.type === "heading_open" && token.tag === "h1")
      place(line, 0, {
        rule: "heading-level",
        message: "“#” is the title's level, and the title is in the front matter",
        hint: "use “##” or “###”",
      });
    if (token.type === "html_block") placeHtml(token.content, line, lines, place);
    if (token.type !== "inline") continue;
    for (const child of token.children ?? []) {
      if (child.type !== "html_inline") continue;
      const [, end = line + 1] = token.map ?? [];
      const found = lines.slice(line, end).findIndex((text) => text.includes(child.content.split("\n")[0] ?? ""));
      placeHtml(child.content, line + Math.max(0, found), lines, place);
    }
  }
}

function placeHtml(html: string, line: number, lines: readonly string[], place: Place): void {
  const [first = ""] = html.trim().split("\n");
  const column = Math.max(0, lines[line]?.indexOf(first) ?? 0);
  const shown = first.length > 40 ? `${first.slice(0, 39)}…` : first;
  place(line, column, {
    rule: "raw-html",
    message: first.startsWith("<!--")
      ? "an HTML comment would vanish from the page"
      : `raw HTML is not allowed: “${shown}”`,
    hint: first.startsWith("<!--")
      ? "delete it"
      : "use Markdown; to show the characters themselves, put them in `code` or type &lt;",
  });
}
