import { FILES, standingPath } from "../../content/addresses.ts";
import { type EditionOutline } from "../../content/outline.ts";
import { takeBearings } from "../../content/bearings.ts";
import type { OverviewSite } from "../../content/site.ts";
import { messagesOf } from "../../locales/messages.ts";
import { type DisclosureView, viewDisclosure } from "../parts/disclosure.ts";
import type { SectionView } from "../parts/edition.ts";
import { shorten } from "../parts/head.ts";
import type { PageView } from "../page-view.ts";
import { defineWhole, type Page } from "../page.ts";
import { type PersonView, viewPeople } from "../parts/story.ts";
import { type Teaser, viewEditionTeaser } from "../parts/teaser.ts";

// The format names this page in its URL table: it is where readers look for who is responsible.
const STANDARDS = standingPath("standards");

/** A page that belongs to no edition. */
export interface StandingPageView extends PageView {
  readonly title: string;
  /** Who holds editorial responsibility, on the page that states the standards. */
  readonly responsible: PersonView | undefined;
  readonly disclosure: DisclosureView | undefined;
  readonly openingHtml: string;
  readonly sections: readonly SectionView[];
}

const standingPage = defineWhole<StandingPageView>("standing");

export function listStandingPages(site: OverviewSite): Page[] {
  return site.pages.map(({ path, title, description, body }) => {
    const [opening, ...sections] = body.sections;
    return standingPage({
      path,
      head: {
        title,
        description: description ?? (body.opening === "" ? undefined : shorten(body.opening)),
        canonical: site.publication.url + path,
        trail: [],
      },
      title,
      responsible: path === STANDARDS ? viewPeople(site, [site.publication.responsible ?? ""])[0] : undefined,
      disclosure: viewDisclosure(site, takeBearings(body, [], site.publication.base).programmes, "page"),
      openingHtml: opening.html,
      sections: sections.map(({ id, titleHtml = "", html }) => ({ id, titleHtml, html })),
    });
  });
}

/** What stands where there is no page. */
export interface NotFoundPage extends PageView {
  readonly latest: readonly Teaser[];
}

const notFoundPage = defineWhole<NotFoundPage>("notFound");

export function listNotFoundPage(site: OverviewSite, editions: readonly EditionOutline[]): Page {
  return notFoundPage({
    path: FILES.notFound,
    head: {
      title: messagesOf(site.publication).notFound.title,
      description: undefined,
      canonical: site.publication.url + FILES.notFound,
      noindex: true,
    },
    latest: editions
      .slice(-3)
      .reverse()
      .map((edition) => viewEditionTeaser(site, edition)),
  });
}
