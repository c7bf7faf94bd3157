import type { Edition } from "../../content/edition.ts";
import type { Loaded } from "../page.ts";
import { messagesOf } from "../../locales/messages.ts";
import { describeBriefly } from "../pages/edition-page.ts";
import { editionLabelsInFull, editionTitle } from "../parts/edition.ts";
import { shorten } from "../parts/head.ts";
import { summaryWithLabels } from "../parts/labels.ts";

/** What a post on a network tells of an edition. */
export interface Post {
  readonly title: string;
  /** What the edition says of itself, else why it matters; may be empty. */
  readonly description: string;
  /** That it holds paid links, and the part of a machine: what a reader must know before going there. */
  readonly labels: readonly string[];
  /** The edition's address, whole. */
  readonly url: string;
  /** As in `de-CH`. */
  readonly language: string;
}

/** How long a network lets a post be, and how it counts. */
export interface Room {
  readonly most: number;
  readonly measure: (text: string) => number;
}

function describe(edition: Edition): string {
  const nutGraf = edition.body?.sections[1]?.opening ?? "";
  return edition.front.description === undefined && nutGraf !== ""
    ? shorten(nutGraf)
    : (describeBriefly(edition) ?? "");
}

/** Derives the post of an edition as far as readers may see it: its labels are those that a feed has before its summary. */
export function viewPost({ site, edition }: Pick<Loaded, "site" | "edition">): Post {
  const { publication } = site;
  return {
    title: editionTitle(site, edition).whole,
    description: describe(edition),
    labels: editionLabelsInFull(edition, messagesOf(publication)),
    url: publication.url + edition.path,
    language: publication.language,
  };
}

function joinPost(title: string, description: string, { labels, url }: Post): string {
  return [title, summaryWithLabels(description, labels), url].filter((part) => part !== "").join("\n\n");
}

/** A text at its longest with which something still has room, by shortening it at words; the empty text where it has none at all. */
function fit(text: string, hasRoom: (shorter: string) => boolean): string {
  for (let most = text.length; most > 1; most--) {
    const shorter = shorten(text, most);
    if (hasRoom(shorter)) return shorter;
  }
  return "";
}

/**
 * The words of a post: headline, labels with the description, address. Where there is too little room the description is shortened, then the
 * headline; never a label or the address. Undefined where these alone have no room.
 */
export function writePost(post: Post, { most, measure }: Room): string | undefined {
  const hasRoom = (title: string, description: string) => measure(joinPost(title, description, post)) <= most;
  const description = fit(post.description, (shorter) => hasRoom(post.title, shorter));
  const title = description === "" ? fit(post.title, (shorter) => hasRoom(shorter, "")) : post.title;
  return hasRoom(title, description) ? joinPost(title, description, post) : undefined;
}

/** Characters as a reader counts them: an emoji, or a letter with its marks, is one. */
export function countGraphemes(text: string): number {
  return [...new Intl.Segmenter("und", { granularity: "grapheme" }).segment(text)].length;
}
