import robotsParser from "robots-parser";
import { FILES } from "../../content/addresses.ts";
import type { Instant } from "../../content/time/calendar.ts";
import { DAY } from "../../cache.mjs";
import type { Answer, NoAnswer } from "../net/ask.ts";

/** What a host asks of programs, as it was read. */
export interface RobotsFile {
  readonly text: string;
  readonly at: Instant;
}

// What the package says of its types is of a default export, which it does not have in Node.
const parseRobots = robotsParser as unknown as (
  address: string,
  text: string,
) => { isAllowed(address: string, product: string): boolean | undefined };

/** As a robots.txt names this program (RFC 9309, 2.2.1). */
export const PRODUCT = "EveningUpdate";

/** In bytes: as much of a robots.txt as has to be read (RFC 9309, 2.5). */
const MOST = 500 * 1024;

/** Whether a robots.txt may be used that was read then: for a day (RFC 9309, 2.4). */
export function isFresh({ at }: RobotsFile, now: Instant): boolean {
  return now - at >= 0 && now - at < DAY;
}

/**
 * What an answer for a robots.txt means (RFC 9309, 2.3.1): one that is not there allows everything, one that cannot be had nothing,
 * which is then said.
 */
export function readRobots(answer: Answer | NoAnswer): string | NoAnswer {
  if ("problem" in answer) return answer;
  const { status, body } = answer;
  if (status === 200) return new TextDecoder().decode(body.subarray(0, MOST));
  return status >= 500 || status === 429 ? { problem: `its robots.txt answered ${status}` } : "";
}

/** Whether a robots.txt lets this program ask for an address of its host. */
export function allows({ text }: RobotsFile, url: Readonly<URL>): boolean {
  return parseRobots(new URL(FILES.robots, url).href, text).isAllowed(url.href, PRODUCT) !== false;
}
