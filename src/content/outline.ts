import type { Instant } from "./time/calendar.ts";
import type { Bearings } from "./bearings.ts";
import type { Correction } from "./correction.ts";
import type { Edition } from "./edition.ts";
import type { Dateline } from "./dateline.ts";
import type { Former } from "./former/former.ts";
import type { GoneText } from "./former/gone.ts";
import type { Slot } from "./publication.ts";
import { editionSchema, type ListedOfEdition, type ListedOfStory, storySchema } from "./schema/schema.ts";
import { pickListed } from "./schema/shown.ts";
import type { SignOff } from "./sign-off.ts";
import type { SourceKind } from "./source.ts";
import type { Status } from "./time/status.ts";
import type { Story } from "./story.ts";

interface TextOutline extends Bearings {
  readonly identity: string;
  readonly dateline: Dateline;
  /** Its path on the site, from the root. */
  readonly path: string;
  readonly corrections: readonly Correction[];
  readonly signOff: Pick<SignOff, "by" | "at"> | undefined;
  readonly publish: Instant;
  readonly status: Status;
  /** What it was called, oldest first; left out where it was never called otherwise. */
  readonly former?: readonly Former[];
}

/**
 * What the rest of the site may know of a story: everything that stands on other pages than its own and its edition's. Of
 * its front matter, those keys that the schema marks as listed.
 */
export interface StoryOutline extends TextOutline, Readonly<Pick<Story, keyof ListedOfStory>> {
  /** Its file, as printed in diagnostics. */
  readonly file: string;
  readonly slug: string;
  /** Of its sources, in order. */
  readonly publishers: readonly string[];
  /** Of its sources, in order. */
  readonly kinds: readonly SourceKind[];
  /** To the nearest fifty, so that small edits leave other pages as they are. */
  readonly words: number;
  /** Left out where its editors take no letters. */
  readonly comments?: boolean;
  /** How many letters stand below it; left out where none does. */
  readonly letters?: { readonly length: number };
}

/** What the rest of the site may know of an edition; of its front matter, what is listed. */
export interface EditionOutline extends TextOutline, Readonly<Pick<Edition, keyof ListedOfEdition>> {
  /** Its edition.md, as printed in diagnostics; undefined when there is none that can be read. */
  readonly file: string | undefined;
  readonly slot: Slot;
  /** Of its own text, to the nearest fifty. */
  readonly words: number;
  readonly stories: readonly StoryOutline[];
  /** What of it was taken back; left out where nothing was. */
  readonly gone?: readonly GoneText[];
}

/** Few texts were ever called otherwise: of all others an outline says nothing. */
export function keepNamed({ former = [] }: Pick<TextOutline, "former">): Pick<TextOutline, "former"> {
  return former.length > 0 ? { former } : {};
}

type LetterOutline = Pick<StoryOutline, "comments" | "letters">;

/** Most stories take no letters, or have none. */
function keepLetters({ comments, letters }: LetterOutline): LetterOutline {
  return {
    ...(comments === true && { comments }),
    ...(letters && letters.length > 0 && { letters: { length: letters.length } }),
  };
}

export function keepGone(gone: readonly GoneText[] = []): Pick<EditionOutline, "gone"> {
  return gone.length > 0 ? { gone } : {};
}

function outlineText(text: TextOutline): TextOutline {
  const { identity, dateline, path, corrections, signOff, publish, status } = text;
  const { programmes, paidLinks, ids, partLinks } = text;
  return {
    identity,
    dateline,
    path,
    corrections,
    signOff: signOff && { by: signOff.by, at: signOff.at },
    publish,
    status,
    programmes,
    paidLinks,
    ids,
    partLinks,
    ...keepNamed(text),
  };
}

/** An edition without its texts, small enough to keep of each one of an archive. */
export function outlineEdition(edition: EditionOutline): EditionOutline {
  const { file, slot, words, stories, gone } = edition;
  return {
    ...outlineText(edition),
    ...pickListed(editionSchema, edition),
    file,
    slot,
    words,
    ...keepGone(gone),
    stories: stories.map((story): StoryOutline => {
      const { file, slug, publishers, kinds, words } = story;
      const own = { file, slug, publishers, kinds, words, ...keepLetters(story) };
      return { ...outlineText(story), ...pickListed(storySchema, story), ...own };
    }),
  };
}
