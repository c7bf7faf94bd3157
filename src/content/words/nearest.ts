import leven from "leven";

/** No word of the format is longer but addresses, and a slip in one so long is found by eye. */
const LONGEST = 160;
const MOST_SEARCHES = 25;

/** The known word closest to `word`, or undefined when none is close enough to be what was meant. */
export function findNearest(word: string, known: Iterable<string>): string | undefined {
  if (word.length > LONGEST) return undefined;
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.ceil(wanted.length / 3)) + 1;
  for (const candidate of known) {
    // The distance is at least the difference in length.
    if (Math.abs(candidate.length - wanted.length) >= bestDistance) continue;
    const distance = leven(wanted, candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

function suggest(near: string | undefined): string | undefined {
  return near === undefined ? undefined : `did you mean “${near}”?`;
}

/** A hint “did you mean “x”?”, or undefined when nothing is near. */
export function hintNearest(word: string, known: Iterable<string>): string | undefined {
  return suggest(findNearest(word, known));
}

export type Suggest = (word: string, known: Iterable<string>) => string | undefined;

/**
 * Makes a `hintNearest` for one document that stops searching after as many words as are told of one file: a text of
 * thousands of dead links is not held against thousands of pages.
 */
export function createSuggest(): Suggest {
  let searches = 0;
  return (word, known) => (++searches > MOST_SEARCHES ? undefined : hintNearest(word, known));
}

/** A closed list for a hint: all of it while short, else its beginning. */
export function listKnown(known: Iterable<string>, most = 12): string {
  const all = [...known];
  const shown = all.slice(0, most).join(", ");
  return all.length > most ? `${shown}, … (${all.length} in all)` : shown;
}
