import { isBlank } from "../words/characters.ts";
import { parseMarkdown, type Token } from "./parser.ts";
import { plainText } from "./text.ts";

/** A paragraph as text, and the file's line on which it begins. */
export interface Paragraph {
  readonly text: string;
  readonly line: number;
}

/** Words and their spaces; what a code span says is no prose, and a footnote's mark is no word. */
function proseOf(tokens: readonly Token[]): string {
  return tokens
    .map(({ type, content }) => (type === "text" ? content : /break$|^code_inline$/.test(type) ? " " : ""))
    .join("");
}

/**
 * The paragraphs that point nowhere, neither by a link nor by a footnote: what they claim rests on the story's sources
 * alone. Call it before the links are settled, since a link that is withheld is then no more to be seen.
 */
export function findUnlinked(tokens: readonly Token[], firstLine: number): Paragraph[] {
  return tokens.flatMap((token, index) => {
    const children = token.children ?? [];
    if (token.type !== "inline" || tokens[index - 1]?.type !== "paragraph_open") return [];
    if (children.some(({ type }) => type === "link_open" || type === "footnote_ref")) return [];
    return [{ text: proseOf(children), line: firstLine + (token.map?.[0] ?? 0) }];
  });
}

/**
 * The first paragraph of prose of one part of a body or of several, as plain text: none of pictures or code alone, and one within a list, quotation or note only
 * where there is no other.
 */
export function findOpening(...parts: readonly (readonly Token[])[]): string {
  let within = "";
  for (const tokens of parts)
    for (let index = 1; index < tokens.length; index++) {
      const { type, level, children } = tokens[index] as Token;
      if (type !== "inline" || tokens[index - 1]?.type !== "paragraph_open" || isBlank(proseOf(children ?? [])))
        continue;
      // The words of a paragraph stand one level below it.
      if (level === 1) return plainText(children);
      within ||= plainText(children);
    }
  return within;
}

function wordsOf({ type, content, children }: Token): string {
  if (type === "inline") return (children ?? []).map(wordsOf).join("");
  return /break$/.test(type) ? " " : content;
}

/** All that readers of a Markdown text read, a block a line: code and descriptions of pictures too, but no addresses. */
export function readWords(markdown: string, language: string): string {
  const { tokens } = parseMarkdown(markdown, language);
  return tokens.flatMap((token) => (token.content === "" ? [] : [wordsOf(token)])).join("\n");
}
