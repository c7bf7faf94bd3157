import type { Nodes, RootContent } from "mdast";
import { plainWords } from "../convert/tidy.ts";
import { wordsOf } from "../convert/words.ts";

/** Least likeness of two texts of the same news, from 0 to 1, and that from which it is beyond doubt. */
const LEAST = 0.05;
const SURE = 0.25;
/** So many times as alike as to any other text a partner is, where the pair is beyond doubt. */
const MARGIN = 1.25;
/** What it counts that texts come in the same order: most editions analyse their news in the order in which they told them. */
const ORDER = 0.1;
/** Words are compared by their beginnings, so that “model” and “models” are one. */
const STEM = 6;

function linksIn(nodes: readonly Nodes[]): Set<string> {
  const found = new Set<string>();
  const visit = (node: Nodes): void => {
    if (node.type === "link" && /^https?:/.test(node.url)) found.add(node.url.replace(/^https?:\/\/|\/$/g, ""));
    if ("children" in node) for (const child of node.children) visit(child);
  };
  for (const node of nodes) visit(node);
  return found;
}

type Blocks = readonly RootContent[];

interface Read {
  readonly stems: ReadonlySet<string>;
}

/** Links, numbers and names say more than words do. */
const NAME = 4;
function isName(stem: string): boolean {
  return /^(?:link|name):/.test(stem);
}

const WORD = /(?<start>(?:^|[.!?:]\s+|\n)["“‘(]?)?(?<word>[\p{L}\p{M}\p{N}]+)/gu;

/** The words of a text by their beginnings, those that are names, numbers and links marked as such. */
function read(blocks: Blocks): Read {
  const stems = new Set([...linksIn(blocks)].map((link) => `link:${link}`));
  for (const { groups } of plainWords(blocks).matchAll(WORD)) {
    const { start, word = "" } = groups ?? {};
    const [stem = ""] = wordsOf(word);
    const isNamed = /^\p{N}/u.test(word) || (start === undefined && /^\p{Lu}/u.test(word));
    if (isNamed || stem.length > 2) stems.add(`${isNamed ? "name:" : ""}${stem.slice(0, STEM)}`);
  }
  return { stems };
}

/**
 * How alike each text of the second list is to each of the first, from 0: by the words and links that they share. Words count the more,
 * the fewer of all the texts have them.
 */
function likenesses(first: readonly Blocks[], second: readonly Blocks[]): number[][] {
  const [left, right] = [first.map(read), second.map(read)];
  const all = [...left, ...right];
  const inTexts = new Map<string, number>();
  for (const { stems } of all) for (const stem of stems) inTexts.set(stem, (inTexts.get(stem) ?? 0) + 1);
  // A word that one text alone has says nothing of two, nor does one that all have.
  const weigh = (stem: string) => {
    const texts = inTexts.get(stem) ?? 1;
    return texts === 1 ? 0 : Math.log(all.length / texts) ** 2 * (isName(stem) ? NAME : 1);
  };
  const sum = (stems: readonly string[]) => stems.reduce((total, stem) => total + weigh(stem), 0);
  const total = ({ stems }: Read) => sum([...stems]);
  return right.map((b) =>
    left.map((a) => {
      const shared = sum([...a.stems].filter((stem) => b.stems.has(stem)));
      return shared / (Math.sqrt(total(a) * total(b)) || 1);
    }),
  );
}

/** The place of a text's partner in the other list. */
export interface Pair {
  readonly from: number;
  /** Whether they are so alike that they tell the same news. */
  readonly isAlike: boolean;
  /** Whether, besides, neither of them is nearly as much like another text. */
  readonly isSure: boolean;
}

/**
 * Pairs texts of two lists that tell the same news: the likest first, and then by exchanging partners while that makes all together
 * more alike. Returns a partner for each of the second list, or undefined.
 */
export function pairTexts(first: readonly Blocks[], second: readonly Blocks[]): (Pair | undefined)[] {
  const rows = likenesses(first, second);
  const plain = (to: number, from: number | undefined) => (from === undefined ? 0 : (rows[to]?.[from] ?? 0));
  const weigh = (to: number, from: number | undefined) => {
    const score = plain(to, from);
    return score < LEAST ? 0 : score + (from === to ? ORDER : 0);
  };
  // Beyond the end of the first list stand as many places for nobody.
  const partners = second.map((_, to): number => first.length + to);
  const all = rows.flatMap((row, to) => row.map((_, from) => ({ from, to, score: weigh(to, from) })));
  for (const { from, to, score } of all.sort((a, b) => b.score - a.score || a.to - b.to || a.from - b.from))
    if (score > 0 && !partners.includes(from) && (partners[to] ?? 0) >= first.length) partners[to] = from;
  const free = first.map((_, from) => from).filter((from) => !partners.includes(from));
  const places = [...partners, ...free];
  for (let changed = true; changed;) {
    changed = false;
    for (let a = 0; a < second.length; a++)
      for (let b = a + 1; b < places.length; b++) {
        const [x = 0, y = 0] = [places[a], places[b]];
        const isPlaced = b < second.length;
        const now = weigh(a, x) + (isPlaced ? weigh(b, y) : 0);
        const then = weigh(a, y) + (isPlaced ? weigh(b, x) : 0);
        if (then <= now + 1e-9) continue;
        [places[a], places[b]] = [y, x];
        changed = true;
      }
  }
  return second.map((_, to) => {
    const from = places[to] ?? first.length;
    if (weigh(to, from) === 0) return undefined;
    const others = rows.flatMap((row, at) => row.filter((_, place) => (at === to) !== (place === from)));
    const isAlike = plain(to, from) >= SURE;
    return { from, isAlike, isSure: isAlike && plain(to, from) >= MARGIN * Math.max(0, ...others) };
  });
}

/** So many texts paragraphs are divided among: the ways to do so double with each. */
const MOST_SHARERS = 8;

interface Way {
  readonly score: number;
  readonly of: readonly (number | undefined)[];
}

/**
 * Divides paragraphs in a row among texts that tell the same news, each a stretch of its own, in whichever order; those before the
 * first stretch are nobody's. Returns for each paragraph the place of its text, or undefined.
 */
export function divideAmong(paragraphs: readonly Blocks[], texts: readonly Blocks[]): (number | undefined)[] {
  if (texts.length > MOST_SHARERS || paragraphs.length === 0) return paragraphs.map(() => undefined);
  const rows = likenesses(texts, paragraphs).map((row) => {
    const mean = row.reduce((sum, score) => sum + score, 0) / Math.max(1, row.length);
    return row.map((score) => score - mean);
  });
  // The best way to each set of texts that have their stretch, the last of them being open.
  let ways = new Map<string, Way>([["0:", { score: 0, of: [] }]]);
  for (const row of rows) {
    const next = new Map<string, Way>();
    const offer = (key: string, way: Way) => {
      if (way.score > (next.get(key)?.score ?? -Infinity)) next.set(key, way);
    };
    for (const [key, { score, of }] of ways) {
      const [used = "0", open = ""] = key.split(":");
      if (open === "") offer(key, { score, of: [...of, undefined] });
      for (const [text, more] of row.entries())
        if (open === String(text) || (Number(used) & (1 << text)) === 0) {
          const order = open !== String(text) && Number(used) === (1 << text) - 1 ? ORDER : 0;
          offer(`${Number(used) | (1 << text)}:${text}`, { score: score + more + order, of: [...of, text] });
        }
    }
    ways = next;
  }
  return [...ways.values()].reduce((best, way) => (way.score > best.score ? way : best)).of.slice();
}
