import { topicPath } from "./addresses.ts";
import { listOldIds } from "./former/former.ts";
import { spellSigns } from "./words/spell-signs.ts";
import type { Topics } from "./schema/schema.ts";

/** The closed vocabulary of topics, with its aliases. */
export interface TopicIndex {
  /** The id that a word of the front matter means, directly, as an alias or as what the topic was called. */
  resolve(word: string | undefined): string | undefined;
  /** Every id, alias and former id, for suggestions. */
  readonly words: readonly string[];
  /** From the path segment of each alias and former id to the id it means; one that is itself an id is left out. */
  readonly redirects: ReadonlyMap<string, string>;
  /** The ids that a topic had, oldest first, by the one that it has. */
  readonly former: ReadonlyMap<string, readonly string[]>;
  /** The id that each of them had first, which is its own where that came back. */
  readonly first: ReadonlyMap<string, string>;
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
  const named = listOldIds(topics, topicPath);
  const before = named.map(([id, old]) => [id, old.filter((name) => !ids.includes(name))] as const);
  const former = before.flatMap(([id, old]) => old.map((name) => [name, id] as const));
  const meaning = new Map<string, string>([...former, ...aliases, ...ids.map((id) => [id, id] as const)]);
  const redirects = new Map(
    [...former, ...aliases.map(([alias, id]) => [aliasSegment(alias), id] as const)].filter(
      ([segment]) => segment !== "" && !ids.includes(segment),
    ),
  );
  return {
    resolve: (word) => (word === undefined ? undefined : meaning.get(word.normalize("NFC"))),
    words: [...meaning.keys()],
    redirects,
    former: new Map(before.filter(([, old]) => old.length > 0)),
    first: new Map(named.map(([id, [first = id]]) => [id, first])),
  };
}
