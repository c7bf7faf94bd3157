import { createHash } from "node:crypto";
import { cardPath } from "../../content/addresses.ts";
import type { Edition } from "../../content/edition.ts";
import type { Setting } from "../../content/site.ts";
import type { Story, StoryImage } from "../../content/story.ts";
import { type Card, CARD, type CardView } from "./card-view.ts";
import { messagesOf } from "../../locales/messages.ts";
import { editionLabels, editionTitle } from "../parts/edition.ts";
import type { Head } from "../parts/head.ts";
import { originOf, type Publication } from "../../content/publication.ts";
import { lightAt } from "../parts/light.ts";
import type { Shell } from "../shell.ts";
import { storyLabels } from "../parts/labels.ts";
import { viewDay } from "../parts/time.ts";
import { directionOf } from "../../content/words/language-tag.ts";

const DIGEST = 16;

/**
 * Places the card of a page. Its file stands beside the page and is named by all that it shows, so that it may be kept
 * for ever. No picture of an edition can have such a name: theirs has no full stop but the one before its ending.
 */
export function placeCard(card: Card, page: string, version: string): CardView {
  const digest = createHash("sha256")
    .update(JSON.stringify([version, card]))
    .digest("hex")
    .slice(0, DIGEST);
  return { card, digest, path: cardPath(page, digest), alt: [card.headline, ...card.labels].join(" · ") };
}

function common({ slot }: Edition, { publication: { name, language } }: Setting) {
  return { name, direction: directionOf(language), light: lightAt(slot.time) };
}

/** What the card of an edition shows. */
export function describeEditionCard(site: Setting, edition: Edition): Card {
  return {
    ...common(edition, site),
    // Where the slot is called like the publication, the line above says so.
    kicker: edition.slot.name === site.publication.name ? undefined : edition.slot.name,
    headline: editionTitle(site, edition).rest,
    dateline: viewDay(site.publication, edition.publish).text,
    labels: editionLabels(edition, messagesOf(site.publication)),
  };
}

/** What the card of a story shows. */
export function describeStoryCard(site: Setting, story: Story, edition: Edition): Card {
  const m = messagesOf(site.publication);
  const day = viewDay(site.publication, edition.publish).text;
  return {
    ...common(edition, site),
    kicker: story.topic === undefined ? undefined : site.vocabularies.topics[story.topic]?.name,
    headline: story.title,
    dateline: m.time.dateline({ day, slot: edition.slot.name }),
    labels: storyLabels(story, m),
  };
}

/** The card of an edition; undefined when the site is made without cards. */
export function viewEditionCard(site: Setting, edition: Edition, { assets }: Shell): CardView | undefined {
  const { cards } = assets;
  return cards === undefined ? undefined : placeCard(describeEditionCard(site, edition), edition.path, cards);
}

/** The card of a story; undefined when the site is made without cards. */
export function viewStoryCard(site: Setting, story: Story, edition: Edition, { assets }: Shell): CardView | undefined {
  const { cards } = assets;
  return cards === undefined ? undefined : placeCard(describeStoryCard(site, story, edition), story.path, cards);
}

export type HeadImage = NonNullable<Head["image"]>;

/** The card as the head of its page names it. */
export function headImageOf({ url }: Pick<Publication, "url">, { path, alt }: CardView): HeadImage {
  return { url: url + path, ...CARD, type: "image/png", alt };
}

/** A story's own picture as a head names it. */
export function pictureOf(site: Setting, { href, width, height, alt }: StoryImage): HeadImage {
  const ending = href.slice(href.lastIndexOf(".") + 1);
  return {
    url: originOf(site.publication) + href,
    width,
    height,
    type: `image/${ending === "jpg" ? "jpeg" : ending}`,
    alt,
  };
}

/** The picture of an edition for those who share it: its card, else the first picture of its stories. */
export function viewEditionImage(site: Setting, edition: Edition, card: CardView | undefined): Head["image"] {
  if (card) return headImageOf(site.publication, card);
  return viewFirstPicture(site, edition);
}

/** The first picture of an edition's stories; undefined where none has one. */
export function viewFirstPicture(site: Setting, { stories }: Edition): Head["image"] {
  const image = stories.find((story) => story.image)?.image;
  return image && pictureOf(site, image);
}
