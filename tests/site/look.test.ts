import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contrastOf } from "../../src/content/theme/colour.ts";
import { OWN } from "../../src/content/theme/palette.ts";
import { run } from "../command.ts";
import { listFiles, readFiles } from "../files.ts";
import { layMistakes } from "../fixtures.ts";
import { countHues, picturesIn } from "./hues.ts";

const GREEN = "#1b6b3a";
const LOGO = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20">
  <style>path { fill: ${GREEN} }</style>
  <path d="M0 0h60v20H0z"/>
</svg>
`;
const COPIES = {
  "/CNAME": "update.example.org\n",
  "/ads.txt": "ads.example, 1, DIRECT\n",
  "/google123.html": "google-site-verification: google123.html",
  "/.well-known/assetlinks.json": "[]\n",
  "/folder/pattern.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>\n',
};
/** The project's own accents. */
const FOREIGN = Object.values(OWN.accents).flatMap(({ light, dark }) => [light, dark]);

let work = "";
const contentPath = (...names: string[]): string => join(work, "content", ...names);
const sitePath = (path: string): string => join(work, "site", path);

function write(path: string, text: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function setTheme(theme: string): void {
  const [before = ""] = readFileSync(contentPath("site.yaml"), "utf8").split("theme:");
  writeFileSync(contentPath("site.yaml"), `${before}theme: ${theme}\n`);
}

function build(): void {
  const args = ["build", "--content", join(work, "content"), "--out", join(work, "site")];
  const env = { EVENING_UPDATE_CACHE: join(work, "cache") };
  const { code, stdout, stderr } = run([...args, "--now", "2026-03-05T00:00:00Z", "--no-search"], { env });
  expect(code, stdout + stderr).toBe(0);
}

function readSite(path: string): Buffer {
  return readFileSync(sitePath(path));
}

const imagesIn = (path: string) => picturesIn(path, readSite(path));

beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), "evening-update-look-"));
  layMistakes(join(work, "content"));
  const site = readFileSync(contentPath("site.yaml"), "utf8");
  writeFileSync(
    contentPath("site.yaml"),
    site.replace("https://update.example.org", "https://update.example.org/paper"),
  );
  write(contentPath("logo.svg"), LOGO);
  write(contentPath("theme.css"), ".tagline { background: url(/folder/pattern.svg) }\n");
  for (const [path, text] of Object.entries(COPIES)) write(contentPath("public", path), text);
  setTheme(`{ accent: "${GREEN}", logo: logo.svg, font: sans, radius: 3 }`);
  build();
});

afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

describe("a site with a green accent and a logo", () => {
  test("has none of the project's own accents in any text, and no picture of another hue", async () => {
    for (const ending of [".css", ".html", ".svg", ".webmanifest", ".json", ".xml"])
      for (const { path, text } of readFiles(join(work, "site"), ending))
        for (const colour of FOREIGN) expect(text.includes(colour), `${path} has ${colour}`).toBe(false);
    const pictures = listFiles(join(work, "site")).filter((path) => /\.(png|ico)$/.test(path));
    expect(pictures.filter((path) => /card\./.test(path)).length).toBeGreaterThan(2);
    expect(pictures.length).toBeGreaterThan(7);
    for (const path of pictures)
      for (const picture of imagesIn(path)) {
        const { green, other } = await countHues(picture);
        expect([green > 0, other], path).toEqual([true, 0]);
      }
  });

  test("has one accent in its stylesheet, in both schemes, and loads no font", () => {
    const [style] = readFiles(join(work, "site/-"), ".css").filter(({ path }) => path.startsWith("style."));
    const accents = [...(style?.text ?? "").matchAll(/--accent:light-dark\((#[\da-f]{6}),\s?(#[\da-f]{6})\)/g)];
    expect(accents).toHaveLength(1);
    expect(accents[0]?.[1]).toBe(GREEN);
    expect(contrastOf(accents[0]?.[2] ?? "", OWN.paper.dark)).toBeGreaterThan(4.5);
    expect(style?.text).not.toContain("@font-face");
    expect(listFiles(join(work, "site")).filter((path) => path.endsWith(".woff2"))).toEqual([]);
  });

  test("shows its logo in every masthead, and has icons of it in every size that is named", async () => {
    for (const { path, text } of readFiles(join(work, "site"), "index.html"))
      if (text.includes('class="masthead"'))
        expect(text, path).toMatch(
          /<img class="logo" src="\/paper\/-\/logo\.[\da-f]{10}\.svg" width="360" height="120" alt="">Evening/,
        );
    expect(readSite("favicon.svg").toString()).toBe(LOGO);
    const { icons } = JSON.parse(readSite("manifest.webmanifest").toString()) as {
      icons: { src: string; sizes: string }[];
    };
    for (const { src, sizes } of icons) {
      const { width, height, hasAlpha } = await sharp(readSite(src.replace("/paper", ""))).metadata();
      expect([`${width}x${height}`, hasAlpha], src).toEqual([sizes, false]);
    }
    const sizes = await Promise.all(imagesIn("favicon.ico").map((picture) => sharp(picture).metadata()));
    expect(sizes.map(({ width }) => width)).toEqual([16, 32]);
    expect(readSite("index.html").toString()).toContain(
      '"logo":{"@type":"ImageObject","url":"https://update.example.org/paper/icon-512.png"',
    );
  });

  test("has the maskable icon's sign within the circle that every telephone leaves", async () => {
    const { data, info } = await sharp(readSite("icon-maskable.png")).raw().toBuffer({ resolveWithObject: true });
    const paper = data.subarray(0, 3);
    for (let at = 0; at < data.length; at += info.channels)
      if (!data.subarray(at, at + 3).equals(paper)) {
        const [x, y] = [(at / info.channels) % info.width, Math.floor(at / info.channels / info.width)];
        expect(Math.hypot(x - 256, y - 256)).toBeLessThan(0.4 * 512);
      }
  });

  test("has its own styles last on every page, which find their file below the site's path", () => {
    const [own] = listFiles(join(work, "site/-")).filter((path) => path.startsWith("theme."));
    for (const { path, text } of readFiles(join(work, "site"), ".html"))
      if (text.includes('rel="stylesheet"')) {
        const sheets = [...text.matchAll(/<link rel="stylesheet"[^>]* href="([^"]*)"/g)].map(([, href]) => href);
        expect(sheets.at(-1), path).toBe(`/paper/-/${own ?? ""}`);
      }
    expect(readSite(`-/${own ?? ""}`).toString()).toContain("/paper/folder/pattern.svg");
  });

  test("has the files of public/ as they are", () => {
    for (const [path, text] of Object.entries(COPIES)) expect(readSite(path).toString(), path).toBe(text);
  });
});

describe("the next build", () => {
  test("leaves icons and copied files where they are, but for what is gone", () => {
    const kept = ["icon-512.png", "favicon.ico", "CNAME", "folder/pattern.svg"];
    const before = kept.map((path) => statSync(sitePath(path)).mtimeMs);
    rmSync(contentPath("public", "ads.txt"));
    const story = contentPath("editions/2026/03-04-evening/open-model.md");
    writeFileSync(story, readFileSync(story, "utf8").replace("Example Labs has", "Example Labs of Leeds has"));
    build();
    expect(readSite("2026/03/04/evening/open-model/index.html").toString()).toContain("Example Labs of Leeds has");
    expect(kept.map((path) => statSync(sitePath(path)).mtimeMs)).toEqual(before);
    expect(listFiles(join(work, "site"))).not.toContain("ads.txt");
  });

  test("prints every page again for other styles", () => {
    const page = readSite("about/index.html").toString();
    write(contentPath("theme.css"), ".tagline { letter-spacing: 0.1em }\n");
    build();
    expect(readSite("about/index.html").toString()).not.toBe(page);
    expect(listFiles(join(work, "site/-")).filter((path) => path.startsWith("theme."))).toHaveLength(1);
  });

  test("has no drawing of a logo that is a PNG, nor the project's own", async () => {
    const png = await sharp({ create: { width: 300, height: 300, channels: 3, background: GREEN } })
      .png()
      .toBuffer();
    write(contentPath("logo.png"), png);
    rmSync(contentPath("logo.svg"));
    setTheme("{ logo: logo.png }");
    build();
    expect(listFiles(join(work, "site"))).not.toContain("favicon.svg");
    expect(readSite("index.html").toString()).not.toContain("favicon.svg");
    expect(readSite("index.html").toString()).toMatch(/\/logo\.[\da-f]{10}\.png" width="120" height="120"/);
    expect(await countHues(imagesIn("icon-512.png")[0] ?? Buffer.alloc(0))).toMatchObject({ other: 0 });
  });

  test("draws the project's own sign in the theme's colours where there is no logo", async () => {
    rmSync(contentPath("logo.png"));
    setTheme(`{ accent: "${GREEN}" }`);
    build();
    expect(readSite("favicon.svg").toString()).toContain(GREEN);
    for (const path of ["favicon.ico", "apple-touch-icon.png", "icon-maskable.png"])
      for (const picture of imagesIn(path)) {
        const { green, other } = await countHues(picture);
        expect([green > 0, other], path).toEqual([true, 0]);
      }
  });
});
