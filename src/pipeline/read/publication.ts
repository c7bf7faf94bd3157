import { readdirSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { Instant } from "../../content/time/calendar.ts";
import { type KnownFolder, type Listing, readContentFolder, UNKNOWN } from "../../content/files/files.ts";
import { type Frame, readFrame } from "../../content/frame.ts";
import { openPictures } from "../pictures/pictures.ts";
import { readOwn } from "../look/own.ts";
import { PROJECT } from "../project.ts";
import type { Archive } from "./archive.ts";
import { labelOf } from "./label.ts";
import { openShare } from "./open-share.ts";
import type { ReadOptions } from "./read-options.ts";
import { UNKNOWN_FILES } from "./opened.ts";

/** Files that are copied to the site's root as they are, as paths from it. */
export function listPublicFiles(): string[] {
  const folder = join(PROJECT, "public");
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== ".gitkeep")
    .map((entry) => `/${relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/")}`)
    .sort();
}

/** Reads everything of a publication but its editions; a file that is `known` to be the same is read when it is needed. */
export function openPublication({ content, now, preview }: ReadOptions, known: KnownFolder): Frame {
  const label = labelOf(content);
  const listing = readContentFolder(content, label, known);
  return readFrame(listing, { label, now, preview, publicFiles: listPublicFiles() });
}

/** Reads the archive of a content folder of which nothing is known from before. Throws only when the folder itself cannot be read. */
export async function readArchive(options: ReadOptions): Promise<Archive> {
  return openArchive(openPublication(options, UNKNOWN), options);
}

/** Reads the archive of files that stand in no folder yet. */
export async function readArchiveOf(listing: Listing, label: string, now: Instant): Promise<Archive> {
  const options = { now, preview: false };
  return openArchive(readFrame(listing, { label, publicFiles: listPublicFiles(), ...options }), options);
}

async function openArchive(
  unlooked: Frame,
  options: Pick<ReadOptions, "now" | "addresses" | "advice">,
): Promise<Archive> {
  const pictures = openPictures();
  const { frame } = await readOwn(unlooked, pictures);
  return openShare(
    { ...options, frame, isOwn: () => true, files: UNKNOWN_FILES, records: new Map() },
    () => Promise.resolve([]),
    pictures,
  );
}
