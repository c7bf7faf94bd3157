import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { PROBLEMS } from "../../src/views/problems.ts";
import { apiEditionPath } from "../../src/content/addresses.ts";
import type { Diagnostic } from "../../src/content/problems/diagnostic.ts";
import { buildSite } from "../../src/pipeline/build.ts";
import { placesOf } from "../../src/pipeline/output/output.ts";
import { openPreview } from "../../src/pipeline/preview/preview.ts";
import { createPreviewSite } from "../../src/pipeline/preview/preview-site.ts";
import { clearPlace, takePlace } from "../../src/pipeline/preview/place.ts";
import { createServedFolder } from "../../src/pipeline/preview/served-folder.ts";
import { findLast } from "../../src/pipeline/state/state.ts";
import { listFiles } from "../files.ts";
import { PUBLICATIONS } from "../fixtures.ts";

const root = mkdtempSync(join(tmpdir(), "evening-update-preview-"));
const NOW = Date.parse(PUBLICATIONS.example.now);
const EDITION = "editions/2026/03-05-evening";
const STORY = `${EDITION}/c2pa-content-credentials.md`;
const DRAFT = "Nobody is to read this before it is done";
let content = "";
let cache = "";

beforeEach(() => {
  const folder = mkdtempSync(join(root, "case-"));
  content = join(folder, "content");
  cache = join(folder, "cache");
  cpSync(PUBLICATIONS.example.content, content, { recursive: true });
  const source = "source:\n  publisher: owasp\n  title: T\n  url: https://owasp.org/t\n";
  const write = (name: string, key: string, body: string) => {
    writeFileSync(
      join(content, EDITION, name),
      `---\ntitle: ${name}\ntopic: security\n${key}\n${source}---\n${body}\n`,
    );
  };
  write("begun.md", "draft: true", `${DRAFT}.`);
  write("later.md", "publish: 2026-03-07T12:00", "Not yet.");
  write("leads.md", "draft: true", "See [the other](/2026/03/05/evening/begun/).");
  change(`${EDITION}/edition.md`, (text) => text.replace("transfer]", "transfer, begun, later, leads]"));
  const correction = "corrections:\n  - at: 2026-03-07T09:00\n    kind: clarification\n    text: To come.\n";
  change("editions/2026/03-02-evening/mixtral-active-parameters.md", (text) =>
    text.replace("corrections:\n", correction),
  );
  vi.stubEnv("EVENING_UPDATE_CACHE", cache);
  vi.stubEnv("EVENING_UPDATE_PROGRAM", "a program");
});

afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true, force: true });
});

function change(path: string, replace: (text: string) => string): void {
  writeFileSync(join(content, path), replace(readFileSync(join(content, path), "utf8")));
}

/** Every file of a site with its text. */
function snapshot(site: string): Record<string, string> {
  return Object.fromEntries(listFiles(site).map((path) => [path, readFileSync(join(site, path), "latin1")]));
}

/** Opens the preview as a start of it does, and tells what was made; `isKept` says whether it lives long enough to keep its state. */
async function start({ now = NOW, isKept = true } = {}) {
  const told: (readonly Diagnostic[])[] = [];
  const { made, site, live, place } = await openPreview({
    content,
    port: 0,
    clock: () => now,
    onReady: () => undefined,
    onProblems: (problems) => told.push(problems),
  });
  const get = (path: string) => fetch(new URL(path, live.address())).then((answer) => answer.text());
  const home = await get("/");
  const problems = await get(PROBLEMS);
  // As it is done once the folders are watched.
  const { touched } = await site.refresh(undefined);
  if (isKept) site.keep();
  live.close();
  place.release();
  return { made, again: [...touched.changed, ...touched.gone], told: told.at(-1), home, problems, site: place.site };
}

/** What a preview shows of which nothing is known. */
async function startCold(now = NOW): Promise<Record<string, string>> {
  vi.stubEnv("EVENING_UPDATE_CACHE", mkdtempSync(join(root, "cold-")));
  const { site } = await start({ now });
  vi.stubEnv("EVENING_UPDATE_CACHE", cache);
  return snapshot(site);
}

async function build(out: string): Promise<Record<string, string>> {
  const places = placesOf(out);
  const order = { content, target: places.target, extras: { cards: false, search: false }, preview: false };
  const last = findLast(order);
  await buildSite({ order, places, last, now: NOW, strict: false, onPage: () => undefined });
  return snapshot(out);
}

test("a second start answers from the kept site and makes no page", async () => {
  const first = await start();
  expect(first.made?.length).toBeGreaterThan(50);
  expect(first.again).toEqual([]);
  const before = snapshot(first.site);
  for (let count = 0; count < 2; count++) {
    const second = await start();
    expect(second).toMatchObject({ made: undefined, again: [], home: first.home, problems: "" });
    expect(snapshot(second.site)).toEqual(before);
  }
});

test("what changed while no preview ran is made at the next start, and nothing else", async () => {
  const first = await start();
  change(STORY, (text) => text.replace(/^title: .*$/m, "title: Typed meanwhile"));
  const second = await start();
  expect(second.home).toContain("Typed meanwhile");
  expect(second.made).toContain("/index.html");
  expect(second.made?.length).toBeLessThan((first.made?.length ?? 0) / 2);
  rmSync(join(content, EDITION, "begun.md"));
  rmSync(join(content, EDITION, "leads.md"));
  change(`${EDITION}/edition.md`, (text) => text.replace(", begun, later, leads]", ", later]"));
  const third = await start();
  expect(existsSync(join(third.site, "2026/03/05/evening/begun"))).toBe(false);
  expect(snapshot(third.site)).toEqual(await startCold());
});

test("a draft that is published and a clock that moved on show at the next start", async () => {
  await start();
  change(`${EDITION}/begun.md`, (text) => text.replace("draft: true\n", ""));
  const later = Date.parse("2026-03-08T00:00:00Z");
  const second = await start({ now: later });
  expect(second.made?.length).toBeGreaterThan(0);
  expect(snapshot(second.site)).toEqual(await startCold(later));
  const third = await start({ now: later });
  expect(third.made).toBeUndefined();
});

test("a mistake is told again by a start that finds nothing changed", async () => {
  change(STORY, (text) => text.replace(/^topic: .*$/m, "topic: nosuchtopic"));
  const first = await start();
  const second = await start();
  expect(second).toMatchObject({ made: undefined, again: [], told: first.told, problems: first.problems });
  expect(second.problems).toContain("unknown-topic");
  change(STORY, (text) => text.replace("nosuchtopic", "publishing"));
  const third = await start();
  expect(third).toMatchObject({ told: [], problems: "" });
  expect(snapshot(third.site)).toEqual(await startCold());
});

test.each<[name: string, harm: (site: string) => void]>([
  ["of another program", () => vi.stubEnv("EVENING_UPDATE_PROGRAM", "another program")],
  [
    "that is damaged",
    () => {
      for (const path of listFiles(join(cache, "builds")))
        writeFileSync(join(cache, "builds", path), readFileSync(join(cache, "builds", path)).subarray(0, -9));
    },
  ],
  [
    "of a site that others changed",
    (site) => {
      writeFileSync(join(site, "index.html"), "by other hands");
    },
  ],
  [
    "of a site that is gone",
    (site) => {
      rmSync(site, { recursive: true });
    },
  ],
])("state %s is as none", async (_, harm) => {
  const first = await start();
  const before = snapshot(first.site);
  harm(first.site);
  const second = await start();
  expect(second.made?.length).toBe(first.made?.length);
  expect(second.home).toBe(first.home);
  expect(snapshot(second.site)).toEqual(before);
});

test("a preview that ended before it kept anything is no harm to the next", async () => {
  await start();
  change(STORY, (text) => text.replace(/^title: .*$/m, "title: Typed and killed"));
  await start({ isKept: false });
  change(STORY, (text) => text.replace(/^title: .*$/m, "title: Typed at last"));
  const { home, site } = await start();
  expect(home).toContain("Typed at last");
  expect(snapshot(site)).toEqual(await startCold());
});

test("after a build it shows what it would without, and no build what it shows", async () => {
  const out = join(content, "..", "site");
  const built = await build(out);
  expect(JSON.stringify(built)).not.toContain(DRAFT);
  const { site } = await start();
  const shown = snapshot(site);
  expect(JSON.stringify(shown)).toContain(DRAFT);
  expect(shown).toEqual(await startCold());
  rmSync(out, { recursive: true });
  expect(await build(out)).toEqual(built);
  // A site that was written where the preview's stands is one for readers, too.
  expect(await build(site)).toEqual(built);
});

test("two previews of the same content have a folder each", async () => {
  const other = takePlace(content);
  const { site, made } = await start();
  expect(site).not.toBe(other.site);
  other.release();
  const first = await start();
  expect(first.site).toBe(other.site);
  expect(first.made).toEqual(made);
  expect(snapshot(first.site)).toEqual(snapshot(site));
});

test("the folder of content that is gone is gone at the next start, unless a preview runs there", () => {
  const gone = join(content, "..", "gone");
  mkdirSync(gone);
  const held = takePlace(gone);
  mkdirSync(held.site);
  rmSync(gone, { recursive: true });
  takePlace(content).release();
  expect(existsSync(held.site)).toBe(true);
  held.release();
  takePlace(content).release();
  expect(existsSync(held.site)).toBe(false);
});

test("a page that is asked for while the preview is made comes before all others", async () => {
  const place = takePlace(content);
  clearPlace(place);
  const folder = createServedFolder(place.site, []);
  const order = { content, target: place.site, extras: { cards: false, search: false }, preview: true };
  const site = await createPreviewSite({ order, folder, clock: () => NOW, last: undefined });
  const asked = ["/2026/03/05/evening/begun/index.html", "/no/such/page/index.html", "/feed.xml", "/index.html"];
  const written: (readonly string[])[] = [];
  const whole = await site.refresh(undefined, {
    open: () => Promise.resolve(),
    next() {
      if (written.length <= asked.length) written.push(folder.written());
      return Promise.resolve(asked[written.length - 1]);
    },
  });
  const [before = [], edition = [], none, feed = [], home = []] = written;
  expect(before).toEqual([PROBLEMS]);
  expect(edition).toContain("/2026/03/05/evening/begun/index.html");
  const own = [PROBLEMS, apiEditionPath("2026-03-05-evening")];
  expect(edition.filter((path) => !own.includes(path) && !path.startsWith("/2026/03/05/evening/"))).toEqual([]);
  expect(none).toEqual(edition);
  expect(feed).toEqual([...edition, "/feed.xml"]);
  expect(home).toEqual([...feed, "/index.html"]);
  place.release();
  expect(new Set(whole.touched.changed).size).toBe(whole.touched.changed.length);
  expect(snapshot(place.site)).toEqual(await startCold());
});
