import { isDeepStrictEqual } from "node:util";
import { setTimeout as wait } from "node:timers/promises";
import { describeEdition } from "../../views/parts/json-ld.ts";
import { ask, type Net } from "../net/ask.ts";
import type { EditionText } from "../read/edition-text.ts";

/** In milliseconds, between two looks at the live site. */
const PAUSE = 10_000;

/** What an edition's page says of itself to machines: when it last changed, its headline, its corrections, and its stories with theirs. */
export function describeLive(text: EditionText): Readonly<Record<string, unknown>> {
  const { site, edition } = text.load();
  return { ...describeEdition(site, edition, { description: undefined, card: undefined, recording: undefined }) };
}

/** Whether a page has linked data that say all that is expected; what they say beside is of no matter. */
export function isLive(page: string, expected: Readonly<Record<string, unknown>>): boolean {
  const wanted = JSON.parse(JSON.stringify(expected)) as Record<string, unknown>;
  return [...page.matchAll(/<script type=["']?application\/ld\+json["']?>([^]*?)<\/script>/g)].some(([, json = ""]) => {
    try {
      const said = JSON.parse(json) as Record<string, unknown>;
      return Object.entries(wanted).every(([key, value]) => isDeepStrictEqual(said[key], value));
    } catch {
      return false;
    }
  });
}

/** What keeps an edition from being told of; undefined where its live page is the one that this checkout makes. */
async function askLive(text: EditionText, url: string, net: Net): Promise<string | undefined> {
  // What a cache on the way kept may be older than the site.
  const headers = { accept: "text/html", "cache-control": "no-cache" };
  const answer = await ask(new URL(url), { headers }, net);
  if ("problem" in answer) return `${url} cannot be asked: ${answer.problem}`;
  if (answer.status !== 200) return `${url} answers ${answer.status}`;
  const page = Buffer.from(answer.body).toString("utf8");
  return isLive(page, describeLive(text)) ? undefined : `${url} is not the page that this checkout makes`;
}

/** How long to wait for the live site. */
export interface Patience {
  readonly net: Net;
  /** In milliseconds; each page is asked for once at least. */
  readonly most: number;
  /** In milliseconds. */
  readonly pause?: number;
}

/**
 * Waits until the live page of each edition is the one that this checkout makes, as its linked data tell: a host may change a page on its way, and the bytes of a page hang on
 * more than its texts. Gives by identity what is not there in time, and why.
 */
export async function waitUntilLive(
  editions: readonly { readonly text: EditionText; readonly url: string }[],
  { net, most, pause = PAUSE }: Patience,
): Promise<ReadonlyMap<string, string>> {
  const end = performance.now() + most;
  const missing = new Map<string, string>();
  let left = editions;
  for (;;) {
    missing.clear();
    for (const { text, url } of left) {
      const problem = await askLive(text, url, net);
      if (problem !== undefined) missing.set(text.placed.identity, problem);
    }
    left = left.filter(({ text }) => missing.has(text.placed.identity));
    if (left.length === 0 || performance.now() + pause > end) return missing;
    await wait(pause);
  }
}
