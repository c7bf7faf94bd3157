import type { Nodes, RootContent } from "mdast";
import { plainWords } from "../convert/tidy.ts";
import { wordsOf } from "../convert/words.ts";

/** Least likeness of two texts of the same news, from 0 to 1; those of one day on other news stay far below. */
const LEAST = 0.1;
const SHARED_LINK = 0.4;
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

interface Read {
  readonly stems: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
}

function read(blocks: readonly RootContent[]): Read {
  const stems = wordsOf(plainWords(blocks)).map((word) => word.slice(0, STEM));
  return { stems: new Set(stems.filter((stem) => stem.length > 2 || /\p{N}/u.test(stem))), links: linksIn(blocks) };
}

/**
 * Pairs texts of two lists that tell the same news, by the words and links that they share; words count the more, the fewer of all the
 * texts have them. Returns for each of the second list the place of its partner in the first, or undefined.
 */
export function pairTexts(
  first: readonly (readonly RootContent[])[],
  second: readonly (readonly RootContent[])[],
): (number | undefined)[] {
  const [left, right] = [first.map(read), second.map(read)];
  const all = [...left, ...right];
  const inTexts = new Map<string, number>();
  for (const { stems } of all) for (const stem of stems) inTexts.set(stem, (inTexts.get(stem) ?? 0) + 1);
  // A word of one pair alone weighs most, and one that all texts have nothing.
  const weigh = (stem: string) => Math.log(all.length / Math.min(all.length, inTexts.get(stem) ?? 1)) ** 2;
  const length = ({ stems }: Read) => Math.sqrt([...stems].reduce((sum, stem) => sum + weigh(stem), 0));
  const scores = right.flatMap((b, to) =>
    left.map((a, from) => {
      const shared = [...a.stems].filter((stem) => b.stems.has(stem)).reduce((sum, stem) => sum + weigh(stem), 0);
      const links = [...a.links].some((link) => b.links.has(link)) ? SHARED_LINK : 0;
      return { from, to, score: shared / (length(a) * length(b) || 1) + links };
    }),
  );
  const pairs: (number | undefined)[] = second.map(() => undefined);
  const taken = new Set<number>();
  for (const { from, to, score } of scores.sort((a, b) => b.score - a.score || a.to - b.to || a.from - b.from)) {
    if (score < LEAST || taken.has(from) || pairs[to] !== undefined) continue;
    pairs[to] = from;
    taken.add(from);
  }
  return pairs;
}
