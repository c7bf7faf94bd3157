import { lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type * as z from "zod";
import { readYamlFile } from "../../../src/content/parse/document.ts";
import { peopleSchema, publishersSchema, siteSchema, topicsSchema } from "../../../src/content/schema/schema.ts";
import { validate } from "../../../src/content/schema/validate.ts";
import { Refusal } from "../archive/refusal.ts";
import type { Existing } from "../assemble/settings.ts";

/**
 * Refuses a place that is no folder of its own, or behind a link: what lies behind one is no content, and may be anybody's.
 */
export function refuseLinks(folder: string, path: string): void {
  let at = folder;
  for (const part of ["", ...path.split("/").slice(0, -1)]) {
    at = join(at, part);
    const entry = lstatSync(at, { throwIfNoEntry: false });
    if (entry && !entry.isDirectory())
      throw new Refusal(`${at} is ${entry.isSymbolicLink() ? "a symbolic link" : "no folder"}; nothing was written`);
  }
}

/** The bytes of a file of the content folder; undefined where there is none. */
export function readThere(folder: string, path: string): Buffer | undefined {
  refuseLinks(folder, path);
  const full = join(folder, path);
  const entry = lstatSync(full, { throwIfNoEntry: false });
  if (!entry) return undefined;
  if (!entry.isFile() || entry.nlink > 1) throw new Refusal(`${full} is a link or no file; nothing was written`);
  return readFileSync(full);
}

function readVocabulary<Schema extends z.ZodType>(
  folder: string,
  name: string,
  schema: Schema,
): z.infer<Schema> | undefined {
  const path = `${name}.yaml`;
  const bytes = readThere(folder, path);
  if (!bytes) return undefined;
  const { document, diagnostics } = readYamlFile(join(folder, path), bytes);
  const validation = document && validate(document, schema);
  const [wrong] = [...diagnostics, ...(validation?.diagnostics ?? [])].filter(({ severity }) => severity === "error");
  if (wrong || validation?.value === undefined)
    throw new Refusal(
      `${join(folder, path)} has mistakes (${wrong?.message ?? "it cannot be read"}): run “check” first. Nothing was written`,
    );
  return validation.value;
}

/** What a content folder says of itself and of its vocabularies. Throws a refusal where it has mistakes there. */
export function readExisting(folder: string): Existing {
  return {
    site: readVocabulary(folder, "site", siteSchema),
    topics: readVocabulary(folder, "topics", topicsSchema) ?? {},
    publishers: readVocabulary(folder, "publishers", publishersSchema) ?? {},
    people: readVocabulary(folder, "people", peopleSchema) ?? {},
  };
}
