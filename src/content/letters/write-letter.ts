import { writePair } from "../edit/yaml/write-value.ts";
import type { LetterFrontMatter } from "../schema/keys/letter-schema.ts";

/** Which fields of the front matter are text for people, whatever they look like. */
const TEXTS = new Set(["name", "text"]);

/** A letter's file: its front matter in the order of the format, then its words as they are. Any words come back from it as they were, but for blanks around them. */
export function writeLetter({ story, name, at, accepted, reply }: LetterFrontMatter, text: string): string {
  const style = { ending: "\n", isText: (path: readonly (string | number)[]) => TEXTS.has(String(path.at(-1))) };
  const keys = Object.entries({ story, name, at, accepted, ...(reply && { reply }) });
  const lines = keys.map(([key, value]) => `${writePair(key, value, "", [key], style)}\n`);
  return `---\n${lines.join("")}---\n\n${text.trim()}\n`;
}
