import type * as z from "zod";
import { type Diagnostic, type Problem } from "../content/problems/diagnostic.ts";
import { type Document, diagnoseValue, readMarkdownFile } from "../content/parse/document.ts";
import { readWords } from "../content/markdown/paragraphs.ts";
import {
  type EditionFrontMatter,
  editionSchema,
  type StoryFrontMatter,
  storySchema,
} from "../content/schema/schema.ts";
import { readParts } from "../content/schema/shown.ts";
import { validate } from "../content/schema/validate.ts";
import type { Site } from "../content/site.ts";
import { type Change, findChanges } from "../content/words/changed-words.ts";

const MOST_NAMED = 4;

/** What of a publication decides how a text's words are told apart, and what its label is where it names none. */
type Setting = Pick<Site["publication"], "language" | "ai">;

type Front = Partial<StoryFrontMatter & EditionFrontMatter>;

/** When each correction was made: the one thing about it that is its own. */
function timesOf({ corrections = [] }: Front): string[] {
  return corrections.map(({ at }) => at);
}

/** All that readers of a text read, by its parts: what its schema marks as shown, what is shown by another name, and the body. */
function partsOf(
  document: Document,
  schema: z.ZodObject,
  front: Front,
  { language, ai }: Setting,
): Map<string, string> {
  return new Map([
    ...readParts(schema, front).map(({ part, texts }) => [part, texts.join("\n")] as const),
    ["publishers", (front.source ?? []).map(({ publisher }) => publisher).join("\n")] as const,
    ["byline", (front.byline ?? []).join("\n")] as const,
    ["ai", front.ai ?? ai] as const,
    ["", readWords(document.body, language)] as const,
  ]);
}

function describe({ from, to }: Change, part: string): string {
  const change = from === "" ? `“${to}” was added` : to === "" ? `“${from}” went` : `“${from}” became “${to}”`;
  return part === "" ? change : `${change} (${part})`;
}

function list(parts: readonly string[]): string {
  const shown =
    parts.length > MOST_NAMED ? [...parts.slice(0, MOST_NAMED), `${parts.length - MOST_NAMED} more`] : [...parts];
  const last = shown.pop() ?? "";
  return shown.length === 0 ? last : `${shown.join(", ")} and ${last}`;
}

function frontOf(document: Document, schema: z.ZodObject): Front {
  return validate(document, schema).partial;
}

/** A text that readers may have read, and whose front matter it has. */
interface Published {
  readonly document: Document;
  readonly schema: typeof storySchema | typeof editionSchema;
}

/** What became of the words of a part of a text (`""` is its body); no `changes` where most of them are others. */
export interface ChangedPart {
  readonly part: string;
  readonly changes: readonly Change[] | undefined;
}

/** The parts of a text that read otherwise than in an earlier one. */
export function compareParts(old: Document, { document, schema }: Published, setting: Setting): ChangedPart[] {
  const before = partsOf(old, schema, frontOf(old, schema), setting);
  return [...partsOf(document, schema, frontOf(document, schema), setting)].flatMap(([part, text]) => {
    const changes = findChanges(before.get(part) ?? "", text, setting.language);
    return changes?.length === 0 ? [] : [{ part, changes }];
  });
}

/**
 * Compares a published text with its earlier one; a draft was read by nobody, and what a new correction tells is not silent. Every
 * other change of what readers read is told, with the words that stood and those that stand there.
 */
export function compareText(oldText: string, { document: now, schema }: Published, setting: Setting): Diagnostic[] {
  const { document: old } = readMarkdownFile(now.path, new TextEncoder().encode(oldText));
  if (!old) return [];
  const [before, after] = [frontOf(old, schema), frontOf(now, schema)];
  const known = new Set(timesOf(before));
  if (before.draft === true || timesOf(after).some((at) => !known.has(at))) return [];
  const edits = compareParts(old, { document: now, schema }, setting).flatMap(
    ({ part, changes }) => changes?.map((change) => describe(change, part)) ?? ["most of its words"],
  );
  if (edits.length === 0) return [];
  const what = schema === storySchema ? "story" : "edition";
  const problem: Problem = {
    severity: "warning",
    rule: "silent-edit",
    message: `this published ${what} changed and no correction says so: ${list(edits)}`,
    hint: "record it under “corrections”, with “at”, “kind” and “text”",
  };
  return [diagnoseValue(now, ["corrections"], problem, "key")];
}

/**
 * Finds changes of published texts that the public record of corrections does not show. `oldTexts` holds earlier texts
 * by the path that diagnostics name; a file without one is new.
 */
export function findSilentEdits({ editions, publication }: Site, oldTexts: ReadonlyMap<string, string>): Diagnostic[] {
  const published = editions.flatMap((edition): Published[] => [
    ...(edition.document && edition.status === "published"
      ? [{ document: edition.document, schema: editionSchema }]
      : []),
    ...edition.stories.flatMap(({ document, status }) =>
      status === "published" ? [{ document, schema: storySchema }] : [],
    ),
  ]);
  return published.flatMap((text) => {
    const old = oldTexts.get(text.document.path);
    return old === undefined ? [] : compareText(old, text, publication);
  });
}
