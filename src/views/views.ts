import type { Edition } from "../content/edition.ts";
import type { EditionOutline } from "../content/outline.ts";
import type { Site } from "../content/site.ts";
import { viewCorrectionsPages } from "./corrections.ts";
import { viewArchiveDirectories, viewPublisherDirectory, viewTopicDirectory } from "./directory-pages.ts";
import { viewDisclosuresJson, viewDisclosuresPages } from "./disclosures-page.ts";
import { viewEditionPage, type Ways } from "./edition-page.ts";
import type { Feed, Loaded } from "./feeds.ts";
import { viewHomePage } from "./home-page.ts";
import { storiesByTopic, viewMonthLists, viewPublisherLists, viewSlotLists, viewTopicLists } from "./list-pages.ts";
import { viewSitemaps, viewTextFiles } from "./machine-files.ts";
import { viewNotFoundPage, viewRedirects, viewStandingPages } from "./other-pages.ts";
import type { ProblemsView } from "./problems.ts";
import type { Shell } from "./shell.ts";
import { viewStoryPages } from "./story-page.ts";

/** Everything that the templates print, by collection: a page depends on its view, its template and nothing else. */
export interface Views extends ReturnType<typeof viewEditionPages>, ReturnType<typeof viewOverview> {
  readonly atomFeeds: readonly Feed[];
  readonly jsonFeeds: readonly Feed[];
  /** In the editor's preview only. */
  readonly problems: readonly ProblemsView[];
}

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
