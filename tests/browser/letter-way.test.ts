import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { request } from "node:http";
import { createServer, type Server } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { CERTIFICATE } from "../certificate.ts";
import { PROGRAM, run } from "../command.ts";
import { listFiles } from "../files.ts";
import { PUBLICATIONS } from "../fixtures.ts";
import { message, PLAIN } from "../letters/messages.ts";
import { askToken, send } from "../letters/letter-site.ts";
import { type SiteServer, serveSite } from "../site-server.ts";
import { freePort } from "./desk-server.ts";
import { launchBrowser } from "./launch.ts";
import { screen } from "./visits.ts";
import { runWithin } from "../within.ts";

/** A letter from the page of a story to the page of a story, by what a newsroom runs: the site as files, and the form as a command behind a proxy that speaks https. */
const { now } = PUBLICATIONS.example;
const STORY = "2026-03-05-evening/c2pa-content-credentials";
const PAGE = "/2026/03/05/evening/c2pa-content-credentials/";
const EDITION = "/2026/03/05/evening/";
const FORM = "https://letters.paper.example";

let folder = "";
let content = "";
let queue = "";
let out = "";
let form: ChildProcess;
let proxy: Server;
let innerUrl = "";
let site: SiteServer;
let browser: Browser;

const env = () => ({ EVENING_UPDATE_CACHE: join(folder, "cache") });

function letters(...args: string[]): string {
  const { code, stdout, stderr } = run(["letters", ...args, "--queue", queue, "--now", now], { env: env() });
  expect({ code, stderr }, stdout).toEqual({ code: 0, stderr: "" });
  return stdout;
}

function build(): void {
  const args = ["build", "--content", content, "--out", out, "--now", now, "--no-cards", "--strict"];
  const { code, stdout, stderr } = run(args, { env: env() });
  expect({ code, stderr }, stdout).toEqual({ code: 0, stderr: "" });
}

/** What stands in each file of the site: its text, or that of a packed one. */
function* bytesOf(root: string): Generator<readonly [path: string, text: string]> {
  for (const path of listFiles(root)) {
    const bytes = readFileSync(join(root, path));
    yield [path, (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString("latin1").toLowerCase()];
  }
}

const filesWith = (root: string, words: string): string[] => {
  const wanted = Buffer.from(words.toLowerCase()).toString("latin1");
  return [...bytesOf(root)].filter(([, text]) => text.includes(wanted)).map(([path]) => path);
};

const git = (...args: string[]) =>
  execFileSync("git", ["-C", content, "-c", "user.name=Desk", "-c", "user.email=desk@paper.example", ...args], {
    maxBuffer: 64 * 1024 * 1024,
  }).toString("latin1");

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "evening-update-way-"));
  [content, queue, out] = [join(folder, "content"), join(folder, ".letters"), join(folder, "site")];
  cpSync(PUBLICATIONS.example.content, content, { recursive: true });
  const [inner, outer] = [await freePort(), await freePort()];
  innerUrl = `http://127.0.0.1:${inner}`;
  const settings = readFileSync(join(content, "site.yaml"), "utf8").replace("comments: false", "comments: true");
  writeFileSync(join(content, "site.yaml"), settings);
  appendFileSync(join(content, "site.yaml"), `letters: { endpoint: "${FORM}/" }\n`);
  appendFileSync(join(content, "pages/privacy.md"), "\nLetters: we keep what you write until we decide.\n");
  build();
  const own = ["--content", content, "--queue", queue, "--now", now, "--per-hour", "1000"];
  const args = ["letters", "serve", ...own, "--port", String(inner), "--url", FORM, "--trust-proxy"];
  form = spawn(process.execPath, [PROGRAM, ...args], { env: { ...process.env, ...env() }, stdio: "ignore" });
  proxy = createServer(CERTIFICATE, (asked, answered) => {
    const headers = { ...asked.headers, "x-forwarded-for": asked.socket.remoteAddress ?? "" };
    const passed = request({ port: inner, method: asked.method, path: asked.url, headers }, (response) => {
      answered.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(answered);
    });
    passed.on("error", () => answered.writeHead(502).end());
    asked.pipe(passed);
  });
  await new Promise<void>((resolve) => proxy.listen(outer, "127.0.0.1", resolve));
  const isUp = () =>
    fetch(innerUrl)
      .then(() => true)
      .catch(() => false);
  await vi.waitUntil(isUp, { timeout: 60_000, interval: 100 });
  site = await serveSite(out);
  browser = await launchBrowser(
    "--ignore-certificate-errors",
    `--host-resolver-rules=MAP letters.paper.example 127.0.0.1:${outer}`,
  );
});

afterAll(async () => {
  await browser.close();
  form.kill("SIGKILL");
  proxy.closeAllConnections();
  proxy.close();
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each([
  ["with scripts", true, "Ada Example"],
  ["without any script", false, "بديعة Example"],
])("%s", (_, javaScriptEnabled, name) => {
  const text = `The mark says who signed, <b>not</b> what is true: ${javaScriptEnabled ? "hinge" : "latch"}.\n\nIs that not so?`;
  const [words = ""] = text.split("\n");
  const answer = `It is, and ${javaScriptEnabled ? "hinges" : "latches"} prove it.`;

  test("a letter is written, listed, accepted, built, answered and shown; deleted, it is gone from every byte", async () => {
    const context = await browser.newContext(screen(360, { javaScriptEnabled, ignoreHTTPSErrors: true }));
    const page = await context.newPage();
    await page.goto(site.url + PAGE);
    await page.getByRole("link", { name: "Write a letter" }).click();
    await page.getByLabel("Name (required)").fill(name);
    await page.getByLabel("E-mail address").fill("ada.q7@reader.example");
    await page.getByLabel("Letter (required)").fill(text);
    await page.getByRole("button").click();
    await page.getByRole("heading", { level: 1, name: "Thank you for your letter" }).waitFor();

    const [, id = ""] = /^(\S+) .*: The mark says/m.exec(letters("list", "--content", content)) ?? [];
    expect(letters("show", id, "--content", content)).toContain("ada.q7@reader.example");
    const reply = ["--reply", answer, "--reply-by", "sam-example"];
    letters("accept", id, "--content", content, "--by", "robin-example", ...reply);
    expect(filesWith(queue, "ada.q7")).toEqual([]);
    build();
    await page.goto(site.url + EDITION);
    await page.getByRole("link", { name: "1 letter" }).click();
    await page.waitForURL(`**${PAGE}#letters`);
    const shown = page.locator(`#letter-${id}`);
    expect(await shown.innerText()).toContain(words);
    expect(await shown.getByRole("heading").innerText()).toBe(name);
    expect(await shown.locator("blockquote").innerText()).toMatch(/Sam Example.*answers\n[^]*prove it\./);
    expect(await page.locator(`#letter-${id} b`).count()).toBe(0);

    const file = join(content, "letters/2026", `${id}.md`);
    expect(existsSync(file)).toBe(true);
    rmSync(file);
    build();
    for (const each of [name, "who signed, ", answer, id, "ada.q7@reader.example"])
      expect([each, filesWith(out, each)]).toEqual([each, []]);
    await page.goto(site.url + EDITION);
    expect(await page.getByRole("link", { name: "1 letter" }).count()).toBe(0);
    await context.close();
  });
});

test("an address, whatever it looks like, stands in no byte of git and of the site, by form and by mail", async () => {
  const addresses = fc.sample(fc.emailAddress(), { numRuns: 24, seed: 21 });
  const mails = join(folder, "mails");
  mkdirSync(mails);
  for (const [at, email] of addresses.entries()) {
    const text = `Letter ${at} of many, by whoever wrote it.`;
    if (at % 2 === 0) {
      const fields = { story: STORY, token: await askToken(innerUrl, STORY), name: `Reader ${at}`, email, text };
      expect([email, (await send(innerUrl, fields, { Origin: FORM })).status]).toEqual([email, 303]);
    } else {
      const fields = {
        ...PLAIN,
        From: `Reader ${at} <${email}>`,
        Subject: `Credentials [${STORY}]`,
        Date: "Thu, 05 Mar 2026 22:00:00 +0000",
        "Message-ID": `<${at}.${email.replace(/[^\w.@-]/g, "")}>`,
      };
      writeFileSync(join(mails, `${at}.eml`), message(fields, [text]));
    }
  }
  expect(letters("import", mails, "--content", content)).toContain("12 letters kept, 0 known, 0 not taken");
  const listed = letters("list", "--content", content).match(/^\d\d-\d\d-\w{6}(?= )/gm) ?? [];
  expect(listed).toHaveLength(24);
  for (const id of listed) {
    const args = ["accept", id, "--content", content, "--by", "robin-example", "--queue", queue, "--now", now];
    expect(await runWithin(["letters", ...args], env())).toMatchObject({ code: 0, stderr: "" });
  }
  build();
  git("init", "--quiet");
  git("add", "--all");
  git("commit", "--quiet", "--message", "Accept letters");
  const objects = git("cat-file", "--batch-all-objects", "--batch", "--unordered").toLowerCase();
  expect(objects).toContain("letter 23 of many");
  const places = { objects, ...Object.fromEntries(bytesOf(out)), ...Object.fromEntries(bytesOf(queue)) };
  for (const email of addresses)
    for (const [place, text] of Object.entries(places))
      expect([place, text.includes(email.toLowerCase())]).toEqual([place, false]);
});
