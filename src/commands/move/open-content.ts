import { type ContentFile, readContentFolder } from "../../content/files/files.ts";
import type { Folder } from "../../content/files/folders.ts";
import { type Frame, readFrame } from "../../content/frame.ts";
import type { Instant } from "../../content/time/calendar.ts";
import type { PlacedEdition } from "../../content/time/schedule.ts";
import { labelOf } from "../../pipeline/read/label.ts";
import { placeFolders } from "../../pipeline/read/opened.ts";

/** A content folder whose files are to be moved. */
export interface OpenContent {
  readonly frame: Frame;
  /** By the identities of editions. */
  readonly folders: ReadonlyMap<string, Folder>;
  readonly editions: readonly PlacedEdition[];
  /** Whether readers may know an edition or a story, by its identity. */
  readonly isPublished: (identity: string) => boolean;
  /** The file at a path of the content folder. */
  readonly fileAt: (path: string) => ContentFile | undefined;
  /** Every story's file. */
  readonly stories: () => ContentFile[];
}

/** Opens a content folder as the build's clock sees it, without rendering any of its texts. */
export function openContent(content: string, now: Instant): OpenContent {
  const label = labelOf(content);
  const listing = readContentFolder(content, label);
  const files = new Map(listing.files.map((file) => [file.path, file]));
  const frame = readFrame(listing, { label, now, preview: false, publicFiles: [] });
  const editions = placeFolders(frame.site, frame.folders, now);
  const texts = editions.flatMap((edition) => [edition, ...edition.stories]);
  const published = new Set(texts.flatMap(({ identity, status }) => (status === "published" ? [identity] : [])));
  return {
    frame,
    editions,
    folders: new Map(frame.folders.map((folder) => [folder.identity, folder])),
    isPublished: (identity) => published.has(identity),
    fileAt: (path) => files.get(path),
    stories: () => frame.folders.flatMap(({ stories }) => stories.map(({ file }) => file)),
  };
}
