import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PROJECT, run } from "../command.ts";
import { listFiles } from "../files.ts";

const FIELD = join(PROJECT, "tests/fixtures/field/picture-tall/content");
const SOURCE = "editions/2026/03-04-evening";
const FOLDER = "2026/03/04/evening";

let work = "";

/** A picture of one colour that can be seen through where its colour says so. */
function flat(width: number, height: number, alpha = 1) {
  return sharp({ create: { width, height, channels: 4, background: { r: 50, g: 70, b: 90, alpha } } });
}

beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), "evening-update-tall-"));
});

afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

describe("a picture taller than a format can hold", () => {
  test("is published in those that can, in a text and in a front matter", async () => {
    const [content, site] = [join(work, "content"), join(work, "site")];
    cpSync(FIELD, content, { recursive: true });
    const pictures = {
      "tall.png": flat(900, 17_000).removeAlpha().png(),
      "lace.avif": flat(300, 16_384, 0.5).avif({ effort: 0 }),
      "solid.webp": flat(1250, 16_383).removeAlpha().webp({ effort: 0 }),
      "strip.jpg": flat(1500, 32_000).jpeg(),
      "line.png": flat(32_000, 1).png(),
      "post.jpeg": flat(1, 32_000).jpeg(),
    };
    for (const [name, picture] of Object.entries(pictures)) await picture.toFile(join(content, SOURCE, name));
    const story = join(content, SOURCE, "x.md");
    const shown = Object.keys(pictures).map((name) => `![A picture](${name})\n`);
    const text = readFileSync(story, "utf8").replace("topic:", "image: { src: strip.jpg, alt: A strip }\ntopic:");
    writeFileSync(story, `${text}\n${shown.join("\n")}`);
    const args = ["--content", content, "--out", site, "--now", "2026-03-04T19:00:00Z", "--no-cards", "--no-search"];
    const { code, stdout, stderr } = run(["build", ...args], { env: { EVENING_UPDATE_CACHE: join(work, "cache") } });
    expect(code, stdout + stderr).toBe(0);

    const copies = listFiles(join(site, FOLDER)).filter((path) => /^[a-z]+\.\w+\.\d+\./.test(path));
    const of = (name: string) => copies.filter((path) => path.startsWith(name)).map((path) => path.slice(name.length));
    expect(of("tall.png")).toEqual([".360.png", ".720.png", ".900.png"]);
    // It can be seen through, and no JPEG can.
    expect(of("lace.avif")).toEqual([".300.png"]);
    expect(of("solid.webp")).toEqual([".1200.jpg", ".360.jpg", ".720.jpg"]);
    expect(of("strip.jpg")).toEqual([".1200.jpg", ".360.jpg", ".720.jpg"]);
    expect(of("line.png")).toEqual(
      [360, 720, 1200]
        .flatMap((width) => [`.${width}.avif`, `.${width}.webp`])
        .concat(".1200.png")
        .sort(),
    );
    expect(of("post.jpeg")).toEqual([".1.jpg"]);
    for (const path of copies) {
      const { width, height } = await sharp(join(site, FOLDER, path), { limitInputPixels: false }).metadata();
      expect(Math.min(width, height), path).toBeGreaterThan(0);
    }
    const page = readFileSync(join(site, FOLDER, "x/index.html"), "utf8");
    expect(page).toContain('tall.png.900.png" alt="A picture" width="900" height="17000"');
    expect(page).toContain('strip.jpg.1200.jpg" width="1200" height="25600" alt="A strip"');
  });
});
