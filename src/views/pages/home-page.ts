import { PAGES } from "../../content/addresses.ts";
import type { EditionOutline } from "../../content/outline.ts";
import { messagesOf } from "../../locales/messages.ts";
import { viewEditionCard, viewEditionImage } from "../cards/card.ts";
import { type EditionView, viewEdition } from "../parts/edition.ts";
import { shorten } from "../parts/head.ts";
import { describePublisher } from "../parts/json-ld.ts";
import type { PageView } from "../page-view.ts";
import { definePages, type Given, type Loaded, type Page } from "../page.ts";
import { uniformAi } from "./edition-page.ts";
import { type Teaser, viewEditionTeaser } from "../parts/teaser.ts";

const EARLIER = 14;

export interface HomePage extends PageView {
  /** The latest edition, whole; undefined before the first is out. */
  readonly edition: EditionView | undefined;
  readonly earlier: readonly Teaser[];
  readonly archive: string;
}

interface HomeAround {
  readonly earlier: readonly EditionOutline[];
}

function viewHomePage({ setting, shell, path, around, texts }: Given<HomeAround, Loaded>) {
  const { name, tagline, url, base, language } = setting.publication;
  const [latest] = texts;
  const home: HomePage = {
    path,
    shell,
    head: {
      title: tagline === undefined ? name : messagesOf(setting.publication).pages.home({ name, tagline }),
      description: tagline && shorten(tagline),
      canonical: url + PAGES.home,
      ai: latest && uniformAi(latest.edition),
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
    edition: latest && viewEdition(latest.site, latest.edition),
    earlier: around.earlier.map((edition) => viewEditionTeaser(setting, edition)),
    archive: base + PAGES.archive,
  };
  return { home: [home] };
}

const homePage = definePages("home", { view: viewHomePage });

/** The home shows the last of these editions, whole. */
export function listHomePage(editions: readonly EditionOutline[]): Page {
  const last = editions.at(-1);
  const earlier = editions.slice(-EARLIER - 1, -1).reverse();
  return homePage(PAGES.home, { earlier }, last ? [{ edition: last.identity }] : []);
}
