import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run } from "../command.ts";
import { readFiles } from "../files.ts";
import { layMistakes, PUBLICATIONS } from "../fixtures.ts";
import { serveSite } from "../site-server.ts";
import { exampleSite } from "../sites.ts";
import { runWithin } from "../within.ts";

/** What a reader is told of the next edition; of one before them all, where it stands. */
const PROMISE = /The next edition, <a href="([^"]*)">[^<]*<\/a>, appears on <time datetime="([^"]*)">([^<]*)<\/time>/g;

let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "evening-update-rhythm-"));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Lays the valid publication, whose one edition is moved to a day, with a calendar. */
function lay(name: string, day: string, calendar: string, zone = "Europe/London"): string {
  const content = layMistakes(join(folder, name, "content"));
  const config = join(content, "site.yaml");
  const text = readFileSync(config, "utf8").replace("Europe/London", zone);
  writeFileSync(config, `${text}calendar: ${calendar}\n`);
  const editions = join(content, "editions/2026");
  if (day !== "03-04") renameSync(join(editions, "03-04-evening"), join(editions, `${day}-evening`));
  return content;
}

/** Builds a publication by a clock; what was known of it is kept. */
function build(content: string, now: string): string {
  const out = join(content, "../site");
  const args = ["build", "--content", content, "--out", out, "--now", now, "--no-cards", "--no-search"];
  const { code, stdout, stderr } = run(args, { env: { EVENING_UPDATE_CACHE: join(content, "../state") } });
  expect(`${String(code)} ${code === 0 ? "" : stdout + stderr}`).toBe("0 ");
  return out;
}

/** The moments that a page promises, each once. */
const promisesOf = (page: string) => [...new Set([...page.matchAll(PROMISE)].map(([, , iso]) => iso))];
const home = (site: string) => promisesOf(readFileSync(join(site, "index.html"), "utf8"));

describe("a built site promises", () => {
  const WEEKDAYS = "{ days: [mon, tue, wed, thu, fri], except: [2026-04-03, 2026-12-24/2027-01-03] }";

  test.each([
    // A Friday, the Thursday before a holiday, the last before a pause over the end of the year, and summer time.
    ["no Saturday", "03-06", "2026-03-06T20:00:00Z", WEEKDAYS, ["2026-03-09T07:00:00+00:00"]],
    ["no holiday", "04-02", "2026-04-02T20:00:00Z", WEEKDAYS, ["2026-04-06T07:00:00+01:00"]],
    ["the first after a pause", "12-23", "2026-12-26T20:00:00Z", WEEKDAYS, ["2027-01-04T07:00:00+00:00"]],
    ["what it did without a calendar", "03-04", "2026-03-05T00:00:00Z", "{}", ["2026-03-05T07:00:00+00:00"]],
    ["nothing in a pause without an end", "03-04", "2026-03-05T00:00:00Z", "{ except: 2026-03-05/2999-01-01 }", []],
  ])("%s", (name, day, now, calendar, promised) => {
    const site = build(lay(name, day, calendar), now);
    expect(home(site)).toEqual(promised);
    const own = readFileSync(join(site, `2026/${day.replace("-", "/")}/evening/index.html`), "utf8");
    expect(promisesOf(own)).toEqual(promised);
    expect(own).toContain("<strong>You’re up to date.</strong>");
  });

  test("nothing that has passed: a warm build takes the promise back at its moment, and no sooner", () => {
    const content = lay("passed", "03-06", WEEKDAYS);
    expect(home(build(content, "2026-03-09T06:59:59Z"))).toEqual(["2026-03-09T07:00:00+00:00"]);
    const site = build(content, "2026-03-09T07:00:00Z");
    expect(home(site)).toEqual([]);
    for (const { text, path } of readFiles(site, ".html")) expect(promisesOf(text), path).toEqual([]);
    expect(home(build(content, "2026-03-09T06:59:59Z"))).toEqual(["2026-03-09T07:00:00+00:00"]);
  });

  test("another edition as soon as its calendar is another", () => {
    const content = lay("changed", "03-06", WEEKDAYS);
    expect(home(build(content, "2026-03-06T20:00:00Z"))).toEqual(["2026-03-09T07:00:00+00:00"]);
    const config = join(content, "site.yaml");
    writeFileSync(config, readFileSync(config, "utf8").replace("[2026-04-03", "[2026-03-09, 2026-04-03"));
    expect(home(build(content, "2026-03-06T20:00:00Z"))).toEqual(["2026-03-10T07:00:00+00:00"]);
  });
});

test("an older edition tells which came next, and not which should have", () => {
  const pages = readFiles(exampleSite(), "evening/index.html").filter(({ path }) =>
    /^2026\/\d\d\/\d\d\/[^/]+\/[^/]+$/.test(path),
  );
  expect(pages.length).toBeGreaterThan(2);
  for (const { path, text } of pages)
    for (const [, href = "", iso = ""] of text.matchAll(PROMISE)) {
      const [day = ""] = iso.split("T");
      if (day < "2026-03-06")
        expect(existsSync(join(exampleSite(), day.replaceAll("-", "/"), href, "index.html")), path).toBe(true);
    }
});

test("the pulse of a built site is felt in each of its feeds", async () => {
  const server = await serveSite(exampleSite());
  try {
    for (const path of ["", "/", "/feed.json", "/feed.xml"]) {
      const { now, content } = PUBLICATIONS.example;
      const feel = (at: string) => runWithin(["pulse", server.url + path, "--content", content, "--now", at]);
      const { code, stdout } = await feel(now);
      expect({ code, stdout }).toMatchObject({ code: 0 });
      expect(stdout).toContain("found: AI Evening Update of Thursday 5 March 2026, published 6 hours ago, in ");
      expect(await feel("2026-03-06T12:00:00Z")).toMatchObject({ code: 1 });
    }
  } finally {
    await server.close();
  }
});
