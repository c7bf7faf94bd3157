import type { Clock } from "../../content/time/clock.ts";
import type { Edition } from "../../content/edition.ts";
import { listPictures, readFolder } from "../../content/frame.ts";
import type { Targets } from "../../content/links/links.ts";
import { type EditionOutline, outlineEdition, type StoryOutline } from "../../content/outline.ts";
import type { Measured, PictureFile } from "../../content/pictures/pictures.ts";
import { namePictures, renderEdition } from "../../content/render.ts";
import { listRecordings } from "../../content/recordings/recordings.ts";
import type { DatedEdition } from "../../content/time/schedule.ts";
import type { Setting, Site } from "../../content/site.ts";
import { traceEdition } from "../../rules/repeats/trace.ts";
import { checkTexts } from "../../rules/rules.ts";
import type { Loaded } from "../../views/page.ts";
import { visibleOf } from "../../views/visible.ts";
import { digestOf } from "../digest.ts";
import { seal } from "../pages/keys.ts";
import { describeDependencies, dependenciesOf, narrowSite, noteAsked } from "./dependencies.ts";
import type { Known } from "./opened.ts";
import { secretsOf } from "./secrets.ts";
import { type Span, spanOf } from "./span.ts";
import type { TextRecord } from "./text-record.ts";

/** What the editions of an archive have in common. */
export interface Archival {
  readonly site: Site;
  readonly setting: Setting;
  readonly targets: Targets;
  /** A visible or hidden story by its identity. */
  readonly stories: { get(identity: string): StoryOutline | undefined };
  /** Sizes of the pictures of every folder without a record, by path. */
  readonly measured: ReadonlyMap<string, Measured>;
  /** Whether advice is wanted. */
  readonly advice: boolean;
  /** Keeps what takes memory of the few editions that were asked for last. */
  recent<T>(identity: string, make: () => T): T;
}

/** The edition without corrections and letters of the future; each moment is asked for, so that the clock's span tells of it. */
function hideFuture(edition: Edition, clock: Clock, preview: boolean): Edition {
  const only = <T extends Pick<Edition, "corrections">>(text: T): T => {
    const corrections = text.corrections.filter(({ at }) => clock.hasCome(at) || preview);
    return corrections.length === text.corrections.length ? text : { ...text, corrections };
  };
  const heard = (story: Edition["stories"][number]): Edition["stories"][number] => {
    const letters = story.letters.filter(({ accepted }) => clock.hasCome(accepted.at) || preview);
    return letters.length === story.letters.length ? story : { ...story, letters };
  };
  return { ...only(edition), stories: edition.stories.map((story) => heard(only(story))) };
}

function keyOf(files: string, { from, until }: Span, dependencies: string): string {
  return digestOf(files, JSON.stringify([from, until]), dependencies);
}

/** The digests of an outline: its own and those of its stories. */
function digestOutline(outline: EditionOutline): string[] {
  const stories = outline.stories.map((story) => digestOf(JSON.stringify(story)));
  return [digestOf(JSON.stringify({ ...outline, stories })), ...stories];
}

export function sealOutline(outline: EditionOutline, [own = "", ...stories]: readonly string[]): EditionOutline {
  outline.stories.forEach((story, at) => seal(story, stories[at] ?? ""));
  return seal(outline, own);
}

/** The record of the last build, if all that the edition depends on is as it was. */
export function stillTrue({ record, placed }: Known, { site, targets }: Archival): TextRecord | undefined {
  if (!record) return undefined;
  const now = describeDependencies(record.dependencies, site, targets, placed);
  return record.key === keyOf(record.files, record.span, now) ? record : undefined;
}

/** An edition as it was read and rendered. */
export interface ReadText {
  /** With all its texts, as editors wrote them. */
  readonly edition: Edition;
  /** As far as readers may see it. */
  readonly loaded: Loaded;
  readonly record: TextRecord;
}

/** The pictures of an edition's folder, measured now or by the last build. */
export function picturesOf({ folder, record }: Known, { measured }: Archival): PictureFile[] {
  return listPictures(folder, (path) => measured.get(path) ?? record?.pictures[path.split("/").at(-1) ?? ""]);
}

/** Reads and renders an edition of which the front matter is `dated`, if that was read before; `known` is its record where that still holds. */
export function readText(
  opened: Known,
  archival: Archival,
  dated: DatedEdition | undefined,
  known: TextRecord | undefined,
): ReadText {
  const { folder, clock, files } = opened;
  const { site, setting, targets, stories } = archival;
  const found = [...opened.diagnostics];
  const own = { ...site, clock };
  const pictures = picturesOf(opened, archival);
  const recordings = listRecordings(folder.identity, folder.recordings);
  const asked = new Set<string>();
  const context = {
    ...own,
    targets: noteAsked(targets, asked),
    pictures: namePictures(pictures),
    diagnostics: found,
  };
  const edition = renderEdition(dated ?? readFolder(folder, own, found), context, recordings);
  const shown = hideFuture(edition, clock, site.preview);
  const dependencies = known?.dependencies ?? dependenciesOf(edition, asked, site);
  const describe = (): TextRecord => {
    const outline = outlineEdition(shown);
    // Rules see all there is, since their hints do; an edition in which they find an error is never kept.
    const diagnostics = [
      ...found,
      ...checkTexts({ ...own, editions: [edition], pages: [], pictures, recordings }, archival.advice),
    ];
    const span = spanOf(clock.span());
    return {
      files,
      span,
      dependencies,
      key: keyOf(files, span, describeDependencies(dependencies, site, targets, edition)),
      outline,
      digests: digestOutline(outline),
      trace: traceEdition(edition),
      pictures: Object.fromEntries(pictures.map(({ name, measured: size }) => [name, size])),
      diagnostics,
      secrets: secretsOf(edition),
    };
  };
  const [visible = shown] = visibleOf(site, [shown]);
  const narrow = narrowSite(setting, site, dependencies, edition, stories);
  return { edition, loaded: { site: narrow, edition: visible, pictures, recordings }, record: known ?? describe() };
}
