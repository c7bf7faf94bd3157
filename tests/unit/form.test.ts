import { describe, expect, test } from "vitest";
import * as z from "zod";
import { entryOf, line, localTime, oneOrMany, text } from "../../src/content/schema/fields.ts";
import { describeEntryForm, describeForm } from "../../src/content/schema/form.ts";
import { called } from "../../src/content/schema/marks.ts";
import { editionSchema, publishersSchema, storySchema } from "../../src/content/schema/schema.ts";

const ofStory = (key: string, schema: z.ZodObject = storySchema) =>
  describeForm(schema).find((field) => field.key === key);

describe("the form of a story", () => {
  test("has every key of the schema but what commands write", () => {
    const keys = describeForm(storySchema).map(({ key }) => key);
    expect(keys).toEqual(Object.keys(storySchema.shape).filter((key) => key !== "signoff" && key !== "draft"));
  });

  test("has a field for one that is added to the schema, with its limit and its name", () => {
    const added = storySchema.extend({
      kicker: line(24),
      deskNote: called("Note", text(90).optional()),
      seenBy: oneOrMany(entryOf("people")).optional(),
      until: localTime.optional(),
      tone: z.enum(["plain", "lively"]).optional(),
    });
    expect(ofStory("kicker", added)).toEqual({
      key: "kicker",
      label: "Kicker",
      input: "line",
      isList: false,
      isRequired: true,
      most: 24,
    });
    expect(ofStory("deskNote", added)).toMatchObject({ label: "Note", input: "text", most: 90, isRequired: false });
    expect(ofStory("seenBy", added)).toMatchObject({
      label: "Seen by",
      input: "entry",
      vocabulary: "people",
      isList: true,
    });
    expect(ofStory("until", added)).toMatchObject({ input: "time" });
    expect(ofStory("tone", added)).toMatchObject({ input: "choice", choices: ["plain", "lively"] });
  });

  test("knows kinds, limits and what is chosen from where", () => {
    expect(ofStory("title")).toMatchObject({ label: "Headline", input: "line", most: 110, isRequired: true });
    expect(ofStory("topic")).toMatchObject({ input: "entry", vocabulary: "topics", isRequired: true });
    expect(ofStory("ai")).toMatchObject({ input: "choice", choices: ["human-only", "ai-assisted", "ai-autonomous"] });
    expect(ofStory("follows")).toMatchObject({ input: "story" });
    const source = ofStory("source");
    expect(source).toMatchObject({ input: "group", isList: true, isRequired: true });
    expect(source?.fields?.map(({ key, input }) => [key, input])).toEqual([
      ["publisher", "entry"],
      ["title", "line"],
      ["url", "address"],
      ["published", "day"],
      ["kind", "choice"],
      ["archived", "address"],
      ["language", "code"],
    ]);
    expect(ofStory("image")?.fields?.[0]).toMatchObject({ input: "picture", isRequired: true });
    expect(describeForm(editionSchema)[0]).toMatchObject({ key: "stories", input: "story-here", isList: true });
    expect(
      describeEntryForm(publishersSchema)
        .map(({ key }) => key)
        .slice(0, 2),
    ).toEqual(["name", "url"]);
  });
});
