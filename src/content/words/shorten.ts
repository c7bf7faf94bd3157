/** A text cut to `most` UTF-16 units where it is longer, with “…” for the rest and never half a character. */
export function shorten(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, "")}…` : text;
}
