import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { FILES } from "../../src/content/addresses.ts";
import type { EditionDocument, IndexDocument } from "../../src/views/api/documents.ts";
import { readWhole } from "../publication.ts";
import { PUBLICATIONS } from "../fixtures.ts";
import { fixtureSite, SITES } from "../sites.ts";

const EDITIONS = "/api/1/editions/";

function readJson(folder: string, path: string): unknown {
  return JSON.parse(readFileSync(join(folder, path), "utf8"));
}

/** A validator of the schema as the site has it, by a library that the site is not made with. */
function validatorOf(folder: string, schema: string): ValidateFunction {
  const ajv = new Ajv2020({ allErrors: true, strict: true });
  formats.default(ajv);
  return ajv.compile(readJson(folder, schema) as object);
}

describe.each(SITES)("the API of the $name site", ({ folder }) => {
  const index = () => readJson(folder, FILES.apiIndex) as IndexDocument;

  test("has an index as its schema says, the newest edition first", () => {
    const validate = validatorOf(folder, FILES.apiIndexSchema);
    expect([validate(index()), validate.errors]).toEqual([true, null]);
    const times = index().editions.map(({ published }) => Date.parse(published));
    expect(times.length).toBeGreaterThan(4);
    expect(times).toEqual([...times].sort((a, b) => b - a));
  });

  test("has every edition as its schema says, and no other", () => {
    const validate = validatorOf(folder, FILES.apiEditionSchema);
    const files = readdirSync(join(folder, EDITIONS)).sort();
    for (const file of files) {
      const document = readJson(folder, EDITIONS + file);
      expect([file, validate(document), validate.errors]).toEqual([file, true, null]);
    }
    const listed = index().editions.map(({ json }) => json.slice(json.lastIndexOf("/") + 1));
    expect(files).toEqual(listed.sort());
  });

  test("finds a document that lacks what must be disclosed", () => {
    const validate = validatorOf(folder, FILES.apiEditionSchema);
    const [file = ""] = readdirSync(join(folder, EDITIONS));
    for (const lost of ["ai", "disclosure"] as const) {
      const { stories, ...edition } = readJson(folder, EDITIONS + file) as EditionDocument;
      const without = stories.map((story) => ({ ...story, [lost]: undefined }));
      expect(validate(JSON.parse(JSON.stringify({ ...edition, stories: without })))).toBe(false);
    }
  });
});

test("each story of the API has the level, the paid links and the reviewer that the content has", async () => {
  const { content, now } = PUBLICATIONS.fixture;
  const { site } = await readWhole(content, Date.parse(now));
  const folder = fixtureSite();
  let told = 0;
  for (const edition of site.editions.filter(({ status }) => status === "published")) {
    const document = readJson(folder, `${EDITIONS}${edition.identity}.json`) as EditionDocument;
    const published = edition.stories.filter(({ status }) => status === "published");
    expect(document.stories.map(({ id }) => id)).toEqual(published.map(({ identity }) => identity));
    for (const [at, story] of published.entries()) {
      const { ai, disclosure, letters } = document.stories[at] as EditionDocument["stories"][number];
      expect(ai.level).toBe(story.ai);
      expect(ai.reviewed !== undefined).toBe(story.ai === "ai-assisted");
      expect(disclosure.links).toEqual(story.paidLinks);
      expect([disclosure.paid, disclosure.text !== undefined]).toEqual(Array(2).fill(story.paidLinks.length > 0));
      expect(letters).toBe(story.letters.length);
      told++;
    }
  }
  expect(told).toBeGreaterThan(15);
});
