const QUOTATION = /[“„«”"]([^“”„«»"]+)[”“»"]/gu;

/** Words without what typing changes and meaning does not: spaces and the kind of quotation marks. */
export function normaliseWords(text: string): string {
  const plain = text
    .normalize("NFC")
    .replace(/[‘’]/g, "'")
    .replace(/[“”„«»]/g, '"');
  return plain.replace(/\s+/g, " ").trim();
}

/** The quotations of three or more words: one or two words in quotation marks are a term, not what somebody said. */
export function quotationsIn(text: string): string[] {
  return [...text.matchAll(QUOTATION)]
    .map(([, words = ""]) => normaliseWords(words).replace(/[.,;:!?…]+$/, ""))
    .filter((words) => words.split(" ").length >= 3);
}
