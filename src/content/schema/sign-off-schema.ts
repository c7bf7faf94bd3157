import * as z from "zod";
import { isStoryIdentity } from "../dateline.ts";
import { code, id, localTime, must } from "./fields.ts";
import { called, notShown } from "./marks.ts";

/** A story by its identity. */
export const identity = code
  .check(
    must(isStoryIdentity, [
      "bad-identity",
      "this is not a story's identity",
      "write it as 2026-03-04-evening/alibaba-qwen-exodus",
    ]),
  )
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
