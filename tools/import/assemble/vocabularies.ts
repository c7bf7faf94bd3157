import { hostOf, isWithin } from "../../../src/content/links/web-address.ts";
import { isPerson } from "../../../src/content/words/is-person.ts";
import type { ImportMap } from "../map.ts";
import { claimId, shortenAtWord } from "./names.ts";
import type { Existing } from "./settings.ts";

const LONGEST_NAME = 80;

/** New terms of a vocabulary by id, in the order in which they were first needed. */
export type Added<Value> = Map<string, Value>;

/** The vocabularies of an import: the ids of what they have, and of what they are given. */
export interface Terms {
  readonly topics: Added<{ name: string }>;
  readonly publishers: Added<{ name: string; url: string }>;
  readonly people: Added<{ name: string; role: string }>;
  readonly topicOf: (category: string) => string;
  readonly publisherOf: (address: string) => string;
  /** Undefined for nobody. */
  readonly personOf: (author: string) => string | undefined;
}

function fold(name: string): string {
  return name.normalize("NFKC").toLowerCase().trim();
}

/** The id of a name: remembered, found in what is there, or claimed for what is added. */
function remember<Value extends { name: string }>(
  there: Readonly<Record<string, { readonly name: string; readonly aliases?: readonly string[] }>>,
  kind: string,
  language: string,
  make: (name: string) => Value,
) {
  const added: Added<Value> = new Map();
  const taken = new Set(Object.keys(there));
  const known = new Map<string, string>();
  for (const [id, { name, aliases = [] }] of Object.entries(there))
    for (const word of [name, id, ...aliases]) if (!known.has(fold(word))) known.set(fold(word), id);
  const find = (name: string): string => {
    const found = known.get(fold(name));
    if (found !== undefined) return found;
    const id = claimId(name, kind, language, taken);
    known.set(fold(name), id);
    added.set(id, make(shortenAtWord(name, LONGEST_NAME)));
    return id;
  };
  /** Adds a term whose id is given. */
  const add = (id: string, name: string): string => {
    if (!taken.has(id)) added.set(id, make(shortenAtWord(name, LONGEST_NAME)));
    taken.add(id);
    known.set(fold(name), id);
    return id;
  };
  return { added, find, add };
}

/** Makes the vocabularies of an import out of those that are there. */
export function createTerms(existing: Existing, map: ImportMap, language: string): Terms {
  const topics = remember(existing.topics, "topic", language, (name) => ({ name }));
  const people = remember(existing.people, "person", language, (name) => ({ name, role: "Author" }));
  const publishers: Terms["publishers"] = new Map();
  const taken = new Set(Object.keys(existing.publishers));
  const there = Object.entries(existing.publishers).map(([id, { url }]) => ({
    id,
    host: hostOf(url).replace(/^www\./, ""),
  }));
  const byHost = new Map<string, string>();
  return {
    topics: topics.added,
    people: people.added,
    publishers,
    topicOf: (category) => {
      const id = map.topics[category];
      return id === undefined ? topics.find(category) : topics.add(id, category);
    },
    personOf: (author) => {
      const named = author in map.people ? map.people[author] : author;
      if (named === null || named === undefined || named.trim() === "" || !isPerson(named)) return undefined;
      return people.find(named.trim());
    },
    publisherOf: (address) => {
      const full = hostOf(address);
      const host = full.replace(/^www\./, "");
      const known =
        there.find((publisher) => publisher.host === host) ?? there.find((other) => isWithin(host, other.host));
      const found = known?.id ?? byHost.get(host);
      if (found !== undefined) return found;
      const id = claimId(host, "publisher", "en", taken);
      byHost.set(host, id);
      publishers.set(id, { name: shortenAtWord(host, LONGEST_NAME), url: `https://${full}/` });
      return id;
    },
  };
}
