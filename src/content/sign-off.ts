import { hash } from "node:crypto";
import type * as z from "zod";
import type { Instant } from "./time/calendar.ts";
import { readLocalTime } from "./correction.ts";
import type { Diagnostic } from "./problems/diagnostic.ts";
import type { Document } from "./parse/document.ts";
import type { Body } from "./markdown/body.ts";
import {
  type EditionFrontMatter,
  editionSchema,
  type SignOffRecord,
  type StoryFrontMatter,
  storySchema,
} from "./schema/schema.ts";
import { readShown } from "./schema/shown.ts";

/** The digest of each part of a text that a review covers, by the part's name. */
export type Digests = Readonly<Record<string, string>>;

/** A named person's recorded review of an exact text. */
export interface SignOff {
  /** An id of people.yaml. */
  readonly by: string;
  readonly at: Instant;
  readonly digests: Digests;
}

/** The sign-off of a front matter, if it has one whose time exists. */
export function readSignOff(
  record: SignOffRecord | undefined,
  document: Document,
  zone: string,
  diagnostics: Diagnostic[],
): SignOff | undefined {
  const at = readLocalTime(record?.at, ["signoff", "at"], document, zone, diagnostics);
  return record && at !== undefined ? { by: record.by, at, digests: record.digests } : undefined;
}

const LENGTH = 24;

function digest(text: string): string {
  // A checkout on Windows may change line ends, which nobody reads.
  return hash("sha256", text.replaceAll("\r\n", "\n"), "hex").slice(0, LENGTH);
}

const NOTHING = digest("");

/** The source text above the first level-2 heading, and from there on. */
function divide({ body: text, bodyLine }: Document, { sections }: Body): [above: string, below: string] {
  const [, second] = sections;
  if (!second) return [text, ""];
  const lines = text.split("\n");
  const at = second.at.line - bodyLine;
  return [lines.slice(0, at).join("\n"), lines.slice(at).join("\n")];
}

function digestValue(value: unknown): string {
  if (typeof value === "string") return digest(value);
  // To readers an empty list and none are the same.
  return value === undefined || (Array.isArray(value) && value.length === 0) ? NOTHING : digest(JSON.stringify(value));
}

function digestShown(schema: z.ZodObject, front: object): Digests {
  return Object.fromEntries(readShown(schema, front).map(({ part, value }) => [part, digestValue(value)]));
}

/** What a review of a story covers: all of its front matter that readers are shown, summary and analysis. */
export function digestStory(document: Document, front: Partial<StoryFrontMatter>, body: Body): Digests {
  const [summary, analysis] = divide(document, body);
  return { ...digestShown(storySchema, front), summary: digest(summary), analysis: digest(analysis) };
}

/** What a review of an edition's own text covers: all of its front matter that readers are shown, lede and sections. */
export function digestEdition(document: Document, front: Partial<EditionFrontMatter>, body: Body): Digests {
  const [lede, sections] = divide(document, body);
  return { ...digestShown(editionSchema, front), lede: digest(lede), sections: digest(sections) };
}

/** The parts of the first sign-offs, which did not yet cover all that readers are shown. */
const FIRST_PARTS = new Set("title short summary analysis sources description lede sections".split(" "));

/**
 * The names of the parts that are not as they were when they were signed. A sign-off with none but the first parts is held
 * to those; any other to every part, and one that it lacks was nothing then, since its key was not known yet.
 */
export function changedParts(signed: Digests, now: Digests): string[] {
  const isFirst = Object.keys(signed).every((part) => FIRST_PARTS.has(part));
  const held = Object.keys(now).filter((part) => !isFirst || FIRST_PARTS.has(part));
  return held.filter((part) => (signed[part] ?? NOTHING) !== now[part]);
}

/** The sign-off as lines of front matter; digests are quoted, since one of digits and an “e” would be a number. */
function formatSignOff({ by, at, digests }: SignOffRecord): string[] {
  const parts = Object.entries(digests).map(([part, value]) => `    ${part}: "${value}"`);
  return ["signoff:", `  by: ${by}`, `  at: ${at}`, "  factChecked: true", "  digests:", ...parts];
}

/**
 * The text of a file with this sign-off in its front matter, in the place of an earlier one or at the end. Every other
 * byte is kept, comments, order of keys and line ends included.
 */
export function writeSignOff(text: string, record: SignOffRecord): string {
  const ending = text.startsWith("---\r\n") || text.startsWith("\uFEFF---\r\n") ? "\r\n" : "\n";
  const lines = text.split(ending);
  const end = lines.indexOf("---", 1);
  const start = lines.findIndex((line, index) => index < end && /^signoff\s*:/.test(line));
  const block = formatSignOff(record);
  if (start < 0) return [...lines.slice(0, end), ...block, ...lines.slice(end)].join(ending);
  let after = start + 1;
  while (after < end && /^\s+\S/.test(lines[after] ?? "")) after++;
  return [...lines.slice(0, start), ...block, ...lines.slice(after)].join(ending);
}
