import type { Correction } from "../../content/correction.ts";
import type { EditionOutline } from "../../content/outline.ts";
import type { Instant } from "../../content/time/calendar.ts";

/** The texts that were put right lately, by their paths, and what was done to each. */
export type Corrected = Readonly<Record<string, Correction["kind"]>>;

/** The gravest first: of several kinds, a title names that one. */
const KINDS: readonly Correction["kind"][] = ["correction", "clarification", "update"];

/** Finds the editions and stories of which a correction is young. */
export function findCorrected(editions: readonly EditionOutline[], isYoung: (at: Instant) => boolean): Corrected {
  const texts = editions.flatMap((edition) => [edition, ...edition.stories]);
  return Object.fromEntries(
    texts.flatMap(({ path, corrections }) => {
      const young = new Set(corrections.flatMap(({ at, kind }) => (isYoung(at) ? [kind] : [])));
      const kind = KINDS.find((own) => young.has(own));
      return kind === undefined ? [] : [[path, kind] as const];
    }),
  );
}
