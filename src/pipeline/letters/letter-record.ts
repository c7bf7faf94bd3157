import { createHash } from "node:crypto";
import { isMapping } from "../../content/edit/yaml/write-value.ts";
import type { Instant } from "../../content/time/calendar.ts";

/** What a reader sent, before an editor decided. */
export interface SentLetter {
  /** The identity of the story. */
  readonly story: string;
  readonly name: string;
  /** Kept until the decision and never after it. */
  readonly email: string | undefined;
  readonly at: Instant;
  readonly text: string;
}

/** A letter in the queue. */
export interface LetterRecord extends SentLetter {
  /** `MM-DD-` of the day, and six letters and digits. */
  readonly id: string;
  /** A digest by which a letter that comes twice is known again. */
  readonly key: string;
}

const NAME = /^\d\d-\d\d-[a-z0-9]{6}$/;

/** Whether a text can be the id of a letter in the queue. */
export function isLetterId(text: string): boolean {
  return NAME.test(text);
}

/** How many signs of an id tell the letters of a day apart, and of how many each is one. */
const SIGNS = 6;
const BASE = 36n;

/**
 * The ids that a letter may have, the first one before the others: they follow from its key, so that whoever adds it again finds it, and nobody who does not
 * know the key can guess them. The day is one of the calendar, `YYYY-MM-DD`.
 */
export function* idsOf(key: string, day: string): Generator<string> {
  for (let nth = 0; ; nth++) {
    const digest = createHash("sha256").update(`${nth} ${key}`).digest("hex");
    const signs = (BigInt(`0x${digest}`) % BASE ** BigInt(SIGNS)).toString(36).padStart(SIGNS, "0");
    yield `${day.slice(5)}-${signs}`;
  }
}

/** A record as its file has it. */
export function writeRecord({ id, story, name, email, at, text, key }: LetterRecord): string {
  return `${JSON.stringify({ id, story, name, email, at: new Date(at).toISOString(), text, key }, undefined, 2)}\n`;
}

/** Reads a record's file; undefined where it is none. */
export function readRecord(json: string, id: string): LetterRecord | undefined {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    return undefined;
  }
  if (!isMapping(data) || data["id"] !== id) return undefined;
  const { story, name, email, at, text, key } = data;
  if (typeof story !== "string" || typeof name !== "string" || typeof text !== "string") return undefined;
  if (typeof key !== "string" || typeof at !== "string") return undefined;
  if (email !== undefined && typeof email !== "string") return undefined;
  const moment = Date.parse(at);
  return Number.isNaN(moment) ? undefined : { id, story, name, email, at: moment, text, key };
}
