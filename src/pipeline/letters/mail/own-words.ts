import { findAttribution, findQuotedMessage } from "./attribution.ts";

/** The most lines of a signature: more are words of the letter, below a line of two hyphens. */
const MOST_SIGNED = 12;

/** What a writer wrote, and what was left out of it, in words. */
export interface OwnWords {
  readonly text: string;
  readonly left: readonly string[];
}

function isQuoted(line: string): boolean {
  return line.startsWith(">");
}

function isEmpty(line: string): boolean {
  return line.trim() === "";
}

/** Where a quotation ends that begins at a line; empty lines between its own belong to it. */
function endOfQuote(lines: readonly string[], from: number): number {
  let end = from + 1;
  for (let at = from + 1; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (isQuoted(line)) end = at + 1;
    else if (!isEmpty(line)) break;
  }
  return end;
}

/** The lines without quotations that a program announced. One that nobody announced may be what the letter is about, and stays. */
function withoutQuotes(lines: readonly string[]): readonly string[] {
  const own: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    const announced = isQuoted(line) && !isQuoted(own.at(-1) ?? "") ? findAttribution(own, own.length) : undefined;
    if (announced === undefined) {
      own.push(line);
      continue;
    }
    own.splice(announced, own.length, "");
    at = endOfQuote(lines, at) - 1;
  }
  return own;
}

/** The lines above a signature, which a line of two hyphens and a space begins (RFC 3676, 4.3). */
function withoutSignature(lines: readonly string[]): readonly string[] {
  const at = lines.lastIndexOf("-- ");
  if (at < 0) return lines;
  const signed = lines.slice(at + 1).filter((line) => !isEmpty(line));
  return signed.length <= MOST_SIGNED && !signed.some(isQuoted) ? lines.slice(0, at) : lines;
}

/** One empty line between paragraphs, none about them, no spaces at the ends of lines. */
function tidy(lines: readonly string[]): string {
  return lines
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/^\n+|\n+$/g, "");
}

/**
 * What of a mail's text, with LF between its lines, its writer wrote: without the message that it answers, where a program announced it, and without a
 * signature. Whatever could be the writer's own stays.
 */
export function ownWords(text: string): OwnWords {
  const lines = text.split("\n");
  const whole = findQuotedMessage(lines);
  const above = whole === undefined ? lines : lines.slice(0, whole);
  const unquoted = withoutQuotes(above);
  const unsigned = withoutSignature(unquoted);
  return {
    text: tidy(unsigned),
    left: [
      ...(whole !== undefined || unquoted.length < above.length ? ["the message that it answers"] : []),
      ...(unsigned.length < unquoted.length ? ["a signature"] : []),
    ],
  };
}
