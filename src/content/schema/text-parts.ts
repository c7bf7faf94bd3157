import * as z from "zod";
import { isStoryIdentity, meantIdentity } from "../dateline.ts";
import { isLanguage } from "../words/language-tag.ts";
import { code, day, entryOf, https, id, line, localTime, must, text } from "./fields.ts";
import { called, notShown } from "./marks.ts";

/** What the front matter of stories and editions is made of, where that is more than a field. */

export const SOURCE_KINDS = ["primary", "reporting", "analysis", "vendor"] as const;
export const CORRECTION_KINDS = ["correction", "clarification", "update"] as const;

/** The most characters of texts of which there are several: no honest one has so many. */
export const MOST = {
  name: 80,
  heading: 160,
  source: 300,
  role: 160,
  description: 500,
  notice: 300,
  alt: 300,
  correction: 1000,
};
export const language = code.check(
  must(isLanguage, ["bad-language", "this is not a language tag", "write it as en, en-GB or de"]),
);

export const source = z
  .strictObject({
    publisher: entryOf("publishers"),
    title: called("Its headline there", line(MOST.source)),
    url: called("Address", https),
    published: called("Published on", day.optional()),
    kind: z.enum(SOURCE_KINDS).optional(),
    archived: called("Archived copy", https.optional()),
    language: language.optional(),
  })
  .meta({ shorthand: "source" });

export const correction = z.strictObject({
  at: called("When", localTime),
  kind: z.enum(CORRECTION_KINDS),
  text: called("What was wrong, and what is right", text(MOST.correction)),
});

export const identity = code
  .check(({ value, issues }) => {
    if (isStoryIdentity(value)) return;
    const meant = meantIdentity(value);
    const hint =
      meant === undefined
        ? "write it as 2026-03-04-evening/alibaba-qwen-exodus: its edition's day and slot, and its file's name"
        : `type ${meant}`;
    const params = { rule: "bad-identity", hint };
    issues.push({ code: "custom", input: value, message: "this is not a story's identity", params });
  })
  .meta({ input: "story" });

export const signOffRecord = z.strictObject({
  by: id,
  at: localTime,
  factChecked: z.literal(true),
  digests: z.record(z.string(), z.string()),
});

/** Written by the `sign` command, never by hand: who reviewed, when, and a digest of each part that was reviewed. */
export const signOff = called(
  "Sign-off",
  notShown(
    z.custom<z.infer<typeof signOffRecord>>((value) => signOffRecord.safeParse(value).success, {
      error: "this is no sign-off as the sign command writes it",
      params: { rule: "bad-sign-off", hint: "delete it, and sign the text again: npm run sign" },
    }),
  ),
  "none",
);
