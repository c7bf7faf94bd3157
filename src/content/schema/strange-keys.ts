import type * as z from "zod";
import type { Document } from "../parse/document.ts";
import type { Path } from "../parse/yaml-source.ts";
import { type Diagnostic, diagnose } from "../problems/diagnostic.ts";
import { listKnown } from "../words/nearest.ts";
import { findMeant } from "./meant-key.ts";
import { judgeValue, knownKeys } from "./schema-walk.ts";

type Issue = z.core.$ZodIssue;

/** The value at a path; a list may be given as its only entry. */
export function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  let value = data;
  for (const step of path) {
    if (typeof step === "number" && !Array.isArray(value)) continue;
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[step];
  }
  return value;
}

/** The unknown keys of a document, each with what is wrong with it, and which issues have the same cause. */
export interface Strange {
  readonly told: readonly Diagnostic[];
  readonly isTold: (issue: Issue) => boolean;
}

/** The keys that a mapping must have and has not, by its path. */
function findMissing(issues: readonly Issue[], data: unknown): Map<string, string[]> {
  const missing = new Map<string, string[]>();
  for (const { code, path } of issues) {
    if ((code !== "invalid_type" && code !== "invalid_value") || valueAt(data, path) !== undefined) continue;
    const parent = JSON.stringify(path.slice(0, -1));
    missing.set(parent, [...(missing.get(parent) ?? []), String(path.at(-1))]);
  }
  return missing;
}

/** Whether a mapping may be an entry of the mapping of entries that is called so. */
function isEntryOf(schema: z.ZodType, owner: string, value: unknown): boolean {
  return typeof value === "object" && value !== null && judgeValue(schema, [owner, "id"], value);
}

/** Keys that stand as far left as the key to which they belong: which is the last one above them that may have such. */
function findFallen(
  keys: readonly string[],
  { yaml }: Document,
  schema: z.ZodType,
): ReadonlyMap<string, readonly string[]> {
  const lineOf = (key: string) => yaml.locate([key], "key").line;
  const top = knownKeys(schema, []).filter((key) => valueAt(yaml.data, [key]) !== undefined);
  const fallen = new Map<string, string[]>();
  for (const key of keys) {
    const above = top.filter((owner) => lineOf(owner) < lineOf(key));
    const owner = above.reduce<string | undefined>(
      (last, name) => (last === undefined || lineOf(name) > lineOf(last) ? name : last),
      undefined,
    );
    if (
      owner !== undefined &&
      (knownKeys(schema, [owner]).includes(key) || isEntryOf(schema, owner, valueAt(yaml.data, [key])))
    )
      fallen.set(owner, [...(fallen.get(owner) ?? []), key]);
  }
  return fallen;
}

/** How many spaces to type before which lines of a key's own, which stand as far left as it. */
function hintFallen(owner: string, last: number, which: string, yaml: Document["yaml"]): string {
  const from = yaml.locate([owner], "key").line + 1;
  const value = valueAt(yaml.data, [owner]);
  if (value === null)
    return `type two spaces at the beginning of ${from === last ? `line ${last}` : `each of the lines ${from} to ${last}`}`;
  const first = Array.isArray(value) ? yaml.locate([owner, 0]) : undefined;
  // An entry behind a “- ” that stands at the margin itself.
  if (first?.column === 3 && first.line < last)
    return `type two spaces at the beginning of line ${first.line}, and four at that of each of the lines ${first.line + 1} to ${last}`;
  return `type spaces at the beginning of ${which}, as many as before the other lines of “${owner}”`;
}

function tellFallen(owner: string, keys: readonly string[], { path, yaml }: Document): Diagnostic {
  const lines = keys.map((key) => yaml.locate([key], "key").line);
  const [first = 1, last = first] = [lines[0], lines.at(-1)];
  const which = first === last ? `line ${first}` : `each of the lines ${first} to ${last}`;
  const names = keys.map((key) => `“${key}”`).join(", ");
  const isOne = keys.length === 1;
  const owned = yaml.locate([owner], "key").line;
  return diagnose(
    path,
    { line: first, column: 1 },
    {
      rule: "unknown-key",
      through: [owned, last],
      message: `${names} ${isOne ? "belongs" : "belong"} to “${owner}”, and ${isOne ? "stands" : "stand"} too far left`,
      hint: hintFallen(owner, last, which, yaml),
    },
  );
}

/** What to type where a comma parts a text within braces, so that its second half is taken for a key. */
function hintText(key: string, path: Path, { yaml }: Document): string | undefined {
  const mapping = valueAt(yaml.data, path);
  if (typeof mapping !== "object" || mapping === null || !yaml.extent(path)?.isFlow) return undefined;
  const entries = Object.entries(mapping);
  const [name, text] = entries[entries.findIndex(([each]) => each === key) - 1] ?? [];
  return typeof text === "string"
    ? `if it belongs to the text before the comma, put that in quotes: ${name ?? ""}: "${text}, ${key}"`
    : undefined;
}

/** Keys that stand each behind a dash of its own, where one entry of a list was to have them all: by the list's path. */
function findScattered(issues: readonly Issue[], { path: file, yaml }: Document): Map<string, Diagnostic> {
  const found = new Map<string, Diagnostic>();
  for (const { path } of issues) {
    const list = path.slice(
      0,
      path.findIndex((step) => typeof step === "number"),
    ) as Path;
    const value = valueAt(yaml.data, list);
    if (list.length === 0 || !Array.isArray(value) || value.length < 2) continue;
    const keys = value.map((entry: unknown) => (typeof entry === "object" && entry !== null ? Object.keys(entry) : []));
    const isEach = keys.every(([, more]) => more === undefined) && new Set(keys.flat()).size === value.length;
    if (!isEach) continue;
    const [from, to] = [1, value.length - 1].map((index) => yaml.locate([...list, index]).line);
    found.set(
      JSON.stringify(list),
      diagnose(file, yaml.locate([...list, 1]), {
        rule: "wrong-type",
        message: `each of these lines begins an entry of “${String(list.at(-1))}” of its own`,
        hint: `type two spaces in the place of “- ” in ${from === to ? `line ${from ?? 0}` : `the lines ${from ?? 0} to ${to ?? 0}`}`,
      }),
    );
  }
  return found;
}

/** Keys of an entry that stand as far left as its id, which then has no value: by their paths, with the entry's own. */
function findFallenEntries(
  issues: readonly Issue[],
  document: Document,
  schema: z.ZodType,
): Map<string, readonly string[]> {
  const { yaml } = document;
  const wrong = issues.flatMap(({ code, path }) =>
    code === "invalid_type" && path.length === 1 ? [String(path[0])] : [],
  );
  const fallen = new Map<string, readonly string[]>();
  for (const owner of wrong.filter((key) => valueAt(yaml.data, [key]) === null)) {
    const keys = wrong.filter(
      (key) => typeof valueAt(yaml.data, [key]) === "string" && knownKeys(schema, [owner]).includes(key),
    );
    if (keys.length > 0) fallen.set(owner, keys);
  }
  return fallen;
}

/**
 * Tells the keys that a mapping may not have. Where such a key is a slip for one that is missing, or was to stand below another,
 * that is one mistake, and told once.
 */
export function describeStrange(issues: readonly Issue[], document: Document, schema: z.ZodType): Strange {
  const told: Diagnostic[] = [];
  const meant = new Set<string>();
  const missing = findMissing(issues, document.yaml.data);
  const owners = new Set<string>();
  const scattered = findScattered(issues, document);
  told.push(...scattered.values());
  const entries = findFallenEntries(issues, document, schema);
  for (const [owner, keys] of entries) {
    for (const key of [owner, ...keys]) owners.add(key);
    told.push(tellFallen(owner, keys, document));
  }
  for (const issue of issues) {
    if (issue.code !== "unrecognized_keys") continue;
    const path = issue.path as Path;
    const fallen = path.length > 0 ? new Map<string, string[]>() : findFallen(issue.keys, document, schema);
    for (const [owner, keys] of fallen) {
      owners.add(owner);
      told.push(tellFallen(owner, keys, document));
    }
    const known = knownKeys(schema, path);
    const left = issue.keys.filter((key) => ![...fallen.values()].some((keys) => keys.includes(key)));
    for (const key of left) {
      const lost = (missing.get(JSON.stringify(path)) ?? []).filter(
        (name) => !meant.has(JSON.stringify([...path, name])),
      );
      const found = findMeant(key, known, lost);
      if (found?.isSure) meant.add(JSON.stringify([...path, found.key]));
      const glued = /^([\p{L}]+):(\S.*)$/u.exec(key);
      const split = valueAt(document.yaml.data, [...path, key]) === null ? hintText(key, path, document) : undefined;
      const [, name = "", behind = ""] = glued ?? [];
      if (known.includes(name)) {
        meant.add(JSON.stringify([...path, name]));
        const at = document.yaml.locate([...path, key], "key");
        const message = "behind a key stand a “:” and a space";
        told.push(diagnose(document.path, at, { rule: "unknown-key", message, hint: `type “${name}: ${behind}”` }));
        continue;
      }
      const hint = !found
        ? (split ?? `the keys here are ${listKnown(known, 20)}`)
        : found.isSure
          ? `type “${found.key}:” in its place`
          : `did you mean “${found.key}”?`;
      const at = document.yaml.locate([...path, key], "key");
      told.push(diagnose(document.path, at, { rule: "unknown-key", message: `“${key}” is not a key here`, hint }));
    }
  }
  return {
    told,
    isTold: ({ code, path }) =>
      code === "unrecognized_keys" ||
      meant.has(JSON.stringify(path)) ||
      scattered.has(
        JSON.stringify(
          path.slice(
            0,
            path.findIndex((step) => typeof step === "number"),
          ),
        ),
      ) ||
      (path.length > 0 && owners.has(String(path[0]))),
  };
}
