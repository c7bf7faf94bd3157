import { plainWords } from "../convert/tidy.ts";
import { takeAway, wordsOf } from "../convert/words.ts";
import type { Loss, Prepared } from "./prepare.ts";

/** What is written of a post, while it is written. */
export interface Written {
  readonly files: string[];
  readonly words: string[];
  readonly rules: string[];
  readonly notes: Set<string>;
}

/** What became of a post. */
export interface Account {
  readonly title: string;
  readonly address: string | undefined;
  readonly origin: string;
  /** The files that it stands in now. */
  readonly files: readonly string[];
  readonly losses: readonly Loss[];
  readonly furniture: readonly string[];
  /** How many words the post had, furniture aside. */
  readonly words: number;
  /** Those of them that its files do not hold. */
  readonly lost: readonly string[];
  /** Rules that the generator's reader finds broken in what was written. */
  readonly rules: readonly string[];
}

export function emptyWritten(): Written {
  return { files: [], words: [], rules: [], notes: new Set() };
}

/** Holds what was written of a post against what it had. */
export function accountOf({ post, words, furniture, losses, notes }: Prepared, written: Written): Account {
  const unused = [...notes].filter(([name]) => !written.notes.has(name));
  const wanted = takeAway(words, wordsOf(furniture.join(" ")));
  return {
    title: post.title,
    address: post.address,
    origin: post.origin,
    files: written.files,
    losses: [
      ...losses,
      ...unused.map(([, { children }]) => ({
        what: `a footnote that nothing refers to: “${plainWords(children).trim()}”`,
        where: "",
      })),
    ],
    furniture,
    words: wanted.length,
    lost: takeAway(wanted, written.words),
    rules: written.rules,
  };
}
