import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { editionDocument, indexDocument, schemaOf } from "../../src/views/api/documents.ts";
import { PROJECT } from "../command.ts";

/** What version 1 has promised: by the place of a key, its type and whether it is always there. */
type Promised = Readonly<Record<string, string>>;

interface Schema {
  readonly type?: string;
  readonly const?: string | number;
  readonly enum?: readonly string[];
  readonly format?: string;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

function* promisesOf(schema: Schema, place = ""): Generator<readonly [string, string]> {
  if (schema.items) yield* promisesOf(schema.items, `${place}[]`);
  for (const [key, value] of Object.entries(schema.properties ?? {})) {
    const kind = [value.const, ...(value.enum ?? [])].filter((one) => one !== undefined).join("|");
    const type = [value.type ?? "", value.format ?? "", kind].filter((part) => part !== "").join(" ");
    yield [`${place}.${key}`, `${type}${schema.required?.includes(key) ? "" : ", optional"}`];
    yield* promisesOf(value, `${place}.${key}`);
  }
}

/** What of a promise a schema does not keep. */
function broken(promised: Promised, schema: object): string[] {
  const now = Object.fromEntries(promisesOf(schema));
  return Object.keys(promised).filter((key) => now[key] !== promised[key]);
}

describe.each([
  ["edition", editionDocument],
  ["index", indexDocument],
] as const)("the schema of the API’s %s", (name, document) => {
  const file = join(PROJECT, "tests/fixtures/api", `${name}.json`);
  const schema = schemaOf(document, "https://example.org/schema.json");

  test("keeps every key that version 1 has promised, with its type; new ones are to be kept with UPDATE_API=1", () => {
    const kept = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Promised) : {};
    expect(broken(kept, schema)).toEqual([]);
    const now = Object.fromEntries(promisesOf(schema));
    if (process.env["UPDATE_API"] !== undefined)
      writeFileSync(file, `${JSON.stringify({ ...now, ...kept }, null, 2)}\n`);
    else expect(Object.keys(now).filter((key) => !(key in kept))).toEqual([]);
  });

  test("would not keep it without one, with another type, or with one that may be missing", () => {
    const promised = Object.fromEntries(promisesOf(schema));
    expect(broken({ ...promised, ".gone": "string" }, schema)).toEqual([".gone"]);
    expect(broken({ ...promised, ".version": "string" }, schema)).toEqual([".version"]);
    expect(broken({ ...promised, ".publication": "object, optional" }, schema)).toEqual([".publication"]);
  });

  test("says nothing of keys that it does not know", () => {
    expect(JSON.stringify(schema)).not.toContain("additionalProperties");
  });
});
