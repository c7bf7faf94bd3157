import { fold } from "../files/fold.ts";
import { readUrl } from "../links/read-url.ts";
import type { Meanings, Named } from "./shorthand.ts";
import type { People, Publishers, Topics } from "./schema.ts";
import type { TopicIndex } from "../topics.ts";
import { rememberOf } from "../words/remember.ts";
import { shorten } from "../words/shorten.ts";

type Entries = Readonly<Record<string, { readonly name: string }>>;

/** In characters: the longest title of a source. */
const LONGEST_TITLE = 300;

const foldName = (name: string): string => fold(name.trim().replace(/\s+/g, " "));

/** The one id of each name; undefined where several entries have it. */
const idsByName = rememberOf((entries: Entries): ReadonlyMap<string, string | undefined> => {
  const ids = new Map<string, string | undefined>();
  for (const [id, { name }] of Object.entries(entries)) {
    const folded = foldName(name);
    ids.set(folded, ids.has(folded) ? undefined : id);
  }
  return ids;
});

const hostOf = (host: string): string => host.replace(/^www\./, "");

interface Home {
  readonly id: string;
  readonly path: string;
}

/** Publishers by the host of their sites. */
const homesOf = rememberOf((publishers: Publishers): ReadonlyMap<string, readonly Home[]> => {
  const homes = new Map<string, Home[]>();
  for (const [id, { url }] of Object.entries(publishers)) {
    const { hostname = "", pathname = "/" } = readUrl(url) ?? {};
    const host = hostOf(hostname);
    homes.set(host, [...(homes.get(host) ?? []), { id, path: pathname.replace(/\/*$/, "/") }]);
  }
  return homes;
});

/** The publisher on whose site an address is; of several at one host the one whose own address is nearest, if that is one alone. */
function publisherOf(publishers: Publishers, { hostname, pathname }: Readonly<URL>): string | undefined {
  const within = (homesOf(publishers).get(hostOf(hostname)) ?? []).filter(({ path }) =>
    pathname.replace(/\/*$/, "/").startsWith(path),
  );
  const nearest = Math.max(...within.map(({ path }) => path.length));
  const [first, ...others] = within.filter(({ path }) => path.length === nearest);
  return others.length === 0 ? first?.id : undefined;
}

/**
 * What words mean in a publication. An id, an alias or a former id means its entry already. A source of which no more is typed than its
 * address is called by that, since nobody has read its headline.
 */
export function createMeanings(
  { publishers, people, topics }: { readonly publishers: Publishers; readonly people: People; readonly topics: Topics },
  index: Pick<TopicIndex, "resolve">,
): Meanings {
  const entries: Readonly<Record<Named, Entries>> = { publishers, people, topics };
  return {
    entry(vocabulary, name) {
      const known = entries[vocabulary];
      if (Object.hasOwn(known, name)) return undefined;
      if (vocabulary === "topics" && index.resolve(name) !== undefined) return undefined;
      return idsByName(known).get(foldName(name));
    },
    source(address) {
      const url = readUrl(address);
      const host = hostOf(url?.hostname ?? address);
      const title = shorten(address.replace(/^https?:\/\/(?:www\.)?|\/$/gi, ""), LONGEST_TITLE);
      return { publisher: (url && publisherOf(publishers, url)) ?? host, title, url: address };
    },
  };
}
