import { PAGES } from "../content/addresses.ts";
import type { EditionOutline } from "../content/outline.ts";
import type { OverviewSite } from "../content/site.ts";
import { listPublicationCard } from "./cards/publication-card.ts";
import { type CorrectionsPage, listCorrectionsPages } from "./pages/corrections.ts";
import {
  type DirectoryPage,
  listArchiveDirectories,
  listPublisherDirectory,
  listTopicDirectory,
} from "./pages/directory-pages.ts";
import { type DisclosuresPage, listDisclosuresFile, listDisclosuresPages } from "./pages/disclosures-page.ts";
import type { EditionApi } from "./api/edition-api.ts";
import { listApiFiles } from "./api/api-files.ts";
import { type ApiPage, listApiPage } from "./api/api-page.ts";
import type { EditionPage } from "./pages/edition-page.ts";
import type { Feed } from "./feeds/feed.ts";
import type { Podcast } from "./feeds/podcast.ts";
import { listCorrectionFeed } from "./feeds/feeds.ts";
import type { HomePage } from "./pages/home-page.ts";
import {
  listMonthPages,
  type ListPageView,
  listPublisherPages,
  listSlotPages,
  listTopicPages,
} from "./pages/list-pages.ts";
import { listAddressFile } from "./files/address-list.ts";
import { listLlms } from "./files/llms.ts";
import { listSitemaps, listTextFiles, type Sitemap } from "./files/machine-files.ts";
import { type GonePage, listMoved, type MovedPage } from "./pages/moved-pages.ts";
import { listNotFoundPage, listStandingPages, type NotFoundPage, type StandingPageView } from "./pages/other-pages.ts";
import type { MailView } from "./mail/mail.ts";
import type { Page } from "./page.ts";
import type { ProblemsView } from "./problems.ts";
import { listSearchPage, type SearchPage } from "./search/search-page.ts";
import type { Shell } from "./shell.ts";
import type { StoryPage } from "./pages/story-page.ts";
import { listSubscribePage, type SubscribePage } from "./pages/subscribe-page.ts";
import type { TextFile } from "./files/text-file.ts";
import { listThreadDirectory, listThreadPages } from "./pages/threads.ts";
import { listTrendsPages, type TrendsPage } from "./trends/trends-page.ts";

/** What the templates print, by collection: each view is everything that its page prints. */
export interface Views {
  readonly home: readonly HomePage[];
  readonly editions: readonly EditionPage[];
  readonly stories: readonly StoryPage[];
  readonly lists: readonly ListPageView[];
  readonly directories: readonly DirectoryPage[];
  readonly corrections: readonly CorrectionsPage[];
  readonly disclosures: readonly DisclosuresPage[];
  readonly trends: readonly TrendsPage[];
  readonly search: readonly SearchPage[];
  readonly subscribe: readonly SubscribePage[];
  readonly api: readonly ApiPage[];
  readonly apiEditions: readonly EditionApi[];
  readonly standing: readonly StandingPageView[];
  readonly moved: readonly MovedPage[];
  readonly gone: readonly GonePage[];
  readonly notFound: readonly NotFoundPage[];
  readonly atomFeeds: readonly Feed[];
  readonly jsonFeeds: readonly Feed[];
  readonly podcasts: readonly Podcast[];
  readonly sitemaps: readonly Sitemap[];
  readonly textFiles: readonly TextFile[];
  /** Of no site: an edition as it is mailed, by its two parts. */
  readonly mailPages: readonly MailView[];
  readonly mailTexts: readonly MailView[];
  /** In the editor's preview only. */
  readonly problems: readonly ProblemsView[];
}

/** Every page that shows no text, and the feed of corrections: about the visible editions as a whole. */
export function listOverview(site: OverviewSite, editions: readonly EditionOutline[], shell: Shell): Page[] {
  const pages = [
    ...listSlotPages(site, editions, shell),
    ...listTopicPages(site, editions, shell),
    ...listPublisherPages(site, editions, shell),
    ...listMonthPages(site, editions, shell),
    ...listThreadPages(site, editions, shell),
    ...listTopicDirectory(site, editions),
    ...listPublisherDirectory(site, editions),
    ...listArchiveDirectories(site, editions),
    ...listThreadDirectory(site, editions),
    ...listCorrectionsPages(site, editions),
    ...listDisclosuresPages(site, editions),
    ...listTrendsPages(site, editions),
    listSearchPage(site, shell),
    ...listSubscribePage(site, editions),
    ...listApiPage(site, editions),
    ...listStandingPages(site),
  ];
  return [
    ...pages,
    ...listMoved(site, editions),
    listNotFoundPage(site, editions),
    ...listPublicationCard(shell),
    ...listSitemaps(site, editions, [PAGES.home, ...pages.map(({ path }) => path)]),
    ...listTextFiles(site, editions, shell),
    ...listAddressFile(site, editions),
    listLlms(site, editions, shell),
    ...listApiFiles(site, editions),
    listDisclosuresFile(site, editions),
    listCorrectionFeed(site, editions),
  ];
}
