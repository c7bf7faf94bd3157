import { fork } from "node:child_process";
import { once } from "node:events";
import { gatherFeeds } from "../../src/pipeline/gather/gather.ts";
import { composeInbox } from "../../src/pipeline/gather/inbox.ts";
import type { Shelf } from "../../src/pipeline/gather/shelf.ts";
import { reachLoopback, type Reply, rss, serveHosts } from "./loopback.ts";

/**
 * Prints how long 100 feeds take, of 100 hosts and of one, and a second time when nothing has changed: `node --import tsx tests/gather/measure.ts`. The hosts
 * are another process, which answers at once or as late as another continent does.
 */

const FEEDS = Array.from({ length: 100 }, (_, feed) => feed);
const ENTRIES = Array.from({ length: 50 }, (_, entry) => entry);
const NOW = Date.parse("2026-03-04T12:00:00Z");
const WORDS = "lamp harbour bridge council tower market orchard signal engine garden river archive museum".split(" ");

/** One in ten tells what another one tells as well. */
function titleOf(feed: number, entry: number): string {
  const seed = entry % 10 === 0 ? entry : feed * 31 + entry * 17;
  return [1, 5, 11, 3].map((step) => `${WORDS[(seed * step) % WORDS.length]}${seed % (step + 90)}`).join(" ");
}

function feedOf(feed: number): string {
  return rss(
    ...ENTRIES.map((entry) => {
      const date = new Date(NOW - entry * 1_800_000).toUTCString();
      return [titleOf(feed, entry), `https://h${feed}.example/${entry}`, date] as const;
    }),
  );
}

function reply(body: string, delay: number): Reply {
  return (request, response) => {
    const answer = (): void => {
      if (request.headers["if-none-match"] === '"a"') response.writeHead(304).end();
      else response.writeHead(200, { etag: '"a"' }).end(body);
    };
    if (delay === 0) answer();
    else setTimeout(answer, delay);
  };
}

/** In the process of the hosts. */
async function serve(delay: number): Promise<void> {
  const names = [...FEEDS.map((feed) => `h${feed}`), "one"];
  const hosts = await serveHosts(
    Object.fromEntries([
      ...names.map((name) => [`${name}/robots.txt`, reply("User-agent: *\nAllow: /\n", delay)] as const),
      ...FEEDS.flatMap((feed) =>
        [`h${feed}`, "one"].map((name) => [`${name}/feed${feed}`, reply(feedOf(feed), delay)] as const),
      ),
    ]),
  );
  process.send?.(new URL(hosts.at("one", "/")).port);
}

const seconds = (from: number) => `${((performance.now() - from) / 1000).toFixed(2)} s`;

async function measure(port: string, name: string, hostOf: (feed: number) => string): Promise<void> {
  const feeds = FEEDS.map((feed) => ({
    publisher: `p${feed}`,
    url: `https://${hostOf(feed)}.feeds.example:${port}/feed${feed}`,
  }));
  const shelf: Shelf = { feeds: new Map(), robots: new Map(), seen: new Map() };
  const visitor = { ...reachLoopback(), now: NOW, userAgent: "EveningUpdate (+https://paper.example/)" };
  const from = performance.now();
  const gathered = await gatherFeeds(feeds, shelf, visitor);
  const first = seconds(from);
  const again = performance.now();
  await gatherFeeds(feeds, shelf, visitor);
  const second = seconds(again);
  const items = gathered.flatMap(({ feed: { publisher }, entries }) =>
    entries.map((entry) => ({ ...entry, publisher })),
  );
  const composing = performance.now();
  const events = composeInbox(items, [], { since: NOW - 2 * 86_400_000, now: NOW });
  const failed = gathered.filter(({ problem }) => problem !== undefined).length;
  process.stdout.write(
    `  ${name}: ${first}, again ${second}; ${failed} failed; ${items.length} entries are ${events.length} events, found in ${seconds(composing)}\n`,
  );
}

const [own] = process.argv.slice(2);
if (own === undefined)
  for (const delay of [0, 150]) {
    const hosts = fork(import.meta.filename, [String(delay)]);
    const [port] = (await once(hosts, "message")) as [string];
    process.stdout.write(`Answers after ${delay} ms\n`);
    await measure(port, "100 feeds of 100 hosts", (feed) => `h${feed}`);
    await measure(port, "100 feeds of one host", () => "one");
    hosts.kill();
  }
else await serve(Number(own));
