import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { type Gathered, gatherFeeds } from "../../src/pipeline/gather/gather.ts";
import { isPublicAddress } from "../../src/pipeline/gather/public-address.ts";
import type { Shelf } from "../../src/pipeline/gather/shelf.ts";
import { type Hosts, type Reply, rss, send, serveHosts } from "./loopback.ts";

const NOW = Date.parse("2026-03-04T12:00:00Z");
const DATE = "Wed, 04 Mar 2026 09:00:00 GMT";

let hosts: Hosts | undefined;

afterEach(() => {
  hosts?.close();
  hosts = undefined;
});

const emptyShelf = (): Shelf => ({ feeds: new Map(), robots: new Map(), seen: new Map() });

async function gather(own: Hosts, urls: readonly string[], shelf = emptyShelf(), now = NOW): Promise<Gathered[]> {
  const feeds = urls.map((url, index) => ({ publisher: `p${index}`, url }));
  const userAgent = "EveningUpdate (+https://paper.example/)";
  return gatherFeeds(feeds, shelf, { net: own.net, now, userAgent, isAllowed: isPublicAddress });
}

/** What is said of a feed: its entries by their titles, or why there are none. */
function tell({ entries, problem, note }: Gathered): string {
  const titles = entries.map(({ title }) => title).join(" | ");
  return [titles, problem, note].filter((part) => part !== undefined && part !== "").join("; ");
}

const endless: Reply = (_, response) => {
  response.writeHead(200, { "content-type": "application/rss+xml" });
  const more = (): void => {
    while (!response.destroyed && response.write(" ".repeat(65_536)));
    if (!response.destroyed) response.once("drain", more);
  };
  more();
};

const conditional: Reply = (request, response) => {
  if (request.headers["if-none-match"] === '"a"') response.writeHead(304).end();
  else response.writeHead(200, { etag: '"a"' }).end(rss(["With a tag", "https://a.example/1", DATE]));
};

describe("visits of feeds", () => {
  test("read what is right, and say of each that is not why, in one line", async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, " "));
    hosts = await serveHosts({
      "good/feed": conditional,
      "dated/feed": (request, response) => {
        const since = request.headers["if-modified-since"];
        if (since === DATE) response.writeHead(304).end();
        else response.writeHead(200, { "last-modified": DATE }).end(rss(["Dated", "https://b.example/1", DATE]));
      },
      "plain/feed": send(
        JSON.stringify({
          version: "https://jsonfeed.org/version/1.1",
          title: "J",
          items: [{ id: "1", title: "Plain & simple", url: "https://c.example/1?utm_source=feed&id=3" }],
        }),
      ),
      "bomb/feed": send(bomb, { "content-encoding": "gzip" }),
      "endless/feed": endless,
      "inward/feed": send("", { location: "https://private.feeds.example/" }, 302),
      "number/feed": send("", { location: "https://169.254.169.254/latest/meta-data/" }, 302),
      "file/feed": send("", { location: "file:///etc/passwd" }, 302),
      "loop/feed": (request, response) => response.writeHead(302, { location: request.url }).end(),
      "page/feed": send("<!doctype html><title>Home</title><p>Hello</p>", { "content-type": "text/html" }),
      "script/feed": send(rss(["Not a page", "javascript:alert(1)"], ["A page", "http://d.example/1", DATE])),
      "latin/feed": send(Buffer.from(rss(["Caf\u00E9 closes", "https://e.example/1", DATE]), "latin1")),
      "busy/feed": send("", { "retry-after": "3600" }, 429),
      "closed/robots.txt": send("User-agent: EveningUpdate\nDisallow: /feed\n\nUser-agent: *\nAllow: /\n"),
      "closed/feed": send(rss(["Nobody sees this", "https://f.example/1"])),
    });
    const { at } = hosts;
    const names = "good dated plain bomb endless inward number file loop page script latin busy closed".split(" ");
    const found = await gather(
      hosts,
      names.map((name) => at(name, "/feed")),
    );
    expect(Object.fromEntries(found.map((own, index) => [names[index], tell(own)]))).toEqual({
      good: "With a tag",
      dated: "Dated",
      plain: "Plain & simple",
      bomb: "it is longer than 4 MiB",
      endless: "it is longer than 4 MiB",
      inward: "“private.feeds.example” is no host of the public Internet",
      number: "“169.254.169.254” is no host of the public Internet",
      file: "it leads to file, and only https is asked",
      loop: "it leads on and on",
      page: "what came is no feed",
      script: "A page",
      latin: "Café closes",
      busy: "it answered 429, and asks to be asked again after 2026-03-04T13:00:00.000Z",
      closed: expect.stringMatching(/^closed\.feeds\.example:\d+ asks programs to leave \/feed alone$/) as string,
    });
    expect(found[2]?.entries).toEqual([{ title: "Plain & simple", url: "https://c.example/1?id=3", published: NOW }]);
    expect(found[10]?.entries).toEqual([{ title: "A page", url: "https://d.example/1", published: Date.parse(DATE) }]);
    expect(hosts.asked.some(({ host, path }) => host === "closed" && path === "/feed")).toBe(false);
    expect(hosts.asked.filter(({ path }) => path === "/feed").map(({ headers }) => headers["user-agent"])).toEqual(
      Array.from({ length: 18 }, () => "EveningUpdate (+https://paper.example/)"),
    );
  });

  test("load no body again of what has not changed, and leave alone who asked for it", async () => {
    let bodies = 0;
    const counted: Reply = (request, response) => {
      conditional(request, response);
      if (response.statusCode === 200) bodies++;
    };
    hosts = await serveHosts({ "good/feed": counted, "busy/feed": send("", { "retry-after": "3600" }, 429) });
    const urls = [hosts.at("good", "/feed"), hosts.at("busy", "/feed")];
    const shelf = emptyShelf();
    const first = await gather(hosts, urls, shelf);
    hosts.asked.length = 0;
    const second = await gather(hosts, urls, shelf, NOW + 60_000);
    expect([first.map(tell), bodies]).toEqual([
      ["With a tag", "it answered 429, and asks to be asked again after 2026-03-04T13:00:00.000Z"],
      1,
    ]);
    expect(second.map(tell)).toEqual(["With a tag", "it asked not to be asked again before 2026-03-04T13:00:00.000Z"]);
    expect(hosts.asked.map(({ host, path }) => host + path)).toEqual(["good/feed"]);
    await gather(hosts, urls, shelf, NOW + 3_700_000);
    expect(hosts.asked.map(({ host, path }) => host + path)).toContain("busy/feed");
  });

  test("keep what a feed had while its host is down, and tell who moved for good", async () => {
    let isDown = false;
    hosts = await serveHosts({
      "old/feed": (_, response) => response.writeHead(301, { location: hosts?.at("new", "/feed") }).end(),
      "new/feed": (_, response) => {
        if (isDown) response.writeHead(500).end();
        else response.writeHead(200).end(rss(["News", "https://a.example/1", DATE]));
      },
    });
    const shelf = emptyShelf();
    const [moved] = await gather(hosts, [hosts.at("old", "/feed")], shelf);
    expect(moved && tell(moved)).toBe(`News; it has moved for good: type ${hosts.at("new", "/feed")}`);
    isDown = true;
    const [down] = await gather(hosts, [hosts.at("old", "/feed")], shelf, NOW + 60_000);
    expect(down && tell(down)).toBe("News; it answered 500");
  });

  test("ask one thing of a host at a time, and its rules once", async () => {
    const late =
      (body: string): Reply =>
      (_, response) => {
        setTimeout(() => response.writeHead(200).end(body), 20);
      };
    const feeds = Array.from({ length: 6 }, (_, index) => `/feed${index}`);
    hosts = await serveHosts(
      Object.fromEntries(feeds.map((path) => [`one${path}`, late(rss([path, `https://a.example${path}`, DATE]))])),
    );
    const { at } = hosts;
    const found = await gather(
      hosts,
      feeds.map((path) => at("one", path)),
    );
    expect(found.map(tell)).toEqual(feeds);
    expect(Math.max(...hosts.asked.map(({ open }) => open))).toBe(1);
    expect(hosts.asked.filter(({ path }) => path === "/robots.txt")).toHaveLength(1);
    // That of the rules is not used again: there are none, and what came in their place was not read.
    expect(hosts.connections()).toBe(2);
  });

  test("ask anew where a host ends a connection that it kept", async () => {
    const used = new WeakSet<object>();
    const once: Reply = ({ socket, url = "" }, response) => {
      if (used.has(socket)) socket.destroy();
      else response.writeHead(200).end(rss([url, `https://a.example${url}`, DATE]));
      used.add(socket);
    };
    hosts = await serveHosts({ "one/feed1": once, "one/feed2": once, "one/feed3": once });
    const { at } = hosts;
    const found = await gather(hosts, [at("one", "/feed1"), at("one", "/feed2"), at("one", "/feed3")]);
    expect(found.map(tell)).toEqual(["/feed1", "/feed2", "/feed3"]);
  });

  test("wait for no host for ever", async () => {
    hosts = await serveHosts({ "slow/feed": (_, response) => response.writeHead(200).write("<rss") }, 300);
    const [slow] = await gather(hosts, [hosts.at("slow", "/feed")]);
    expect(slow && tell(slow)).toBe("no whole answer came in time");
  });
});

describe("addresses that may be asked", () => {
  test.each(["93.184.216.34", "2606:4700:4700::1111"])("are public: %s", (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  test.each(
    "127.0.0.1 0.0.0.0 10.1.2.3 172.16.0.1 192.168.1.1 100.64.0.1 169.254.169.254 198.18.0.1 224.0.0.1 255.255.255.255 ::1 :: fe80::1 fd00:ec2::254 ::ffff:127.0.0.1 ::ffff:a9fe:a9fe 64:ff9b::7f00:1 2002:7f00:1:: 2001:db8::1 nonsense".split(
      " ",
    ),
  )("are not of a network of somebody's: %s", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
