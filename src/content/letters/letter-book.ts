import type { FiledLetter, Letter } from "./letter.ts";

/** Every letter of a publication. */
export interface LetterBook {
  /** In the order of their files. */
  readonly all: readonly FiledLetter[];
  /** The letters to a story by the identity that it has now, in the order in which they were accepted. */
  to(identity: string): readonly Letter[];
}

const NONE: readonly Letter[] = [];

/** Sorts letters by the stories to which they were written; `renamed` has the identity that a story has now, by each that it had. */
export function createLetterBook(all: readonly FiledLetter[], renamed: ReadonlyMap<string, string>): LetterBook {
  const byStory = new Map<string, Letter[]>();
  for (const { front, letter } of all) {
    if (front.story === undefined || letter === undefined) continue;
    const identity = renamed.get(front.story) ?? front.story;
    const own = byStory.get(identity);
    if (own) own.push(letter);
    else byStory.set(identity, [letter]);
  }
  for (const own of byStory.values()) own.sort((a, b) => a.accepted.at - b.accepted.at || (a.id < b.id ? -1 : 1));
  return { all, to: (identity) => byStory.get(identity) ?? NONE };
}
