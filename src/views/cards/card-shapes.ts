import type { Light } from "../parts/light.ts";

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
  /** By shape, from the site's root; every card has the first shape. */
  readonly paths: Readonly<Record<"social", string> & Partial<Record<Shape, string>>>;
  readonly alt: string;
}
