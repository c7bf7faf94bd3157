import type { Spelling } from "../../content/schema/keys/house-schema.ts";
import { type Finding, orAllow } from "./text/finding.ts";
import { type Hit, ofKind, type Side } from "./text/lexicon.ts";
import { beginsSentence } from "./text/reading.ts";

/** A word that a house may spell in two ways, where it stands. */
export interface Spelt {
  readonly at: number;
  readonly end: number;
  readonly word: string;
  readonly family: string;
  readonly side: Side;
  /** The same word as the other side spells it, with the same capitals. */
  readonly other: string;
}

/** Which sides are not the house's. */
const WRONG: Readonly<Record<Spelling, ReadonlySet<Side>>> = {
  "en-GB": new Set<Side>(["american", "ize"]),
  "en-GB-oxford": new Set<Side>(["american", "ise"]),
  "en-US": new Set<Side>(["british", "ise"]),
};

const NAMES: Readonly<Record<Spelling, string>> = {
  "en-GB": "British, with “-ise”",
  "en-GB-oxford": "British, with “-ize”",
  "en-US": "American",
};

/** What goes on with a name: “Center for AI Safety”, “Defense Department”. */
const NAMED = /^(?:[ \n-]\p{Lu}| (?:for|of) )/u;

/** The words of a text that may be spelt in two ways; one with a capital within a sentence is a name's, and one behind a hyphen may be a product's. */
export function listSpelt(masked: string, hits: readonly Hit[]): Spelt[] {
  return ofKind(hits, "spelling").flatMap(({ at, end, word, entry }): Spelt[] => {
    const isCapital = /^\p{Lu}/u.test(word);
    const [before, behind] = [masked.slice(Math.max(0, at - 4), at), masked.slice(end, end + 6)];
    if (isCapital && (/^.\p{Lu}/u.test(word) || !beginsSentence(masked, at) || NAMED.test(behind))) return [];
    if (/[@#/._\\]$|\p{L}{3}-$/u.test(before) || /^(?:[/_@(=]|\.\p{L})/u.test(behind)) return [];
    const [first = "", ...rest] = entry.other;
    const other = isCapital ? first.toUpperCase() + rest.join("") : entry.other;
    return [{ at, end, word, family: entry.family, side: entry.side, other }];
  });
}

/** Finds words that are not spelt as the house has settled. */
export function findForeignSpelling(spelt: readonly Spelt[], spelling: Spelling): Finding[] {
  return spelt
    .filter(({ side }) => WRONG[spelling].has(side))
    .map(({ at, end, word, other }): Finding => ({
      at,
      end,
      severity: "warning",
      rule: "house-spelling",
      message: `“${word}” is not spelt as in this paper, which is ${NAMES[spelling]}`,
      hint: `type “${other}”${orAllow("house-spelling", word)}`,
    }));
}

/** Sides that do not stand in one paper. */
const OPPOSED: readonly (readonly [Side, Side])[] = [
  ["ise", "ize"],
  ["british", "american"],
  ["ise", "american"],
];

/** A word in one of the texts in which mixes are looked for. */
interface Placed<Text> {
  readonly spelt: Spelt;
  readonly text: Text;
}

type IsOf = (spelt: Spelt) => boolean;

const isBritish: IsOf = ({ side }) => side === "ise" || side === "british";
const isAmerican: IsOf = ({ side }) => side === "ize" || side === "american";

/** Finds two spellings of one word, and words spelt by two rules, in texts that are read together: each mix once. */
export function findMixes<Text>(placed: readonly Placed<Text>[]): (readonly [text: Text, finding: Finding])[] {
  const mixes: (readonly [Text, Finding])[] = [];
  const count = (is: IsOf) => placed.filter(({ spelt }) => is(spelt)).length;
  const tell = (own: readonly Placed<Text>[], isOne: IsOf, isOther: IsOf, what: string): boolean => {
    const [one, other] = [own.find(({ spelt }) => isOne(spelt)), own.find(({ spelt }) => isOther(spelt))];
    if (!one || !other) return false;
    // The odd side is the one with fewer words in all that is read, else the later one.
    const more = count(isOne) - count(isOther);
    const isOneOdd = more < 0 || (more === 0 && placed.indexOf(one) > placed.indexOf(other));
    const [odd, usual] = isOneOdd ? [one, other] : [other, one];
    const { at, end, word, other: typed } = odd.spelt;
    const message = `“${word}” and “${usual.spelt.word}” are ${what}`;
    const hint = `type “${typed}”, and all such words alike; which spelling is yours, house.yaml may say, as in “spelling: en-GB”`;
    mixes.push([odd.text, { at, end, severity: "warning", rule: "spelling-mix", message, hint }]);
    return true;
  };
  const families = new Map<string, Placed<Text>[]>();
  for (const own of placed) {
    const known = families.get(own.spelt.family) ?? [];
    families.set(own.spelt.family, known);
    known.push(own);
  }
  const torn = new Set<string>();
  for (const [family, own] of families)
    if (tell(own, isBritish, isAmerican, "one word in two spellings")) torn.add(family);
  // “Cancelled” stands in American papers, too, though seldom in one that is strict.
  const whole = placed.filter(({ spelt }) => !torn.has(spelt.family) && !/ll(?:ed|ing|ers?)$/.test(spelt.word));
  for (const [one, other] of OPPOSED) {
    const is =
      (side: Side): IsOf =>
      (spelt) =>
        spelt.side === side;
    if (tell(whole, is(one), is(other), "spelt by two rules")) break;
  }
  return mixes;
}
