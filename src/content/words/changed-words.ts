import { diffArrays } from "diff";
import { shorten } from "./shorten.ts";

/** What stood in an old text and what stands in its place in the new one; one of the two may be empty. */
export interface Change {
  readonly from: string;
  readonly to: string;
}

/** So many characters of a change are shown on either side. */
const SHOWN = 80;

/** Texts that differ in more words are two texts, and to find out how would take too long. */
const MOST = 1000;

/** A word or a sign of a text. */
interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly isWord: boolean;
}

/** A text without what typing changes and meaning does not: the kind of quotation marks, hyphens and spaces, and how a number is grouped. */
export function plainWords(text: string, language: string): string {
  const parts = new Intl.NumberFormat(language).formatToParts(1_234_567);
  const group = parts.find(({ type }) => type === "group")?.value ?? "";
  return text
    .normalize("NFC")
    .replace(/[\u00AD\u200B\u2060\uFEFF]/g, "")
    .replace(/[‘’‚‹›′]/g, "'")
    .replace(/[“”„«»″]/g, '"')
    .replace(/[‐‑‒–—―−]/g, "-")
    .replaceAll("…", "...")
    .replace(/(?<=\d)([^\w\s]|[\u00A0\u2009\u202F])(?=\d{3}(?!\d))/g, (sign) =>
      sign === group || /\s/.test(sign) ? "" : sign,
    );
}

/**
 * What stands between spaces, or up to a sign that ends a clause where there are none: the segmenter takes very long for long
 * texts, and would take words apart that hyphens join.
 */
const PIECE =
  /[\p{L}\p{N}]{1,50}(?:-[\p{L}\p{N}]{1,50})+|[^\s。！？，、；：]{1,1000}[。！？，、；：]*|[。！？，、；：]+/gu;
const JOINED = /^[\p{L}\p{N}]+-[\p{L}\p{N}-]+$/u;

function wordsOf(text: string, language: string): Word[] {
  const segmenter = new Intl.Segmenter(language, { granularity: "word" });
  return Array.from(text.matchAll(PIECE)).flatMap(({ 0: piece, index: at }) => {
    if (JOINED.test(piece)) return [{ text: piece, start: at, end: at + piece.length, isWord: true }];
    return Array.from(segmenter.segment(piece), ({ segment, index, isWordLike = false }) => ({
      text: segment,
      start: at + index,
      end: at + index + segment.length,
      isWord: isWordLike,
    }));
  });
}

/** A stretch of the words of a text, from one up to but not including another. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A stretch as it is shown: with the word before it or else behind it in its line, where it would else be nothing or stand alone. */
function show(text: string, words: readonly Word[], { start, end }: Stretch): string {
  const [first, last] = [words[start], words[end - 1]];
  return first && last && start < end ? shorten(text.slice(first.start, last.end).replace(/\s+/g, " "), SHOWN) : "";
}

/** How many words before a place belong to its line, up to the nearest that is a word. */
function reachBack(text: string, words: readonly Word[], at: number): number {
  for (let first = at - 1; first >= 0; first--) {
    const [word, next] = [words[first], words[first + 1]];
    if (!word || text.slice(word.end, next?.start ?? text.length).includes("\n")) return 0;
    if (word.isWord) return at - first;
  }
  return 0;
}

/** How many words from a place on belong to the line of the word before it, up to the first that is a word. */
function reachOn(text: string, words: readonly Word[], at: number): number {
  for (let last = at; last < words.length; last++) {
    const [before, word] = [words[last - 1], words[last]];
    if (!word || (before && text.slice(before.end, word.start).includes("\n"))) return 0;
    if (word.isWord) return last + 1 - at;
  }
  return 0;
}

/** Where two lists of words differ, in order; undefined where they have too little in common. */
function findStretches(old: readonly Word[], now: readonly Word[]): (readonly [Stretch, Stretch])[] | undefined {
  const parts = diffArrays<Word>([...old], [...now], { comparator: (a, b) => a.text === b.text, maxEditLength: MOST });
  if (!parts) return undefined;
  const found: [Stretch, Stretch][] = [];
  let [oldAt, nowAt] = [0, 0];
  let isOpen = false;
  for (const { added, removed, value } of parts) {
    const from = { start: oldAt, end: oldAt + (added ? 0 : value.length) };
    const to = { start: nowAt, end: nowAt + (removed ? 0 : value.length) };
    [oldAt, nowAt] = [from.end, to.end];
    const last = isOpen ? found.pop() : undefined;
    isOpen = added || removed;
    if (isOpen)
      found.push([
        { start: last?.[0].start ?? from.start, end: from.end },
        { start: last?.[1].start ?? to.start, end: to.end },
      ]);
    else if (last) found.push(last);
  }
  return found;
}

/**
 * The words that differ between two texts in a language, in order, each with what stood and what stands there. Words that were only
 * put in or taken out are shown with their neighbour, unless they are lines of their own. Undefined where the texts have too little in
 * common to say so. How words are typed makes no difference (`plainWords`); their capitals and signs do.
 */
export function findChanges(old: string, now: string, language: string): Change[] | undefined {
  const [oldText, nowText] = [plainWords(old, language), plainWords(now, language)];
  if (oldText === nowText) return [];
  const [oldWords, nowWords] = [wordsOf(oldText, language), wordsOf(nowText, language)];
  return findStretches(oldWords, nowWords)?.map(([from, to]) => {
    const isOneSided = from.start === from.end || to.start === to.end;
    const [text, words, whole] = from.start === from.end ? [nowText, nowWords, to] : [oldText, oldWords, from];
    const before = isOneSided ? reachBack(text, words, whole.start) : 0;
    const after = isOneSided && before === 0 ? reachOn(text, words, whole.end) : 0;
    const widen = ({ start, end }: Stretch) => ({ start: start - before, end: end + after });
    return { from: show(oldText, oldWords, widen(from)), to: show(nowText, nowWords, widen(to)) };
  });
}
