import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { describeDuration, parseDuration } from "../src/commands/duration.ts";
import { layMistakes } from "./fixtures.ts";
import { runWithin } from "./within.ts";

// The base has one edition, of the evening of 4 March, and slots at 07:00 and 18:00 in London.
const EVENING = { url: "https://update.example.org/2026/03/04/evening/", date_published: "2026-03-04T18:00:00+00:00" };
const MORNING = { url: "https://update.example.org/2026/03/05/morning/", date_published: "2026-03-05T07:00:00+00:00" };

type Item = typeof EVENING;

const jsonFeed = (...items: readonly Item[]) => JSON.stringify({ version: "https://jsonfeed.org/version/1.1", items });
const atomFeed = (...items: readonly Item[]) => `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
${items
  .map(
    ({ url, date_published }) => `<entry>
<link rel="alternate" type="text/html" href="${url}"/>
<published>${date_published}</published>
</entry>
`,
  )
  .join("")}</feed>
`;

type Reply = (request: IncomingMessage, response: ServerResponse) => void;

const text =
  (body: string, status = 200): Reply =>
  (_, response) =>
    response.writeHead(status).end(body);
const redirect =
  (location: string): Reply =>
  (_, response) =>
    response.writeHead(301, { location }).end();
const byPath =
  (files: Readonly<Record<string, string>>): Reply =>
  (request, response) => {
    const body = files[request.url ?? ""];
    response.writeHead(body === undefined ? 404 : 200).end(body);
  };
/** Sends its head and a first piece at once, and nothing more for long. */
const slow: Reply = (_, response) => {
  response.writeHead(200).write('{"version": "https://jsonfeed.org/version/1.1",');
};

let folder = "";
let content = "";
let server: Server | undefined;
let asked: string[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "evening-update-pulse-"));
  content = layMistakes(join(folder, "content"));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});

/** Serves the replies one after another, the last for ever; returns the address. */
async function serve(...replies: readonly Reply[]): Promise<string> {
  asked = [];
  const own = createServer((request, response) => {
    const reply = replies[Math.min(asked.length, replies.length - 1)];
    asked.push(request.url ?? "");
    reply?.(request, response);
  });
  server = own;
  await new Promise<void>((resolve) => own.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(own.address() as AddressInfo).port}`;
}

const pulse = (now: string, ...args: readonly string[]) =>
  runWithin(["pulse", "--content", content, "--now", now, ...args]);

describe("the pulse of a site", () => {
  test("is fine where the edition that is expected is out, and says which, how old it is and what comes next", async () => {
    const url = await serve(text(jsonFeed(EVENING)));
    const { code, stdout, stderr } = await pulse("2026-03-04T21:12:00Z", url);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toBe(
      [
        "expected by now: Evening Update of Wednesday 4 March 2026, 18:00 London time",
        `found: Evening Update of Wednesday 4 March 2026, published 3 hours 12 minutes ago, in ${url}/feed.json`,
        "fine: the next is Morning Update of Thursday 5 March 2026, 07:00 London time",
        "",
      ].join("\n"),
    );
    expect(asked).toEqual(["/feed.json"]);
  });

  test("is late where that edition is not out, which is asked for twice", async () => {
    const url = await serve(text(jsonFeed(EVENING)));
    const { code, stdout } = await pulse("2026-03-05T09:00:00Z", url);
    expect(code).toBe(1);
    expect(stdout).toContain("expected by now: Morning Update of Thursday 5 March 2026, 07:00 London time\n");
    expect(stdout).toContain("found: Evening Update of Wednesday 4 March 2026, published 15 hours ago, in ");
    expect(stdout).toContain("late: it was expected 2 hours ago, and 45 minutes after its time at the latest\n");
    expect(asked).toHaveLength(2);
  });

  test("does not wait for an edition that came before its time", async () => {
    const early = { ...EVENING, date_published: "2026-03-04T12:00:00+00:00" };
    const { code, stdout } = await pulse("2026-03-04T13:00:00Z", await serve(text(jsonFeed(early))));
    expect(code).toBe(0);
    expect(stdout).toContain("fine: the next is Morning Update of Thursday 5 March");
  });

  test("is late where no edition is out at all", async () => {
    const { code, stdout } = await pulse("2026-03-05T09:00:00Z", await serve(text(jsonFeed())));
    expect(code).toBe(1);
    expect(stdout).toContain("found: no edition, in ");
  });

  test.each([
    ["07:44", [], 0],
    ["07:45", [], 1],
    ["07:04", ["--grace", "5m"], 0],
    ["07:05", ["--grace", "5m"], 1],
    ["07:00", ["--grace", "0m"], 1],
  ])("at %s with %j, without the edition of 07:00, ends with %i", async (time, grace, expected) => {
    const { code, stdout } = await pulse(`2026-03-05T${time}:00Z`, await serve(text(jsonFeed(EVENING))), ...grace);
    expect({ code, stdout }).toMatchObject({ code: expected });
    if (expected === 0) expect(stdout).toContain("fine: the next is Morning Update of Thursday 5 March 2026");
  });

  test.each<[what: string, first: Reply]>([
    ["an error", text("Bad gateway", 502)],
    ["a page instead of a feed", text("<!doctype html><title>One moment</title>")],
    ["an old feed", text(jsonFeed(EVENING))],
    ["half a feed", text(jsonFeed(MORNING, EVENING).slice(0, -9))],
    ["a connection that breaks", (_, response) => response.destroy()],
    ["an answer that does not end", slow],
  ])("is fine where only the first answer is wrong: %s", async (_, first) => {
    const url = await serve(first, text(jsonFeed(MORNING, EVENING)));
    const { code, stdout, stderr } = await pulse("2026-03-05T09:00:00Z", url, "--timeout", "500ms");
    expect({ code, stderr, stdout }).toMatchObject({ code: 0, stderr: "" });
    expect(asked).toHaveLength(2);
  });

  test.each<[what: string, reply: Reply, told: string]>([
    ["answers with an error", text("", 503), "it answered 503"],
    ["answers too slowly", slow, "no whole answer came in time"],
    ["never answers", () => undefined, "no whole answer came in time"],
    ["answers with a page", text("<!doctype html>"), "what came is no feed of editions"],
    ["answers with other JSON", text('{"version": 1}'), "what came is no feed of editions"],
    [
      "has a feed of other things",
      text(jsonFeed({ ...EVENING, url: "https://a.example/b/" })),
      "is no feed of editions",
    ],
    ["has half an Atom feed", text(atomFeed(EVENING).slice(0, -9)), "is no feed of editions"],
    ["leads to plain http elsewhere", redirect("http://example.org/feed.json"), "only https is asked"],
    ["leads on without an end", redirect("/feed.json"), "it leads on and on"],
    [
      "sends more than a feed can have",
      (_, response) => {
        const piece = Buffer.alloc(1024 * 1024, " ");
        const send = () => response.write(piece, (error) => error ?? send());
        send();
      },
      "it is longer than 32 MiB",
    ],
  ])("is not reached where the site %s", async (_, reply, told) => {
    const url = await serve(reply);
    const timeout = told.includes("in time") ? "300ms" : "20s";
    const begin = Date.now();
    const { code, stderr } = await pulse("2026-03-04T21:00:00Z", url, "--timeout", timeout);
    expect(code).toBe(3);
    expect(Date.now() - begin).toBeLessThan(20_000);
    expect(stderr).toMatch(/^not reached: http:\/\/127\.0\.0\.1:\d+\/feed\.json was asked twice, and /);
    expect(stderr).toContain(told);
  });

  test("is not reached where nothing answers", async () => {
    const url = await serve(text(""));
    await new Promise((resolve) => server?.close(resolve));
    const { code, stderr } = await pulse("2026-03-04T21:00:00Z", url);
    expect({ code, stderr }).toEqual({
      code: 3,
      stderr: `not reached: ${url}/feed.json was asked twice, and nothing answers there\n`,
    });
  });

  test.each([
    ["of a sub-path", "/digest/", { "/digest/feed.json": jsonFeed(EVENING) }],
    ["without feed.json", "", { "/feed.xml": atomFeed(EVENING) }],
    ["of its JSON feed", "/evening.json", { "/evening.json": jsonFeed(EVENING) }],
    ["of its Atom feed", "/evening/feed.xml", { "/evening/feed.xml": atomFeed(EVENING) }],
  ])("is felt by the address %s", async (_, path, files) => {
    const url = await serve(byPath(files));
    expect(await pulse("2026-03-04T21:00:00Z", url + path)).toMatchObject({ code: 0, stderr: "" });
  });

  test("follows where the site leads", async () => {
    const url = await serve(redirect("/news/feed.json"), text(jsonFeed(EVENING)));
    expect(await pulse("2026-03-04T21:00:00Z", url)).toMatchObject({ code: 0 });
    expect(asked).toEqual(["/feed.json", "/news/feed.json"]);
  });
});

describe("the calendar", () => {
  const laid = (name: string, calendar: string) => {
    const own = layMistakes(join(folder, name));
    writeFileSync(
      join(own, "site.yaml"),
      `name: N
url: https://update.example.org
zone: Europe/London
publisher: { name: Desk }
slots: { morning: { name: Morning, time: "07:00" }, evening: { name: Evening, time: "18:00" } }
calendar: ${calendar}
`,
    );
    return own;
  };
  const feel = async (own: string, now: string) =>
    runWithin(["pulse", await serve(text(jsonFeed(EVENING))), "--content", own, "--now", now]);

  test("says when none is expected, so that none is late", async () => {
    const own = laid("weekday", "{ days: wed, except: [2026-03-11, 2026-03-18/2026-04-01] }");
    expect(await feel(own, "2026-04-03T12:00:00Z")).toMatchObject({ code: 0 });
    expect((await feel(own, "2026-04-03T12:00:00Z")).stdout).toContain(
      "fine: the next is Morning of Wednesday 8 April",
    );
    expect(await feel(own, "2026-04-08T12:00:00Z")).toMatchObject({ code: 1 });
  });

  test("of an endless pause expects nothing", async () => {
    const own = laid("pause", "{ except: 2026-03-05/2999-12-31 }");
    expect((await feel(own, "2027-01-03T12:00:00Z")).stdout).toMatch(
      /^expected by now: none: .*\nfound: .*\nfine: no further edition is expected\n$/,
    );
  });

  test("expects none before the first edition ever", async () => {
    const feed = await serve(text(jsonFeed()));
    const before = await pulse("2026-03-04T12:00:00Z", feed);
    expect(before).toMatchObject({ code: 0 });
    expect(before.stdout).toContain("found: no edition, in ");
    expect(await pulse("2026-03-04T19:00:00Z", feed)).toMatchObject({ code: 1 });
  });

  test("that cannot be read is told with its place", async () => {
    const { code, stderr } = await feel(laid("wrong", "{ days: [monday] }"), "2026-03-05T12:00:00Z");
    expect(code).toBe(2);
    expect(stderr).toMatch(/site\.yaml:6:20 error unknown-value {2}.*\n.*did you mean “mon”/);
  });
});

test.each([
  ["an address of plain http", ["http://example.org"], "only https is asked, and http on this computer"],
  ["an address that is none", ["example.org"], "it is not an address"],
  ["an address with a password", ["https://a:b@example.org"], "a name or a password"],
  ["another scheme", ["file:///etc/hosts"], "only https is asked"],
  ["a grace without a unit", ["--grace", "45"], "Write it as 45m"],
  ["a timeout of nothing", ["--timeout", "0s"], "from 1ms to 10m is possible"],
  ["a timeout without an end", ["--timeout", "11m"], "from 1ms to 10m is possible"],
  ["a folder that is none", ["--content", "nowhere"], "is not a folder"],
])("%s is a mistake of use", async (_, args, told) => {
  const { code, stderr } = await runWithin(["pulse", "--now", "2026-03-05T12:00:00Z", ...args]);
  expect(code).toBe(2);
  expect(stderr).toContain(told);
});

test.each([
  ["45m", 2_700_000, "45 minutes"],
  ["1h30m", 5_400_000, "1 hour 30 minutes"],
  ["49h", 176_400_000, "2 days 1 hour"],
  ["59s", 59_000, "less than a minute"],
  ["1d", 86_400_000, "1 day"],
  ["1.5h", undefined, ""],
  ["m", undefined, ""],
])("the length of time %s is of %s milliseconds", (written, milliseconds, said) => {
  expect(parseDuration(written)).toBe(milliseconds);
  if (milliseconds !== undefined) expect(describeDuration(milliseconds)).toBe(said);
});
