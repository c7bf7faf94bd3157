import { spellSigns } from "./words/spell-signs.ts";
import type { Topics } from "./schema/schema.ts";

/** The closed vocabulary of topics, with its aliases. */
export interface TopicIndex {
  /** The id that a word of the front matter means, directly or as an alias. */
  resolve(word: string | undefined): string | undefined;
  /** Every id and alias, for suggestions. */
  readonly words: readonly string[];
  /** From the path segment of each alias to the id it means; an alias that is itself an id is left out. */
  readonly redirects: ReadonlyMap<string, string>;
}

/** The path segment of an alias: lower case, hyphens for what a path does not hold; empty where nothing is left of it. */
export function aliasSegment(alias: string): string {
  return spellSigns(alias.normalize("NFC"))
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}

export function createTopicIndex(topics: Topics): TopicIndex {
  const ids = Object.keys(topics);
  const aliases = Object.entries(topics).flatMap(([id, { aliases = [] }]) =>
    aliases.map((alias) => [alias.normalize("NFC"), id] as const),
  );
  const meaning = new Map<string, string>([...aliases, ...ids.map((id) => [id, id] as const)]);
  const redirects = new Map(
    aliases
      .map(([alias, id]) => [aliasSegment(alias), id] as const)
      .filter(([segment]) => segment !== "" && !ids.includes(segment)),
  );
  return {
    resolve: (word) => (word === undefined ? undefined : meaning.get(word.normalize("NFC"))),
    words: [...meaning.keys()],
    redirects,
  };
}
