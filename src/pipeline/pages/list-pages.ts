import type { EditionOutline, StoryOutline } from "../../content/outline.ts";
import type { PlacedEdition } from "../../content/time/schedule.ts";
import { isYoung } from "../../content/time/clock.ts";
import { type Expected, promiseAfter } from "../../content/time/rhythm.ts";
import type { OverviewSite } from "../../content/site.ts";
import { rememberOf } from "../../content/words/remember.ts";
import { findWays, type Neighbours, type Ways } from "../../views/pages/edition-page.ts";
import { listEditionPages } from "../../views/pages/edition-pages.ts";
import { findCorrected } from "../../views/feeds/corrected.ts";
import { listTextFeeds } from "../../views/feeds/feeds.ts";
import { listPodcast } from "../../views/feeds/podcast.ts";
import { listOlderFeeds } from "../../views/feeds/older.ts";
import { isNews, listNewsSitemap } from "../../views/files/news-sitemap.ts";
import { listHomePage } from "../../views/pages/home-page.ts";
import { listIndexList, listIndexParts, listIndexProgram, yearOfPart } from "../../views/search/index-pages.ts";
import { findOnward, type Onward } from "../../views/onward.ts";
import type { Common, Page } from "../../views/page.ts";
import { visibleOf } from "../../views/visible.ts";
import { listOverview } from "../../views/views.ts";
import type { Output } from "../output/output.ts";
import type { Archive } from "../read/archive.ts";
import type { EditionText } from "../read/edition-text.ts";
import type { IndexEntry } from "../print/search/index-files.ts";
import { tabulateParts } from "../print/search/pick-files.ts";
import { listCopies } from "./copies.ts";
import { digestCommon, digestValue } from "./keys.ts";
import type { PageRecord } from "./page-record.ts";

/** What is known of the visible editions before their texts are read, oldest first; one list, so that what is derived of it is derived once. */
export const listPlaced = rememberOf(({ site, visible }: Archive): readonly PlacedEdition[] =>
  visibleOf(
    site,
    visible.map((edition) => edition.placed),
  ),
);

/** The outlines of the visible editions, oldest first. */
export function listOutlines({ site, visible }: Archive): EditionOutline[] {
  return visibleOf(
    site,
    visible.map((edition) => edition.outline()),
  );
}

/** The edition that is promised after the latest of the visible ones. */
function promiseOf(archive: Archive): Expected | undefined {
  const last = listPlaced(archive).at(-1);
  return last && promiseAfter(archive.site, last.dateline);
}

/** The pages of those visible editions that are `isOwn`, oldest first: each is listed when it is asked for, since what stands around it may have to be read. */
export function* listEditions(archive: Archive, isOwn: (edition: EditionText) => boolean): Generator<Page> {
  const { site, visible } = archive;
  const editions = listPlaced(archive);
  const ways = findWays(editions);
  const onward = findOnward(editions);
  const places = new Map(editions.map(({ identity }, place) => [identity, place]));
  const known = new Map<number, EditionOutline | undefined>();
  const outlineAt = (place: number | undefined): EditionOutline | undefined => {
    if (place === undefined || known.has(place)) return known.get(place ?? -1);
    const outline = visible[place]?.outline();
    const [shown] = outline ? visibleOf(site, [outline]) : [];
    known.set(place, shown);
    return shown;
  };
  const storyOf = (identity: string): StoryOutline | readonly StoryOutline[] => {
    const edition = outlineAt(places.get(identity.slice(0, identity.indexOf("/"))));
    return edition?.stories.find((story) => story.identity === identity) ?? [];
  };
  const leadOn = (identity: string): Onward<StoryOutline> => {
    const { thread, related } = onward.get(identity) ?? { thread: undefined, related: [] };
    return { thread, related: related.flatMap(storyOf) };
  };
  for (const [place, { identity, path, stories }] of editions.entries()) {
    const edition = visible[place];
    if (!edition || !isOwn(edition)) continue;
    const neighbours = Object.fromEntries(
      Object.entries(ways[place] as Ways).map(([way, other]) => [way, outlineAt(other)]),
    ) as Neighbours;
    const own = stories.map((story) => [story.identity, leadOn(story.identity)] as const);
    const promised = neighbours.next ? undefined : promiseOf(archive);
    yield listEditionPages(identity, path, { neighbours, promised, onward: Object.fromEntries(own) });
  }
}

/** For so many days the title of a text in feeds says that it was put right. */
const CORRECTED_DAYS = 7;

/** The feeds of the visible editions' texts, but for the documents with older ones. Without `outlines` nothing is known of corrections. */
export function listFeeds(archive: Archive, outlines: readonly EditionOutline[] = []): Page[] {
  const { clock } = archive.site;
  const corrected = findCorrected(outlines, (at) => isYoung(clock, at, CORRECTED_DAYS));
  return listTextFeeds(archive.setting, listPlaced(archive), corrected);
}

/** The documents of the feed of all editions that hold the older ones. */
export function listOlder(archive: Archive): Page[] {
  return listOlderFeeds(archive.setting, listPlaced(archive));
}

/** The pages beside the editions' own that show texts, and the files that are copied. */
export function listTextPages(archive: Archive, outlines: readonly EditionOutline[], look: readonly Output[]): Page[] {
  const { setting, site } = archive;
  return [
    listHomePage(outlines, promiseOf(archive)),
    ...listFeeds(archive, outlines),
    ...listOlder(archive),
    ...listPodcast(setting, outlines),
    listNewsSitemap(setting, outlines, (at) => isNews(at, site.clock)),
    ...listCopies(look),
  ];
}

/** The parts of the search index, the newest first. */
export function listParts(archive: Archive): Page[] {
  return listIndexParts(listPlaced(archive));
}

/** The search index, but for the list of its parts. */
export function listIndex(archive: Archive): Page[] {
  return [listIndexProgram(), ...listParts(archive)];
}

/** What the pages without texts are listed from. */
export interface Overview {
  readonly site: OverviewSite;
  readonly outlines: readonly EditionOutline[];
  readonly common: Common;
}

/** Takes from an archive what the pages without texts are listed from. */
export function overviewOf({ site, setting }: Archive, outlines: readonly EditionOutline[], common: Common): Overview {
  const { topics, affiliates, publishers, people, sponsors } = site.vocabularies;
  return {
    site: {
      ...setting,
      vocabularies: { topics, affiliates, publishers, people, sponsors },
      pages: site.pages.map(({ id, path, title, description, nav, body }) => ({
        id,
        path,
        title,
        description,
        nav,
        body,
      })),
      moves: site.moves,
      yielded: site.yielded,
      ownRedirects: site.ownRedirects,
      gone: site.gone.map(({ identity, path, gone }) => ({ identity, path, gone })),
      month: site.clock.month(),
    },
    outlines,
    common,
  };
}

/** The digest of all that the pages without texts are listed from: while it is the same, so is each of them. */
export function digestOverview({ site, outlines, common }: Overview): string {
  const { vocabularies, pages, moves, yielded, ownRedirects, gone, month } = site;
  return digestValue([digestCommon(common), vocabularies, pages, moves, yielded, ownRedirects, gone, month, outlines]);
}

/** The pages that show no texts. */
export function listWithoutTexts({ site, outlines, common }: Overview): Page[] {
  return listOverview(site, outlines, common.shell);
}

/** The list of the parts of the search index, by the records of the pages that `listIndex` listed. */
export function listPartsPage(base: string, index: readonly Page[], recordOf: (path: string) => PageRecord): Page {
  const [program, ...parts] = index.map(({ path }) => ({ path, record: recordOf(path) }));
  return listIndexList(
    tabulateParts(
      base,
      program?.record.files ?? [],
      parts.map(({ path, record: { files, facts } }) => ({
        path,
        year: yearOfPart(path),
        // The first file is the one that `pickPart` names first.
        facets: files[0] ?? "",
        entry: facts as IndexEntry,
      })),
    ),
  );
}
