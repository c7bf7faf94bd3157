import { fold } from "../files/fold.ts";
import { readUrl } from "../links/read-url.ts";
import { withoutWww } from "../links/web-address.ts";
import { currentPublisher } from "../publishers.ts";
import type { Meanings, Named } from "./shorthand.ts";
import type { People, Publishers, Topics } from "./schema.ts";
import type { TopicIndex } from "../topics.ts";
import { rememberOf } from "../words/remember.ts";
import { shorten } from "../words/shorten.ts";

type Entries = Readonly<Record<string, { readonly name: string }>>;

/** In characters: the longest title of a source. */
const LONGEST_TITLE = 300;

/** A word as it is compared: capitals, and hyphens for blanks, make no other one. */
const foldWord = (word: string): string => fold(word.replace(/[\s-]+/gu, " ").trim());

/** The ids of all entries that are called so, by each word that calls one: its id, its name and, of a topic, its aliases. */
function readCallings(entries: Entries, index: Pick<TopicIndex, "resolve" | "words"> | undefined) {
  const callings = new Map<string, ReadonlySet<string>>();
  const call = (word: string, id: string): void => {
    const folded = foldWord(word);
    callings.set(folded, new Set(callings.get(folded)).add(id));
  };
  for (const [id, { name }] of Object.entries(entries)) {
    call(id, id);
    call(name, id);
  }
  for (const word of index?.words ?? []) call(word, index?.resolve(word) ?? word);
  return callings;
}

interface Home {
  readonly id: string;
  readonly path: string;
}

/** Publishers by the host of their sites. */
const homesOf = rememberOf((publishers: Publishers): ReadonlyMap<string, readonly Home[]> => {
  const homes = new Map<string, Home[]>();
  for (const [id, { url }] of Object.entries(publishers)) {
    const { hostname = "", pathname = "/" } = readUrl(url) ?? {};
    const host = withoutWww(hostname);
    homes.set(host, [...(homes.get(host) ?? []), { id, path: pathname.replace(/\/*$/, "/") }]);
  }
  return homes;
});

/** The publishers at the host of an address, and of these the ones on whose site it is: those whose own address is nearest. */
function publishersAt(publishers: Publishers, address: string): { readonly own: string[]; readonly near: string[] } {
  const url = readUrl(address);
  const homes = (url && homesOf(publishers).get(withoutWww(url.hostname))) ?? [];
  const within = homes.filter(({ path }) => `${url?.pathname.replace(/\/*$/, "") ?? ""}/`.startsWith(path));
  const nearest = Math.max(...within.map(({ path }) => path.length));
  const idsOf = (some: readonly Home[]) => some.map(({ id }) => id);
  return { own: idsOf(within.filter(({ path }) => path.length === nearest)), near: idsOf(homes) };
}

/**
 * What words mean in a publication. An id, an alias or a former id means its entry already. A source of which no more is typed than its
 * address is called by that, since nobody has read its headline.
 */
export function createMeanings(
  { publishers, people, topics }: { readonly publishers: Publishers; readonly people: People; readonly topics: Topics },
  index: Pick<TopicIndex, "resolve" | "words">,
): Meanings {
  const entries: Readonly<Record<Named, Entries>> = { publishers, people, topics };
  const callingsOf = rememberOf((own: Entries) => readCallings(own, own === topics ? index : undefined));
  const called = (vocabulary: Named, word: string) => [...(callingsOf(entries[vocabulary]).get(foldWord(word)) ?? [])];
  return {
    called,
    entry(vocabulary, word) {
      if (Object.hasOwn(entries[vocabulary], word)) return undefined;
      if (vocabulary === "publishers" && currentPublisher(publishers, word) !== word) return undefined;
      if (vocabulary === "topics" && index.resolve(word) !== undefined) return undefined;
      const [id, ...others] = called(vocabulary, word);
      return others.length === 0 ? id : undefined;
    },
    publishersAt(address) {
      const { own, near } = publishersAt(publishers, address);
      return own.length > 0 ? own : near;
    },
    source(address) {
      const [own, ...others] = publishersAt(publishers, address).own;
      const title = shorten(address.replace(/^https?:\/\/(?:www\.)?|\/$/gi, ""), LONGEST_TITLE);
      const host = withoutWww(readUrl(address)?.hostname ?? address);
      return { publisher: own !== undefined && others.length === 0 ? own : host, title, url: address };
    },
  };
}
