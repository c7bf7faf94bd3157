/** What can be known of a file without reading all of it. */
export interface Glance {
  /** Its first bytes; fewer where it has no more, and none where it cannot be read. */
  readonly start: Uint8Array;
  /** In bytes. */
  readonly size: number;
}

/** A file of which the beginning can be read. */
export interface Glanced {
  readonly bytes: Uint8Array;
  /** Reads its first bytes alone; not there where all are at hand. */
  readonly glance?: (length: number) => Glance;
}

/** Reads the first bytes of a file: a recording may be as large as a hundred pictures. */
export function glanceAt(file: Glanced, length: number): Glance {
  if (file.glance) return file.glance(length);
  const { bytes } = file;
  return { start: bytes.subarray(0, length), size: bytes.length };
}
