import { text } from "node:stream/consumers";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Announcement, Channel } from "../../src/pipeline/announce/channel.ts";
import { makeChannels } from "../../src/pipeline/announce/channels.ts";
import { indexnowChannel } from "../../src/pipeline/announce/indexnow.ts";
import { websubChannel } from "../../src/pipeline/announce/websub.ts";
import type { Archive } from "../../src/pipeline/read/archive.ts";
import { readArchive } from "../../src/pipeline/read/publication.ts";
import { PUBLICATIONS } from "../fixtures.ts";
import { type Hosts, type Reply, serveHosts } from "../gather/loopback.ts";

const NOW = Date.parse(PUBLICATIONS.fixture.now);
const SITE = "https://lantern.example";

let archive: Archive;
let hosts: Hosts | undefined;

beforeAll(async () => {
  archive = await readArchive({ content: PUBLICATIONS.fixture.content, now: NOW, preview: false });
});

afterEach(() => {
  hosts?.close();
  hosts = undefined;
});

const deps = (net: Hosts["net"]) => ({ archive, net, environment: {}, now: NOW });

const MORNING: Announcement = {
  key: "2026-03-04-morning",
  occasion: "edition",
  identity: "2026-03-04-morning",
  url: `${SITE}/2026/03/04/morning/`,
};
const CORRECTED: Announcement = { ...MORNING, key: "2026-03-04-morning@2026-03-04T04:00:00Z", occasion: "correction" };

/** Serves one host that answers with statuses, the last for ever; returns what it was sent. */
async function serve(path: string, ...statuses: readonly number[]) {
  const sent: string[] = [];
  const reply: Reply = (request, response) => {
    void text(request).then((body) => {
      const status = statuses[Math.min(sent.length, statuses.length - 1)] ?? 200;
      sent.push(body);
      if (status === 0) request.destroy();
      else response.writeHead(status).end();
    });
  };
  hosts = await serveHosts({ [`service${path}`]: reply });
  return { sent, url: hosts.at("service", path), net: hosts.net };
}

describe("a WebSub hub", () => {
  const FEEDS = [
    "/feed.xml",
    "/feed.json",
    "/stories.xml",
    "/morning/feed.xml",
    "/topics/lamps/feed.xml",
    "/topics/boats/feed.xml",
    "/threads/a-first-lamp/feed.xml",
  ].map((path) => SITE + path);

  test("is told of every feed in which an edition stands, each by a form of its own", async () => {
    const { sent, url, net } = await serve("/hub", 204);
    const channel = websubChannel(url, deps(net));
    expect(await channel.send(MORNING)).toEqual({ kind: "done", receipt: url });
    const forms = sent.map((body) => Object.fromEntries(new URLSearchParams(body)));
    expect(forms).toEqual(FEEDS.map((feed) => ({ "hub.mode": "publish", "hub.url": feed, "hub.topic": feed })));
    expect(hosts?.asked[0]?.headers["content-type"]).toBe("application/x-www-form-urlencoded");
  });

  test("is told of a correction: of the feed of corrections, and those of the stories that were put right", async () => {
    const { sent, url, net } = await serve("/hub", 204);
    const channel = websubChannel(url, deps(net));
    expect(channel.occasions).toEqual(["edition", "correction"]);
    expect(await channel.resume(CORRECTED, NOW)).toMatchObject({ kind: "done" });
    const feeds = sent.map((body) => new URLSearchParams(body).get("hub.url"));
    expect(feeds).toContain(`${SITE}/corrections/feed.xml`);
    expect(feeds).toContain(`${SITE}/topics/lamps/feed.xml`);
    expect(feeds).not.toContain(`${SITE}/topics/boats/feed.xml`);
  });

  test("hears of no topic that nobody may know yet", async () => {
    const { sent, url, net } = await serve("/hub", 204);
    const identity = "2026-03-04-late-evening";
    await websubChannel(url, deps(net)).send({ ...MORNING, key: identity, identity });
    expect(sent.join()).not.toMatch(/unwritten|weather/);
    expect(sent.join()).toContain("boats");
  });
});

describe("IndexNow", () => {
  test("is told of the pages of an edition, with the key and where it stands", async () => {
    const { sent, url, net } = await serve("/indexnow", 202);
    const channel = indexnowChannel("4f1c07aa90d24b17", deps(net), url);
    expect(await channel.send(MORNING)).toEqual({ kind: "done", receipt: url });
    const pages = ["lamps-by-post", "ferry-tickets", "main", "top", "contents"];
    expect(JSON.parse(sent[0] ?? "")).toEqual({
      host: "lantern.example",
      key: "4f1c07aa90d24b17",
      keyLocation: `${SITE}/4f1c07aa90d24b17.txt`,
      urlList: [MORNING.url, ...pages.map((slug) => `${MORNING.url}${slug}/`)],
    });
  });

  test("is told of what was put right, and of no page that has not changed", async () => {
    const { sent, url, net } = await serve("/indexnow", 200);
    await indexnowChannel("4f1c07aa90d24b17", deps(net), url).resume(CORRECTED, NOW);
    expect(JSON.parse(sent[0] ?? "")).toMatchObject({ urlList: [MORNING.url, `${MORNING.url}lamps-by-post/`] });
  });
});

describe.each<[name: string, make: (url: string, net: Hosts["net"]) => Channel]>([
  ["websub", (url, net) => websubChannel(url, deps(net))],
  ["indexnow", (url, net) => indexnowChannel("4f1c07aa90d24b17", deps(net), url)],
])("%s", (name, make) => {
  test.each([
    [200, "done"],
    [204, "done"],
    [429, "later"],
    [500, "later"],
    [503, "later"],
    [0, "later"],
    [301, "refused"],
    [403, "refused"],
    [422, "refused"],
  ])("that is answered %i is %s", async (status, kind) => {
    const { url, net } = await serve("/x", status);
    const channel = make(url, net);
    expect(channel.name).toBe(name);
    expect(await channel.send(MORNING)).toMatchObject({ kind });
  });

  test("is asked for nothing by who only wants to read what would go out", async () => {
    const { sent, url, net } = await serve("/x", 200);
    expect(await make(url, net).describe(MORNING)).toContain(SITE);
    expect([sent, hosts?.connections()]).toEqual([[], 0]);
  });
});

test("channels are made of what site.yaml names, in the order in which they are told", () => {
  const settings = { indexnow: "4f1c07aa90d24b17", websub: "https://hub.example" };
  const names = (own: Parameters<typeof makeChannels>[0]) =>
    makeChannels(own, deps({ lookup: () => undefined, timeout: 1 })).map(({ name }) => name);
  expect(names(settings)).toEqual(["websub", "indexnow"]);
  expect(names({ since: "2026-03-01", window: "36h" })).toEqual([]);
});
