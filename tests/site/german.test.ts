import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { OWN } from "../../src/content/theme/palette.ts";
import { connectBrowser } from "../browser/connect.ts";
import { SCHEMES, screen, visit } from "../browser/visits.ts";
import { PROJECT, run } from "../command.ts";
import { listFiles, readFiles } from "../files.ts";
import { serveSite } from "../site-server.ts";
import { countHues, picturesIn } from "./hues.ts";

/**
 * A publication that is nothing like the project's own, in German, green, with a logo, on weekdays only, on a Friday after its
 * edition: nothing of the project's look or rhythm is left in its site.
 */
const GERMAN = join(PROJECT, "tests/fixtures/german/content");
const FRIDAY = "2026-11-27T18:00:00Z";

/** The project's own accents. */
const FOREIGN = Object.values(OWN.accents).flatMap(({ light, dark }) => [light, dark]);

let work = "";
let site = "";

function build(name: string, content: string, ...more: string[]): string {
  const out = join(work, name);
  const { code, stdout, stderr } = run(["build", "--content", content, "--out", out, "--now", FRIDAY, ...more]);
  expect(code, stdout + stderr).toBe(0);
  return out;
}

/** The moments after the clock that pages name as those of an edition, each once: until when a story takes letters is none. */
function listPromises(folder: string): string[] {
  const moments = readFiles(folder, ".html").flatMap(({ text }) =>
    [...text.replace(/<p class="terms".*?<\/p>/gs, "").matchAll(/<time[^>]* datetime="([^"]+)"/g)].map(
      ([, moment = ""]) => moment,
    ),
  );
  return [...new Set(moments)].filter((moment) => Date.parse(moment) > Date.parse(FRIDAY));
}

beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), "evening-update-german-"));
  // Below the path of its address, as it is served.
  site = build("served/abend-ausgabe", GERMAN);
});

afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

describe("the site of a German publication in green", () => {
  test("has none of the project's own accents in any stylesheet, page, drawing or manifest", () => {
    for (const ending of [".css", ".html", ".svg", ".webmanifest", ".json", ".xml", ".js"])
      for (const { path, text } of readFiles(site, ending))
        for (const colour of FOREIGN) expect(text.toLowerCase().includes(colour), `${path} has ${colour}`).toBe(false);
  });

  test("has cards and icons of no other hue", async () => {
    const pictures = listFiles(site).filter((path) => /\.(png|ico)$/.test(path));
    expect(pictures.filter((path) => path.includes("card.")).length).toBeGreaterThan(4);
    expect(pictures.filter((path) => !path.includes("card.")).length).toBeGreaterThan(4);
    for (const path of pictures)
      for (const picture of picturesIn(path, readFileSync(join(site, path)))) {
        const { green, other } = await countHues(picture);
        expect([green > 0, other], path).toEqual([true, 0]);
      }
  });

  test("has charts of no other hue on screen, in light and dark", async () => {
    const [browser, server] = [await connectBrowser(), await serveSite(join(site, ".."))];
    for (const colorScheme of SCHEMES) {
      const { page } = await visit(browser, server.url, screen(1280, { colorScheme }));
      await page.goto(`${server.url}/abend-ausgabe/trends/`);
      const charts = await page.locator("figure.chart").all();
      expect(charts.length).toBeGreaterThan(3);
      const hues = [];
      for (const chart of charts) hues.push(await countHues(await chart.screenshot()));
      expect(hues.map(({ other }) => other)).toEqual(charts.map(() => 0));
      expect(hues.some(({ green }) => green > 100)).toBe(true);
    }
    await Promise.all([browser.close(), server.close()]);
  });

  test("promises no Saturday: nothing while Thursday's edition is late, and Monday alone when Friday's is out", () => {
    expect(listPromises(site)).toEqual([]);
    const content = join(work, "content");
    cpSync(GERMAN, content, { recursive: true });
    renameSync(join(content, "editions/2026/11-24-abend"), join(content, "editions/2026/11-27-abend"));
    const friday = build("friday", content, "--no-cards", "--no-search");
    expect(listPromises(friday)).toEqual(["2026-11-30T18:30:00+01:00"]);
  });
});
