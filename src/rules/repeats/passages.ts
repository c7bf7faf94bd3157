/** A paragraph of a Markdown text, by how it begins and how it ends. */
export interface Passage {
  /** Digests of its first and of its last words. */
  readonly digests: readonly [first: string, last: string];
  /** Its first line in the text, counted from 0. */
  readonly line: number;
}

/** In letters and digits, so that a comma more or less makes no other paragraph: what is shorter may well be written twice. */
const LEAST = 80;

/** A line that begins what is no prose of the writer's: a quotation, code, a table, a picture, a note or definition, a heading. */
const NO_PROSE = /^(?: {0,3}(?:>|\||!\[|\[\^?[^\]]+\]:|#{1,6}\s)| {4}|\t)/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/** A letter or digit as it is compared, small where it is one of ASCII; 0 for a blank or a sign. */
function letterAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit < 128) {
    if (unit >= 97 && unit <= 122) return unit;
    if (unit >= 65 && unit <= 90) return unit | 32;
    return unit >= 48 && unit <= 57 ? unit : 0;
  }
  return unit <= 0xbf || (unit >= 0x2000 && unit <= 0x206f) || (unit >= 0x3000 && unit <= 0x303f) ? 0 : unit;
}

/**
 * The digest of the first letters of a text, or of its last ones, as many as make a passage: 53 bits, by two running sums as cyrb53
 * mixes them, fast and no secret. Undefined where it has fewer.
 */
function digestEnd(text: string, isLast: boolean): string | undefined {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  let left = LEAST;
  for (let step = 0; step < text.length && left > 0; step++) {
    const letter = letterAt(text, isLast ? text.length - 1 - step : step);
    if (letter === 0) continue;
    a = Math.imul(a ^ letter, 2_654_435_761);
    b = Math.imul(b ^ letter, 1_597_334_677);
    left--;
  }
  if (left > 0) return undefined;
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
  return (4_294_967_296 * (2_097_151 & b) + (a >>> 0)).toString(36);
}

function readParagraph(text: string, line: number): Passage[] {
  const first = text.length < LEAST ? undefined : digestEnd(text, false);
  const last = first === undefined ? undefined : digestEnd(text, true);
  return first === undefined || last === undefined ? [] : [{ digests: [first, last], line }];
}

/** The paragraphs of a Markdown text that its writer wrote: quotations, code, tables and definitions aside. */
export function listPassages(text: string): Passage[] {
  const found: Passage[] = [];
  let paragraph = "";
  let first = 0;
  let fence: string | undefined;
  const end = (): void => {
    if (paragraph !== "") found.push(...readParagraph(paragraph, first));
    paragraph = "";
  };
  text.split("\n").forEach((line, at) => {
    const [, mark] = line.includes("```") || line.includes("~~~") ? (FENCE.exec(line) ?? []) : [];
    if (mark !== undefined) {
      end();
      if (fence === undefined) fence = mark;
      else if (mark.startsWith(fence)) fence = undefined;
    } else if (fence !== undefined) return;
    else if (line.trim() === "" || (paragraph === "" && NO_PROSE.test(line))) end();
    else {
      if (paragraph === "") first = at;
      paragraph += `${line}\n`;
    }
  });
  end();
  return found;
}
