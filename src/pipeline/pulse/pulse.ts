import { setTimeout as wait } from "node:timers/promises";
import { FILES, feedOf, PAGES } from "../../content/addresses.ts";
import type { Dateline } from "../../content/dateline.ts";
import type { Publication } from "../../content/publication.ts";
import type { Instant } from "../../content/time/calendar.ts";
import { type Expected, expectedBy, type Rhythm } from "../../content/time/rhythm.ts";
import { type Answer, fetchText } from "./fetch-text.ts";
import { type Found, readFeed } from "./feed.ts";

/** In milliseconds, until it is asked again: one bad answer is no reason to wake anybody. */
const PAUSE = 1000;

/** What the live site is asked for, and what it should have. */
export interface Question {
  /** The site's address, or that of a feed of its editions. */
  readonly url: Readonly<URL>;
  /** In milliseconds, for each answer. */
  readonly timeout: number;
  readonly slots: Publication["slots"];
  /** The edition that should be out; undefined where none is expected. */
  readonly expected: Expected | undefined;
}

/** What the live site showed: whether the expected edition is out, and the latest that is. */
export type Pulse =
  | { readonly feed: string; readonly isLate: boolean; readonly latest: Found | undefined }
  | { readonly feed: string; readonly problem: string };

/** Whether an edition comes before another: on an earlier day, or in an earlier slot of that day. */
function isBefore(slots: Publication["slots"], a: Dateline, b: Dateline): boolean {
  const place = (slot: string) => slots.findIndex(({ id }) => id === slot);
  return a.date === b.date ? place(a.slot) < place(b.slot) : a.date < b.date;
}

/**
 * The edition that should be out at a moment, those of the last `grace` milliseconds left out. None is expected before the first
 * of the content: a publication begins some day, and its calendar does not say when.
 */
export function dueAt(rhythm: Rhythm, now: Instant, grace: number, all: readonly Dateline[]): Expected | undefined {
  const expected = expectedBy(rhythm, now - grace);
  const { slots } = rhythm.publication;
  return expected && all.some((one) => !isBefore(slots, expected.dateline, one)) ? expected : undefined;
}

/** The feeds of a site's editions, by its address; an address of a feed stands for itself. */
function feedsOf(url: Readonly<URL>): readonly [feed: URL, other?: URL] {
  if (/\.(?:json|xml)$/.test(url.pathname)) return [new URL(url)];
  const site = url.origin + url.pathname.replace(/\/+$/, "");
  return [new URL(site + FILES.jsonFeed), new URL(site + feedOf(PAGES.home))];
}

/** What an answer shows of the site. */
function judge({ href: feed }: Readonly<URL>, answer: Answer, { slots, expected }: Question): Pulse {
  if ("problem" in answer) return { feed, problem: answer.problem };
  const found = readFeed(answer.text);
  if (!found) return { feed, problem: "what came is no feed of editions" };
  const [latest] = [...found].sort((a, b) => b.published - a.published);
  const isLate = expected !== undefined && found.every((one) => isBefore(slots, one.dateline, expected.dateline));
  return { feed, isLate, latest };
}

/** Asks for the feed once, and for the other one where it is not there. */
async function askOnce(question: Question): Promise<Pulse> {
  const [feed, other] = feedsOf(question.url);
  const answer = await fetchText(feed, question.timeout);
  const pulse = judge(feed, answer, question);
  if (!other || !("status" in answer && answer.status === 404)) return pulse;
  const instead = judge(other, await fetchText(other, question.timeout), question);
  return "problem" in instead ? pulse : instead;
}

/** Feels the pulse of the live site. What is not as it should be is asked for once more, and the better answer counts. */
export async function takePulse(question: Question): Promise<Pulse> {
  const first = await askOnce(question);
  if ("isLate" in first && !first.isLate) return first;
  await wait(PAUSE);
  const second = await askOnce(question);
  return "problem" in second ? first : second;
}
