import type { Folder } from "../../content/files/folders.ts";
import type { Frame } from "../../content/frame.ts";
import type { PlacedEdition } from "../../content/time/schedule.ts";
import type { Pictures } from "../pictures/pictures.ts";
import { type Archive, createArchive, measureAll } from "./archive.ts";
import { type KnownFiles, openElsewhere, openFolders } from "./opened.ts";
import type { ReadOptions } from "./read-options.ts";
import type { TextRecords } from "./text-record.ts";

export interface OpenOptions extends Omit<ReadOptions, "content" | "preview"> {
  readonly frame: Frame;
  /** Whether an edition is of this share. */
  readonly isOwn: (edition: Pick<Folder, "identity" | "dateline">) => boolean;
  readonly files: KnownFiles;
  /** What the last build knew. */
  readonly records: TextRecords;
}

/**
 * Opens the editions of a share, and takes what others make known of theirs; `place` tells them where its own stand. What was parsed is
 * the archive's alone, which lets go of it.
 */
export async function openShare(
  options: OpenOptions,
  place: (own: readonly PlacedEdition[]) => Promise<readonly PlacedEdition[]>,
  pictures: Pictures,
): Promise<Archive> {
  const { frame, now, isOwn, addresses, advice } = options;
  const own = frame.folders.filter(isOwn);
  const opened = openFolders(frame.site, own, now, options.files, options.records);
  const others = await place(opened.map(({ placed }) => placed));
  const elsewhere = frame.folders.filter((folder) => !isOwn(folder));
  const all = [...opened, ...openElsewhere(elsewhere, now, others)];
  const due = addresses && { addresses, now };
  return createArchive(frame, all, await measureAll(opened, pictures), { due, advice });
}
