import { fold } from "../../content/files/fold.ts";

/** Says of a text whether all words that are looked for stand in it, in capitals or not; undefined where no word is looked for. */
export function matcherOf(search: string): ((text: string) => boolean) | undefined {
  const words = fold(search).split(/\s+/).filter(Boolean);
  if (words.length === 0) return undefined;
  return (text) => {
    const folded = fold(text);
    return words.every((word) => folded.includes(word));
  };
}
