import leven from "leven";

/** The known word closest to `word`, or undefined when none is close enough to be what was meant. */
export function findNearest(word: string, known: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.ceil(wanted.length / 3)) + 1;
  for (const candidate of known) {
    const distance = leven(wanted, candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** A hint “did you mean “x”?”, or undefined when nothing is near. */
export function hintNearest(word: string, known: Iterable<string>): string | undefined {
  const near = findNearest(word, known);
  return near === undefined ? undefined : `did you mean “${near}”?`;
}

/** A closed list for a hint: all of it while short, else its beginning. */
export function listKnown(known: Iterable<string>, most = 12): string {
  const all = [...known];
  const shown = all.slice(0, most).join(", ");
  return all.length > most ? `${shown}, … (${all.length} in all)` : shown;
}
