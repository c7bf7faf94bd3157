import type { Token } from "markdown-it";
import type { Dead } from "./dead.ts";
import { offsetOf, type Written } from "./written.ts";

/** Makes a token as the parser does. */
export type Make = (type: string, tag: string, nesting: -1 | 0 | 1) => Token;

interface Part {
  readonly token: Token;
  readonly start: number;
  readonly length: number;
}

/** Divides the token that goes on over a place, so that one begins there. */
function cut(parts: Part[], at: number, make: Make): void {
  const index = parts.findIndex(({ start, length }) => start < at && at < start + length);
  const part = parts[index];
  if (!part) return;
  const { token, start, length } = part;
  const halves = [token.content.slice(0, at - start), token.content.slice(at - start)].map((content) =>
    Object.assign(make("text", "", 0), { content, level: token.level }),
  );
  const [first, second] = halves as [Token, Token];
  parts.splice(
    index,
    1,
    { token: first, start, length: at - start },
    { token: second, start: at, length: start + length - at },
  );
}

/** Whether tokens are nothing but words, which may go. */
function areWords(parts: readonly Part[]): boolean {
  return parts.every(({ token: { type } }) => type === "text" || type === "softbreak");
}

/** Whether tokens can stand within a link: whole, and without one. */
function canStandWithin(parts: readonly Part[]): boolean {
  let depth = 0;
  for (const { token } of parts) {
    depth += token.nesting;
    if (depth < 0 || token.type === "link_open") return false;
  }
  return depth === 0;
}

function wrap(
  words: readonly Token[],
  { address, title = "", isPicture = false }: NonNullable<Dead["mend"]>,
  make: Make,
): Token[] {
  if (address === undefined) return [...words];
  const more: [string, string][] = title === "" ? [] : [["title", title]];
  if (isPicture) {
    const content = words.map((token) => token.content).join("");
    const attrs: [string, string][] = [["src", address], ["alt", ""], ...more];
    return [Object.assign(make("image", "img", 0), { attrs, content, children: [...words] })];
  }
  const open = Object.assign(make("link_open", "a", 1), { attrs: [["href", address], ...more] });
  return [open, ...words, make("link_close", "a", -1)];
}

/** Puts in the place of dead links the words and links that they were meant to be. */
export function mendLinks(
  block: Token,
  written: Written,
  found: readonly Dead[],
  make: Make,
  positions: Map<Token, number>,
): void {
  const wanted = found.filter(({ mend }) => mend).sort((a, b) => b.at - a.at);
  if (wanted.length === 0) return;
  const { pieces, text } = written;
  const parts = pieces.map(({ token, start }, index) => ({
    token,
    start,
    length: (pieces[index + 1]?.start ?? text.length) - start,
  }));
  const begins = (at: number) => {
    const index = parts.findIndex(({ start }) => start >= at);
    return index < 0 ? parts.length : index;
  };
  const says = (at: number) => {
    const index = parts.findIndex(({ start, length }) => start >= at && length > 0);
    return index < 0 ? parts.length : index;
  };
  for (const { at, end, mend } of wanted) {
    if (!mend) continue;
    const [from, to] = mend.words;
    for (const place of [at, from, to, end]) cut(parts, place, make);
    const [first, open, close, after] = [says(at), begins(from), says(to), begins(end)];
    const words = parts.slice(open, close);
    if (!areWords([...parts.slice(first, open), ...parts.slice(close, after)]) || !canStandWithin(words)) continue;
    const mended = wrap(
      words.map(({ token }) => token),
      mend,
      make,
    );
    const [before, behind] = [mended[0], mended.at(-1)];
    if (mend.address !== undefined && before && behind) {
      positions.set(before, offsetOf(written, from));
      positions.set(behind, offsetOf(written, to));
    }
    parts.splice(first, after - first, ...mended.map((token) => ({ token, start: at, length: 0 })));
  }
  block.children = parts.map(({ token }) => token);
}
