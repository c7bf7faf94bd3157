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

/** Of every card, in pixels: the shape in which networks show a page that is shared. Search engines ask for other shapes of a picture of the news, and a card is none. */
export const CARD = { width: 1200, height: 630 } as const;

/** A card and the file that shows it. */
export interface CardView {
  readonly card: Card;
  /** Digest of all that the file depends on. */
  readonly digest: string;
  /** From the site's root. */
  readonly path: string;
  readonly alt: string;
}
