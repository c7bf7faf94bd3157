import { PAGES } from "../../content/addresses.ts";
import type { EditionOutline } from "../../content/outline.ts";
import type { Expected } from "../../content/time/rhythm.ts";
import { messagesOf } from "../../locales/messages.ts";
import { viewEditionCard, viewEditionImage } from "../cards/card.ts";
import { type EditionView, viewEdition } from "../parts/edition.ts";
import { shorten } from "../parts/head.ts";
import { describePublisher } from "../parts/json-ld.ts";
import { type NextEditionView, viewNextEdition } from "../parts/next-edition.ts";
import type { PageView } from "../page-view.ts";
import { definePages, type Given, type Loaded, type Page } from "../page.ts";
import { uniformAi } from "./edition-page.ts";
import { powersOf } from "../recordings/recording.ts";
import { podcastFeed } from "../shell.ts";
import { type Teaser, viewEditionTeaser } from "../parts/teaser.ts";

const EARLIER = 14;

export interface HomePage extends PageView {
  /** The latest edition, whole; undefined before the first is out. */
  readonly edition: EditionView | undefined;
  /** The edition that is promised after it. */
  readonly following: NextEditionView | undefined;
  readonly earlier: readonly Teaser[];
  readonly archive: string;
}

interface HomeAround {
  readonly earlier: readonly EditionOutline[];
  readonly promised: Expected | undefined;
}

function viewHomePage({ setting, shell, path, around, texts }: Given<HomeAround, Loaded>) {
  const { name, tagline, url, base, language } = setting.publication;
  const [latest] = texts;
  const edition = latest && viewEdition(latest.site, latest.edition);
  const home: HomePage = {
    path,
    shell,
    head: {
      title: tagline === undefined ? name : messagesOf(setting.publication).pages.home({ name, tagline }),
      description: tagline && shorten(tagline),
      canonical: url + PAGES.home,
      ai: latest && uniformAi(latest.edition),
      powers: powersOf(edition?.recording),
      feeds: edition?.recording ? [podcastFeed(setting)] : [],
      image: latest && viewEditionImage(setting, latest.edition, viewEditionCard(setting, latest.edition, shell)),
      jsonLd: {
        "@context": "https://schema.org",
        "@type": "WebSite",
        name,
        url: url + PAGES.home,
        inLanguage: language,
        publisher: describePublisher(setting),
        ...(tagline !== undefined && { description: tagline }),
      },
    },
    edition,
    following: around.promised && viewNextEdition(setting, around.promised),
    earlier: around.earlier.map((edition) => viewEditionTeaser(setting, edition)),
    archive: base + PAGES.archive,
  };
  return { home: [home] };
}

const homePage = definePages("home", { view: viewHomePage });

/** The home shows the last of these editions, whole, and which is promised after it. */
export function listHomePage(editions: readonly EditionOutline[], promised: Expected | undefined): Page {
  const last = editions.at(-1);
  const earlier = editions.slice(-EARLIER - 1, -1).reverse();
  return homePage(PAGES.home, { earlier, promised }, last ? [{ edition: last.identity }] : []);
}
