import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { Socket } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type AnnounceOptions, runAnnounce } from "../../src/commands/announce/run-announce.ts";
import { readArchive } from "../../src/pipeline/read/publication.ts";
import { describeLive } from "../../src/pipeline/announce/live.ts";
import { layMistakes } from "../fixtures.ts";
import { type Hosts, type Reply, serveHosts } from "../gather/loopback.ts";
import { runWithin } from "../within.ts";
import { createRepository, type Repository } from "./repository.ts";

const NOW = Date.parse("2026-03-04T19:00:00Z");
const KEY = "2026-03-04-evening";
const PAGE = "/2026/03/04/evening/";

let repository: Repository;
let clone: string;
let content: string;
let hosts: Hosts | undefined;

beforeEach(() => {
  repository = createRepository();
  clone = repository.clone();
  content = layMistakes(join(clone, "content"));
});

afterEach(() => {
  hosts?.close();
  hosts = undefined;
  repository.remove();
});

/** Has site.yaml name the site's address and whom to tell. */
function configure(url: string, announce: string): void {
  const config = join(content, "site.yaml");
  const own = readFileSync(config, "utf8").replace(/^url: .*$/m, `url: ${url}`);
  writeFileSync(config, `${own.replace(/^announce:[^]*/m, "")}announce: ${announce}\n`);
}

/** The page of the one edition, as far as machines read it. */
async function pageOf(title?: string): Promise<string> {
  const archive = await readArchive({ content, now: NOW, preview: false });
  const edition = archive.get(KEY);
  const data = {
    ...(edition && describeLive(edition)),
    image: "/card.png",
    ...(title !== undefined && { name: title }),
  };
  return `<!doctype html><script type="application/ld+json">${JSON.stringify(data)}</script><title>x</title>`;
}

const page: Reply = (_, response) => void pageOf().then((html) => response.writeHead(200).end(html));

/** A site that is live and a hub; returns what the hub was told. */
async function serve(more: Readonly<Record<string, Reply>> = {}): Promise<string[]> {
  const told: string[] = [];
  const hub: Reply = (request, response) => {
    void text(request).then((body) => {
      told.push(new URLSearchParams(body).get("hub.url") ?? body);
      response.writeHead(204).end();
    });
  };
  hosts = await serveHosts({ [`site${PAGE}`]: page, "hub/": hub, ...more });
  configure(hosts.at("site", ""), `{ websub: "${hosts.at("hub", "/")}" }`);
  return told;
}

async function announce(options: Partial<AnnounceOptions> = {}, environment: Readonly<Record<string, string>> = {}) {
  const lines: string[] = [];
  const reach = {
    net: hosts?.net ?? { lookup: () => undefined, timeout: 1000 },
    environment,
    say: (line: string) => void lines.push(line),
    pause: 20,
  };
  const code = await runAnnounce({ content, now: NOW, dryRun: false, wait: 0, ...options }, reach);
  return { code, lines };
}

describe("announcing", () => {
  test("tells once, a line for each channel and edition; the next run does nothing and says so", async () => {
    const told = await serve();
    const hub = hosts?.at("hub", "/") ?? "";
    expect(await announce()).toEqual({ code: 0, lines: [`websub  ${KEY}  told: ${hub}`] });
    expect(told).toHaveLength(5);
    const before = repository.read();
    const asked = hosts?.asked.length;
    expect(await announce()).toEqual({
      code: 0,
      lines: [`websub  ${KEY}  told before: ${hub}`, "nothing to do: all of it was settled before"],
    });
    expect([repository.read(), hosts?.asked.length]).toEqual([before, asked]);
  });

  test("waits until the live page is the one that this checkout makes", async () => {
    let looks = 0;
    const old: Reply = (request, response) => {
      looks += 1;
      if (looks === 1) response.writeHead(404).end();
      else if (looks === 2) void pageOf("Another title").then((html) => response.writeHead(200).end(html));
      else page(request, response);
    };
    const told = await serve({ [`site${PAGE}`]: old });
    expect((await announce({ wait: 60_000 })).code).toBe(0);
    expect([looks, told.length]).toEqual([3, 5]);
  });

  test.each<[what: string, reply: Reply, said: string]>([
    ["is not there", (_, response) => response.writeHead(404).end(), "answers 404"],
    ["leads elsewhere", (_, response) => response.writeHead(301, { location: "/" }).end(), "answers 301"],
    ["is an old one", (_, response) => void pageOf("Old").then((html) => response.end(html)), "is not the page that"],
    ["is another's", (_, response) => response.end("<title>Parked</title>"), "is not the page that"],
    [
      "has broken data",
      (_, response) => response.end('<script type="application/ld+json">{</script>'),
      "is not the page",
    ],
    ["does not answer", (request) => request.destroy(), "cannot be asked"],
  ])("tells nobody where the live page %s, claims nothing, and is to be tried again", async (_, reply, said) => {
    const told = await serve({ [`site${PAGE}`]: reply });
    const { code, lines } = await announce({ wait: 50 });
    expect(code).toBe(75);
    expect(lines.join("\n")).toMatch(new RegExp(`^websub  ${KEY}  not told yet: https://site.*${said}`));
    expect([told, repository.read().text]).toEqual([[], ""]);
  });

  test("waits again for the page that tells of a correction", async () => {
    await serve();
    const stale = await pageOf();
    expect((await announce()).code).toBe(0);
    const file = join(content, "editions/2026/03-04-evening/open-model.md");
    const correction = "corrections: [{ at: 2026-03-04T18:30, kind: correction, text: It is not open. }]";
    writeFileSync(file, readFileSync(file, "utf8").replace("topic:", `${correction}\ntopic:`));
    hosts?.close();
    await serve({ [`site${PAGE}`]: (_, response) => response.end(stale) });
    expect((await announce()).code).toBe(75);
    hosts?.close();
    const told = await serve();
    const { code, lines } = await announce();
    expect([code, lines[1]]).toEqual([0, expect.stringContaining(`websub  ${KEY}@2026-03-04T18:30:00Z  told`)]);
    expect(told.some((feed) => feed.endsWith("/corrections/feed.xml"))).toBe(true);
  });

  test("tells the other channels where one cannot be told, and ends with what has to be set right", async () => {
    await serve({ "ill/": (_, response) => response.writeHead(503).end() });
    const well = hosts?.at("hub", "/") ?? "";
    configure(hosts?.at("site", "") ?? "", `{ websub: "${hosts?.at("ill", "/") ?? ""}" }`);
    expect((await announce()).code).toBe(75);
    configure(hosts?.at("site", "") ?? "", `{ websub: "${well}" }`);
    expect((await announce()).code).toBe(0);
  });

  test("writes a refusal down, fails once, and does not try again", async () => {
    let asked = 0;
    await serve({ "hub/": (_, response) => (asked++, response.writeHead(410).end()) });
    const { code, lines } = await announce();
    expect([code, lines[0]]).toEqual([1, expect.stringContaining("refused, and not tried again: hub.feeds.example")]);
    expect((await announce()).code).toBe(0);
    expect(asked).toBe(1);
    const lost = { key: KEY, channel: "websub" } as const;
    expect(await announce({ resolve: lost, as: "lost" })).toEqual({
      code: 0,
      lines: [`websub  ${KEY}  written down as not told: the next run tells it`],
    });
    expect((await announce()).code).toBe(1);
    expect(asked).toBe(2);
  });

  test("is for the editions of the window alone", async () => {
    const told = await serve();
    const { code, lines } = await announce({ now: Date.parse("2026-03-06T19:00:00Z") });
    expect({ code, lines }).toEqual({ code: 0, lines: ["nothing to tell: no edition came out lately"] });
    expect(told).toEqual([]);
  });

  test("ends with 75 where the ledger cannot be reached, and has told nobody", async () => {
    const told = await serve();
    rmSync(repository.remote, { recursive: true });
    const { code, lines } = await announce();
    expect([code, told]).toEqual([75, []]);
    expect(lines.join()).toContain("the ledger of announcements cannot be read or written");
  });
});

describe("what is set up wrongly", () => {
  test.each([
    ["nobody to tell", "{ since: 2026-03-01 }", {}, "site.yaml names nobody to tell; write channels under “announce”"],
    ["a channel that is not named", '{ websub: "https://hub.example" }', { only: "indexnow" } as const, "by indexnow"],
    ["a mistake in site.yaml", "{ websub: 1 }", {}, "so nobody is told"],
  ])("is told: %s", async (_, settings, options, said) => {
    configure("https://update.example.org", settings);
    const { code, lines } = await announce(options);
    expect(code).toBe(1);
    expect(lines.join("\n")).toContain(said);
  });

  test("is told: content that git does not keep", async () => {
    configure("https://update.example.org", '{ websub: "https://hub.example" }');
    rmSync(join(clone, ".git"), { recursive: true });
    const { code, lines } = await announce();
    expect([code, lines.join()]).toEqual([1, expect.stringContaining("git does not keep this folder")]);
  });

  test.each([
    [["--resolve", "2026-03-04-evening"], "Write it as 2026-03-04-evening:mail."],
    [["--resolve", `${KEY}:pigeon`, "--as", "sent"], "Write it as 2026-03-04-evening:mail."],
    [["--resolve", `${KEY}:mail`], "--resolve and --as go together"],
    [["--as", "lost"], "--resolve and --as go together"],
    [["--only", "pigeon"], "Allowed choices are"],
    [["--wait", "2d"], "from 0s to 1h is possible"],
  ])("is a mistake of use: %j", async (args, said) => {
    const { code, stderr } = await runWithin(["announce", "--content", content, ...args]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(said)]);
  });
});

describe("a dry run", () => {
  test("opens no socket, writes nothing, and says what would go out and what is told already", async () => {
    await serve();
    expect((await announce({ now: Date.parse("2026-03-04T18:00:00Z") })).code).toBe(0);
    writeFileSync(
      join(content, "site.yaml"),
      readFileSync(join(content, "site.yaml"), "utf8").replace(
        "announce: {",
        "announce: { indexnow: 4f1c07aa90d24b17,",
      ),
    );
    const before = repository.read();
    const connect = vi.spyOn(Socket.prototype, "connect").mockImplementation(() => {
      throw new Error("a socket was opened");
    });
    try {
      const args = ["announce", "--dry-run", "--content", content, "--now", "2026-03-04T19:00:00Z"];
      const { code, stdout, stderr } = await runWithin(args);
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(stdout).toContain(`websub  ${KEY}  told before: `);
      expect(stdout).toContain(`indexnow  ${KEY}  would be told:\n    api.indexnow.org is told that these changed:\n`);
      expect(stdout).toMatch(/nothing was sent, since this is a dry run\n$/);
      expect(connect).not.toHaveBeenCalled();
      // The guard is one: a run that is no dry one runs into it.
      await runWithin(["announce", "--content", content, "--now", "2026-03-04T19:00:00Z", "--wait", "0s"]);
      expect(connect).toHaveBeenCalled();
    } finally {
      connect.mockRestore();
    }
    expect(repository.read()).toEqual(before);
  });

  test("says of every channel what would go out, where its secret is not at hand, too, and which one is missing", async () => {
    const channels = [
      'websub: "https://hub.example", indexnow: 4f1c07aa90d24b17, mastodon: { server: "https://social.example" }',
      "bluesky: { handle: desk.example.org }, mail: { via: buttondown }",
    ];
    configure("https://update.example.org", `{ ${channels.join(", ")} }`);
    const connect = vi.spyOn(Socket.prototype, "connect").mockImplementation(() => {
      throw new Error("a socket was opened");
    });
    try {
      const { code, lines } = await announce({ dryRun: true });
      const said = lines.join("\n");
      for (const name of ["websub", "indexnow", "mastodon", "bluesky", "mail"])
        expect(said).toContain(`${name}  ${KEY}  would be told:`);
      const missing = ["MASTODON_TOKEN", "BLUESKY_APP_PASSWORD", "BUTTONDOWN_API_KEY"];
      for (const name of missing)
        expect(lines.filter((line) => line.includes(`cannot be told: ${name}`))).toHaveLength(1);
      expect(code).toBe(1);
      const environment = Object.fromEntries(missing.map((name) => [name, "hunter22hunter22"]));
      const all = await announce({ dryRun: true }, environment);
      expect([all.code, all.lines.join("\n").includes("hunter22")]).toEqual([0, false]);
      expect(connect).not.toHaveBeenCalled();
    } finally {
      connect.mockRestore();
    }
  });
});

test("no secret of the environment is in what is said, whoever says it", async () => {
  configure("https://update.example.org", '{ websub: "https://hub.example/hunter22hunter22" }');
  const args = ["announce", "--dry-run", "--content", content, "--now", "2026-03-04T19:00:00Z"];
  const plain = await runWithin(args);
  expect(plain.stdout).not.toContain("[HUB_TOKEN]");
  configure("https://update.example.org", '{ websub: "https://hunter22hunter22.example/" }');
  const { stdout, stderr } = await runWithin(args, { HUB_TOKEN: "hunter22hunter22" });
  expect(stdout).toContain("[HUB_TOKEN].example is told");
  expect(stdout + stderr).not.toContain("hunter22");
});
