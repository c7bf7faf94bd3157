import type { Diagnostic } from "../content/diagnostic.ts";
import type { Site } from "../content/site.ts";
import { viewCorrectionsPages } from "./corrections.ts";
import { viewArchiveDirectories, viewPublisherDirectory, viewTopicDirectory } from "./directory-pages.ts";
import { viewDisclosuresJson, viewDisclosuresPages } from "./disclosures-page.ts";
import { viewEditionPages } from "./edition-page.ts";
import { viewAtomFeeds, viewJsonFeed } from "./feeds.ts";
import { viewHomePage } from "./home-page.ts";
import { storiesByTopic, viewMonthLists, viewPublisherLists, viewSlotLists, viewTopicLists } from "./list-pages.ts";
import { viewSitemaps, viewTextFiles } from "./machine-files.ts";
import { viewNotFoundPage, viewRedirects, viewStandingPages } from "./other-pages.ts";
import { type Assets, viewShell } from "./shell.ts";
import { viewStoryPages } from "./story-page.ts";
import { visibleEditions } from "./visible.ts";

/** Everything that the templates print, by collection: a page depends on its view, its template and nothing else. */
export type Views = ReturnType<typeof viewSite>;

/** Derives every page and file of the site. `problems` are shown in the editor's preview only. */
export function viewSite(site: Site, assets: Assets, problems?: readonly Diagnostic[]) {
  const editions = visibleEditions(site);
  const shell = viewShell(site, assets, problems);
  const pages = {
    home: [viewHomePage(site, editions, shell)],
    editions: viewEditionPages(site, editions, shell),
    stories: viewStoryPages(site, editions, shell),
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
  return Object.freeze({
    ...pages,
    atomFeeds: viewAtomFeeds(site, editions),
    jsonFeeds: [viewJsonFeed(site, editions)],
    sitemaps: viewSitemaps(site, editions, Object.values(pages).flat()),
    textFiles: [...viewTextFiles(site), { path: "/disclosures.json", text: viewDisclosuresJson(site, editions) }],
  });
}
