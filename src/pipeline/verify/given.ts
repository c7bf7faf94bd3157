/** What a page was made of, as values: whatever of it is not in there the program said by itself. Asked for only where that matters. */
export type GivenValues = () => unknown;

/** Every text in a value of plain objects and lists, however deep. */
function* textsIn(value: unknown, seen: Set<object>): Generator<string> {
  if (typeof value === "string") yield value;
  if (typeof value !== "object" || value === null || value instanceof Uint8Array || seen.has(value)) return;
  seen.add(value);
  for (const inner of value instanceof Map || value instanceof Set ? value : Object.values(value))
    yield* textsIn(inner, seen);
}

/**
 * Whether a page may have words from what it was given. What a template or the shell says, and a headline that is composed of
 * several texts, is in none of those; a text that was given is there as it was written, or with tags between its words.
 */
export function wasGiven(words: string, given: GivenValues | undefined): boolean {
  if (!given) return true;
  const holds = (text: string): boolean => text.includes(words);
  for (const text of textsIn(given(), new Set())) {
    if (holds(text)) return true;
    const plain = text.replace(/<[^>]*>/g, "");
    if (holds(plain) || holds(plain.replace(/\s+/g, " "))) return true;
  }
  return false;
}
