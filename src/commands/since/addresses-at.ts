import { findWhereabouts, readFrame } from "../../content/frame.ts";
import { listLasting } from "../../content/links/lasting-addresses.ts";
import type { Instant } from "../../content/time/calendar.ts";
import { labelOf } from "../../pipeline/read/label.ts";
import { placeFolders } from "../../pipeline/read/opened.ts";
import { readFilesAt } from "./changes.ts";

/** The addresses that readers have of the content at a commit, as the clock of now sees it. Reads it from git, without a checkout. */
export function listAddressesAt(commit: string, content: string, now: Instant): string[] {
  const label = labelOf(content);
  const files = readFilesAt(commit, content, (path) => /\.(?:md|yaml)$/.test(path));
  const listing = { files: files.toSorted((a, b) => (a.path < b.path ? -1 : 1)), refused: [], diagnostics: [] };
  const frame = readFrame(listing, { label, now, preview: false, publicFiles: [] });
  const editions = placeFolders(frame.site, frame.folders, now);
  const { moves, gone } = findWhereabouts(frame, editions);
  return listLasting({ ...frame.site, pages: frame.pages, editions, moves, gone });
}
