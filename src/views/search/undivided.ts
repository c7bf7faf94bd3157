/**
 * Text of scripts that put no spaces between words, made so that an index of words finds every stretch of it, and made whole again. The
 * index is given each two signs that follow one another as a word: “通义千问” as “通义 义千 千问 问”, of which those are found that a
 * question is divided into. The browser divides what a reader types with the same functions, so this file is part of its script too.
 */

const SCRIPTS = ["Han", "Hira", "Kana", "Hang", "Thai", "Laoo", "Khmr", "Mymr"].map((script) => `\\p{scx=${script}}`);
const SIGN = `(?=[\\p{L}\\p{N}])[${SCRIPTS.join("")}]\\p{M}*`;
const SIGNS = new RegExp(SIGN, "gu");
const FIRST = new RegExp(`^${SIGN}`, "u");
const RUNS = new RegExp(`(?:${SIGN})+`, "gu");

/** Stands behind a word after which no space was; the index passes over it, as over any mark above a letter. */
const JOINED = "\u034F";

/** Whether a text has any such script in it. */
function isUndivided(text: string): boolean {
  return text.search(RUNS) >= 0;
}

function divide(text: string, wordsOf: (run: string) => readonly string[]): string {
  if (!isUndivided(text)) return text;
  const whole = text.normalize("NFC");
  return whole.replace(RUNS, (run, at: number) => {
    const isOpen = (index: number) => index < 0 || index >= whole.length || /\s/.test(whole.charAt(index));
    const before = isOpen(at - 1) ? "" : `${JOINED} `;
    const after = isOpen(at + run.length) ? "" : `${JOINED} `;
    return `${before}${wordsOf(run).join(`${JOINED} `)}${after}`;
  });
}

/** Each sign of a run with the next one; the last, which has none, by itself, since an index finds how words begin. */
function pairsOf(run: string): string[] {
  const signs = run.match(SIGNS) ?? [];
  return signs.map((sign, index) => sign + (signs[index + 1] ?? ""));
}

/** A text as the index takes it. */
export function divideSigns(text: string): string {
  return divide(text, pairsOf);
}

/** What a reader looks for, as the index takes it: words of which each must be there. */
export function divideQuestion(words: string): string {
  // What is in quotation marks would be looked for sign by sign, those that join words included.
  if (!isUndivided(words)) return words;
  return divide(words.replaceAll('"', " "), (run) => {
    const pairs = pairsOf(run);
    return pairs.length > 1 ? pairs.slice(0, -1) : pairs;
  });
}

/** A stretch of a text, and whether it was found. */
export interface Piece {
  readonly text: string;
  readonly isFound: boolean;
}

/** A word of the index, taken apart: what of it the next word may say again, being joined to it, stands alone. */
interface Word {
  readonly first: string;
  readonly rest: string;
  readonly isFound: boolean;
  readonly isJoined: boolean;
}

function readWord(word: string): Word {
  const bare = word.replace(/<\/?mark>/g, "");
  const text = bare.replaceAll(JOINED, "");
  const [first = ""] = FIRST.exec(text) ?? [];
  return { first, rest: text.slice(first.length), isFound: bare !== word, isJoined: bare.endsWith(JOINED) };
}

/** A text of the index as it was before it was divided, with what stands in `<mark>` apart. */
export function joinSigns(text: string): Piece[] {
  const pieces: { text: string; isFound: boolean }[] = [];
  const add = (text: string, isFound: boolean): void => {
    const last = pieces.at(-1);
    if (text === "") return;
    if (last?.isFound === isFound) last.text += text;
    else pieces.push({ text, isFound });
  };
  // A pair's second sign waits until it is known whether the next word, which begins with it, was found.
  let open: Word | undefined;
  for (const word of text.split(" ").map(readWord)) {
    const isOverlap = open?.isJoined === true && open.first !== "" && open.rest === word.first;
    if (open) {
      if (!isOverlap) add(open.rest, open.isFound);
      if (!open.isJoined) add(" ", false);
    }
    add(word.first, word.isFound || (isOverlap && open?.isFound === true));
    open = word;
  }
  if (open) add(open.rest, open.isFound);
  return pieces;
}

/** A text of the index as it was before it was divided. */
export function joinText(text: string): string {
  return text.includes(JOINED)
    ? joinSigns(text)
        .map((piece) => piece.text)
        .join("")
    : text;
}
