import * as z from "zod";
import { entryOf, https, line, localTime, text, wholeNumber } from "../fields.ts";
import { called } from "../marks.ts";
import { identity, MOST } from "../text-parts.ts";

/** The most characters of a letter, and of what is answered to it. */
export const MOST_LETTER = 3000;

/** The days for which a story takes letters after it appeared, where a publication says nothing. */
export const LETTER_DAYS = 14;

/**
 * The front matter of a reader's letter, content/letters/YYYY/ID.md; its body is plain text. It has no place for an e-mail
 * address: what readers are promised not to see published cannot be committed.
 */
export const letterSchema = z.strictObject({
  story: called("To the story", identity),
  name: called("Written by", line(MOST.name)),
  at: called("When", localTime),
  accepted: z.strictObject({ by: called("Accepted by", entryOf("people")), at: called("When", localTime) }),
  reply: z
    .strictObject({ by: called("Answered by", entryOf("people")), text: called("Answer", text(MOST_LETTER)) })
    .optional(),
});

/** How readers write: `letters` of site.yaml. */
export const lettersSchema = z.strictObject({
  days: wholeNumber(
    1,
    365,
    "a story takes letters for a whole number of days, from 1 to 365",
    "write it as days: 14",
  ).optional(),
  endpoint: https.optional(),
});

export type LetterFrontMatter = z.infer<typeof letterSchema>;
