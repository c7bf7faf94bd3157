import { type Clock, createClock } from "../../content/time/clock.ts";
import type { Diagnostic } from "../../content/problems/diagnostic.ts";
import type { ContentFile } from "../../content/files/files.ts";
import type { Folder } from "../../content/files/folders.ts";
import { readFolder } from "../../content/frame.ts";
import { type DatedEdition, placeEdition, type PlacedEdition } from "../../content/time/schedule.ts";
import type { Site } from "../../content/site.ts";
import { digestOf } from "../digest.ts";
import { createHeapGuard } from "../heap.ts";
import { isStillMeant } from "./dependencies.ts";
import { isWithin } from "./span.ts";
import type { TextRecord, TextRecords } from "./text-record.ts";

/** An edition of which the front matter is known, anew or from the last build, without what was parsed. */
export interface Known {
  readonly folder: Folder;
  /** Digest of its files. */
  readonly files: string;
  readonly clock: Clock;
  readonly placed: PlacedEdition;
  /** Of the last build, if the folder and what the clock says of it are as they were. */
  readonly record: TextRecord | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

export interface Opened extends Known {
  /** Undefined where only the last build read the front matter, or where it is read again when the texts are. */
  readonly dated: DatedEdition | undefined;
}

/** The files of an edition's folder. */
export function filesIn({ edition, stories, pictures, recordings }: Folder): ContentFile[] {
  const own = [...stories, ...pictures, ...recordings].map(({ file }) => file);
  return edition ? [...own, edition] : own;
}

/** What is known of files before they are read. */
export interface KnownFiles {
  /** The digest of a file of the content folder, by its path within. */
  readonly digestOf: (path: string) => string;
  /** Whether an edition has the files that it had in the last build, each as it was. */
  readonly isSame: (folder: Folder) => boolean;
}

/** Nothing is known of them. */
export const UNKNOWN_FILES: KnownFiles = { digestOf: () => "", isSame: () => false };

/** Of so many editions what was parsed waits for its texts to be rendered; in a larger archive it would take gigabytes. */
const MOST_PARSED = 2500;

/**
 * Reads the front matter of those folders that are not as the last build found them; what was parsed of all but so many
 * (`most`) is let go, and read again with the texts.
 */
export function openFolders(
  site: Site,
  folders: readonly Folder[],
  now: number,
  known: KnownFiles,
  records: TextRecords,
  most = MOST_PARSED,
): Opened[] {
  const guardHeap = createHeapGuard();
  let parsed = 0;
  const digest = (folder: Folder) => digestOf(...filesIn(folder).flatMap(({ path }) => [path, known.digestOf(path)]));
  return folders.map((folder): Opened => {
    guardHeap();
    const clock = createClock(now);
    const record = records.get(folder.identity);
    const files = record && known.isSame(folder) ? record.files : digest(folder);
    if (record?.files === files && isWithin(now, record.span) && isStillMeant(record.dependencies, site.meanings))
      return { folder, files, clock, placed: record.outline, record, dated: undefined, diagnostics: [] };
    const diagnostics: Diagnostic[] = [];
    const dated = readFolder(folder, { ...site, clock }, diagnostics);
    const place = placeEdition(dated, site.topics);
    // What was taken back is rendered by nobody, who would tell of them.
    const placed = place.problems ? { ...place, problems: diagnostics } : place;
    const own = { folder, files, clock, placed, record: undefined };
    return parsed++ < most ? { ...own, dated, diagnostics } : { ...own, dated: undefined, diagnostics: [] };
  });
}

/** Folders that somebody else opened, who made known what stands where. */
export function openElsewhere(folders: readonly Folder[], now: number, placed: readonly PlacedEdition[]): Opened[] {
  const byIdentity = new Map(placed.map((edition) => [edition.identity, edition]));
  return folders.map((folder): Opened => {
    const known = byIdentity.get(folder.identity) as PlacedEdition;
    const rest = { record: undefined, dated: undefined, diagnostics: [] };
    return { folder, files: "", clock: createClock(now), placed: known, ...rest };
  });
}

/** Where the editions of folders stand of which nothing is known: none is rendered, so nothing that was parsed is kept. */
export function placeFolders(site: Site, folders: readonly Folder[], now: number): PlacedEdition[] {
  return openFolders(site, folders, now, UNKNOWN_FILES, new Map(), 0).map(({ placed }) => placed);
}
