const BITS = 16;
const BASE = 0x01000193;

/**
 * Makes a function that finds which of many needles stand in a text, in one pass however many there are (Rabin and Karp, 1987).
 * Each needle has at least `least` UTF-16 units.
 */
export function createFinder(needles: Iterable<string>, least: number): (text: string) => string[] {
  const byHash = new Map<number, string[]>();
  // Most places of a text begin no needle, which this table tells without a look into the map.
  const begins = new Uint8Array(1 << BITS);
  for (const needle of needles) {
    let hash = 0;
    for (let at = 0; at < least; at++) hash = (Math.imul(hash, BASE) + needle.charCodeAt(at)) | 0;
    byHash.set(hash, [...(byHash.get(hash) ?? []), needle]);
    begins[hash >>> (32 - BITS)] = 1;
  }
  let leaving = 1;
  for (let power = 0; power < least; power++) leaving = Math.imul(leaving, BASE);

  return (text) => {
    const found: string[] = [];
    let hash = 0;
    for (let at = 0; at < text.length; at++) {
      hash = (Math.imul(hash, BASE) + text.charCodeAt(at)) | 0;
      if (at >= least) hash = (hash - Math.imul(leaving, text.charCodeAt(at - least))) | 0;
      if (at < least - 1 || begins[hash >>> (32 - BITS)] === 0) continue;
      const from = at - least + 1;
      const needle = byHash.get(hash)?.find((candidate) => text.startsWith(candidate, from));
      if (needle !== undefined) found.push(needle);
    }
    return found;
  };
}
