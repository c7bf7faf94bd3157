import { httpsProblem, normalizeAddress } from "../links/web-address.ts";

/** A piece of a paragraph of plain text: words, or an address in it that a reader may follow. */
export interface Piece {
  readonly text: string;
  readonly href?: string;
}

const ADDRESS = /https:\/\/[^\s<>"“”„«»、。，；：！？）】」』]+/gu;
const AFTER = /[.,;:!?…'’)\]}]+$/u;
/** No browser or server promises to carry a longer one. */
const LONGEST = 2048;

/** An address without the signs of the sentence in which it stands; a bracket that was opened in it is closed in it. */
function withoutSentence(found: string): string {
  const plain = found.replace(AFTER, "");
  return plain.includes("(") && found.startsWith(`${plain})`) ? `${plain})` : plain;
}

/** Divides plain text into its paragraphs, between which empty lines stand. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/\n[^\S\n]*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "");
}

/** Divides a paragraph where whole https addresses stand in it, as far as `mayLink` lets them be followed. Nothing else of it is looked at. */
export function piecesOf(paragraph: string, mayLink: (href: string) => boolean): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: found, index } of paragraph.matchAll(ADDRESS)) {
    const text = withoutSentence(found);
    if (text.length > LONGEST || httpsProblem(text) !== undefined) continue;
    const href = normalizeAddress(text);
    if (!mayLink(href)) continue;
    if (index > from) pieces.push({ text: paragraph.slice(from, index) });
    pieces.push({ text, href });
    from = index + text.length;
  }
  if (from < paragraph.length) pieces.push({ text: paragraph.slice(from) });
  return pieces;
}
