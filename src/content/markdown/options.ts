import type { Spoken } from "../../locales/messages.ts";
import type { Position, Problem } from "../problems/diagnostic.ts";

/** What a link of the text becomes: an address, and the affiliate programme that pays for it, if any. */
export interface ResolvedLink {
  readonly href: string;
  readonly programme?: string | undefined;
  /** Why the words are kept and the link is not made, for now. */
  readonly withheld?: Problem;
  /** What the editor is asked about a link that is made. */
  readonly doubt?: Problem;
}

/** A link as it stands in a text. */
export interface PlacedLink extends ResolvedLink {
  /** Where its address was typed, if it leads to a part of a page: whether that is there is known when all texts are read. */
  readonly at?: Position;
}

/** A format in which a picture is offered, beside the one that every browser knows. */
export interface OfferedFormat {
  readonly type: string;
  /** Addresses and widths, as HTML's `srcset` has them. */
  readonly srcset: string;
}

/** How wide a picture is shown, as HTML's `sizes` says it: a column of text, or a phone's width. */
export const PICTURE_SIZES = "(min-width: 48rem) 45rem, 100vw";

/** A picture as the page needs it: its address and its size in pixels. */
export interface ResolvedPicture {
  readonly href: string;
  readonly width: number;
  readonly height: number;
  /** The best first. */
  readonly formats?: readonly OfferedFormat[];
}

/** `language` decides the quotation marks, and with `messages` the words that the program adds. */
export interface RenderOptions extends Spoken {
  /** Begins every id of the HTML, so that several bodies can stand on one page. */
  readonly prefix: string;
  /** The file's line on which the body begins. */
  readonly line: number;
  readonly link: (address: string) => ResolvedLink | Problem;
  readonly picture: (address: string) => ResolvedPicture | Problem;
}
