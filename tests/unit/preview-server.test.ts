import { once } from "node:events";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Live, serve } from "../../src/pipeline/preview/server.ts";

const DRAFT = "<title>Nobody is to read this yet</title>";
const FILES: Record<string, string> = {
  "/index.html": DRAFT,
  "/story/index.html": DRAFT,
  "/story.css": `/* ${DRAFT} */`,
  "/-/problems.html": DRAFT,
  "/.well-known/security.txt": DRAFT,
  "/404.html": "nothing here",
};

let live: Live;
let port = 0;

beforeAll(async () => {
  live = await serve(0, "", (path) =>
    Promise.resolve(Object.hasOwn(FILES, path) ? Buffer.from(FILES[path] ?? "") : undefined),
  );
  port = Number(new URL(live.address()).port);
});

afterAll(() => {
  live.close();
});

/** Sends bytes and gives what comes back until the other side, or after them this one, has no more to say. */
async function send(bytes: string | Buffer): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  const chunks: Buffer[] = [];
  socket.on("data", (chunk: Buffer) => chunks.push(chunk));
  socket.on("error", () => undefined);
  socket.end(bytes);
  await once(socket, "close");
  return Buffer.concat(chunks).toString("latin1");
}

function ask(target: string, ...headers: readonly string[]): Promise<string> {
  return send(`GET ${target} HTTP/1.1\r\n${[...headers, "Connection: close"].join("\r\n")}\r\n\r\n`);
}

const own = () => `Host: 127.0.0.1:${port}`;

function statusOf(answer: string): number {
  return Number(/^HTTP\/1\.1 (\d{3}) /.exec(answer)?.[1] ?? 0);
}

async function expectAlive(): Promise<void> {
  const answer = await ask("/", own());
  expect(statusOf(answer)).toBe(200);
  expect(answer).toContain(DRAFT);
}

describe("the preview", () => {
  test.each([
    ["/", 200, "text/html; charset=utf-8"],
    ["/?a=%", 200, "text/html; charset=utf-8"],
    ["/index.html", 200, "text/html; charset=utf-8"],
    ["/%73tory/", 200, "text/html; charset=utf-8"],
    ["/story.css", 200, "text/css; charset=utf-8"],
    ["/.well-known/security.txt", 200, "text/plain; charset=utf-8"],
  ])("shows its own files: %s", async (path, status, type) => {
    const answer = await ask(path, own());
    expect(statusOf(answer)).toBe(status);
    expect(answer).toContain(`Content-Type: ${type}\r\n`);
    expect(answer).toMatch(/\r\nServer-Timing: version;dur=\d+\r\n/);
    expect(answer).toContain("Cache-Control: no-store\r\n");
    expect(answer).toContain(DRAFT);
  });

  test("leads from a folder to its page, and says that there is no other", async () => {
    expect(await ask("/story", own())).toMatch(/^HTTP\/1\.1 301 [^]*\r\nLocation: \/story\/\r\n/);
    expect(await ask("/Story/", own())).toMatch(/^HTTP\/1\.1 404 [^]*nothing here/);
    expect(statusOf(await ask("/story.css/", own()))).toBe(404);
    expect(await send(`HEAD / HTTP/1.1\r\n${own()}\r\nConnection: close\r\n\r\n`)).toMatch(/^HTTP\/1\.1 200 [^<]*$/);
  });

  test("begins at its site’s base, wherever that is", async () => {
    const other = await serve(port, "/caf%C3%A9", () => Promise.resolve(Buffer.from(DRAFT)));
    const { port: next, href } = new URL(other.address());
    expect(Number(next)).toBeGreaterThan(port);
    expect((await fetch(href)).status).toBe(200);
    expect((await fetch(new URL("/", href))).url).toBe(href);
    expect((await fetch(new URL("/a/", href))).status).toBe(404);
    other.renew("");
    expect((await fetch(new URL("/a/", href))).status).toBe(200);
    other.close();
  });

  test("tells each open page of each version", async () => {
    const { body } = await fetch(new URL("/-/versions", live.address()));
    const reader = body?.getReader();
    const read = async () =>
      Number(/^data: (\d+)\n\n$/.exec(new TextDecoder().decode((await reader?.read())?.value))?.[1]);
    const first = await read();
    live.renew("");
    expect(await read()).toBeGreaterThan(first);
    await reader?.cancel();
  });
});

const PATHS = [
  ..."/% /%zz /%c0%af /%ff /%E0%A4 /%00 /a%00.html /%0d%0aX: // //evil.example/ ///".split(" "),
  ..."/..%2f..%2fetc%2fpasswd /%2e%2e/%2e%2e/etc/passwd /../../etc/passwd /a/../../../etc/passwd".split(" "),
  ..."/..%5c..%5cwin.ini /\\evil.example /story/.. /./ /story//../ /story/%2e%2e%2f".split(" "),
  ..."* story story/ ?a #a . .. http: http:// http:/// http://%/ http://evil.example/ http://[::1/".split(" "),
  ..."http://127.0.0.1:80/story/ https://127.0.0.1/ file:///etc/passwd javascript:alert(1) http://a:b@c:99999/".split(
    " ",
  ),
  `/${"%2f".repeat(3000)}`,
  `/${"../".repeat(2000)}etc/passwd`,
  `/${"a".repeat(20_000)}`,
  "\u0080\u00ff/",
];

describe("a path that is none of the preview's", () => {
  test("is one of at least 40", () => {
    expect(PATHS.length).toBeGreaterThanOrEqual(40);
  });

  test.each(PATHS.map((path) => [path.slice(0, 40), path]))("is refused and ends nothing: %s", async (_, path) => {
    const answer = await ask(path, own());
    expect([400, 431]).toContain(statusOf(answer));
    expect(answer).not.toContain(DRAFT);
    expect(answer).not.toMatch(/root:|\n\s+at /);
    await expectAlive();
  });
});

const STRANGERS = [
  [],
  ["Host:"],
  ["Host: 127.0.0.1"],
  ["Host: localhost"],
  ["Host: evil.example"],
  ["Host: evil.example:PORT"],
  ["Host: 127.0.0.1.evil.example:PORT"],
  ["Host: localhost.evil.example:PORT"],
  ["Host: localhost.:PORT"],
  ["Host: 127.0.0.1:PORT@evil.example"],
  ["Host: 127.0.0.1:1"],
  ["Host: 127.1:PORT"],
  ["Host: 0.0.0.0:PORT"],
  ["Host: 2130706433:PORT"],
  ["Host: [::1]:PORT"],
  ["Host: localhost:PORT, evil.example"],
  ["Host: localhost:PORT", "Host: evil.example"],
  ["Host: localhost:PORT", "Host: localhost:PORT"],
  ["Host: localhost:PORT", "Origin: null"],
  ["Host: localhost:PORT", "Origin:"],
  ["Host: localhost:PORT", "Origin: https://localhost:PORT"],
  ["Host: localhost:PORT", "Origin: http://localhost"],
  ["Host: localhost:PORT", "Origin: http://localhost:3000"],
  ["Host: localhost:PORT", "Origin: http://evil.example"],
  ["Host: localhost:PORT", "Origin: http://localhost:PORT.evil.example"],
  ["Host: localhost:PORT", "Origin: http://localhost:PORT", "Origin: http://evil.example"],
  ["Host: localhost:PORT", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors", "Sec-Fetch-Dest: image"],
  ["Host: localhost:PORT", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: iframe"],
  ["Host: localhost:PORT", "Sec-Fetch-Site: same-site", "Sec-Fetch-Mode: cors", "Sec-Fetch-Dest: empty"],
  ["Host: localhost:PORT", "Sec-Fetch-Site: anything"],
];
const FRIENDS = [
  ["Host: localhost:PORT"],
  ["Host: LocalHost:PORT"],
  ["Host: 127.0.0.1:PORT", "Origin: http://127.0.0.1:PORT"],
  ["Host: localhost:PORT", "Sec-Fetch-Site: none"],
  ["Host: localhost:PORT", "Sec-Fetch-Site: same-origin", "Sec-Fetch-Mode: cors"],
  // A link that a person follows from anywhere shows the draft to that person alone.
  ["Host: localhost:PORT", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document"],
];

describe("drafts are shown", () => {
  const withPort = (headers: readonly string[]) => headers.map((header) => header.replaceAll("PORT", String(port)));

  test.each(STRANGERS.map((headers) => [headers.join(" | "), headers]))("to nobody else: %s", async (_, headers) => {
    for (const path of ["/", "/story.css", "/-/problems.html", "/-/versions"]) {
      const answer = await ask(path, ...withPort(headers));
      expect([400, 403]).toContain(statusOf(answer));
      expect(answer).not.toContain(DRAFT);
      expect(answer).not.toContain("data:");
    }
    await expectAlive();
  });

  test.each(FRIENDS.map((headers) => [headers.join(" | "), headers]))("to their editor: %s", async (_, headers) => {
    expect(await ask("/", ...withPort(headers))).toContain(DRAFT);
  });

  test("by no other method", async () => {
    for (const method of ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "PROPFIND"])
      expect(statusOf(await send(`${method} / HTTP/1.1\r\n${own()}\r\nContent-Length: 1\r\n\r\nx`)), method).toBe(405);
    expect(await send(`CONNECT 127.0.0.1:${port} HTTP/1.1\r\n${own()}\r\n\r\n`)).not.toContain(DRAFT);
  });
});

const UPGRADE = "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n";
const KEY = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
const FRAMES = [
  "ff".repeat(64),
  "8f80",
  "c1ff00",
  "8180",
  "817f ffffffffffffffff",
  "88 00",
  "8902",
  "f1850000000068656c6c6f",
];
const UPGRADES = FRAMES.map((hex): [name: string, make: () => Buffer] => [
  `a frame ${hex.slice(0, 12)}`,
  () =>
    Buffer.concat([
      Buffer.from(`GET / HTTP/1.1\r\n${own()}\r\n${UPGRADE}${KEY}\r\n`),
      Buffer.from(hex.replaceAll(" ", ""), "hex"),
    ]),
]);
const text = (name: string, make: () => string): [name: string, make: () => Buffer] => [
  name,
  () => Buffer.from(make(), "latin1"),
];
const RAW = [
  ...UPGRADES,
  text("an upgrade without a key", () => `GET / HTTP/1.1\r\n${own()}\r\n${UPGRADE}\r\n`),
  text(
    "an upgrade to something else",
    () => `GET / HTTP/1.1\r\n${own()}\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\nPRI`,
  ),
  text("an upgrade by a stranger", () => `GET / HTTP/1.1\r\nHost: evil.example\r\n${UPGRADE}${KEY}\r\n\x81\x85`),
  text("nothing", () => ""),
  text("zeros", () => "\0".repeat(5000)),
  text("a TLS hello", () => "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"),
  text("HTTP/2", () => "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
  text("HTTP/0.9", () => "GET /\r\n\r\n"),
  text("HTTP/1.0 without a host", () => "GET / HTTP/1.0\r\n\r\n"),
  text("another version", () => `GET / HTTP/9.9\r\n${own()}\r\n\r\n`),
  text("half a request", () => `GET / HTTP/1.1\r\nHost: 127.0`),
  text("a broken chunk", () => `POST / HTTP/1.1\r\n${own()}\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n`),
  text("two lengths", () => `GET / HTTP/1.1\r\n${own()}\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab`),
  text(
    "a length and chunks",
    () => `GET / HTTP/1.1\r\n${own()}\r\nContent-Length: 9\r\nTransfer-Encoding: chunked\r\n\r\n`,
  ),
  text("a negative length", () => `GET / HTTP/1.1\r\n${own()}\r\nContent-Length: -1\r\n\r\n`),
  text("a header without a name", () => `GET / HTTP/1.1\r\n${own()}\r\n: x\r\n\r\n`),
  text("a header of zeros", () => `GET / HTTP/1.1\r\n${own()}\r\nX: \0\r\n\r\n`),
  text("headers without end", () => `GET / HTTP/1.1\r\n${own()}\r\nX: ${"a".repeat(100_000)}\r\n\r\n`),
  text("an expectation", () => `GET / HTTP/1.1\r\n${own()}\r\nExpect: the-unexpected\r\n\r\n`),
  text("a hundred in one", () => "GET /% HTTP/1.1\r\nHost: x\r\n\r\n".repeat(100)),
];

describe("what is no request", () => {
  test("is one of at least 20", () => {
    expect(RAW.length).toBeGreaterThanOrEqual(20);
  });

  test.each(RAW)("ends nothing: %s", async (_, make) => {
    const answer = await send(make());
    expect(answer).not.toMatch(/^HTTP\/1\.1 (101|5)/);
    await expectAlive();
  });

  test("a page that goes while it is being told, and a file that cannot be read, end nothing either", async () => {
    const socket = connect(port, "127.0.0.1");
    socket.write(`GET /-/versions HTTP/1.1\r\n${own()}\r\n\r\n`);
    await once(socket, "data");
    socket.resetAndDestroy();
    live.renew("");
    await expectAlive();
    const broken = await serve(0, "", () => Promise.reject(new Error("EIO: /a/path/of/this/computer")));
    const response = await fetch(broken.address());
    expect([response.status, await response.text()]).toEqual([500, "This file cannot be read.\n"]);
    broken.close();
  });
});
