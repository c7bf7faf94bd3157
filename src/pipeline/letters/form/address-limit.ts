import { createHmac, randomBytes } from "node:crypto";
import { isIPv6 } from "node:net";
import type { Instant } from "../../../content/time/calendar.ts";

const HOUR = 3_600_000;

/** So many addresses are remembered; the ones that wrote longest ago are forgotten first. */
const MOST_ADDRESSES = 50_000;

/** Lets so many letters of one address through in an hour. */
export interface AddressLimit {
  /** Takes one of an address's turns. `again` gives the seconds after which it has one, where it has none; `release` gives the turn back. */
  readonly take: (address: string, now: Instant) => { readonly again: number } | { readonly release: () => void };
}

/** The part of an address that is a household's: of IPv6 the first 64 bits, within which a computer may take any address. */
function shareOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
  if (!isIPv6(plain)) return plain;
  const [before = "", after] = plain.split("::");
  const head = before === "" ? [] : before.split(":");
  const tail = after === undefined || after === "" ? [] : after.split(":");
  const groups = [...head, ...Array<string>(Math.max(0, 8 - head.length - tail.length)).fill("0"), ...tail];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":");
}

/** Counts by a digest of each address, salted anew at each start, and in memory alone: nobody can tell from it who wrote. */
export function createAddressLimit(perHour: number): AddressLimit {
  const salt = randomBytes(32);
  const turns = new Map<string, readonly Instant[]>();
  return {
    take(address, now) {
      const who = createHmac("sha256", salt).update(shareOf(address)).digest("base64url");
      const recent = (turns.get(who) ?? []).filter((at) => at > now - HOUR);
      const [first = now] = recent;
      if (recent.length >= perHour) return { again: Math.max(1, Math.ceil((first + HOUR - now) / 1000)) };
      turns.delete(who);
      turns.set(who, [...recent, now]);
      for (const [other, own] of turns) {
        const isOld = (own.at(-1) ?? 0) <= now - HOUR;
        if (!isOld && turns.size <= MOST_ADDRESSES) break;
        turns.delete(other);
      }
      return {
        release() {
          const own = [...(turns.get(who) ?? [])];
          const at = own.lastIndexOf(now);
          if (at >= 0) turns.set(who, own.toSpliced(at, 1));
        },
      };
    },
  };
}
