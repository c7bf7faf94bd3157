import type { MarkdownIt, Token } from "markdown-it";
import { isSolid, joinsLines } from "../typography/joined-lines.ts";
import { type QuotationMarks, quotationMarksOf } from "../typography/quotation-marks.ts";
import { findQuotes } from "../typography/quotes.ts";

/** The words of a block as they follow one another, and where those of each token begin in them. */
interface Running {
  readonly text: string;
  readonly starts: readonly number[];
}

/** A sign that is no letter, for what keeps its quotation marks as they are. */
const OTHER = "\uFFFC";

/** A code span stands for a word, of the script of its letters. */
function standIn(code: string): string {
  const [first = "x"] = /^\p{L}/u.exec(code) ?? [];
  const [last = "x"] = /\p{L}$/u.exec(code) ?? [];
  return first + last;
}

function runTogether(children: readonly Token[]): Running {
  let text = "";
  let isAddress = false;
  const starts = children.map(({ type, info, content }) => {
    const start = text.length;
    if (type === "link_open") isAddress = info === "auto";
    else if (type === "link_close") isAddress = false;
    else if (type === "text") text += isAddress ? content.replace(/["']/g, OTHER) : content;
    else if (type === "text_special") text += content.replace(/["']/g, OTHER);
    else if (type === "code_inline") text += standIn(content);
    else if (type === "softbreak" || type === "hardbreak") text += "\n";
    else if (type === "image" || type === "html_inline") text += OTHER;
    return start;
  });
  return { text, starts };
}

/** Puts typographic marks in the place of straight ones, but for those of code, addresses and escapes. */
function setQuotes(children: readonly Token[], own: QuotationMarks, language: string): void {
  const { text, starts } = runTogether(children);
  const marks = findQuotes(text, own, language);
  for (const [index, token] of children.entries()) {
    const start = starts[index] ?? 0;
    if (token.type === "text")
      token.content = token.content.replace(/["']/g, (mark, at: number) => marks.get(start + at) ?? mark);
  }
}

/** Takes away the line ends that would be spaces between signs of Chinese or Japanese. */
function joinLines(children: readonly Token[], language: string): void {
  const { text, starts } = runTogether(children);
  const solid = isSolid(text, language);
  for (const [index, token] of children.entries()) {
    const at = starts[index] ?? 0;
    if (
      token.type === "softbreak" &&
      joinsLines(text.slice(Math.max(0, at - 16), at), text.slice(at + 1, at + 17), solid)
    ) {
      token.type = "text";
      token.tag = "";
    }
  }
}

/** Makes the parser set the words of a language: its quotation marks, and lines that are joined as its script has it. */
export function typeset(parser: MarkdownIt, language: string): void {
  const own = quotationMarksOf(language);
  parser.core.ruler.at("smartquotes", ({ tokens }) => {
    for (const { content, children } of tokens)
      if (children && /["']/.test(content)) setQuotes(children, own, language);
  });
  parser.core.ruler.push("joined_lines", ({ tokens }) => {
    for (const { content, children } of tokens)
      if (children && /[\u1100-\uFFFF\u200B]/.test(content) && content.includes("\n")) joinLines(children, language);
  });
}
