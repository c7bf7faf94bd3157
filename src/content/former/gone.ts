import { readLocalTime } from "../correction.ts";
import type { Former } from "./former.ts";
import { type Document, hasKey } from "../parse/document.ts";
import { type Diagnostic, type Position } from "../problems/diagnostic.ts";
import type { Instant } from "../time/calendar.ts";

/** When a text was taken back, and why. */
export interface Gone {
  readonly since: Instant;
  readonly reason: string | undefined;
  /** Where the time is written. */
  readonly at: Position;
}

/** A story or an edition that was taken back: its address says so, and nothing else of it is read. */
export interface GoneText {
  readonly identity: string;
  /** Its path on the site, from the root. */
  readonly path: string;
  /** Its file, as printed in diagnostics. */
  readonly file: string;
  readonly former: readonly Former[];
  readonly gone: Gone;
  /** Of its edition: before that nobody could have read it. */
  readonly publish: Instant;
  readonly draft: boolean;
}

/** The key of a front matter by which its text is taken back. */
export const GONE = "gone";

/** Whether a front matter takes its text back, and when; one that does so wrongly is told of, and takes it back as well. */
export function readGone(
  written: { readonly at: string; readonly reason?: string } | undefined,
  document: Document,
  zone: string,
  diagnostics: Diagnostic[],
): Gone | undefined {
  const since = readLocalTime(written?.at, [GONE, "at"], document, zone, diagnostics);
  if (!hasKey(document, GONE)) return undefined;
  return { since: since ?? 0, reason: written?.reason, at: document.yaml.locate([GONE, "at"]) };
}
