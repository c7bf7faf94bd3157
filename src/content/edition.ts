import { editionPath } from "./addresses.ts";
import { dayOf, type Instant, instantOn } from "./time/calendar.ts";
import { type Correction, readCorrections, readLocalTime } from "./correction.ts";
import { type Dateline, editionFolder, editionIdentity } from "./dateline.ts";
import { type Diagnostic, diagnose, START } from "./problems/diagnostic.ts";
import { type Former, readFormer } from "./former/former.ts";
import { GONE, type Gone, type GoneText, readGone } from "./former/gone.ts";
import { type Document, hasKey, readMarkdownFile } from "./parse/document.ts";
import type { ContentFile } from "./files/files.ts";
import type { Recording } from "./recordings/recordings.ts";
import type { Body } from "./markdown/body.ts";
import type { Bearings } from "./bearings.ts";
import { type Publication, type Slot, slotOf } from "./publication.ts";
import {
  type AiLevel,
  type EditionFrontMatter,
  editionSchema,
  goneEditionSchema,
  type ListedOfEdition,
} from "./schema/schema.ts";
import { pickListed } from "./schema/shown.ts";
import { type Meanings, understand } from "./schema/shorthand.ts";
import { type Digests, readSignOff, type SignOff } from "./sign-off.ts";
import type { Status } from "./time/status.ts";
import type { Story, StoryHead } from "./story.ts";
import { validate } from "./schema/validate.ts";

/** An edition's own file, or the defaults where there is none. Without a title its headline is composed of its stories. */
export interface EditionHead extends ListedOfEdition {
  readonly identity: string;
  readonly dateline: Dateline;
  readonly slot: Slot;
  readonly path: string;
  /** The edition.md, if there is one that can be read. */
  readonly document: Document | undefined;
  /** The document's path. */
  readonly file: string | undefined;
  /** Whether it has an edition.md, be it one that cannot be read. */
  readonly hasFile: boolean;
  readonly front: Partial<EditionFrontMatter>;
  /** The level of the edition's own text. */
  readonly ai: AiLevel;
  readonly corrections: readonly Correction[];
  readonly signOff: SignOff | undefined;
  readonly draft: boolean;
  readonly publish: Instant;
  /** What it was called, oldest first. */
  readonly former: readonly Former[];
  /** Where it was taken back, with all its stories. */
  readonly gone: Gone | undefined;
}

/** The stories of one dateline, in running order. */
export interface Edition extends Omit<EditionHead, "gone">, Bearings {
  /** What of it was taken back. */
  readonly gone: readonly GoneText[];
  readonly status: Status;
  /** Digests its own text as it stands now, to be held against the signed one; undefined where there is none. */
  readonly digest: (() => Digests) | undefined;
  /** Its lede, nut graf and further sections. */
  readonly body: Body | undefined;
  /** In which somebody, or a machine, reads it aloud. */
  readonly recording: Recording | undefined;
  /** Of that text, to the nearest fifty. */
  readonly words: number;
  readonly stories: readonly Story[];
  /** Every slug of the folder, those of unreadable files included. */
  readonly slugs: readonly string[];
}

/** Reads an edition.md (or stands in for one) but for its body. */
export function readEdition(
  file: ContentFile | undefined,
  dateline: Dateline,
  label: string,
  { publication, meanings }: { readonly publication: Publication; readonly meanings: Meanings },
  diagnostics: Diagnostic[],
): EditionHead {
  const reading = file && readMarkdownFile(`${label}/${file.path}`, file.bytes);
  diagnostics.push(...(reading?.diagnostics ?? []));
  const schema = reading?.document && hasKey(reading.document, GONE) ? goneEditionSchema : editionSchema;
  const document = reading?.document && understand(reading.document, schema, meanings).document;
  const validation = document && validate<typeof goneEditionSchema | typeof editionSchema>(document, schema);
  diagnostics.push(...(validation?.diagnostics ?? []));
  const front = validation?.partial ?? {};
  const slot = slotOf(publication, dateline);
  return {
    ...pickListed(editionSchema, front),
    former: readFormer(front.formerly, document),
    gone: document && readGone("gone" in front ? front.gone : undefined, document, publication.zone, diagnostics),
    identity: editionIdentity(dateline),
    dateline,
    slot,
    path: editionPath(dateline),
    document,
    file: document?.path,
    hasFile: file !== undefined,
    front,
    ai: front.ai ?? publication.ai,
    corrections: document ? readCorrections(front.corrections, document, publication.zone, diagnostics) : [],
    signOff: document && readSignOff(front.signoff, document, publication.zone, diagnostics),
    draft: front.draft ?? false,
    publish:
      (document && readLocalTime(front.publish, ["publish"], document, publication.zone, diagnostics)) ??
      readUsualTime(dateline, slot, label, publication, diagnostics),
  };
}

/** The slot's time on the edition's day. One that the clock jumps over comes when it has jumped, if that is still the same day. */
function readUsualTime(
  dateline: Dateline,
  { time }: Slot,
  label: string,
  { zone }: Publication,
  diagnostics: Diagnostic[],
): Instant {
  const { date } = dateline;
  const instant = instantOn(date, time, zone);
  if (dayOf(instant, zone) !== date)
    diagnostics.push(
      diagnose(`${label}/${editionFolder(dateline)}`, START, {
        rule: "bad-date",
        message: `${date} has no ${time} in ${zone}: the clock jumps over it into the next day`,
        hint: `give its edition.md a time of its own, such as “publish: ${date}T12:00”`,
      }),
    );
  return instant;
}

/** The folder's stories in running order: as edition.md lists them, the rest by slug. */
export function orderStories<T extends Pick<StoryHead, "slug">>(
  stories: readonly T[],
  listed: readonly string[] | undefined,
): T[] {
  const place = new Map((listed ?? []).map((slug, index) => [slug, index]));
  return [...stories].sort(
    (a, b) => (place.get(a.slug) ?? Infinity) - (place.get(b.slug) ?? Infinity) || (a.slug < b.slug ? -1 : 1),
  );
}
