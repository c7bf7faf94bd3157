import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Instant } from "../../../content/time/calendar.ts";

/** So long a form can be sent after it was asked for; in milliseconds. */
const VALID = 12 * 3_600_000;

function sign(secret: Uint8Array, story: string, opened: string, nonce: string): string {
  return createHmac("sha256", secret).update(`${story}\n${opened}\n${nonce}`).digest("base64url");
}

/** A token for the form of a story: it says when the form was asked for, and nobody without the secret can make one. */
export function makeToken(secret: Uint8Array, story: string, now: Instant): string {
  const [opened, nonce] = [now.toString(36), randomBytes(9).toString("base64url")];
  return [opened, nonce, sign(secret, story, opened, nonce)].join(".");
}

/** When the form of a story was asked for, by its token; undefined where it is none, is another story's, or is too old. */
export function readToken(secret: Uint8Array, story: string, token: string, now: Instant): Instant | undefined {
  const [, opened = "", nonce = "", given = ""] = /^([0-9a-z]{1,10})\.([\w-]{12})\.([\w-]{43})$/.exec(token) ?? [];
  const right = Buffer.from(sign(secret, story, opened, nonce));
  const signature = Buffer.from(given);
  if (signature.length !== right.length || !timingSafeEqual(signature, right)) return undefined;
  const at = Number.parseInt(opened, 36);
  return at <= now && now - at < VALID ? at : undefined;
}

/** By what a letter is known again that was sent twice by one form: a second letter of other words is another one. */
export function keyOf(token: string, words: readonly string[]): string {
  return createHash("sha256")
    .update(JSON.stringify([token, ...words]))
    .digest("hex");
}
