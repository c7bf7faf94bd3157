import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../../src/content/problems/diagnostic.ts";
import type { ContentFile } from "../../src/content/files/files.ts";
import type { Site } from "../../src/content/site.ts";
import type { Story } from "../../src/content/story.ts";
import { readFiles } from "../publication.ts";
import { listFiles } from "../files.ts";

const BASE = join(import.meta.dirname, "../fixtures/invalid/_base");
export const STORY_PATH = "editions/2026/03-04-evening/open-model.md";

const files: readonly ContentFile[] = listFiles(BASE).map((path) => ({ path, bytes: readFileSync(join(BASE, path)) }));

/** The one story of the valid content that tests of mistakes start from. */
export const GOOD_STORY = readFileSync(join(BASE, STORY_PATH), "utf8");

export interface Checked {
  readonly site: Site;
  readonly diagnostics: readonly Diagnostic[];
  /** Undefined where the story's file could not be read. */
  readonly story: Story | undefined;
  /** Whether a build would stop. */
  readonly refused: boolean;
}

/** Reads and checks the valid content with another text for its story, without a disk. */
export function checkStory(text: string | Uint8Array): Checked {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  const own = files.map((file) => (file.path === STORY_PATH ? { path: STORY_PATH, bytes } : file));
  const { site, diagnostics } = readFiles(own, Date.parse("2026-03-05T00:00:00Z"), false);
  return {
    site,
    diagnostics,
    story: site.editions[0]?.stories[0],
    refused: diagnostics.some(({ severity }) => severity === "error"),
  };
}

/** Writes a story whose front matter is the valid one with another title, in quotation marks as JSON has them. */
export function withTitle(title: string): string {
  return GOOD_STORY.replace(/^title: .*$/m, () => `title: ${JSON.stringify(title)}\nshort: Short`);
}
