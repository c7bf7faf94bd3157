import type { StoryFrontMatter } from "../schema/schema.ts";

/** A correction as front matter has it: `at` is a local date-time of the publication's zone, `2026-03-04T19:00`. */
export type WrittenCorrection = NonNullable<StoryFrontMatter["corrections"]>[number];

/** The text of a story.md or edition.md with one more correction, behind those that it has. Throws NotEditable. */
export function addCorrection(_name: string, _text: string, _correction: WrittenCorrection): string {
  throw new Error("to come");
}
