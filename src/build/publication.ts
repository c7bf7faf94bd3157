import type { Instant } from "../content/calendar.ts";
import type { Edition } from "../content/edition.ts";
import { type KnownFolder, readContentFolder } from "../content/files.ts";
import { type Frame, readFrame } from "../content/frame.ts";
import { type Measured, measurePicture } from "../content/pictures.ts";
import { type Archive, createArchive } from "./archive.ts";
import type { Opened } from "./opened.ts";
import { listVisible } from "./print-editions.ts";
import { labelOf, listPublicFiles } from "./publication-reader.ts";
import type { Secret } from "./records.ts";
import { publicTextsBeside, publicTextsOf } from "./verify/embargo.ts";
import { createVerifier, type Verifier } from "./verify/verify.ts";

/** Reads everything of a publication but its editions; a file that is `known` to be the same is read when it is needed. */
export function openPublication(content: string, now: Instant, preview: boolean, known: KnownFolder): Frame {
  const label = labelOf(content);
  const listing = readContentFolder(content, label, known);
  return readFrame(listing, { label, now, preview, publicFiles: listPublicFiles() });
}

async function measureAll(opened: readonly Opened[]): Promise<Map<string, Measured>> {
  const measured = new Map<string, Measured>();
  for (const { folder, dated } of opened)
    for (const { file, name } of dated ? folder.pictures : [])
      measured.set(file.path, await measurePicture(name, file.bytes));
  return measured;
}

/** Makes the archive of opened editions and measures the pictures of those that were opened anew. */
export async function gatherArchive(frame: Frame, opened: readonly Opened[]): Promise<Archive> {
  return createArchive(frame, opened, await measureAll(opened));
}

/** Makes a verifier that knows what readers may see of an archive. */
export function superviseArchive(archive: Archive, secrets: readonly Secret[]): Verifier {
  const { site, placed } = archive;
  return createVerifier(site, secrets, function* () {
    yield* publicTextsBeside(
      site,
      placed.map((_, index) => archive.outlineAt(index)),
    );
    yield* publicTextsOf(editionsOf(archive));
  });
}

function* editionsOf(archive: Archive): Generator<Edition> {
  for (const index of listVisible(archive)) yield archive.load(index).edition;
}
