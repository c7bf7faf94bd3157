import { editFields } from "./edit-fields.ts";

/**
 * The text of an edition.md with this running order. A list in lines stays one, each line with the comments on it and above it; a list in brackets stays in
 * its line; where there is none, it is written with one story a line. Throws NotEditable.
 */
export function setRunningOrder(name: string, text: string, slugs: readonly string[]): string {
  return editFields(name, text, { fields: { stories: slugs } });
}
