import type { Instant } from "./calendar.ts";
import type { Correction } from "./correction.ts";
import type { Position } from "./diagnostic.ts";
import type { Body } from "./markdown/body.ts";
import type { Dateline } from "./paths.ts";
import type { Slot } from "./publication.ts";
import type { AiLevel } from "./schema.ts";
import type { SignOff } from "./sign-off.ts";
import type { Source, SourceKind } from "./source.ts";
import type { Status } from "./status.ts";

/** A link that somebody pays for, of a text or its sources. */
export interface PaidLink {
  readonly programme: string;
  readonly url: string;
}

/** A link to a part of a page of this site, and where the text that holds it begins. */
export interface PartLink {
  readonly at: Position;
  readonly href: string;
}

/** What a text's words and sources mean for the rest of the site. */
export interface Bearings {
  /** The affiliate programmes that pay for its links, each once, in order. */
  readonly programmes: readonly string[];
  readonly paidLinks: readonly PaidLink[];
  /** Of the parts of it that a link may name. */
  readonly ids: readonly string[];
  readonly partLinks: readonly PartLink[];
}

/** Finds out what a rendered text means for the rest of the site, whose base path is `base`. */
export function takeBearings(body: Body | undefined, sources: readonly Source[], base: string): Bearings {
  const inText = (body?.sections ?? []).flatMap(({ at, links }) => links.map((link) => ({ at, ...link })));
  const cited = sources.map(({ url, programme }) => ({ href: url, programme }));
  const paidLinks = [...inText, ...cited].flatMap(({ href, programme }) =>
    programme === undefined ? [] : [{ programme, url: href }],
  );
  return {
    programmes: [...new Set(paidLinks.map(({ programme }) => programme))],
    paidLinks,
    ids: [...(body?.ids ?? [])],
    partLinks: inText.flatMap(({ at, href }) =>
      href.startsWith(`${base}/`) && href.includes("#") ? [{ at, href }] : [],
    ),
  };
}

const ROUND = 50;

/** How long a text is, in words to the nearest fifty. */
export function measureLength(body: Body | undefined): number {
  const words = (body?.sections ?? []).reduce((sum, { words }) => sum + words, 0);
  return Math.round(words / ROUND) * ROUND;
}

interface TextOutline extends Bearings {
  readonly identity: string;
  readonly dateline: Dateline;
  /** Its path on the site, from the root. */
  readonly path: string;
  readonly ai: AiLevel;
  readonly corrections: readonly Correction[];
  readonly signOff: Pick<SignOff, "by" | "at"> | undefined;
  readonly publish: Instant;
  readonly status: Status;
}

/** What the rest of the site may know of a story: everything that stands on other pages than its own and its edition's. */
export interface StoryOutline extends TextOutline {
  /** Its file, as printed in diagnostics. */
  readonly file: string;
  readonly slug: string;
  readonly title: string;
  readonly short: string;
  readonly topic: string | undefined;
  /** Of its sources, in order. */
  readonly publishers: readonly string[];
  /** Of its sources, in order. */
  readonly kinds: readonly SourceKind[];
  /** The identity of the story that it follows. */
  readonly follows: string | undefined;
  readonly whatsNew: string | undefined;
  /** To the nearest fifty, so that small edits leave other pages as they are. */
  readonly words: number;
}

/** What the rest of the site may know of an edition. */
export interface EditionOutline extends TextOutline {
  /** Its edition.md, as printed in diagnostics; undefined when there is none that can be read. */
  readonly file: string | undefined;
  readonly slot: Slot;
  /** Undefined when its headline is to be composed of its stories. */
  readonly title: string | undefined;
  /** Of its own text, to the nearest fifty. */
  readonly words: number;
  readonly stories: readonly StoryOutline[];
}

function outlineText(text: TextOutline): TextOutline {
  const { identity, dateline, path, ai, corrections, signOff, publish, status } = text;
  const { programmes, paidLinks, ids, partLinks } = text;
  return {
    identity,
    dateline,
    path,
    ai,
    corrections,
    signOff: signOff && { by: signOff.by, at: signOff.at },
    publish,
    status,
    programmes,
    paidLinks,
    ids,
    partLinks,
  };
}

/** An edition without its texts, small enough to keep of each one of an archive. */
export function outlineEdition(edition: EditionOutline): EditionOutline {
  const { file, slot, title, words, stories } = edition;
  return {
    ...outlineText(edition),
    file,
    slot,
    title,
    words,
    stories: stories.map((story): StoryOutline => {
      const { file, slug, title, short, topic, publishers, kinds, follows, whatsNew, words } = story;
      return { ...outlineText(story), file, slug, title, short, topic, publishers, kinds, follows, whatsNew, words };
    }),
  };
}
