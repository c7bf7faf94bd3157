import * as z from "zod";
import { isEditionIdentity, isStoryIdentity } from "../../dateline.ts";
import { former, ID, line, localTime, oneOrMany } from "../fields.ts";
import { shown } from "../marks.ts";

/** Addresses that lead here for ever: those of a story or an edition. */
export const formerText = oneOrMany(
  former(
    (value) => isStoryIdentity(value) || isEditionIdentity(value),
    "the identity of a story or an edition",
    "2026-03-04-evening/alibaba-qwen-exodus",
  ),
);

/** Those of an entry of a vocabulary, or of a page that belongs to no edition. */
export const formerEntry = oneOrMany(former((value) => ID.test(value), "an id", "old-name"));

/** As long as a correction's reason may well be, in characters. */
const MOST_REASON = 300;

/** When a text was taken back, and why, for readers who come to its address. */
export const gone = z.strictObject({ at: localTime, reason: shown(line(MOST_REASON)).optional() });
