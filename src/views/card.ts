import { createHash } from "node:crypto";
import type { Edition } from "../content/edition.ts";
import type { Site } from "../content/site.ts";
import type { Story } from "../content/story.ts";
import { editionLabels, editionTitle } from "./edition.ts";
import type { Head } from "./head.ts";
import { type Light, lightAt } from "./light.ts";
import { titleCase, type Shell } from "./shell.ts";
import { viewLabels } from "./story.ts";
import { viewDay } from "./time.ts";

/** What a card shows: the picture of a text for those who share it. */
export interface Card {
  readonly name: string;
  /** The topic of a story, or the slot of an edition. */
  readonly kicker: string | undefined;
  readonly headline: string;
  readonly dateline: string;
  /** What a reader must be told before following the link that the card is shown with. */
  readonly labels: readonly string[];
  readonly light: Light;
  readonly direction: "ltr" | "rtl";
}

/** The shapes of cards, in pixels: the first for social networks, the others for search engines (Google: Article structured data). */
export const SHAPES = {
  social: { width: 1200, height: 630 },
  "16x9": { width: 1200, height: 675 },
  "4x3": { width: 1200, height: 900 },
  "1x1": { width: 1200, height: 1200 },
} as const;
export type Shape = keyof typeof SHAPES;

/** A card and the files that show it. */
export interface CardView {
  readonly card: Card;
  /** Digest of all that the files depend on. */
  readonly digest: string;
  /** By shape, from the site's root. */
  readonly paths: Readonly<Record<Shape, string>>;
  readonly alt: string;
}

const DIGEST = 16;

/**
 * Places the card of a page. Its files stand beside the page and are named by all that they show, so that they may be kept
 * for ever. No picture of an edition can have such a name: theirs has no full stop but the one before its ending.
 */
function placeCard(card: Card, path: string, version: string): CardView {
  const digest = createHash("sha256")
    .update(JSON.stringify([version, card]))
    .digest("hex")
    .slice(0, DIGEST);
  const name = (shape: Shape) => `${path}card.${digest}${shape === "social" ? "" : `.${shape}`}.png`;
  const shapes = Object.keys(SHAPES) as Shape[];
  return {
    card,
    digest,
    paths: Object.fromEntries(shapes.map((shape) => [shape, name(shape)])) as CardView["paths"],
    alt: [card.headline, ...card.labels].join(" · "),
  };
}

function common(site: Site, { dateline, slot, publish }: Edition, shell: Shell) {
  const day = viewDay(site.publication, publish).text;
  return {
    name: shell.name,
    dateline: `${day}, ${(slot.id || dateline.slot).replaceAll("-", " ")}`,
    light: lightAt(slot.time),
    direction: shell.direction,
  };
}

/** The card of an edition; undefined when the site is made without cards. */
export function viewEditionCard(site: Site, edition: Edition, shell: Shell): CardView | undefined {
  const { cards } = shell.assets;
  if (cards === undefined) return undefined;
  const card: Card = {
    ...common(site, edition, shell),
    kicker: `${titleCase(edition.slot.id)} edition`,
    headline: editionTitle(site, edition).rest,
    labels: editionLabels(edition),
  };
  return placeCard(card, edition.path, cards);
}

/** The card of a story; undefined when the site is made without cards. */
export function viewStoryCard(site: Site, story: Story, edition: Edition, shell: Shell): CardView | undefined {
  const { cards } = shell.assets;
  if (cards === undefined) return undefined;
  const card: Card = {
    ...common(site, edition, shell),
    kicker: story.topic === undefined ? undefined : site.vocabularies.topics[story.topic]?.name,
    headline: story.title,
    labels: viewLabels(story.ai, story.programmes.length > 0),
  };
  return placeCard(card, story.path, cards);
}

/** The card as the head of its page names it. */
export function headImageOf({ publication }: Site, { paths, alt }: CardView): NonNullable<Head["image"]> {
  return { url: publication.url + paths.social, ...SHAPES.social, type: "image/png", alt };
}

/** The card's other shapes as schema.org's ImageObjects, for a page in linked data. */
export function describeCard({ publication }: Site, { paths, alt }: CardView): object[] {
  return (["16x9", "4x3", "1x1"] as const).map((shape) => ({
    "@type": "ImageObject",
    url: publication.url + paths[shape],
    ...SHAPES[shape],
    caption: alt,
  }));
}
