import { createHash } from "node:crypto";

/** In order of their ASCII codes, so that keys sort as their times do (https://atproto.com/specs/tid). */
const DIGITS = "234567abcdefghijklmnopqrstuvwxyz";

/** Of a key. */
const LENGTH = 13;

/** In microseconds. */
const DAY = 86_400_000_000n;

/** Bits of the identifier of whoever made a key, behind the time. */
const CLOCK_BITS = 10n;

/**
 * A record key of the kind `tid`, which posts of Bluesky must have (https://atproto.com/specs/record-key, https://atproto.com/specs/tid): 53 bits of
 * microseconds since 1970 and 10 of a clock's identifier. Its day is the edition's, and all within the day comes from a digest of what is announced:
 * so it is the same in every attempt, whoever makes it and whatever becomes of the edition's time, and no two announcements share one but by a
 * chance of 1 to 2^46.
 */
export function recordKeyOf(day: string, key: string): string {
  const digest = createHash("sha256").update(key).digest();
  const time = BigInt(Date.parse(`${day}T00:00:00Z`)) * 1000n + (digest.readBigUInt64BE(0) % DAY);
  const clock = digest.readBigUInt64BE(8) & ((1n << CLOCK_BITS) - 1n);
  let rest = (time << CLOCK_BITS) | clock;
  let written = "";
  for (let place = 0; place < LENGTH; place++) {
    written = (DIGITS[Number(rest & 31n)] ?? "") + written;
    rest >>= 5n;
  }
  return written;
}
