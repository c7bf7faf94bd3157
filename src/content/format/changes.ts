import type { Document } from "../parse/document.ts";
import type { Position } from "../problems/diagnostic.ts";
import type { VocabularyName } from "../files/layout.ts";

/** A file of a publication, for those who look for what a change of the format concerns. */
export interface FormatFile {
  /** A story, an edition's own file, a standing page, or a vocabulary by its name, such as `site`. */
  readonly kind: "story" | "edition" | "page" | VocabularyName;
  readonly document: Document;
}

/** A change of the content format that asks something of whoever has content. */
export interface FormatChange {
  /** The version of the program that brought it, as `1.2.0`. */
  readonly version: string;
  /** What is otherwise now, in a sentence. */
  readonly what: string;
  /** What to type. */
  readonly type: string;
  /** The places of a file that it concerns; without it, it concerns no place in particular. */
  readonly find?: (file: FormatFile) => readonly Position[];
}

/** The version with which the format begins, and on which a publication settled that does not say on which. */
export const FIRST_FORMAT = "1.0.0";

/** Every change since the first format, oldest first; docs/format.md has what holds now, and CHANGELOG.md a line for each of these. */
export const FORMAT_CHANGES: readonly FormatChange[] = [];

const VERSION = /^(\d+)\.(\d+)\.(\d+)/;

export function isVersion(text: unknown): text is string {
  return typeof text === "string" && VERSION.test(text);
}

/** Whether one version, as `1.2.0`, came after another. */
export function isNewer(version: string, other: string): boolean {
  const [, ...own] = (VERSION.exec(version) ?? []).map(Number);
  const [, ...theirs] = (VERSION.exec(other) ?? []).map(Number);
  const at = own.findIndex((part, index) => part !== theirs[index]);
  return at >= 0 && (own[at] ?? 0) > (theirs[at] ?? 0);
}

/** The changes that are newer than the version on which a publication settled. */
export function changesSince(settled: string, changes: readonly FormatChange[]): readonly FormatChange[] {
  return changes.filter(({ version }) => isNewer(version, settled));
}

/** Finds a key, by its path from the top of a file of one kind. */
export function findKey(kind: FormatFile["kind"], ...path: readonly string[]): NonNullable<FormatChange["find"]> {
  return ({ kind: own, document: { yaml } }) => {
    let value: unknown = own === kind ? yaml.data : undefined;
    for (const key of path) {
      if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return [];
      value = (value as Readonly<Record<string, unknown>>)[key];
    }
    return own === kind ? [yaml.locate(path, "key")] : [];
  };
}

/** What a change is and what to type, with the places that it concerns. */
export function describeChange(
  { version, what, type, find }: FormatChange,
  files: readonly FormatFile[],
): readonly string[] {
  const places = files.flatMap((file) =>
    (find?.(file) ?? []).map(({ line, column }) => `    ${file.document.path}:${line}:${column}`),
  );
  const none = find !== undefined && places.length === 0 ? ["    nothing of this publication is concerned"] : [];
  return [`${version}  ${what}`, `    type: ${type}`, ...places, ...none];
}
