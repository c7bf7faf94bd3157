import type { StoryFrontMatter } from "../schema/schema.ts";
import { editFields, valueOf } from "./edit-fields.ts";

/** A correction as front matter has it: `at` is a local date-time of the publication's zone, `2026-03-04T19:00`. */
export type WrittenCorrection = NonNullable<StoryFrontMatter["corrections"]>[number];

/** The text of a story.md or edition.md with one more correction, behind those that it has. Throws NotEditable. */
export function addCorrection(name: string, text: string, { at, kind, text: what }: WrittenCorrection): string {
  const known = valueOf(name, text, "corrections") ?? [];
  return editFields(name, text, {
    fields: { corrections: [...(Array.isArray(known) ? (known as unknown[]) : [known]), { at, kind, text: what }] },
  });
}
