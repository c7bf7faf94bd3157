import { type Diagnostic, type Problem } from "../content/problems/diagnostic.ts";
import { type Document, diagnoseValue, readMarkdownFile } from "../content/parse/document.ts";
import { readProse } from "../content/markdown/paragraphs.ts";
import type { Site } from "../content/site.ts";
import { normaliseWords, quotationsIn } from "./quotations.ts";
import { allStories } from "./stories.ts";

// Small numbers are written out: “two doors, not three” is a correction like any other.
const NUMBER =
  /\d+(?:[.,:\u00A0\u202F]\d+)*|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred)\b/giu;
const MOST_NAMED = 4;

function numbersIn(text: string): string[] {
  return Array.from(text.matchAll(NUMBER), ([number]) =>
    number.toLowerCase().replace(/(?<=\d)[,\u00A0\u202F](?=\d{3})/g, ""),
  );
}

/** What of `list` is left when each of `other` has taken its equal away; the order of a text may change freely. */
function without(list: readonly string[], other: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const item of other) counts.set(item, (counts.get(item) ?? 0) + 1);
  return list.filter((item) => {
    const count = counts.get(item) ?? 0;
    counts.set(item, count - 1);
    return count <= 0;
  });
}

function describeNumbers(old: readonly string[], now: readonly string[]): string[] {
  const gone = without(old, now);
  const come = without(now, old);
  return Array.from({ length: Math.max(gone.length, come.length) }, (_, index) => {
    const [from, to] = [gone[index], come[index]];
    return from === undefined ? `${to ?? ""} was added` : to === undefined ? `${from} went` : `${from} became ${to}`;
  });
}

interface Front {
  readonly title?: unknown;
  readonly draft?: unknown;
  readonly corrections?: unknown;
}

function frontOf({ yaml }: Document): Front {
  return yaml.data ?? {};
}

/** When each correction was made: the one thing about it that is its own. */
function correctionsOf({ corrections }: Front): string[] {
  const list: unknown[] = Array.isArray(corrections) ? corrections : [];
  return list.map((entry) => String((entry as { at?: unknown } | null)?.at));
}

function list(parts: readonly string[]): string {
  const shown =
    parts.length > MOST_NAMED ? [...parts.slice(0, MOST_NAMED), `${parts.length - MOST_NAMED} more`] : [...parts];
  const last = shown.pop() ?? "";
  return shown.length === 0 ? last : `${shown.join(", ")} and ${last}`;
}

/** What readers of a published story would have to be told: a changed title, number or quotation, in words. */
export function describeEdits(old: Document, now: Document, language: string): string[] {
  const title = (document: Document) => normaliseWords(String(frontOf(document).title));
  const before = readProse(old.body, language);
  const after = readProse(now.body, language);
  const quotations = [quotationsIn(before), quotationsIn(after)] as const;
  const moved = without(...quotations).length + without(quotations[1], quotations[0]).length;
  return [
    ...(title(old) === title(now) ? [] : ["the title"]),
    ...describeNumbers(numbersIn(before), numbersIn(after)),
    ...(moved === 0 ? [] : ["a quotation"]),
  ];
}

/** Compares a published story with its earlier text; a draft was read by nobody, and what is recorded is not silent. */
export function compareStory(oldText: string, now: Document, language: string): Diagnostic[] {
  const { document: old } = readMarkdownFile(now.path, new TextEncoder().encode(oldText));
  if (!old || frontOf(old).draft === true) return [];
  if (without(correctionsOf(frontOf(now)), correctionsOf(frontOf(old))).length > 0) return [];
  const edits = describeEdits(old, now, language);
  if (edits.length === 0) return [];
  const problem: Problem = {
    severity: "warning",
    rule: "silent-edit",
    message: `this published story changed and no correction says so: ${list(edits)}`,
    hint: "record it under “corrections”, with “at”, “kind” and “text”",
  };
  return [diagnoseValue(now, ["corrections"], problem, "key")];
}

/**
 * Finds changes of published facts that the public record of corrections does not show. `oldTexts` holds earlier texts
 * by the path that diagnostics name; a file without one is new.
 */
export function findSilentEdits(site: Site, oldTexts: ReadonlyMap<string, string>): Diagnostic[] {
  return allStories(site).flatMap(({ document, status }) => {
    const old = oldTexts.get(document.path);
    return old === undefined || status !== "published" ? [] : compareStory(old, document, site.publication.language);
  });
}
