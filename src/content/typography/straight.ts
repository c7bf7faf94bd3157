import { CLOSE_SIGN } from "./scripts.ts";

const STRAIGHT = /["']/g;
const DOUBLE = 0x22;
const WORD = /[\p{L}\p{M}\p{N}]/u;
const ARABIC = /\p{Script=Arabic}/u;
const HEBREW = /\p{Script=Hebrew}/u;
const BRACKET = /[\p{Ps}\p{Pi}]/u;
/** Behind these a quotation begins where a word follows; behind any other sign (C++'s, (sic)'s, 4.5%'s) stands an apostrophe. */
const BEFORE_SINGLE = /[\s\p{Ps}\p{Pi}\p{Pd}/=|<>~:;,.!?…¿¡·]/u;
/** What follows an apostrophe, and no opening mark, behind a full stop: Inc.'s. */
const ENDING = /(?:[sdmt]|ll|re|ve)(?![\p{Script=Latin}\p{N}])/iuy;
/** Feet and inches: 5'10". */
const MEASURE = /\d'\d{1,2}$/;

/** A straight mark with what stands beside it; the empty string at the text's ends. */
export interface Straight {
  readonly at: number;
  readonly kind: "double" | "single";
  readonly before: string;
  /** Behind all the marks that follow this one at once. */
  readonly after: string;
  face: "open" | "close" | "apostrophe" | "plain";
}

/** The places of the straight quotation marks of a text, in order. */
function placesIn(text: string): number[] {
  const places: number[] = [];
  STRAIGHT.lastIndex = 0;
  while (STRAIGHT.test(text)) places.push(STRAIGHT.lastIndex - 1);
  return places;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** The straight quotation marks of a text, in order. */
export function findStraight(text: string): Straight[] {
  const places = placesIn(text);
  const found = new Array<Straight>(places.length);
  for (let index = places.length - 1; index >= 0; index--) {
    const at = places[index] as number;
    const next = found[index + 1];
    const code = text.codePointAt(at + 1);
    found[index] = {
      at,
      kind: text.charCodeAt(at) === DOUBLE ? "double" : "single",
      before: text.slice(Math.max(0, isLow(text.charCodeAt(at - 1)) ? at - 2 : at - 1), at),
      after: next?.at === at + 1 ? next.after : code === undefined ? "" : String.fromCodePoint(code),
      face: "plain",
    };
  }
  return found;
}

export interface Judgement {
  readonly opens: boolean;
  readonly closes: boolean;
  /** Whether it is a single one that hangs on what stands before it and goes on in a word. */
  readonly isWithin: boolean;
}

/** Which ways a mark may face, `last` being the mark right before it, if one is. `isOpen`: a quotation of its kind is begun. */
export function judge(text: string, mark: Straight, last: Straight | undefined, isOpen: boolean): Judgement {
  const { kind, before, after, at } = mark;
  const isFree = before === "" || /\s/.test(before);
  const isBound = WORD.test(before) || last?.face === "close";
  const isClose = CLOSE_SIGN.test(before) || CLOSE_SIGN.test(after);
  const followsOpening = last ? last.face === "open" : BRACKET.test(before);
  const meetsWord = WORD.test(after);
  if (kind === "double" && MEASURE.test(text.slice(Math.max(0, at - 4), at)))
    return { opens: false, closes: false, isWithin: false };
  ENDING.lastIndex = at + 1;
  const isEnding = kind === "single" && /[.!?…]/.test(before) && ENDING.test(text);
  const mayFollow = last
    ? last.face === "open" || last.face === "apostrophe" || isClose
    : kind === "double"
      ? !isBound
      : BEFORE_SINGLE.test(before) && !isEnding;
  // Arabic binds “and”, “with” and the article to the word that follows them.
  const isPrefixed = kind === "double" && !isOpen && ARABIC.test(before) && ARABIC.test(after);
  const opens = after !== "" && !/\s/.test(after) && (isFree || mayFollow || isClose || isPrefixed);
  // A quotation’s ending may be bound to it: "OpenAI"nin. Hebrew writes such a mark within words: צה"ל.
  const isTied = kind === "double" && isOpen && (isBound || /[\p{Pe}\p{Pf}.!?…]/u.test(before));
  const isHebrew = HEBREW.test(before) && HEBREW.test(after);
  const closes = !isFree && !followsOpening && (!meetsWord || isClose || (isTied && !isHebrew));
  return { opens, closes, isWithin: kind === "single" && !isFree && meetsWord };
}

/** Whether a single mark is an apostrophe within a word; between letters that nothing parts it may as well begin a quotation. */
export function isBetweenWords(text: string, { before, after, at }: Straight, isOpen: boolean): boolean {
  if (!WORD.test(before) || !WORD.test(after)) return false;
  if (!CLOSE_SIGN.test(before) && !CLOSE_SIGN.test(after)) return true;
  ENDING.lastIndex = at + 1;
  return !isOpen && ENDING.test(text);
}
