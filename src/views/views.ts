import { PAGES } from "../content/addresses.ts";
import type { Edition } from "../content/edition.ts";
import type { EditionOutline } from "../content/outline.ts";
import type { Site } from "../content/site.ts";
import { viewCorrectionsPages } from "./corrections.ts";
import { viewArchiveDirectories, viewPublisherDirectory, viewTopicDirectory } from "./directory-pages.ts";
import { planDisclosuresJson, planDisclosuresPages } from "./disclosures-page.ts";
import { viewEditionPage, type Ways } from "./edition-page.ts";
import type { Feed } from "./feeds.ts";
import type { HomePage } from "./home-page.ts";
import { planMonthLists, planPublisherLists, planSlotLists, planTopicLists, storiesByTopic } from "./list-pages.ts";
import { planSitemaps, viewTextFiles } from "./machine-files.ts";
import type { Onward } from "./onward.ts";
import { viewNotFoundPage, viewRedirects, viewStandingPages } from "./other-pages.ts";
import { type Derived, planWhole } from "./planned.ts";
import type { ProblemsView } from "./problems.ts";
import { viewSearchPage } from "./search-page.ts";
import type { Shell } from "./shell.ts";
import { viewStoryPages } from "./story-page.ts";
import { viewTrendsPages } from "./trends/trends-page.ts";
import { planThreads, viewThreadDirectory } from "./threads.ts";
import type { Placed } from "./visible.ts";

/** Everything that the templates print, by collection: a page depends on its view, its template and nothing else. */
export interface Views extends ReturnType<typeof viewEditionPages>, Derived<ReturnType<typeof planOverview>> {
  readonly home: readonly HomePage[];
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
  onwardOf: (identity: string) => Onward<Placed>,
  shell: Shell,
) {
  return {
    editions: [viewEditionPage(site, edition, ways, at, shell)],
    stories: viewStoryPages(site, edition, shell, onwardOf),
  };
}

/** The pages and files that are about the visible editions as a whole and show no texts, as the home and feeds do. */
export function planOverview(site: Site, editions: readonly EditionOutline[], shell: Shell) {
  const pages = {
    lists: [
      ...planSlotLists(site, editions, shell),
      ...planTopicLists(site, editions, shell),
      ...planPublisherLists(site, editions, shell),
      ...planMonthLists(site, editions, shell),
      ...planThreads(site, editions, shell),
    ],
    directories: [
      ...viewTopicDirectory(site, editions, shell),
      ...viewPublisherDirectory(site, editions, shell),
      ...viewArchiveDirectories(site, editions, shell),
      ...viewThreadDirectory(site, editions, shell),
    ].map(planWhole),
    corrections: viewCorrectionsPages(site, editions, shell).map(planWhole),
    disclosures: planDisclosuresPages(site, editions, shell),
    trends: viewTrendsPages(site, editions, shell).map(planWhole),
    search: [planWhole(viewSearchPage(site, shell))],
    standing: viewStandingPages(site, shell).map(planWhole),
  };
  const paths = [PAGES.home, ...Object.values(pages).flatMap((own) => own.map(({ path }) => path))];
  return {
    ...pages,
    redirects: viewRedirects(site, new Set(storiesByTopic(editions).keys()), shell).map(planWhole),
    notFound: [planWhole(viewNotFoundPage(site, editions, shell))],
    sitemaps: planSitemaps(site, editions, paths),
    textFiles: [...viewTextFiles(site, shell).map(planWhole), planDisclosuresJson(site, editions)],
  };
}
