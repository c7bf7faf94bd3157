import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import net from "node:net";
import { makeBluesky } from "../../src/pipeline/announce/posts/bluesky.ts";
import { makeMastodon } from "../../src/pipeline/announce/posts/mastodon.ts";
import { recordKeyOf } from "../../src/pipeline/announce/posts/record-key.ts";
import type { Announcement, Channel } from "../../src/pipeline/announce/channel.ts";
import type { Net } from "../../src/pipeline/net/ask.ts";
import type { Archive } from "../../src/pipeline/read/archive.ts";
import { PUBLICATIONS } from "../fixtures.ts";
import { type Hosts, serveHosts } from "../gather/loopback.ts";
import { announcementsOf, depsOf, made, openArchive } from "./deps.ts";
import { createBluesky, type FakeBluesky } from "./fakes/bluesky.ts";
import type { Switches } from "./fakes/exchange.ts";
import { createMastodon, type FakeMastodon } from "./fakes/mastodon.ts";

const TOKEN = "a-token-of-mastodon";
const PASSWORD = "abcd-efgh-ijkl-mnop";
const HANDLE = "desk.example.org";

let archive: Archive;
let hosts: Hosts;
let announcements: Announcement[];
let mastodon: FakeMastodon;
let bluesky: FakeBluesky;
let now = Date.parse("2026-03-06T00:00:00Z");

beforeAll(async () => {
  archive = await openArchive(PUBLICATIONS.example);
  announcements = announcementsOf(archive);
  hosts = await serveHosts({
    social: (request, response) => {
      mastodon.reply(request, response);
    },
    bsky: (request, response) => {
      bluesky.reply(request, response);
    },
    pds: (request, response) => {
      bluesky.reply(request, response);
    },
  });
});

afterAll(() => {
  hosts.close();
});

beforeEach(() => {
  now = Date.parse("2026-03-06T00:00:00Z");
  mastodon = createMastodon(TOKEN, () => now);
  bluesky = createBluesky(HANDLE, PASSWORD, hosts.at("pds", ""));
});

const openMastodon = (token = TOKEN) =>
  made(makeMastodon({ server: hosts.at("social", "") }, depsOf(archive, { MASTODON_TOKEN: token }, hosts.net)));
const openBluesky = (password = PASSWORD) => {
  const environment = { BLUESKY_APP_PASSWORD: password, BLUESKY_SERVICE: hosts.at("bsky", "") };
  return made(makeBluesky({ handle: HANDLE }, depsOf(archive, environment, hosts.net)));
};

const NETWORKS = [
  { name: "Mastodon", secret: TOKEN, open: openMastodon, fake: () => mastodon },
  { name: "Bluesky", secret: PASSWORD, open: openBluesky, fake: () => bluesky },
] as const;

const latest = () => announcements.at(-1) as Announcement;

describe.each(NETWORKS)("$name", ({ name, secret, open, fake }) => {
  test("has one post of each edition, with what it would go out as", async () => {
    const channel = open();
    for (const announcement of announcements) {
      const outcome = await channel.send(announcement);
      expect(outcome).toMatchObject({ kind: "done", receipt: expect.stringMatching(/^https:\/\/.*\w$/) as string });
      const { text = "" } = fake().posts().at(-1) ?? {};
      expect(await channel.describe(announcement)).toContain(text);
      expect(text).toContain(announcement.url);
    }
    expect(fake().posts()).toHaveLength(announcements.length);
    expect(announcements).toHaveLength(8);
  });

  test("tells of what is found out later that it is not there", async () => {
    const channel = open();
    fake().loseNextRequest();
    expect(await channel.send(latest())).toMatchObject({ kind: "open" });
    expect(fake().posts()).toHaveLength(0);
    expect(await channel.resume(latest(), now)).toMatchObject({ kind: "done" });
    expect(fake().posts()).toHaveLength(1);
  });

  test.each([
    [
      "was lost",
      (own: Switches) => {
        own.loseNextReply();
      },
    ],
    [
      "came as a fault of the server",
      (own: Switches) => {
        own.spoilNextReply(502);
      },
    ],
  ])("makes one post where the answer %s", async (_, spoil) => {
    const channel = open();
    spoil(fake());
    expect(await channel.send(latest())).toMatchObject({ kind: "open" });
    expect(await channel.resume(latest(), now)).toMatchObject({ kind: "done" });
    expect(await channel.resume(latest(), now)).toMatchObject({ kind: "done" });
    expect(fake().posts()).toHaveLength(1);
  });

  test.each([
    [500, "open"],
    [503, "open"],
    [429, "later"],
    [401, "later"],
    [403, "later"],
    [404, "later"],
    [302, "later"],
    [422, "refused"],
    [400, "refused"],
  ])("answers %i: %s", async (status, kind) => {
    const channel = open();
    fake().answerNext(status, { error: `no: ${secret}` });
    const outcome = await channel.send(latest());
    expect(outcome).toMatchObject({ kind, problem: expect.stringContaining(String(status)) as string });
    expect(JSON.stringify(outcome)).not.toContain(secret);
    expect(fake().posts()).toHaveLength(0);
  });

  test("is not reached: nothing was told", async () => {
    const lookup: Net["lookup"] = (_, __, done) => {
      done(Object.assign(new Error("none"), { code: "ENOTFOUND" }), []);
    };
    const environment = { MASTODON_TOKEN: TOKEN, BLUESKY_APP_PASSWORD: PASSWORD };
    const deps = depsOf(archive, environment, { ...hosts.net, lookup });
    const channel =
      name === "Mastodon"
        ? made(makeMastodon({ server: "https://social.example" }, deps))
        : made(makeBluesky({ handle: HANDLE }, deps));
    expect(await channel.send(latest())).toMatchObject({
      kind: "later",
      problem: expect.stringContaining("no such host") as string,
    });
  });

  test("takes a wrong secret for something to be mended, and repeats it nowhere", async () => {
    const outcome = await open("a-wrong-secret").send(latest());
    expect(outcome).toMatchObject({
      kind: "later",
      problem: expect.stringMatching(/MASTODON_TOKEN|BLUESKY_APP_PASSWORD/) as string,
    });
    expect(JSON.stringify(outcome)).not.toContain("a-wrong-secret");
  });

  test("says what would go out without a socket and without a secret", async () => {
    const connect = vi.spyOn(net.Socket.prototype, "connect").mockImplementation(() => {
      throw new Error("a socket was opened");
    });
    const channel = open();
    const told = await Promise.all(announcements.map((own) => channel.describe(own)));
    expect(connect).not.toHaveBeenCalled();
    connect.mockRestore();
    for (const each of told) expect(each).not.toContain(secret);
    expect(fake().requests).toHaveLength(0);
  });

  test("waits with an edition that is not there for readers", async () => {
    const gone = { ...latest(), identity: "2026-03-09-evening" };
    expect(await open().send(gone)).toMatchObject({ kind: "later", problem: "2026-03-09-evening is not published" });
    expect(fake().requests).toHaveLength(0);
  });
});

describe("Mastodon", () => {
  const resumeLater = async (channel: Channel, others: number) => {
    mastodon.loseNextReply();
    expect(await channel.send(latest())).toMatchObject({ kind: "open" });
    const claimed = now;
    mastodon.forgetKeys();
    now += 5 * 3_600_000;
    mastodon.addOthers(others);
    return channel.resume(latest(), claimed);
  };

  test("is looked through for a post whose key is forgotten, pages back", async () => {
    expect(await resumeLater(openMastodon(), 130)).toMatchObject({
      kind: "done",
      receipt: "https://social.example/@desk/1000",
    });
    expect(mastodon.posts()).toHaveLength(131);
    expect(
      mastodon.requests.filter(({ path }) => path.endsWith("/statuses") && path !== "/api/v1/statuses"),
    ).toHaveLength(4);
  });

  test("is looked through no further back than the claim", async () => {
    now -= 86_400_000;
    mastodon.addOthers(200);
    now += 86_400_000;
    expect(await openMastodon().resume(latest(), now)).toMatchObject({ kind: "done" });
    expect(mastodon.requests.map(({ method }) => method)).toEqual(["GET", "GET", "POST"]);
  });

  test.each([401, 403, 404, 429, 500])(
    "that cannot be looked through, for %i, keeps the claim, since it may have the post",
    async (status) => {
      const channel = openMastodon();
      mastodon.answerAll(status);
      expect(await channel.resume(latest(), now)).toMatchObject({ kind: "open" });
      mastodon.answerAll();
      expect(mastodon.posts()).toHaveLength(0);
    },
  );

  test("gets a post for all, in the publication’s language, by its key", async () => {
    await openMastodon().send(latest());
    expect(mastodon.posts()[0]).toMatchObject({ language: "en", visibility: "public" });
    expect(mastodon.requests[0]?.headers).toMatchObject({ "idempotency-key": latest().key });
  });
});

describe("Bluesky", () => {
  test("has the address as a link where it stands in UTF-8, and a card that tells the same with its labels", async () => {
    const channel = openBluesky();
    for (const announcement of announcements) await channel.send(announcement);
    for (const [index, { text, facets, embed, langs, createdAt }] of bluesky.posts().entries()) {
      const { url, identity } = announcements[index] as Announcement;
      const [facet] = facets;
      expect(Buffer.from(text).subarray(facet?.index.byteStart, facet?.index.byteEnd).toString()).toBe(url);
      expect(facet?.features).toEqual([{ $type: "app.bsky.richtext.facet#link", uri: url }]);
      expect(embed.external).toMatchObject({ uri: url, title: expect.stringMatching(/./) as string });
      const labels = /^\[.*\] /m.exec(text)?.[0] ?? "";
      expect(embed.external.description.startsWith(labels)).toBe(true);
      expect(langs).toEqual(["en"]);
      expect(createdAt).toBe(new Date(archive.get(identity)?.placed.publish ?? 0).toISOString());
    }
  });

  test("is sent the same record under the same key by another run at another time", async () => {
    await openBluesky().send(latest());
    const [before] = [...bluesky.records()];
    now += 86_400_000;
    await openBluesky().send(latest());
    expect([...bluesky.records()]).toEqual([before]);
  });

  test("is written to where the account’s identity says it is, and else where it was entered", async () => {
    await openBluesky().send(latest());
    expect(hosts.asked.at(-1)?.host).toBe("pds");
    bluesky = createBluesky(HANDLE, PASSWORD);
    expect(await openBluesky().send(latest())).toMatchObject({ kind: "done" });
    expect(hosts.asked.at(-1)?.host).toBe("bsky");
    bluesky = createBluesky(HANDLE, PASSWORD, "http://plain.example");
    expect(await openBluesky().send(latest())).toMatchObject({ kind: "done" });
    expect(hosts.asked.at(-1)?.host).toBe("bsky");
  });

  test("has keys that are those of its specification, in order of days, and no two alike", () => {
    // The example of the specification’s grammar, and its alphabet in the order of its digits.
    const days = ["1971-01-01", "2026-03-04", "2026-03-05", "2199-12-31"];
    const keys = days.map((day) => recordKeyOf(day, day));
    expect(keys).toEqual([...keys].sort());
    for (const key of keys) expect(key).toMatch(/^[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}$/);
    const many = Array.from({ length: 2000 }, (_, at) => recordKeyOf("2026-03-04", String(at)));
    expect(new Set(many).size).toBe(many.length);
    expect(recordKeyOf("2026-03-04", "a")).toBe(recordKeyOf("2026-03-04", "a"));
  });
});

describe("a channel without its secret says what to do", () => {
  test.each([
    [
      "MASTODON_TOKEN",
      () => makeMastodon({ server: "https://social.example" }, depsOf(archive, { MASTODON_TOKEN: " " })),
    ],
    [
      "MASTODON_TOKEN",
      () => makeMastodon({ server: "https://social.example" }, depsOf(archive, { MASTODON_TOKEN: "a\nb" })),
    ],
    ["BLUESKY_APP_PASSWORD", () => makeBluesky({ handle: HANDLE }, depsOf(archive, {}))],
    [
      "BLUESKY_SERVICE",
      () =>
        makeBluesky(
          { handle: HANDLE },
          depsOf(archive, { BLUESKY_APP_PASSWORD: "p", BLUESKY_SERVICE: "http://a.example" }),
        ),
    ],
  ] as const)("%s", (name, make) => {
    expect(make()).toEqual({ problem: expect.stringContaining(name) as string });
  });
});
