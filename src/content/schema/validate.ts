import * as z from "zod";
import { type Diagnostic, diagnose, type Problem } from "../problems/diagnostic.ts";
import type { Document } from "../parse/document.ts";
import { slugify } from "../words/plain-name.ts";
import { limitRepeats } from "../problems/repeats.ts";
import { shorten } from "../words/shorten.ts";
import { stripQuotes } from "../words/strip-quotes.ts";
import { spellSigns } from "../words/spell-signs.ts";
import { hintNearest, listKnown } from "../words/nearest.ts";
import { describeStrange, valueAt } from "./strange-keys.ts";
import { hintOf, isTextField, requiredKeys } from "./schema-walk.ts";
import type { Path } from "../parse/yaml-source.ts";
import { quote } from "../parse/yaml-wording.ts";

type Issue = z.core.$ZodIssue;

const EXPECTED: Record<string, string> = {
  string: "text",
  boolean: "true or false",
  number: "a number",
  array: "a list",
  object: "several lines of “key: value”",
  record: "several lines of “key: value”",
};

const SHAPES: Record<string, string> = {
  string: "put it in quotes if it begins with “[” or “{”",
  boolean: "write true or false, without quotes",
  number: "write digits, without quotes",
  array: "write it as [one, two], or one to a line, each after “- ”",
  object: "write one “key: value” to a line, indented below its name",
  record: "write one “key: value” to a line",
};

/** What is known of a field of a wrong type: what was typed there, whether it is text, and what to type where nothing was. */
interface Wanted {
  readonly typed: string;
  readonly text: boolean;
  readonly hint: string | undefined;
  /** The keys that a mapping there must have. */
  readonly keys: readonly string[];
}

/** The last name on a path. */
function nameOf(path: readonly PropertyKey[]): string {
  return path.findLast((step) => typeof step === "string") ?? "";
}

/** What a path leads to, as an editor knows it: a list may be given as its only entry, which then has no number. */
function subjectOf(path: readonly PropertyKey[]): string {
  const name = nameOf(path);
  const index = path.at(-1);
  return typeof index === "number" && index > 0 ? `entry ${index + 1} of “${name}”` : `“${name}”`;
}

/** What to type where a text stands in the place of something else; undefined where nothing precise can be said. */
function readLoosely(expected: string, value: string, name: string, keys: readonly string[]): string | undefined {
  const plain = stripQuotes(value).trim();
  if (expected === "boolean") {
    const truth = /^(true|yes|on|y)$/i.test(plain) ? "true" : /^(false|no|off|n)$/i.test(plain) ? "false" : undefined;
    return truth && `type “${name}: ${truth}”, without quotes`;
  }
  if (expected === "array" && plain.includes(",")) return `type “${name}: [${plain.replace(/[[\]]/g, "")}]”`;
  if (expected !== "object" || keys.length === 0) return undefined;
  const fits = keys.find((key) => key === (/^(https?:\/\/|www\.)/.test(plain) ? "url" : "src")) ?? keys[0];
  const lines = keys.map((key) => `“${key}: ${key === fits ? shorten(plain, 100) : "…"}”`).join(", ");
  return `type instead, each on a line of its own, indented below “${name}:”: ${lines}`;
}

function describeType(
  issue: Issue & { code: "invalid_type" },
  value: unknown,
  { typed, text, keys, hint = "give it a value or delete the line" }: Wanted,
): Problem {
  const key = String(issue.path.at(-1) ?? "");
  if (value === undefined)
    return { rule: "missing-key", message: `“${key}” is missing`, hint: `add a line “${key}: …”` };
  if (value === null) return { rule: "missing-value", message: `${subjectOf(issue.path)} is empty`, hint };
  const wanted = EXPECTED[issue.expected] ?? issue.expected;
  if (issue.expected === "string" && typeof value !== "object")
    return {
      rule: text ? "not-text" : "wrong-type",
      message: `“${typed}” is read as ${typeof value === "number" ? "a number" : "true or false"}, not text`,
      hint: `put it in quotes: ${quote(typed)}`,
    };
  const subject = issue.path.length === 0 ? "this file" : subjectOf(issue.path);
  const shape = SHAPES[issue.expected];
  const looser = typeof value === "string" ? readLoosely(issue.expected, value, nameOf(issue.path), keys) : undefined;
  return { rule: "wrong-type", message: `${subject} must be ${wanted}`, hint: looser ?? shape };
}

function* describe(issue: Issue, document: Document, schema: z.ZodType): Generator<Diagnostic> {
  const path = issue.path as Path;
  const at = document.yaml.locate(path);
  const say = (problem: Problem) => diagnose(document.path, at, problem);
  switch (issue.code) {
    case "invalid_type": {
      const value = valueAt(document.yaml.data, issue.path);
      const typed = document.yaml.typed(path) ?? "";
      const wanted = { typed, text: isTextField(schema, path), hint: hintOf(schema, path) };
      yield say(describeType(issue, value, { ...wanted, keys: requiredKeys(schema, path) }));
      return;
    }
    case "invalid_value": {
      const values = issue.values.map(String);
      const value = valueAt(document.yaml.data, issue.path);
      if (value === undefined)
        yield say({
          rule: "missing-key",
          message: `“${String(path.at(-1))}” is missing`,
          hint: `one of: ${listKnown(values)}`,
        });
      else {
        const text = typeof value === "string" || typeof value === "number" ? String(value) : "this";
        yield say({
          rule: "unknown-value",
          message: `“${text}” is not one of ${listKnown(values)}`,
          hint: hintNearest(values.find((each) => text.toLowerCase().startsWith(each)) ?? text, values),
        });
      }
      return;
    }
    case "invalid_key": {
      const [inner] = issue.issues;
      const key = String(path.at(-1));
      const fixed = slugify(spellSigns(key));
      const { hint } = ((inner?.code === "custom" && inner.params) || {}) as { hint?: string };
      yield diagnose(document.path, document.yaml.locate(path, "key"), {
        rule: "bad-id",
        message: inner?.message ?? "this is not an id",
        hint: fixed === "" || fixed === key ? hint : `write it as ${fixed}`,
      });
      return;
    }
    case "custom": {
      const { rule = "invalid", hint } = (issue.params ?? {}) as { rule?: string; hint?: string };
      yield say({ rule, message: issue.message, hint });
      return;
    }
    default:
      yield say({
        rule: issue.code === "too_small" ? "missing-value" : "invalid",
        message: issue.code === "too_small" ? `“${String(path.at(-1))}” needs at least one entry` : issue.message,
      });
  }
}

/** What a schema makes of a document's data. */
export interface Validation<T> {
  /** The whole value; undefined when there is any error in it. */
  readonly value: T | undefined;
  /** The top-level keys that are right, so that one mistake does not hide the others. */
  readonly partial: Partial<T>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Checks parsed YAML against a schema and reports every issue at its place. */
export function validate<S extends z.ZodType>(document: Document, schema: S): Validation<z.infer<S>> {
  const result = schema.safeParse(document.yaml.data);
  const suspects = document.yaml.suspects
    .filter(({ path }) => isTextField(schema, path))
    .map(({ at, problem }) => diagnose(document.path, at, problem));
  if (result.success) return { value: result.data, partial: result.data, diagnostics: limitRepeats(suspects) };
  const { told, isTold } = describeStrange(result.error.issues, document, schema);
  const issues = result.error.issues
    .filter((issue) => !isTold(issue))
    .flatMap((issue) => [...describe(issue, document, schema)]);
  return {
    value: undefined,
    partial: salvage(document, schema, result.error.issues),
    diagnostics: limitRepeats([...told, ...issues, ...suspects]),
  };
}

function salvage<S extends z.ZodType>(document: Document, schema: S, issues: readonly Issue[]): Partial<z.infer<S>> {
  const wrong = new Set(
    issues.flatMap((issue) =>
      issue.path.length > 0 ? [String(issue.path[0])] : issue.code === "unrecognized_keys" ? issue.keys : [],
    ),
  );
  const { data } = document.yaml;
  if (typeof data !== "object" || data === null || Array.isArray(data)) return {};
  const kept = Object.fromEntries(Object.entries(data).filter(([key]) => !wrong.has(key)));
  const loose: z.ZodType = schema instanceof z.ZodObject ? schema.partial() : schema;
  const result = loose.safeParse(kept);
  return (result.success ? result.data : {}) as Partial<z.infer<S>>;
}
