import type { AiLevel } from "../../content/schema/schema.ts";
import type { Power } from "../files/policy.ts";
import type { LinkView } from "./link.ts";
import type { FeedLink } from "../shell.ts";

/** What a page says of itself to machines. */
export interface Head {
  readonly title: string;
  readonly description: string | undefined;
  /** The page's full address. */
  readonly canonical: string;
  readonly noindex?: boolean;
  /** What its scripts may do beside what every page may. */
  readonly powers?: readonly Power[];
  /** Set when the whole page is of one level. */
  readonly ai?: AiLevel | undefined;
  /** Feeds of this page, beside the site's own. */
  readonly feeds?: readonly FeedLink[];
  /** Set on an edition or a story: when it came out and last changed, ISO 8601 with offset. */
  readonly article?: { readonly published: string; readonly modified: string };
  /** The pages above this one, between the home and itself; undefined where it has no place below the home. */
  readonly trail?: readonly LinkView[];
  /** Linked data, as data; escaped where it is printed. */
  readonly jsonLd?: object;
  readonly image?:
    | {
        readonly url: string;
        readonly width: number;
        readonly height: number;
        /** Of media, as `image/png`. */
        readonly type: string;
        readonly alt: string;
      }
    | undefined;
}

/** So many characters of a description are shown by search engines, about. */
export const DESCRIBED = 160;

/** Cuts text at a word, and never within a character, for a description of at most `most` characters. */
export function shorten(text: string, most = 200): string {
  const plain = text.replace(/\s+/g, " ").trim();
  if (plain.length <= most) return plain;
  const cut = plain.slice(0, most - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), most / 2)).replace(/[\s,;:–—\uD800-\uDBFF-]+$/, "")}…`;
}
