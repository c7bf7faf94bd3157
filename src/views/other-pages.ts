import type { Edition } from "../content/edition.ts";
import { programmesOf } from "../content/render.ts";
import type { Site } from "../content/site.ts";
import { type DisclosureView, viewDisclosure } from "./disclosure.ts";
import { editionLabels, type SectionView, editionTitle } from "./edition.ts";
import { shorten } from "./head.ts";
import type { LinkView } from "./link.ts";
import type { Page } from "./page.ts";
import { paginate } from "./pager.ts";
import type { Shell } from "./shell.ts";
import { type CorrectionView, viewCorrections, viewLabels } from "./story.ts";
import { type Teaser, viewEditionTeaser } from "./teaser.ts";

/** A page that belongs to no edition. */
export interface StandingPageView extends Page {
  readonly title: string;
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
      disclosure: viewDisclosure(site, programmesOf(body), "page"),
      openingHtml: opening.html,
      sections: sections.map(({ id, titleHtml = "", html }) => ({ id, titleHtml, html })),
    };
  });
}

/** The public record of what was put right, the newest first. */
export interface CorrectionsPage extends Page {
  readonly entries: readonly {
    readonly of: LinkView;
    readonly labels: readonly string[];
    readonly correction: CorrectionView;
  }[];
  readonly newer: LinkView | undefined;
  readonly older: LinkView | undefined;
}

export function viewCorrectionsPages(site: Site, editions: readonly Edition[], shell: Shell): CorrectionsPage[] {
  const { base, url } = site.publication;
  const entries = editions.flatMap((edition) => [
    ...viewCorrections(site, edition.corrections).map((correction) => ({
      of: { href: base + edition.path, text: editionTitle(site, edition).whole },
      labels: editionLabels(edition),
      correction,
    })),
    ...edition.stories.flatMap((story) =>
      viewCorrections(site, story.corrections).map((correction) => ({
        of: { href: base + story.path, text: story.title },
        labels: viewLabels(story.ai, story.programmes.length > 0),
        correction,
      })),
    ),
  ]);
  entries.sort((a, b) => Date.parse(b.correction.at.iso) - Date.parse(a.correction.at.iso));
  return paginate("/corrections/", entries, base).map(({ path, items, newer, older }) => ({
    path,
    shell,
    head: { title: "Corrections", description: "What was wrong, and what is right.", canonical: url + path },
    entries: items,
    newer,
    older,
  }));
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
        path: `/topics/${segment}/`,
        shell,
        head: { title: text, description: undefined, canonical: `${url}/topics/${id}/`, noindex: true },
        to: { href: `${base}/topics/${id}/`, text },
      },
    ];
  });
}

/** What stands where there is no page. */
export interface NotFoundPage extends Page {
  readonly latest: readonly Teaser[];
}

export function viewNotFoundPage(site: Site, editions: readonly Edition[], shell: Shell): NotFoundPage {
  return {
    path: "/404.html",
    shell,
    head: {
      title: "Page not found",
      description: undefined,
      canonical: `${site.publication.url}/404.html`,
      noindex: true,
    },
    latest: editions
      .slice(-3)
      .reverse()
      .map((edition) => viewEditionTeaser(site, edition)),
  };
}
