const SIGNS: Record<string, string> = { "+": "plus", "#": "sharp", "♯": "sharp" };

/**
 * A text with the signs that tell names apart in words, where an address has no room for them: “C++” and “C#” are not one
 * thing. A sign before a word, as in “#MeToo”, belongs to no name.
 */
export function spellSigns(text: string): string {
  return text.replace(/(?<=[\p{L}\p{M}\p{N}])[+#♯]+/gu, (signs) =>
    Array.from(signs, (sign) => ` ${SIGNS[sign] ?? ""} `).join(""),
  );
}
