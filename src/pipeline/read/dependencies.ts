import { isDeepStrictEqual } from "node:util";
import { rememberOf } from "../../content/words/remember.ts";
import type { Edition } from "../../content/edition.ts";
import type { Targets } from "../../content/links/links.ts";
import type { Dateline } from "../../content/dateline.ts";
import type { Letter } from "../../content/letters/letter.ts";
import type { PlacedEdition } from "../../content/time/schedule.ts";
import type { Setting, Site, TextSite } from "../../content/site.ts";
import type { Vocabularies } from "../../content/vocabularies.ts";
import { type Meanings, readMeaning } from "../../content/schema/shorthand.ts";
import { digestOf } from "../digest.ts";
import type { Dependencies } from "./text-record.ts";

/** Targets that note in `asked` what they are asked. */
export function noteAsked({ paths, moved, stories }: Targets, asked: Set<string>): Targets {
  return {
    moved: {
      get(path) {
        asked.add(`moved ${path}`);
        return moved.get(path);
      },
    },
    paths: {
      get(path) {
        asked.add(`path ${path}`);
        return paths.get(path);
      },
      keys: () => paths.keys(),
    },
    stories: {
      get(identity) {
        asked.add(`story ${identity}`);
        return stories.get(identity);
      },
      keys: () => stories.keys(),
    },
  };
}

function answer({ paths, moved, stories }: Targets, asked: string): string | undefined {
  const name = asked.slice(asked.indexOf(" ") + 1);
  if (asked.startsWith("path ")) return paths.get(name);
  return asked.startsWith("moved ") ? moved.get(name) : stories.get(name);
}

/** On what an edition depends, once it is rendered; `asked` is what its texts asked of the targets. */
export function dependenciesOf(
  { stories, signOff, recording }: Edition,
  asked: Iterable<string>,
  { publication }: Site,
): Dependencies {
  const signers = [signOff, ...stories.map((story) => story.signOff)].flatMap((record) => record?.by ?? []);
  const writers = [...stories.flatMap(({ byline }) => byline), publication.byline ?? []].flat();
  const answering = stories.flatMap(({ letters }) => letters.flatMap(({ reply }) => reply?.by ?? []));
  return {
    publishers: [...new Set(stories.flatMap(({ publishers }) => publishers))],
    people: [...new Set([...signers, ...writers, ...answering, recording?.voice ?? []].flat())],
    addresses: [...asked],
    followed: [...new Set(stories.flatMap(({ follows }) => follows ?? []))],
    understood: stories.flatMap(({ shorthands }) => shorthands),
  };
}

/** Whether what was typed otherwise than the format says means what it did. */
export function isStillMeant({ understood }: Dependencies, meanings: Meanings): boolean {
  return understood.every(({ kind, typed, meant }) => isDeepStrictEqual(readMeaning(kind, typed, meanings), meant));
}

/** A vocabulary of these entries; without a prototype, so that an id such as “constructor” finds nothing. */
function collect<T>(entries: readonly (readonly [string, T])[]): Record<string, T> {
  return Object.assign(Object.create(null) as object, Object.fromEntries(entries));
}

/** The bookings of sponsors.yaml that fall on an edition's day. */
function bookingsOn({ date }: Dateline, { sponsors }: Vocabularies) {
  return Object.entries(sponsors).filter(([, { from, to }]) => from <= date && date <= to);
}

function pick<T>(from: Readonly<Record<string, T>>, ids: readonly string[]): Record<string, T> {
  return collect(ids.flatMap((id) => (Object.hasOwn(from, id) ? [[id, from[id] as T] as const] : [])));
}

/** The digest of an entry of a vocabulary, of which many editions make use. */
const digestEntry = rememberOf((entry: object): string => digestOf(JSON.stringify(entry)));

function describe(from: Readonly<Record<string, object>>, ids: readonly string[]): string[] {
  return ids.map((id) => (Object.hasOwn(from, id) ? `${id} ${digestEntry(from[id] as object)}` : ""));
}

/** The digest of the letters to a story; of most there is none. */
const digestLetters = rememberOf((letters: readonly Letter[]): string => digestOf(JSON.stringify(letters)));

/** What an edition's dependencies come to in this build, as text: while it stays the same, so do the texts. */
export function describeDependencies(
  own: Dependencies,
  site: Site,
  targets: Targets,
  { dateline, stories }: Pick<PlacedEdition, "dateline" | "stories">,
): string {
  const { publishers, people, house } = site.vocabularies;
  return [
    digestEntry(house),
    ...describe(publishers, own.publishers),
    ...describe(people, own.people),
    ...bookingsOn(dateline, site.vocabularies).map(([id, booking]) => `${id} ${digestEntry(booking)}`),
    ...own.addresses.map((asked) => `${answer(targets, asked)}`),
    ...own.followed.map((identity) => site.renamed.get(identity) ?? `${site.identities.has(identity)}`),
    ...stories.map(({ identity }) => digestLetters(site.letters.to(identity))),
  ].join("\n");
}

/** The site as far as an edition's views may know it: the setting and what it depends on, so that no page shows more than its key tells. */
export function narrowSite(
  setting: Setting,
  { vocabularies }: Site,
  own: Dependencies,
  { dateline }: Edition,
  stories: TextSite["stories"],
): TextSite {
  return {
    ...setting,
    vocabularies: {
      ...setting.vocabularies,
      publishers: pick(vocabularies.publishers, own.publishers),
      people: pick(vocabularies.people, own.people),
      sponsors: collect(bookingsOn(dateline, vocabularies)),
    },
    stories: { get: (identity) => (own.followed.includes(identity) ? stories.get(identity) : undefined) },
  };
}
