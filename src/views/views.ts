import type { Diagnostic } from "../content/diagnostic.ts";
import type { Edition } from "../content/edition.ts";
import type { EditionOutline } from "../content/outline.ts";
import type { Site } from "../content/site.ts";
import { viewCorrectionsPages } from "./corrections.ts";
import { viewArchiveDirectories, viewPublisherDirectory, viewTopicDirectory } from "./directory-pages.ts";
import { viewDisclosuresJson, viewDisclosuresPages } from "./disclosures-page.ts";
import { findWays, viewEditionPage, type Ways } from "./edition-page.ts";
import {
  type Loaded,
  planCorrectionFeed,
  planJsonFeed,
  planTextFeeds,
  type TextRow,
  viewFeed,
  viewTextEntry,
} from "./feeds.ts";
import { viewHomePage } from "./home-page.ts";
import { storiesByTopic, viewMonthLists, viewPublisherLists, viewSlotLists, viewTopicLists } from "./list-pages.ts";
import { viewSitemaps, viewTextFiles } from "./machine-files.ts";
import { viewNotFoundPage, viewRedirects, viewStandingPages } from "./other-pages.ts";
import { type Assets, type Shell, viewShell } from "./shell.ts";
import { viewStoryPages } from "./story-page.ts";
import { visibleOf } from "./visible.ts";

/** Everything that the templates print, by collection: a page depends on its view, its template and nothing else. */
export type Views = ReturnType<typeof viewSite>;

/** The pages of one visible edition and its stories; of its neighbours they show a teaser alone. */
export function viewEditionPages(
  site: Site,
  edition: Edition,
  ways: Ways,
  at: (place: number) => EditionOutline | undefined,
  shell: Shell,
) {
  return {
    editions: [viewEditionPage(site, edition, ways, at, shell)],
    stories: viewStoryPages(site, edition, shell),
  };
}

/** The pages and files that are about the visible editions as a whole, but for feeds; of the latest it needs the texts. */
export function viewOverview(
  site: Site,
  editions: readonly EditionOutline[],
  shell: Shell,
  latest: Loaded | undefined,
) {
  const pages = {
    home: [viewHomePage(site, editions, shell, latest)],
    lists: [
      ...viewSlotLists(site, editions, shell),
      ...viewTopicLists(site, editions, shell),
      ...viewPublisherLists(site, editions, shell),
      ...viewMonthLists(site, editions, shell),
    ],
    directories: [
      ...viewTopicDirectory(site, editions, shell),
      ...viewPublisherDirectory(site, editions, shell),
      ...viewArchiveDirectories(site, editions, shell),
    ],
    corrections: viewCorrectionsPages(site, editions, shell),
    disclosures: viewDisclosuresPages(site, editions, shell),
    standing: viewStandingPages(site, shell),
    redirects: viewRedirects(site, new Set(storiesByTopic(editions).keys()), shell),
    notFound: [viewNotFoundPage(site, editions, shell)],
  };
  return {
    ...pages,
    sitemaps: viewSitemaps(site, editions, Object.values(pages).flat()),
    textFiles: [...viewTextFiles(site), { path: "/disclosures.json", text: viewDisclosuresJson(site, editions) }],
  };
}

/** Derives every page and file of the site. `problems` are shown in the editor's preview only. */
export function viewSite(site: Site, assets: Assets, problems?: readonly Diagnostic[]) {
  const editions = visibleOf(site, site.editions);
  const shell = viewShell(site, assets, problems);
  const ways = findWays(editions);
  const folders = editions.map((edition, index) =>
    viewEditionPages(site, edition, ways[index] as Ways, (place) => editions[place], shell),
  );
  const byIdentity = new Map(editions.map((edition) => [edition.identity, edition]));
  const entryOf = (row: TextRow) => viewTextEntry({ site, edition: byIdentity.get(row.edition) as Edition }, row);
  const latest = editions.at(-1);
  return Object.freeze({
    ...viewOverview(site, editions, shell, latest && { site, edition: latest }),
    editions: folders.flatMap(({ editions }) => editions),
    stories: folders.flatMap(({ stories }) => stories),
    atomFeeds: [planCorrectionFeed(site, editions), ...planTextFeeds(site, editions)].map((plan) =>
      viewFeed(site, plan, entryOf),
    ),
    jsonFeeds: [viewFeed(site, planJsonFeed(site, editions), entryOf)],
  });
}
