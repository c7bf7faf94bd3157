import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { PUBLICATIONS } from "../fixtures.ts";

/** Texts so short say something elsewhere, too. In characters. */
const SHORT = 12;

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === "string") yield value;
  else if (typeof value === "object" && value !== null) for (const inner of Object.values(value)) yield* textsIn(inner);
}

/** Every name, sentence and address of the example publication that is long enough to be its own. */
export function listExampleWords(): string[] {
  const { content } = PUBLICATIONS.example;
  const found = new Set(["AI Evening Update", "Robin", "AI Stack Digest", "example.org"]);
  for (const entry of readdirSync(content, { recursive: true, withFileTypes: true })) {
    if (!/\.(?:md|yaml)$/.test(entry.name)) continue;
    const text = readFileSync(join(entry.parentPath, entry.name), "utf8");
    const [yaml = "", body = ""] = entry.name.endsWith(".md") ? text.split(/^---$/m).slice(1) : [text];
    for (const each of textsIn(parse(yaml))) if (each.length >= SHORT) found.add(each);
    for (const sentence of body.split(/(?<=[.!?:])\s+|\n+/)) if (sentence.length >= SHORT) found.add(sentence.trim());
  }
  // What is the same in any publication: values of the format, and the words of RFC 9116, of which a story of the example tells.
  for (const same of ["ai-assisted", "ai-autonomous", "security.txt", "Preferred-Languages:"]) found.delete(same);
  return [...found];
}
