import { Agent } from "node:https";
import { FILES } from "../../content/addresses.ts";
import { readUrl, readUrlAt } from "../../content/links/read-url.ts";
import type { Instant } from "../../content/time/calendar.ts";
import { shorten } from "../../content/words/shorten.ts";
import { DAY } from "../../cache.mjs";
import { type Answer, ask, type Net, type NoAnswer } from "../net/ask.ts";
import { type Entry, readEntries } from "./entries.ts";
import { createQueues } from "./one-at-a-time.ts";
import { allows, isFresh, readRobots, type RobotsFile } from "./robots.ts";

/** What is known of a feed from its last visit. */
export interface KnownFeed {
  readonly entries: readonly Entry[];
  /** When it was last asked. */
  readonly at: Instant;
  /** The address that gave it, after all that led on, and by what it knows whether it has changed since (RFC 9110, 8.8). */
  readonly from?: string;
  readonly etag?: string;
  readonly lastModified?: string;
  /** It asked not to be asked before. */
  readonly notBefore?: Instant;
}

/** What a visit of a feed ends with: what is known of it now, and what an editor has to be told. */
export interface Visit {
  readonly known: KnownFeed;
  /** Whether a feed was sent, and not only that nothing has changed. */
  readonly isNew: boolean;
  readonly problem?: string;
  readonly note?: string;
}

export interface Visitor {
  readonly net: Net;
  readonly now: Instant;
  /** How the program names itself, with an address that leads to who asks. */
  readonly userAgent: string;
  /** Whether an IP address that stands in the place of a host may be asked. */
  readonly isAllowed: (address: string) => boolean;
  /** By the origin of a host; what is read is added. */
  readonly robots: Map<string, RobotsFile>;
}

const MOST_REDIRECTS = 5;

/** No host may ask to be left alone for longer than so many days by an answer. */
const LONGEST_WAIT = 7;

const ACCEPT = "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5";

/** Why an address is not asked; undefined where it may be. */
function refuse({ protocol, hostname, username, password }: Readonly<URL>, isAllowed: Visitor["isAllowed"]) {
  if (protocol !== "https:") return `it leads to ${protocol.slice(0, -1)}, and only https is asked`;
  if (username !== "" || password !== "") return "it leads to an address with a name or a password in it";
  const number = /^\[(.*)\]$/.exec(hostname)?.[1] ?? (/^[\d.]+$/.test(hostname) ? hostname : undefined);
  return number === undefined || isAllowed(number) ? undefined : `“${hostname}” is no host of the public Internet`;
}

/** When an answer asks to be asked again (RFC 9110, 10.2.3); undefined where it does not say. */
function waitOf(value: string | undefined, now: Instant): Instant | undefined {
  if (value === undefined) return undefined;
  const at = /^\d+$/.test(value) ? now + Number(value) * 1000 : Date.parse(value);
  return Number.isNaN(at) || at <= now ? undefined : Math.min(at, now + LONGEST_WAIT * DAY);
}

interface Followed {
  readonly answer: Answer;
  readonly url: Readonly<URL>;
  /** Whether all that led on did so for good. */
  readonly isForGood: boolean;
}

/** Makes what visits feeds, each host of which is asked one thing at a time. */
export function createVisits({ net, now, userAgent, isAllowed, robots }: Visitor) {
  const inTurn = createQueues();
  // A feed is asked for where its host's rules were, and to greet each other takes longer than the answer.
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const askInTurn = (url: Readonly<URL>, headers: Readonly<Record<string, string>>) =>
    inTurn(url.host, () => ask(url, { headers: { ...headers, "user-agent": userAgent } }, net, agent));

  /** Asks an address and where it leads on; `prepare` says what to ask each with, or why not to. */
  const follow = async (
    first: Readonly<URL>,
    prepare: (url: Readonly<URL>) => Promise<Readonly<Record<string, string>> | NoAnswer>,
  ): Promise<Followed | NoAnswer> => {
    let url = first;
    let isForGood = true;
    for (let left = MOST_REDIRECTS; ; left--) {
      const refused = refuse(url, isAllowed);
      if (refused !== undefined) return { problem: refused };
      const headers = await prepare(url);
      if ("problem" in headers) return headers as NoAnswer;
      const answer = await askInTurn(url, headers);
      if ("problem" in answer) return answer;
      const { status, headers: own } = answer;
      if (![301, 302, 303, 307, 308].includes(status) || own.location === undefined) return { answer, url, isForGood };
      if (left === 0) return { problem: "it leads on and on" };
      const next = readUrlAt(own.location, url.href);
      if (!next) return { problem: "it leads to what is no address" };
      isForGood &&= status === 301 || status === 308;
      url = next;
    }
  };

  const askRules = async (origin: string): Promise<RobotsFile | NoAnswer> => {
    const followed = await follow(new URL(FILES.robots, origin), () => Promise.resolve({}));
    const text = readRobots("answer" in followed ? followed.answer : followed);
    if (typeof text !== "string") return text;
    const file = { text, at: now };
    robots.set(origin, file);
    return file;
  };
  // Several feeds of one host wait for the same answer.
  const asked = new Map<string, Promise<RobotsFile | NoAnswer>>();
  const readRules = (origin: string): Promise<RobotsFile | NoAnswer> => {
    const known = robots.get(origin);
    if (known && isFresh(known, now)) return Promise.resolve(known);
    const answer = asked.get(origin) ?? askRules(origin);
    asked.set(origin, answer);
    return answer;
  };

  /** Reads a feed, unless its host asks not to, or it has not changed since. Never throws for what a host is like. */
  return async (feed: string, known: KnownFeed = { entries: [], at: now }): Promise<Visit> => {
    const stay = (problem: string, more: Partial<KnownFeed> = {}): Visit => ({
      known: { ...known, ...more, at: now },
      isNew: false,
      problem,
    });
    const { notBefore, from } = known;
    if (notBefore !== undefined && notBefore > now)
      return {
        known,
        isNew: false,
        problem: `it asked not to be asked again before ${new Date(notBefore).toISOString()}`,
      };
    const url = readUrl(feed);
    if (!url) return stay("this is no address");
    const followed = await follow(url, async (next) => {
      const rules = await readRules(next.origin);
      if ("problem" in rules) return rules;
      if (!allows(rules, next))
        return { problem: `${next.host} asks programs to leave ${shorten(next.pathname, 80)} alone` };
      const { etag, lastModified } = next.href === from ? known : {};
      return {
        accept: ACCEPT,
        ...(etag !== undefined && { "if-none-match": etag }),
        ...(lastModified !== undefined && { "if-modified-since": lastModified }),
      };
    });
    if ("problem" in followed) return stay(followed.problem);
    const { answer, url: last, isForGood } = followed;
    const { status, headers, body } = answer;
    const note = last.href !== url.href && isForGood ? { note: `it has moved for good: type ${last.href}` } : {};
    if (status === 304 && from === last.href) return { known: { ...known, at: now }, isNew: false, ...note };
    if (status === 429 || status === 503) {
      const wait = waitOf(headers["retry-after"], now);
      const until = wait === undefined ? "" : `, and asks to be asked again after ${new Date(wait).toISOString()}`;
      return stay(`it answered ${status}${until}`, wait === undefined ? {} : { notBefore: wait });
    }
    if (status === 410) return stay("it is gone for good: delete its line");
    if (status !== 200) return stay(`it answered ${status}`);
    const entries = readEntries(body, headers["content-type"] ?? "", last.href);
    if (!entries) return stay("what came is no feed");
    return {
      known: {
        entries,
        at: now,
        from: last.href,
        ...(headers.etag !== undefined && { etag: headers.etag }),
        ...(headers["last-modified"] !== undefined && { lastModified: headers["last-modified"] }),
      },
      isNew: true,
      ...note,
    };
  };
}
