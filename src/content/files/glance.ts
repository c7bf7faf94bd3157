import type { ContentFile } from "./files.ts";

/** What can be known of a file without reading all of it. */
export interface Glance {
  /** Its first bytes; fewer where it has no more, and none where it cannot be read. */
  readonly start: Uint8Array;
  /** In bytes. */
  readonly size: number;
}

/** Reads the first bytes of a file: a recording may be as large as a hundred pictures. */
export function glanceAt(file: ContentFile, length: number): Glance {
  if (file.glance) return file.glance(length);
  return { start: file.bytes.subarray(0, length), size: file.bytes.length };
}
