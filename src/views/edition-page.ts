import type { Edition } from "../content/edition.ts";
import type { Site } from "../content/site.ts";
import { type EditionView, editionTitle, viewEdition } from "./edition.ts";
import { shorten } from "./head.ts";
import { describeEdition, originOf } from "./json-ld.ts";
import type { Page } from "./page.ts";
import type { FeedLink, Shell } from "./shell.ts";
import { type Teaser, viewEditionTeaser } from "./teaser.ts";

/** An edition beside a page, with what leads there. */
export interface Neighbour {
  readonly label: string;
  readonly relation: "prev" | "next" | undefined;
  readonly direction: "previous" | "next";
  readonly teaser: Teaser;
}

export interface EditionPage extends Page {
  readonly edition: EditionView;
  readonly neighbours: readonly Neighbour[];
}

export function slotFeed(site: Site, { slot }: Edition): FeedLink {
  return { href: `${site.publication.base}/${slot.id}/feed.xml`, type: "application/atom+xml", title: slot.name };
}

/** What an edition says of itself in one sentence: its own description, else the beginning of its lede. */
export function describeBriefly(edition: Edition): string | undefined {
  const text = edition.front.description ?? edition.body?.sections[0].opening ?? "";
  return text.trim() === ""
    ? edition.stories[0]?.summary.opening && shorten(edition.stories[0].summary.opening)
    : shorten(text);
}

/** Whether every text of an edition is of one level, so that its page can say so once. */
export function uniformAi(edition: Edition) {
  return edition.stories.every(({ ai }) => ai === edition.ai) ? edition.ai : undefined;
}

export function viewEditionPages(site: Site, editions: readonly Edition[], shell: Shell): EditionPage[] {
  const latestInSlot = new Map<string, number>();
  const previousInSlot = editions.map(({ slot }, index) => {
    const previous = latestInSlot.get(slot.id);
    latestInSlot.set(slot.id, index);
    return previous;
  });
  const nextInSlot = new Map(
    previousInSlot.flatMap((previous, index) => (previous === undefined ? [] : [[previous, index] as const])),
  );
  const isSoleSlot = new Set(editions.map(({ slot }) => slot.id)).size < 2;

  return editions.map((edition, index): EditionPage => {
    const neighbour = (
      at: number | undefined,
      direction: Neighbour["direction"],
      label: string,
      relation?: Neighbour["relation"],
    ): Neighbour[] => {
      const other = at === undefined ? undefined : editions[at];
      return other ? [{ label, relation, direction, teaser: viewEditionTeaser(site, other) }] : [];
    };
    const slot = edition.slot.id.replaceAll("-", " ");
    const neighbours = [
      ...neighbour(index - 1, "previous", "Previous edition", "prev"),
      ...neighbour(index + 1, "next", "Next edition", "next"),
      ...(isSoleSlot
        ? []
        : [
            ...neighbour(previousInSlot[index], "previous", `Previous ${slot}`),
            ...neighbour(nextInSlot.get(index), "next", `Next ${slot}`),
          ]),
    ];
    const { url } = site.publication;
    const image = edition.stories.find((story) => story.image)?.image;
    return {
      path: edition.path,
      shell,
      head: {
        title: editionTitle(site, edition).whole,
        description: describeBriefly(edition),
        canonical: url + edition.path,
        noindex: site.preview && edition.status !== "published",
        ai: uniformAi(edition),
        feeds: [slotFeed(site, edition)],
        previous: neighbours.find(({ relation }) => relation === "prev")?.teaser.href,
        next: neighbours.find(({ relation }) => relation === "next")?.teaser.href,
        type: "article",
        jsonLd: describeEdition(site, edition),
        image: image && { url: originOf(site) + image.href, width: image.width, height: image.height, alt: image.alt },
      },
      edition: viewEdition(site, edition),
      neighbours,
    };
  });
}
