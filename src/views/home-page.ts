import { PAGES } from "../content/addresses.ts";
import type { EditionOutline } from "../content/outline.ts";
import type { Site } from "../content/site.ts";
import { viewEditionCard, viewEditionImage } from "./card.ts";
import { type EditionView, viewEdition } from "./edition.ts";
import { shorten } from "./head.ts";
import { describePublisher } from "./json-ld.ts";
import type { Page } from "./page.ts";
import type { Planned } from "./planned.ts";
import type { Shell } from "./shell.ts";
import { uniformAi } from "./edition-page.ts";
import type { Loaded } from "./feeds.ts";
import { type Teaser, viewEditionTeaser } from "./teaser.ts";

const EARLIER = 14;

export interface HomePage extends Page {
  /** The latest edition, whole; undefined before the first is out. */
  readonly edition: EditionView | undefined;
  readonly earlier: readonly Teaser[];
  readonly archive: string;
}

/** Plans the home; `load` gives the last of the editions with its texts. */
export function planHomePage(
  site: Site,
  editions: readonly EditionOutline[],
  shell: Shell,
  load: (edition: EditionOutline) => Loaded,
): Planned<HomePage> {
  const { name, tagline, url, base } = site.publication;
  const last = editions.at(-1);
  const earlier = editions.slice(-EARLIER - 1, -1).reverse();
  return {
    path: PAGES.home,
    shell,
    frame: {},
    rows: earlier.map((edition) => ({ edition })),
    ...(last && { texts: last.identity }),
    derive() {
      const latest = last && load(last);
      return {
        path: PAGES.home,
        shell,
        head: {
          title: tagline === undefined ? name : `${name}: ${tagline}`,
          description: tagline && shorten(tagline),
          canonical: url + PAGES.home,
          ai: latest && uniformAi(latest.edition),
          type: "website",
          image:
            latest &&
            viewEditionImage(latest.site, latest.edition, viewEditionCard(latest.site, latest.edition, shell)),
          jsonLd: {
            "@context": "https://schema.org",
            "@type": "WebSite",
            name,
            url: url + PAGES.home,
            inLanguage: site.publication.language,
            publisher: describePublisher(site),
            ...(tagline !== undefined && { description: tagline }),
          },
        },
        edition: latest && viewEdition(latest.site, latest.edition),
        earlier: earlier.map((edition) => viewEditionTeaser(site, edition)),
        archive: base + PAGES.archive,
      };
    },
  };
}
