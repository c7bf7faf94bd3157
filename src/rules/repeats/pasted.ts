/** A text of an edition, by its paragraphs: digests of how each begins and ends, and its line, one behind the other. */
export interface Paragraphs {
  /** The place of its edition among all. */
  readonly edition: number;
  readonly numbers: Float64Array;
}

/** A paragraph that stands already in another text, or in its own. */
export interface Pasted {
  /** The place of its text among all, and its line. */
  readonly text: number;
  readonly line: number;
  /** Where it stood last before. */
  readonly other: number;
  readonly otherLine: number;
  /** Whether the paragraph before it is no such one of the same text. */
  readonly isFirst: boolean;
}

const WIDTH = 3;

/** The digests that stand in several places: a few, whatever the archive, so that nothing else need be looked up. */
function listSeveral(texts: readonly Paragraphs[]): ReadonlySet<number> {
  const digests = new Float64Array(texts.reduce((sum, { numbers }) => sum + (2 * numbers.length) / WIDTH, 0));
  let count = 0;
  for (const { numbers } of texts)
    for (let at = 0; at < numbers.length; at += WIDTH) {
      digests[count++] = numbers[at] ?? 0;
      digests[count++] = numbers[at + 1] ?? 0;
    }
  digests.sort();
  const several = new Set<number>();
  for (let at = 1; at < count; at++) if (digests[at] === digests[at - 1]) several.add(digests[at] ?? 0);
  return several;
}

/** Finds the paragraphs of texts, given oldest first, that begin or end as one did in the same edition or in one of the `reach` before it. */
export function findPasted(texts: readonly Paragraphs[], reach: number, allowed: ReadonlySet<number>): Pasted[] {
  const several = listSeveral(texts);
  const latest = new Map<number, { readonly text: number; readonly line: number }>();
  return texts.flatMap(({ edition, numbers }, text) => {
    const found: Pasted[] = [];
    let source: number | undefined;
    for (let at = 0; at < numbers.length; at += WIDTH) {
      const [first = 0, last = 0, line = 0] = numbers.subarray(at, at + WIDTH);
      if (allowed.has(first) || allowed.has(last)) continue;
      const isSeveral = several.has(first) || several.has(last);
      const before = isSeveral ? (latest.get(first) ?? latest.get(last)) : undefined;
      if (isSeveral) for (const digest of [first, last]) latest.set(digest, { text, line });
      const isNear = before !== undefined && edition - (texts[before.text]?.edition ?? 0) <= reach;
      if (isNear)
        found.push({ text, line, other: before.text, otherLine: before.line, isFirst: before.text !== source });
      source = isNear ? before.text : undefined;
    }
    return found;
  });
}
