import { FILES, standingPath, topicPath } from "../content/addresses.ts";
import { type EditionOutline, takeBearings } from "../content/outline.ts";
import type { Site } from "../content/site.ts";
import { type DisclosureView, viewDisclosure } from "./disclosure.ts";
import type { SectionView } from "./edition.ts";
import { shorten } from "./head.ts";
import type { LinkView } from "./link.ts";
import type { Page } from "./page.ts";
import type { Shell } from "./shell.ts";
import { type PersonView, viewPeople } from "./story.ts";
import { type Teaser, viewEditionTeaser } from "./teaser.ts";

// The format names this page in its URL table: it is where readers look for who is responsible.
const STANDARDS = standingPath("standards");

/** A page that belongs to no edition. */
export interface StandingPageView extends Page {
  readonly title: string;
  /** Who holds editorial responsibility, on the page that states the standards. */
  readonly responsible: PersonView | undefined;
  readonly disclosure: DisclosureView | undefined;
  readonly openingHtml: string;
  readonly sections: readonly SectionView[];
}

export function viewStandingPages(site: Site, shell: Shell): StandingPageView[] {
  return site.pages.map(({ path, title, description, body }) => {
    const [opening, ...sections] = body.sections;
    return {
      path,
      shell,
      head: {
        title,
        description: description ?? (opening.opening === "" ? undefined : shorten(opening.opening)),
        canonical: site.publication.url + path,
      },
      title,
      responsible: path === STANDARDS ? viewPeople(site, [site.publication.responsible ?? ""])[0] : undefined,
      disclosure: viewDisclosure(site, takeBearings(body, [], site.publication.base).programmes, "page"),
      openingHtml: opening.html,
      sections: sections.map(({ id, titleHtml = "", html }) => ({ id, titleHtml, html })),
    };
  });
}

/** An address that has moved. */
export interface RedirectPage extends Page {
  readonly to: LinkView;
}

/** A page for each alias of a topic that has stories; the topic's own page is where it leads. */
export function viewRedirects(site: Site, topicIds: ReadonlySet<string>, shell: Shell): RedirectPage[] {
  const { base, url } = site.publication;
  return [...site.topics.redirects].flatMap(([segment, id]) => {
    if (!topicIds.has(id)) return [];
    const text = site.vocabularies.topics[id]?.name ?? id;
    return [
      {
        path: topicPath(segment),
        shell,
        head: { title: text, description: undefined, canonical: url + topicPath(id), noindex: true },
        to: { href: base + topicPath(id), text },
      },
    ];
  });
}

/** What stands where there is no page. */
export interface NotFoundPage extends Page {
  readonly latest: readonly Teaser[];
}

export function viewNotFoundPage(site: Site, editions: readonly EditionOutline[], shell: Shell): NotFoundPage {
  return {
    path: FILES.notFound,
    shell,
    head: {
      title: "Page not found",
      description: undefined,
      canonical: site.publication.url + FILES.notFound,
      noindex: true,
    },
    latest: editions
      .slice(-3)
      .reverse()
      .map((edition) => viewEditionTeaser(site, edition)),
  };
}
