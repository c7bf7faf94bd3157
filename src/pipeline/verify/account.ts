import {
  apiEditionPath,
  feedOf,
  fileAt,
  FILES,
  groupPages,
  isSitemap,
  PAGES,
  slotPath,
  topicPath,
} from "../../content/addresses.ts";
import { isStoryIdentity } from "../../content/dateline.ts";
import type { Edition } from "../../content/edition.ts";
import type { EditionOutline, StoryOutline } from "../../content/outline.ts";
import type { Site } from "../../content/site.ts";
import type { Status } from "../../content/time/status.ts";
import { MOST_STORIES } from "../../views/feeds/feeds.ts";
import { pickHeard } from "../../views/feeds/podcast.ts";
import { MOST_EDITIONS } from "../../views/feeds/older.ts";
import { countOf } from "../../content/problems/count.ts";
import { groupBy } from "../../views/pages/list-pages.ts";
import { listThreads } from "../../views/pages/threads.ts";
import { isNews, pickNews } from "../../views/files/news-sitemap.ts";
import { newestStories, visibleOf } from "../../views/visible.ts";
import { leadsTo } from "./addresses.ts";
import { letterFaults } from "./letters.ts";
import type { Fault, Written } from "./promise.ts";
import { lackingOnPage } from "./told.ts";

/** How many stories were read, and what the clock makes of them. */
export interface Account {
  readonly read: number;
  readonly published: number;
  readonly scheduled: number;
  readonly draft: number;
  /** Taken back. */
  readonly gone: number;
}

/** Counts the story files there are and, apart from that, the stories of the model. */
export function accountFor(
  { identities, gone }: Pick<Site, "identities" | "gone">,
  editions: readonly EditionOutline[],
): Account {
  const statuses = editions.flatMap(({ stories }) => stories.map(({ status }) => status));
  const count = (wanted: Status) => statuses.filter((status) => status === wanted).length;
  return {
    read: identities.size,
    published: count("published"),
    scheduled: count("scheduled"),
    draft: count("draft"),
    gone: gone.filter(({ identity }) => isStoryIdentity(identity)).length,
  };
}

function miss(file: string, path: string): Fault {
  return { path: file, message: `the story ${path} is not in it` };
}

/** The pages of an edition and its stories hold each published story: the edition's leads to it, both show its text, and its own the letters to it. */
export function verifyPages({ texts, addresses }: Written, editions: readonly Edition[], site: Site): Fault[] {
  const pageOf = (file: string): string => texts.get(file)?.[0] ?? "";
  return editions.flatMap((edition) => {
    const own = fileAt(edition.path);
    const published = edition.stories.filter(({ status }) => status === "published");
    const there = addresses.get(own);
    const ofStories = published.flatMap((story) => {
      const { path, body, letters } = story;
      const file = fileAt(path);
      const lost = [file, own].filter((either) => {
        const page = pageOf(either);
        return !body.sections.every(({ html, titleHtml = "" }) => page.includes(html) && page.includes(titleHtml));
      });
      const lacks = [...lackingOnPage(site, pageOf(file), story), ...letterFaults(pageOf(file), letters)];
      return [
        ...(there && leadsTo(there, path) ? [] : [miss(own, path)]),
        ...lost.map((either) => ({ path: either, message: `the text of the story ${path} is not in it` })),
        ...lacks.map((message) => ({ path: file, message })),
      ];
    });
    const ofEdition = lackingOnPage(site, pageOf(own), { ...edition, stories: published });
    return [...ofEdition.map((message) => ({ path: own, message })), ...ofStories];
  });
}

/** The files of a page lead to each of these paths. */
export function verifyLeads({ addresses }: Written, paths: Iterable<string>): Fault[] {
  const files = [...addresses];
  return [...paths].flatMap((path) =>
    files.some(([, own]) => leadsTo(own, path))
      ? []
      : [{ path: files[0]?.[0] ?? path, message: `${path} is not in it` }],
  );
}

/** Where files lead that belong to no edition. */
export interface Led {
  /** Their paths. */
  readonly files: readonly string[];
  /** Tells whether one of some of them leads to an address. */
  readonly leadsFrom: (files: readonly string[]) => (address: string) => boolean;
}

/** What became of the stories that were read, in words. */
export function describeAccount({ read, published, scheduled, draft, gone }: Account): string {
  const all = `${countOf(read, "story", "stories")} read: ${published} published, ${scheduled} scheduled, ${draft} draft`;
  return gone === 0 ? all : `${all}, ${gone} taken back`;
}

/** The stories of the latest of these editions, as far as a feed reaches back. */
function latest(editions: readonly EditionOutline[]): StoryOutline[] {
  return editions.slice(-MOST_EDITIONS).flatMap(({ stories }) => stories);
}

/**
 * No story is lost on the way: as many are published, scheduled or drafts as were read, and each published one is found
 * under its topic and in its thread, in the feeds as far as they reach back, and in the sitemap. `areListsSame` tells that topics and sitemap are those
 * of a build that found the same editions in them.
 */
export function verifyAccount(
  site: Site,
  editions: readonly EditionOutline[],
  areListsSame: boolean,
  { files, leadsFrom }: Led,
): Fault[] {
  const { read, published, scheduled, draft, gone } = accountFor(site, editions);
  const faults: Fault[] = [];
  const accounted = published + scheduled + draft + gone;
  if (read !== accounted)
    faults.push({
      path: PAGES.home,
      message: `${read} stories were read, and ${accounted} accounted for`,
    });
  const expect = (file: string, wanted: readonly Pick<StoryOutline, "path">[], from: readonly string[] = [file]) => {
    const leadsTo = leadsFrom(from);
    for (const { path } of wanted) if (!leadsTo(path)) faults.push(miss(file, path));
  };
  // By what their clock says, whatever the pages were listed from.
  const visible = visibleOf({ preview: false }, editions);
  const stories = newestStories(visible);
  if (!areListsSame) expect(FILES.sitemap, stories, files.filter(isSitemap));
  expect(FILES.storyFeed, stories.slice(0, MOST_STORIES));
  expect(
    FILES.newsSitemap,
    pickNews(visible, (at) => isNews(at, site.clock)),
  );
  const pages = areListsSame ? undefined : groupPages(files);
  const expectList = (path: string, own: readonly StoryOutline[], inFeed: readonly StoryOutline[]) => {
    if (pages) expect(path, own, pages.get(path) ?? []);
    expect(feedOf(path), inFeed);
  };
  for (const [topic, own] of groupBy(stories, (story) => story.topic))
    expectList(topicPath(topic), own, own.slice(0, MOST_STORIES));
  for (const { path, parts } of listThreads(visible)) {
    const own = parts.map(({ story }) => story);
    expectList(path, own, own.slice(-MOST_STORIES));
  }
  for (const file of [feedOf(PAGES.home), FILES.jsonFeed]) expect(file, latest(visible));
  const heard = pickHeard(visible);
  if (heard.length > 0)
    expect(
      FILES.podcast,
      heard.flatMap((edition) => [edition, ...edition.stories]),
    );
  if (site.publication.api) {
    const leadsTo = leadsFrom([FILES.apiIndex]);
    for (const { identity } of visible)
      if (!leadsTo(apiEditionPath(identity)))
        faults.push({ path: FILES.apiIndex, message: `${identity} is not in it` });
  }
  for (const { id } of site.publication.slots)
    expect(feedOf(slotPath(id)), latest(visible.filter(({ slot }) => slot.id === id)));
  return faults;
}
