import { storyPath } from "./addresses.ts";
import type { Instant } from "./time/calendar.ts";
import { type Correction, readCorrections, readLocalTime } from "./correction.ts";
import { type Dateline, storyIdentity } from "./dateline.ts";
import type { Diagnostic } from "./problems/diagnostic.ts";
import { type Former, readFormer } from "./former/former.ts";
import { GONE, type Gone, readGone } from "./former/gone.ts";
import { type Document, hasKey, readMarkdownFile } from "./parse/document.ts";
import type { ContentFile } from "./files/files.ts";
import type { Letter } from "./letters/letter.ts";
import type { Body, Section } from "./markdown/body.ts";
import type { ResolvedPicture } from "./markdown/options.ts";
import type { Bearings } from "./bearings.ts";
import {
  type AiLevel,
  type ListedOfStory,
  goneStorySchema,
  type StoryFrontMatter,
  storySchema,
} from "./schema/schema.ts";
import { pickListed } from "./schema/shown.ts";
import { type Meanings, type Shorthand, understand } from "./schema/shorthand.ts";
import type { Publication } from "./publication.ts";
import { type Digests, readSignOff, type SignOff } from "./sign-off.ts";
import type { Source, SourceKind } from "./source.ts";
import type { Status } from "./time/status.ts";
import { validate } from "./schema/validate.ts";

/** A story's picture, measured. */
export interface StoryImage extends ResolvedPicture {
  readonly name: string;
  readonly alt: string;
  readonly credit: string | undefined;
}

/** A story's front matter with the defaults filled in, before its edition and its body are known. */
export interface StoryHead extends ListedOfStory {
  readonly identity: string;
  readonly dateline: Dateline;
  readonly slug: string;
  /** Its path on the site, from the root. */
  readonly path: string;
  readonly document: Document;
  /** The document's path. */
  readonly file: string;
  /** What of its front matter is typed in another way than the format says. */
  readonly shorthands: readonly Shorthand[];
  /** What the editor wrote, without the keys that are wrong: for rules that compare it with the rest of the site. */
  readonly front: Partial<StoryFrontMatter>;
  readonly title: string;
  readonly short: string;
  readonly tags: readonly string[];
  readonly ai: AiLevel;
  readonly byline: readonly string[];
  readonly corrections: readonly Correction[];
  readonly signOff: SignOff | undefined;
  readonly draft: boolean;
  /** Its own time, if it has one; else it comes with its edition. */
  readonly ownTime: Instant | undefined;
  /** What it was called, oldest first: its own names, until its edition is known. */
  readonly former: readonly Former[];
  /** Where it was taken back; nothing else of it is read then. */
  readonly gone: Gone | undefined;
}

/** One Markdown file, one news item. */
export interface Story extends StoryHead, Bearings {
  readonly publish: Instant;
  readonly status: Status;
  /** Whether its editors take letters, by it, by its edition, or by the publication. */
  readonly comments: boolean;
  /** Whether readers may write now. */
  readonly isOpen: boolean;
  /** In the order in which they were accepted. */
  readonly letters: readonly Letter[];
  /** An id of topics.yaml; undefined when the story names none that exists. */
  readonly topic: string | undefined;
  readonly sources: readonly Source[];
  /** Of the sources, in order. */
  readonly publishers: readonly string[];
  /** Of the sources, in order. */
  readonly kinds: readonly SourceKind[];
  /** To the nearest fifty. */
  readonly words: number;
  readonly image: StoryImage | undefined;
  readonly body: Body;
  readonly summary: Section;
  readonly analysis: Section | undefined;
  /** Digests the text as it stands now, to be held against the signed one: few texts are signed. */
  readonly digest: () => Digests;
}

/** Reads a story's file but for its body's links, which need the rest of the site. Undefined when it cannot be read at all. */
export function readStory(
  file: ContentFile,
  dateline: Dateline,
  slug: string,
  label: string,
  { publication, meanings }: { readonly publication: Publication; readonly meanings: Meanings },
  diagnostics: Diagnostic[],
): StoryHead | undefined {
  const reading = readMarkdownFile(`${label}/${file.path}`, file.bytes);
  diagnostics.push(...reading.diagnostics);
  if (!reading.document) return undefined;
  const schema = hasKey(reading.document, GONE) ? goneStorySchema : storySchema;
  const { document, shorthands } = understand(reading.document, schema, meanings);
  const { partial: front, diagnostics: found } = validate<typeof goneStorySchema | typeof storySchema>(
    document,
    schema,
  );
  diagnostics.push(...found);
  const title = front.title ?? slug;
  return {
    ...pickListed(storySchema, front),
    identity: storyIdentity(dateline, slug),
    dateline,
    slug,
    path: storyPath(dateline, slug),
    document,
    file: document.path,
    shorthands,
    front,
    title,
    short: front.short ?? title,
    tags: front.tags ?? [],
    ai: front.ai ?? publication.ai,
    byline: front.byline ?? (publication.byline === undefined ? [] : [publication.byline]),
    corrections: readCorrections(front.corrections, document, publication.zone, diagnostics),
    signOff: readSignOff(front.signoff, document, publication.zone, diagnostics),
    draft: front.draft ?? false,
    ownTime: readLocalTime(front.publish, ["publish"], document, publication.zone, diagnostics),
    former: readFormer(front.formerly, document),
    gone: readGone("gone" in front ? front.gone : undefined, document, publication.zone, diagnostics),
  };
}
