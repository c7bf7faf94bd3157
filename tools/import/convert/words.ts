const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** The words of a text as they are compared: in small letters, however their signs are written. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize("NFKC")
      .replace(/[\u00AD\u200B-\u200D\u2060]/g, "")
      .toLowerCase()
      .match(WORD) ?? []
  );
}

/** How many of the words are there again, each as often as it is. */
export function countKept(words: readonly string[], kept: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of kept) left.set(word, (left.get(word) ?? 0) + 1);
  let count = 0;
  for (const word of words) {
    const more = left.get(word) ?? 0;
    if (more === 0) continue;
    left.set(word, more - 1);
    count++;
  }
  return count;
}
