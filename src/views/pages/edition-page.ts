import { apiEditionPath, slotPath } from "../../content/addresses.ts";
import { formatIso } from "../../content/time/calendar.ts";
import type { Expected } from "../../content/time/rhythm.ts";
import { messagesOf } from "../../locales/messages.ts";
import { levelsOf } from "../parts/ai.ts";
import type { LinkView } from "../parts/link.ts";
import type { Edition } from "../../content/edition.ts";
import type { EditionOutline } from "../../content/outline.ts";
import type { Setting, TextSite } from "../../content/site.ts";
import type { CardView } from "../cards/card-view.ts";
import { viewEditionCard, viewEditionImage } from "../cards/card.ts";
import { type EditionView, editionLabels, editionTitle, lastEditionChange, viewEdition } from "../parts/edition.ts";
import { nameEdition } from "../parts/story.ts";
import { DESCRIBED, shorten } from "../parts/head.ts";
import { describeEdition } from "../parts/json-ld.ts";
import { type NextEditionView, viewNextEdition } from "../parts/next-edition.ts";
import type { PageView } from "../page-view.ts";
import { type ShareView, viewShare } from "../parts/share.ts";
import type { Common } from "../page.ts";
import { type FeedLink, podcastFeed, slotFeed } from "../shell.ts";
import { powersOf } from "../recordings/recording.ts";
import { type Teaser, viewEditionTeaser } from "../parts/teaser.ts";

/** An edition beside a page, with what leads there. */
export interface Neighbour {
  readonly label: string;
  readonly relation: "prev" | "next" | undefined;
  readonly direction: "previous" | "next";
  readonly teaser: Teaser;
}

export interface EditionPage extends PageView {
  readonly card: CardView | undefined;
  readonly edition: EditionView;
  /** The edition that came next, else the one that is promised. */
  readonly following: NextEditionView | undefined;
  readonly neighbours: readonly Neighbour[];
  readonly share: ShareView;
}

/** The list in which an edition stands, by its slot's full name. */
export function slotLink(site: Setting, { slot }: EditionOutline): LinkView {
  return { href: site.publication.base + slotPath(slot.id), text: slot.name };
}

/** What an edition says of itself in one sentence: its own description, else the beginning of its lede. */
export function describeBriefly(edition: Edition): string | undefined {
  const text = edition.front.description ?? edition.body?.opening ?? "";
  return text.trim() === ""
    ? edition.stories[0]?.body.opening && shorten(edition.stories[0].body.opening)
    : shorten(text);
}

/** Whether every text of an edition is of one level, so that its page can say so once. */
export function uniformAi(edition: EditionOutline) {
  return levelsOf(edition).every((level) => level === edition.ai) ? edition.ai : undefined;
}

/** The edition as programs read it, where they may. */
function apiLink({ publication: { base, api } }: Setting, { identity }: Edition): FeedLink[] {
  return api ? [{ href: base + apiEditionPath(identity), type: "application/json", title: "JSON" }] : [];
}

/** Which editions lead on from one, as places in the list of editions. */
export type Ways = Readonly<Record<"previous" | "next" | "previousInSlot" | "nextInSlot", number | undefined>>;

/** The ways from each of the visible editions, oldest first; those within a slot only where there are several slots. */
export function findWays(editions: readonly Pick<EditionOutline, "slot">[]): Ways[] {
  const latestInSlot = new Map<string, number>();
  const previousInSlot = editions.map(({ slot }, index) => {
    const previous = latestInSlot.get(slot.id);
    latestInSlot.set(slot.id, index);
    return previous;
  });
  const nextInSlot = new Map(
    previousInSlot.flatMap((previous, index) => (previous === undefined ? [] : [[previous, index] as const])),
  );
  const isSoleSlot = latestInSlot.size < 2;
  return editions.map((_, index) => ({
    previous: index === 0 ? undefined : index - 1,
    next: index + 1 === editions.length ? undefined : index + 1,
    previousInSlot: isSoleSlot ? undefined : previousInSlot[index],
    nextInSlot: isSoleSlot ? undefined : nextInSlot.get(index),
  }));
}

/** The editions to which a page leads. */
export type Neighbours = { readonly [Way in keyof Ways]: EditionOutline | undefined };

/** What an edition's pages show of others: those to which they lead, and the one that is promised after the latest. */
export interface Others {
  readonly neighbours: Neighbours;
  readonly promised: Expected | undefined;
}

/** Derives an edition's page. */
export function viewEditionPage(
  { setting, shell }: Common,
  site: TextSite,
  edition: Edition,
  { neighbours: others, promised }: Others,
): EditionPage {
  const neighbour = (
    way: keyof Ways,
    direction: Neighbour["direction"],
    label: string,
    relation?: Neighbour["relation"],
  ): Neighbour[] => {
    const other = others[way];
    return other ? [{ label, relation, direction, teaser: viewEditionTeaser(setting, other) }] : [];
  };
  const m = messagesOf(site.publication);
  const slot = edition.slot.name;
  const neighbours = [
    ...neighbour("previous", "previous", m.edition.previous, "prev"),
    ...neighbour("next", "next", m.edition.next, "next"),
    ...neighbour("previousInSlot", "previous", m.edition.previousInSlot({ slot })),
    ...neighbour("nextInSlot", "next", m.edition.nextInSlot({ slot })),
  ];
  const { url, zone } = site.publication;
  const following = others.next ?? promised;
  const card = viewEditionCard(site, edition, shell);
  const view = viewEdition(site, edition);
  const description = shorten(describeBriefly(edition) ?? "", DESCRIBED);
  return {
    path: edition.path,
    shell,
    head: {
      title: editionTitle(site, edition).whole,
      description,
      canonical: url + edition.path,
      noindex: site.preview && edition.status !== "published",
      ai: uniformAi(edition),
      powers: powersOf(view.recording),
      feeds: [slotFeed(site, edition.slot), ...apiLink(site, edition), ...(view.recording ? [podcastFeed(site)] : [])],
      article: {
        published: formatIso(edition.publish, zone),
        modified: formatIso(lastEditionChange(edition), zone),
      },
      trail: [slotLink(site, edition)],
      jsonLd: describeEdition(site, edition, { description, card, recording: view.recording }),
      image: viewEditionImage(site, edition, card),
    },
    card,
    edition: view,
    following: following && viewNextEdition(setting, following),
    neighbours,
    share: viewShare(nameEdition(site, edition), editionLabels(edition, m), url + edition.path, m),
  };
}
