import { type Instant, instantOf, skippedDay } from "./time/calendar.ts";
import { type Diagnostic, diagnose } from "./problems/diagnostic.ts";
import type { Document } from "./parse/document.ts";
import type { StoryFrontMatter } from "./schema/schema.ts";

type Written = NonNullable<StoryFrontMatter["corrections"]>[number];

/** A dated change of a published text. */
export interface Correction {
  /** Its place in the front matter's list, from 0. */
  readonly index: number;
  readonly at: Instant;
  readonly kind: Written["kind"];
  readonly text: string;
}

/** A local time of the front matter as a moment; a time that the zone's clock never shows is reported. */
export function readLocalTime(
  local: string | undefined,
  path: readonly (string | number)[],
  document: Document,
  zone: string,
  diagnostics: Diagnostic[],
): Instant | undefined {
  if (local === undefined) return undefined;
  const instant = instantOf(local, zone);
  if (instant === undefined) {
    const skipped = skippedDay(local.slice(0, 10), zone);
    diagnostics.push(
      diagnose(document.path, document.yaml.locate(path), {
        rule: "bad-date",
        message: skipped ?? `${local} never comes in ${zone}: the clock jumps over it`,
        hint: skipped === undefined ? "choose a time before or after the change to summer time" : "choose another day",
      }),
    );
  }
  return instant;
}

/** The corrections of a front matter, oldest first. */
export function readCorrections(
  written: readonly Written[] | undefined,
  document: Document,
  zone: string,
  diagnostics: Diagnostic[],
): Correction[] {
  const corrections = (written ?? []).flatMap(({ at, kind, text }, index) => {
    const instant = readLocalTime(at, ["corrections", index, "at"], document, zone, diagnostics);
    return instant === undefined ? [] : [{ index, at: instant, kind, text }];
  });
  return corrections.sort((a, b) => a.at - b.at);
}
