import type * as z from "zod";
import type { Document } from "../parse/document.ts";
import type { Path } from "../parse/yaml-source.ts";
import { type Diagnostic, diagnose } from "../problems/diagnostic.ts";
import { listKnown } from "../words/nearest.ts";
import { findMeant } from "./meant-key.ts";
import { knownKeys } from "./schema-walk.ts";

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
    if (owner !== undefined && knownKeys(schema, [owner]).includes(key))
      fallen.set(owner, [...(fallen.get(owner) ?? []), key]);
  }
  return fallen;
}

function tellFallen(owner: string, keys: readonly string[], { path, yaml }: Document): Diagnostic {
  const lines = keys.map((key) => yaml.locate([key], "key").line);
  const [first = 1, last = first] = [lines[0], lines.at(-1)];
  const which = first === last ? `line ${first}` : `each of the lines ${first} to ${last}`;
  const names = keys.map((key) => `“${key}”`).join(", ");
  const isOne = keys.length === 1;
  return diagnose(
    path,
    { line: first, column: 1 },
    {
      rule: "unknown-key",
      message: `${names} ${isOne ? "belongs" : "belong"} to “${owner}”, and ${isOne ? "stands" : "stand"} too far left`,
      hint: `type spaces at the beginning of ${which}, and of what else is said of “${owner}”, as many before each`,
    },
  );
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
      const hint = !found
        ? `the keys here are ${listKnown(known, 20)}`
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
      (path.length > 0 && owners.has(String(path[0]))),
  };
}
