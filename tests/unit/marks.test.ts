import { describe, expect, test } from "vitest";
import * as z from "zod";
import { line } from "../../src/content/schema/fields.ts";
import { listed, shown } from "../../src/content/schema/marks.ts";
import type { EditionOutline, StoryOutline } from "../../src/content/outline.ts";
import { editionSchema, storySchema } from "../../src/content/schema/schema.ts";
import { listFields } from "../../src/content/schema/schema-walk.ts";
import { pickListed, readShown, readTexts } from "../../src/content/schema/shown.ts";

/** The fields that could hold a text and do not say whether readers are shown it. */
function unmarkedIn(schema: z.ZodObject): string[] {
  const holdsNoText = (field: z.ZodType): boolean =>
    field instanceof z.ZodOptional
      ? holdsNoText(field.unwrap() as z.ZodType)
      : field instanceof z.ZodBoolean || field instanceof z.ZodNumber || field instanceof z.ZodEnum;
  return listFields(schema)
    .filter((field) => field.shown === undefined && !holdsNoText(field.schema))
    .map(({ path }) => path.join("."));
}

const FRONT = {
  title: "T",
  topic: "models",
  tags: ["a", "b"],
  source: [{ publisher: "wire", title: "S", url: "https://wire.example", kind: "primary" as const }],
  image: { src: "dot.png", alt: "A dot" },
  corrections: [{ at: "2026-03-04T19:00", kind: "update" as const, text: "C" }],
};

describe("every field of", () => {
  test.each([
    ["a story", storySchema],
    ["an edition", editionSchema],
  ])("%s says whether readers are shown it, if it can hold a text", (_, schema) => {
    expect(unmarkedIn(schema)).toEqual([]);
    const parts = listFields(schema).map(({ part }) => part);
    expect(new Set([...parts, "summary", "analysis", "lede"]).size).toBe(parts.length + 3);
  });

  test.each([
    ["a line", { added: line(9) }, "added"],
    ["a line that may be missing", { added: line(9).optional() }, "added"],
    ["a plain string", { added: z.string() }, "added"],
    ["a list of lines", { added: z.array(line(9)) }, "added"],
    ["a line in a mapping", { added: z.strictObject({ marked: shown(line(9)), new: line(9) }) }, "added.new"],
    ["a line in a list of mappings", { added: z.array(z.strictObject({ new: line(9) })).optional() }, "added"],
    ["a line by any id", { added: z.record(z.string(), line(9)) }, "added"],
    ["a line or a number", { added: z.union([line(9), z.number()]) }, "added"],
    ["anything", { added: z.unknown() }, "added"],
  ])("%s is missed when it has no mark", (_, shape, name) => {
    expect(unmarkedIn(z.strictObject(shape))).toEqual([name]);
  });
});

describe("of a front matter", () => {
  test("all that readers are shown is read, by the names of a sign-off's parts", () => {
    const { title, tags, source, image, corrections } = FRONT;
    expect(readShown(storySchema, FRONT)).toEqual([
      { part: "title", value: title },
      { part: "short", value: undefined },
      { part: "tags", value: tags },
      { part: "sources", value: source },
      { part: "image.alt", value: image.alt },
      { part: "image.credit", value: undefined },
      { part: "whatsNew", value: undefined },
      { part: "corrections", value: corrections },
    ]);
  });

  test("the texts are those that readers are shown, without ids, times and addresses", () => {
    expect(readTexts(storySchema, FRONT)).toEqual(["T", "a", "b", "S", "primary", "A dot", "update", "C"]);
    expect(readTexts(editionSchema, {})).toEqual([]);
  });

  test("a key more needs its line in the schema alone", () => {
    const schema = storySchema.extend({ dateline: listed(shown(line(9).optional())) });
    const front = { ...FRONT, dateline: "Paris" };
    expect(readShown(schema, front)).toContainEqual({ part: "dateline", value: "Paris" });
    expect(readTexts(schema, front)).toContain("Paris");
    const { dateline } = pickListed(schema, front);
    expect(dateline).toBe("Paris");
  });
});

test("an outline has what lists show, and no other key of the front matter", () => {
  const story = { ...FRONT, short: "T", ai: "human-only" as const, whatsNew: "N", comments: true };
  expect(Object.keys(pickListed(storySchema, story))).toEqual(["title", "short", "topic", "ai", "follows", "whatsNew"]);
  const read = (outline: StoryOutline, edition: EditionOutline) => [
    outline.title.length,
    outline.whatsNew,
    edition.title,
    // @ts-expect-error No list shows tags.
    outline.tags as unknown,
    // @ts-expect-error No list shows pictures.
    outline.image as unknown,
    // @ts-expect-error No list shows the description.
    edition.description as unknown,
  ];
  expect(read).toBeTypeOf("function");
});
