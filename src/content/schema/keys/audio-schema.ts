import * as z from "zod";
import { https, code, wholeNumber } from "../fields.ts";
import { called, notShown } from "../marks.ts";

/** The voice of a recording that a machine spoke; any other is an id in people.yaml. */
export const SYNTHETIC = "synthetic";

/** The longest recording of an edition, in seconds: a day. */
const MOST_SECONDS = 86_400;

const second = wholeNumber(
  0,
  MOST_SECONDS - 1,
  "a chapter begins at a whole second, counted from 0",
  "write 6 minutes 20 as 380",
);

/** A recording of an edition that the newsroom supplies. */
export const audioSchema = z.strictObject({
  src: called("File", notShown(code)),
  seconds: called(
    "Length in seconds",
    wholeNumber(
      1,
      MOST_SECONDS,
      "a recording has a whole number of seconds, at most a day",
      "write 6 minutes 20 as seconds: 380",
    ),
  ),
  voice: called(
    "Read by",
    notShown(code.meta({ description: `An id in people.yaml, or “${SYNTHETIC}” where a machine reads` })),
  ),
  transcript: called("Transcript", https.optional()),
  chapters: called(
    "Chapters",
    notShown(
      z
        .record(z.string(), second)
        .optional()
        .meta({ description: "Of each story’s slug the second at which it begins" }),
    ),
    "none",
  ),
});
