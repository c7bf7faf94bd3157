const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;

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

/** The words that are left when others are taken away, each as often as it stands there. */
export function takeAway(words: readonly string[], others: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const word of others) counts.set(word, (counts.get(word) ?? 0) + 1);
  return words.filter((word) => {
    const more = counts.get(word) ?? 0;
    if (more > 0) counts.set(word, more - 1);
    return more === 0;
  });
}
