import { parseMarkdown, type Token } from "./parser.ts";

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

function wordsOf({ type, content, children }: Token): string {
  if (type === "inline") return (children ?? []).map(wordsOf).join("");
  return /break$/.test(type) ? " " : content;
}

/** All that readers of a Markdown text read, a block a line: code and descriptions of pictures too, but no addresses. */
export function readWords(markdown: string, language: string): string {
  const { tokens } = parseMarkdown(markdown, language);
  return tokens.flatMap((token) => (token.content === "" ? [] : [wordsOf(token)])).join("\n");
}
