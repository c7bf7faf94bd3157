import { cpSync } from "node:fs";
import { join } from "node:path";
import { PROJECT } from "./command.ts";

/** A publication in tests/fixtures, and the moment at which tests build it. */
export interface FixturePublication {
  readonly content: string;
  readonly now: string;
}

/** The two publications whose sites most tests look at. No test reads `content/`, which belongs to whoever publishes. */
export const PUBLICATIONS = {
  /** A digest as editors write one, complete and without a mistake; its clock stands after its last edition. */
  example: { content: join(PROJECT, "tests/fixtures/example/content"), now: "2026-03-06T00:00:00Z" },
  /** Every key and shape of the format, hostile titles, drafts and scheduled stories included. */
  fixture: { content: join(PROJECT, "tests/fixtures/site/content"), now: "2026-03-05T00:00:00Z" },
} as const satisfies Record<string, FixturePublication>;

const AFTER_LAST = "2026-11-26T08:00:00Z";

function publicationIn(language: string): FixturePublication {
  return { content: join(PROJECT, "tests/fixtures", language, "content"), now: AFTER_LAST };
}

/** Publications in other languages than English: one whose letters are Latin, one that is read from the right, one in Han. */
export const LANGUAGES = {
  german: publicationIn("german"),
  arabic: publicationIn("arabic"),
  chinese: publicationIn("chinese"),
} as const satisfies Record<string, FixturePublication>;

const INVALID = join(PROJECT, "tests/fixtures/invalid");

/** A valid publication of one story; each other folder beside it is a mistake to be laid upon it. */
export const BASE = join(INVALID, "_base");

/** Lays the valid publication into a folder, and mistakes of tests/fixtures/invalid upon it; returns the folder. */
export function layMistakes(content: string, ...mistakes: readonly string[]): string {
  cpSync(BASE, content, { recursive: true });
  for (const mistake of mistakes)
    cpSync(join(INVALID, mistake), content, { recursive: true, filter: (path) => !path.endsWith("expected.txt") });
  return content;
}
