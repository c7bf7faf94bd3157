import { type Archive, checkArchive, createArchive } from "../src/pipeline/read/archive.ts";
import { openFolders, UNKNOWN_FILES } from "../src/pipeline/read/opened.ts";
import { readArchive } from "../src/pipeline/read/publication.ts";
import type { Diagnostic } from "../src/content/problems/diagnostic.ts";
import { sortDiagnostics } from "../src/content/problems/diagnostic-order.ts";
import type { ContentFile } from "../src/content/files/files.ts";
import { readFrame } from "../src/content/frame.ts";
import type { Site } from "../src/content/site.ts";

/** A publication with all its texts, and everything that is wrong with it. */
export interface WholePublication {
  readonly site: Site;
  readonly diagnostics: readonly Diagnostic[];
}

function wholeOf(archive: Archive): WholePublication {
  const editions = archive.editions.map((text) => text.edition());
  const stories = new Map(editions.flatMap((edition) => edition.stories.map((story) => [story.identity, story])));
  return { site: { ...archive.site, editions, stories }, diagnostics: sortDiagnostics(checkArchive(archive)) };
}

/** Reads a publication of a few editions from the disk. */
export async function readWhole(content: string, now: number): Promise<WholePublication> {
  return wholeOf(await readArchive({ content, now, preview: false }));
}

/** Reads one without pictures from files in memory; of so many editions (`most`) what was parsed is kept for their texts. */
export function readFiles(
  files: readonly ContentFile[],
  now: number,
  preview: boolean,
  most?: number,
  advice = false,
): WholePublication {
  const listing = { files, refused: [], diagnostics: [] };
  const frame = readFrame(listing, { label: "content", now, preview, publicFiles: [] });
  const opened = openFolders(frame.site, frame.folders, now, UNKNOWN_FILES, new Map(), most);
  return wholeOf(createArchive(frame, opened, new Map(), { advice }));
}
