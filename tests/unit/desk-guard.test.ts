import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDesk } from "../../src/pipeline/preview/desk/desk.ts";
import { type Live, serve } from "../../src/pipeline/preview/server.ts";
import { openPublication } from "../../src/pipeline/read/publication.ts";
import { createArchive, type OpenPublication } from "../../src/pipeline/read/archive.ts";
import { openFolders, UNKNOWN_FILES } from "../../src/pipeline/read/opened.ts";
import { UNKNOWN } from "../../src/content/files/files.ts";
import { layMistakes } from "../fixtures.ts";

const NOW = Date.parse("2026-03-05T00:00:00Z");
const CALL = "/-/desk/api/setup";

let folder = "";
let content = "";
let live: Live;
let own = "";
let token = "";

let publication: OpenPublication;

function readContent(): void {
  const frame = openPublication({ content, now: NOW, preview: true }, UNKNOWN);
  const folders = openFolders(frame.site, frame.folders, NOW, UNKNOWN_FILES, new Map());
  publication = { frame, archive: createArchive(frame, folders, new Map()) };
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "evening-update-desk-"));
  content = layMistakes(join(folder, "content"));
  // The same again, of an evening that has not come.
  const editions = join(content, "editions", "2026");
  cpSync(join(editions, "03-04-evening"), join(editions, "03-06-evening"), { recursive: true });
  readContent();
  const read = () => Promise.resolve(publication);
  const desk = createDesk({ content, clock: () => NOW, read, problems: () => [] });
  live = await serve(0, "", () => Promise.resolve(undefined), desk);
  own = new URL(live.address()).origin;
  const page = await (await fetch(`${own}/-/desk/`)).text();
  token = /name="desk-token" content="([^"]+)"/.exec(page)?.[1] ?? "";
});

afterAll(() => {
  live.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Sends a call as the desk's page does, but for what is said otherwise; undefined leaves a header out. */
function call(path: string, body: unknown, more: Readonly<Record<string, string | undefined>> = {}): Promise<Response> {
  const headers = { Origin: own, "Content-Type": "application/json", "X-Desk-Token": token, ...more };
  const given = Object.entries<string | undefined>(headers).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, value]],
  );
  return fetch(own + path, {
    method: "POST",
    headers: given,
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}

describe("a call", () => {
  test("of the desk's own page is answered", async () => {
    const response = await call(CALL, {});
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ forms: { story: expect.anything() as unknown } });
  });

  test.each<[string, number, Record<string, string | undefined>]>([
    ["without a token", 403, { "X-Desk-Token": undefined }],
    ["with an empty token", 403, { "X-Desk-Token": "" }],
    ["with another token", 403, { "X-Desk-Token": "x".repeat(32) }],
    ["without an origin", 403, { Origin: undefined }],
    ["of another site", 403, { Origin: "https://evil.example" }],
    ["of another port", 403, { Origin: "http://localhost:1" }],
    ["of no site", 403, { Origin: "null" }],
    ["by a form", 415, { "Content-Type": "application/x-www-form-urlencoded" }],
    ["by a form of plain text", 415, { "Content-Type": "text/plain" }],
    ["by a form with files", 415, { "Content-Type": "multipart/form-data; boundary=x" }],
    ["without a type", 415, { "Content-Type": "" }],
    ["of a page elsewhere", 403, { "Sec-Fetch-Site": "cross-site" }],
  ])("%s is refused", async (_, status, headers) => {
    const response = await call(CALL, {}, headers);
    expect(response.status).toBe(status);
    expect(await response.text()).not.toContain("forms");
  });

  test("is sent by no other method", async () => {
    for (const method of ["GET", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH"]) {
      const headers = { Origin: own, "X-Desk-Token": token };
      expect((await fetch(own + CALL, { method, headers })).status, method).toBe(405);
    }
    for (const method of ["POST", "PUT"]) expect((await fetch(`${own}/-/desk/`, { method })).status).toBe(405);
  });

  test.each([
    ["/-/desk/api/", {}],
    ["/-/desk/api/nothing", {}],
    ["/-/desk/api/__proto__", {}],
    ["/-/desk/api/setup/../save", {}],
    ["/-/desk/api/open", {}],
    ["/-/desk/api/open", { name: 1 }],
    ["/-/desk/api/open", { name: "a", more: true }],
    ["/-/desk/api/open", []],
    ["/-/desk/api/open", "{"],
    ["/-/desk/api/edition", { date: "2026-02-31", slot: "evening" }],
    ["/-/desk/api/gather", {}],
    ["/-/desk/api/gather", { days: 0 }],
    ["/-/desk/api/gather", { days: 2, from: -1 }],
    ["/-/desk/api/gather", { days: 2, url: "https://wire.example/" }],
  ])("that nobody can ask is refused: %s %j", async (path, body) => {
    expect((await call(path, body)).status).toBe(400);
  });

  test("for what publishers tell says what to type where none has a feed", async () => {
    expect(await (await call("/-/desk/api/gather", { days: 2 })).json()).toEqual({
      refused: "no publisher in publishers.yaml has a feed: add a line “feed: https://…” to one",
    });
  });

  test("that is too large is refused before it is read", async () => {
    expect((await call(CALL, " ".repeat(2_000_000))).status).toBe(413);
  });
});

describe("a name that leads out of the content folder", () => {
  const OUTSIDE = "outside.md";
  const NAMES = [
    `../${OUTSIDE}`,
    `editions/../../${OUTSIDE}`,
    "editions/2026/../../../outside.md",
    "/etc/passwd",
    "..\\outside.md",
    "editions/2026/03-04-evening/../../../../outside.md",
    "editions/2026/03-04-evening/%2e%2e/outside.md",
    "editions/2026/03-04-evening/a\0.md",
    "site.yaml",
    "",
  ];

  test.each(NAMES)("is neither read nor written: %j", async (name) => {
    writeFileSync(join(folder, OUTSIDE), "kept");
    for (const [path, asked] of [
      ["open", { name }],
      ["check", { name, text: "---\n---\n", whole: "x" }],
      ["save", { name, text: "", whole: "x" }],
      ["save", { name, text: "kept", whole: "x", version: "x" }],
      ["review", { name }],
      ["sign", { name, version: "x", by: "robin-example", factChecked: true }],
      ["publish", { name, version: "x" }],
      ["takeBack", { name, version: "x" }],
      ["bringBack", { name, version: "x" }],
    ] as const) {
      const answer = (await (await call(`/-/desk/api/${path}`, asked)).json()) as { refused?: string };
      expect(answer.refused, path).toBeTypeOf("string");
      expect(JSON.stringify(answer)).not.toContain("kept");
    }
    expect(readFileSync(join(folder, OUTSIDE), "utf8")).toBe("kept");
  });

  test("is none for a picture either", async () => {
    for (const path of ["..%2f..%2fx.png", "2026-03-04-evening%2f..%2f..%2fx.png", "2026-03-04-evening/x.png"]) {
      const response = await call(`/-/desk/api/picture/${path}`, "no picture", { "Content-Type": "image/png" });
      const answer = await response.text();
      expect([200, 400, 405], path).toContain(response.status);
      if (response.status === 200) expect(answer, path).toContain("refused");
    }
  });
});

describe("its page", () => {
  test("is where people ask for it, unless the site has a page there", async () => {
    const ask = async () => {
      const { status, headers } = await fetch(`${own}/desk/`, { redirect: "manual" });
      return [status, headers.get("location")];
    };
    expect(await ask()).toEqual([302, "/-/desk/"]);
    writeFileSync(join(content, "pages", "desk.md"), "---\ntitle: Our desk\n---\nWho we are.\n");
    readContent();
    // Of this server, whose site has no files.
    expect(await ask()).toEqual([404, null]);
    expect((await fetch(`${own}/-/desk/`)).status).toBe(200);
  });

  test("runs and shows only what stands in it, and no page may frame it", async () => {
    const [first, second] = await Promise.all([fetch(`${own}/-/desk/`), fetch(`${own}/-/desk/`)]);
    const policy = first.headers.get("content-security-policy") ?? "";
    const nonce = /script-src 'nonce-([^']+)'/.exec(policy)?.[1] ?? "?";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(second.headers.get("content-security-policy")).not.toContain(nonce);
    const html = await first.text();
    for (const [tag] of html.matchAll(/<(?:script|style)\b[^>]*>/g)) expect(tag).toContain(`nonce="${nonce}"`);
    expect(html).not.toMatch(/\son\w+=|\sstyle=/);
  });

  test("has fonts and nothing else beside it", async () => {
    expect((await fetch(`${own}/-/desk/fonts/hesper-roman.woff2`)).headers.get("content-type")).toBe("font/woff2");
    for (const path of [
      "/-/desk/fonts/OFL.txt",
      "/-/desk/fonts/..%2fstyles%2fdesk.css",
      "/-/desk/x",
      "/-/desk/fonts/none.woff2",
    ])
      expect((await fetch(own + path)).status, path).toBe(400);
  });
});

describe("a text that is to be a draft again", () => {
  interface Answered {
    readonly version: string;
    readonly status?: string;
    readonly when?: string;
    readonly refused?: string;
  }
  const ask = async (path: string, asked: object) =>
    (await (await call(`/-/desk/api/${path}`, asked)).json()) as Answered;

  test.each([
    ["is one again where its time has not come", "editions/2026/03-06-evening/open-model.md", "scheduled"],
    ["stays what it is where readers have it", "editions/2026/03-04-evening/open-model.md", "published"],
  ])("%s", async (_, name, status) => {
    const before = readFileSync(join(content, name), "utf8");
    const { version, status: found } = await ask("open", { name });
    expect(found).toBe(status);
    const answer = await ask("withdraw", { name, version });
    const after = readFileSync(join(content, name), "utf8");
    if (status === "published")
      expect([answer.refused, after]).toEqual([expect.stringContaining("Take it back"), before]);
    else expect(after).toMatch(/^draft: true$/m);
    expect((await ask("open", { name })).status).toBe(status === "published" ? "published" : "draft");
  });

  test("is not taken back: only what readers have is, as of now", async () => {
    const draft = "editions/2026/03-06-evening/open-model.md";
    const { version: own } = await ask("open", { name: draft });
    expect((await ask("takeBack", { name: draft, version: own })).refused).toContain("nothing to take back");
    const name = "editions/2026/03-04-evening/open-model.md";
    const before = readFileSync(join(content, name), "utf8");
    const { version } = await ask("open", { name });
    await ask("takeBack", { name, version, reason: "It was wrong." });
    const after = readFileSync(join(content, name), "utf8");
    expect(after).toMatch(/^gone:\n {2}at: 2026-03-05T0\d:00\n {2}reason: .*It was wrong/m);
    const gone = await ask("open", { name });
    expect([gone.status, gone.when]).toEqual([undefined, expect.stringMatching(/^taken back today at /)]);
    expect((await ask("takeBack", { name, version: gone.version })).refused).toBeDefined();
    await ask("bringBack", { name, version: gone.version });
    expect(readFileSync(join(content, name), "utf8")).toBe(before);
  });
});
