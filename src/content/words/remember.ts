/** So many answers, each of a few dozen bytes, are kept of one function. */
const MOST = 10_000;

/**
 * A pure function that answers what it was asked before from memory. It forgets everything when that is full: the
 * memory of a preview, which runs for days, must have a limit. What it throws is not remembered.
 */
export function remember<Arguments extends readonly (string | number)[], Answer>(
  ask: (...given: Arguments) => Answer,
): (...given: Arguments) => Answer {
  const known = new Map<string, { readonly answer: Answer }>();
  return (...given) => {
    // Each behind its length, since any separator may stand in a text.
    let key = "";
    for (const part of given) {
      const text = String(part);
      key += `${text.length} ${text}`;
    }
    const found = known.get(key);
    if (found) return found.answer;
    const answer = ask(...given);
    if (known.size >= MOST) known.clear();
    known.set(key, { answer });
    return answer;
  };
}
