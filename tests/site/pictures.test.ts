import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PROJECT, run } from "../command.ts";
import { listFiles } from "../files.ts";

const FOLDER = "2026/03/04/evening";
const SOURCE = "editions/2026/03-04-evening";

let work: string;
let site: string;

function page(path: string): string {
  return readFileSync(join(site, path), "utf8");
}

/** A photograph as a telephone saves it: lying on its side, and telling where it was taken. */
async function takePhotograph(width: number, height: number): Promise<Buffer> {
  return sharp({
    create: { width, height, channels: 3, background: "#345", noise: { type: "gaussian", mean: 128, sigma: 20 } },
  })
    .withExif({
      IFD0: { Copyright: "Somebody", Orientation: "6" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "51/1 30/1 0/1" },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), "evening-update-pictures-"));
  const content = join(work, "content");
  cpSync(join(PROJECT, "tests/fixtures/invalid/_base"), content, { recursive: true });
  const photograph = await takePhotograph(1600, 1000);
  const { exif, orientation } = await sharp(photograph).metadata();
  expect([exif?.includes("Somebody"), orientation]).toEqual([true, 6]);
  writeFileSync(join(content, SOURCE, "quay.jpg"), photograph);
  writeFileSync(join(content, SOURCE, "small.jpeg"), await takePhotograph(40, 20));
  const diagram = sharp({ create: { width: 800, height: 500, channels: 4, background: "#0000" } });
  writeFileSync(join(content, SOURCE, "card.png"), await diagram.png().toBuffer());
  writeFileSync(join(content, SOURCE, "boat.avif"), await diagram.avif().toBuffer());
  const story = join(content, SOURCE, "open-model.md");
  const text = readFileSync(story, "utf8")
    .replace(/^topic:/m, "image: { src: quay.jpg, alt: A quay }\ntopic:")
    .replace(/$/, "\n![Small](small.jpeg) ![A diagram](card.png)\n\n![A boat](boat.avif)\n");
  writeFileSync(story, text);
  site = join(work, "site");
  const { code, stdout, stderr } = run(
    ["build", "--content", content, "--out", site, "--now", "2026-03-05T00:00:00Z"],
    {
      env: { EVENING_UPDATE_CACHE: join(work, "cache") },
    },
  );
  expect(code, stdout + stderr).toBe(0);
});

afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

function copiesOf(name: string): string[] {
  return listFiles(site)
    .filter((path) => path.startsWith(`${FOLDER}/${name}`))
    .map((path) => path.slice(FOLDER.length + 1 + name.length));
}

describe("a picture", () => {
  test("is there as AVIF, WebP and its own format, never wider than it is or than a page shows it", () => {
    const both = (width: number) => [`.${width}.avif`, `.${width}.webp`];
    expect(copiesOf("quay.jpg")).toEqual([...both(1000), ".1000.jpg", ...both(360), ...both(720)].sort());
    expect(copiesOf("small.jpeg")).toEqual([".20.avif", ".20.jpg", ".20.webp"]);
    expect(copiesOf("card.png")).toEqual([...both(360), ...both(720), ...both(800), ".800.png"].sort());
    expect(copiesOf("boat.avif")).toEqual([...both(360), ...both(720), ...both(800)].sort());
  });

  test("is what its name says, upright, and tells nothing of who took it and where", async () => {
    for (const name of ["quay.jpg", "small.jpeg", "card.png", "boat.avif"])
      for (const copy of copiesOf(name)) {
        const path = join(site, FOLDER, name + copy);
        const { format, width, height, exif, xmp, icc, orientation } = await sharp(path).metadata();
        const [, said, ending = ""] = /^\.(\d+)\.(\w+)$/.exec(copy) ?? [];
        expect(format).toBe({ avif: "heif", jpg: "jpeg" }[ending] ?? ending);
        expect(width).toBe(Number(said));
        expect(name === "quay.jpg" || name === "small.jpeg" ? height > width : height < width, copy).toBe(true);
        expect({ exif, xmp, icc, orientation: orientation ?? 1 }).toEqual({ orientation: 1 });
        expect(readFileSync(path).includes("Somebody")).toBe(false);
      }
  });

  test("is offered in each width by its page, at once where it stands first and else when it is near", () => {
    const text = page(`${FOLDER}/open-model/index.html`);
    const [own = ""] = /<figure class="figure">.*?<\/figure>/s.exec(text) ?? [];
    expect(own).toContain(
      `type="image/avif" srcset="/${FOLDER}/quay.jpg.360.avif 360w, /${FOLDER}/quay.jpg.720.avif 720w, /${FOLDER}/quay.jpg.1000.avif 1000w" sizes=`,
    );
    expect(own.indexOf("image/avif")).toBeLessThan(own.indexOf("image/webp"));
    expect(own).toContain(
      `<img src="/${FOLDER}/quay.jpg.1000.jpg" width="1000" height="1600" alt="A quay" fetchpriority="high" decoding="async">`,
    );
    const inText = [...text.matchAll(/<picture>((?:<source [^>]*>){2})<img ([^>]*)><\/picture>/g)].slice(1);
    expect(inText).toHaveLength(3);
    for (const [, , img = ""] of inText) {
      expect(img).toMatch(/width="\d+" height="\d+"/);
      expect(img).toContain('loading="lazy" decoding="async"');
    }
    expect(text).toContain(`src="/${FOLDER}/boat.avif.800.webp" alt="A boat" width="800" height="500"`);
  });

  test("is plain in feeds, with its whole address", () => {
    for (const name of ["feed.xml", "stories.xml", "feed.json"]) {
      const text = page(name);
      expect(text).not.toMatch(/picture>|source type|srcset/);
      expect(text).toMatch(/img src=[\\&quot;"]*https:\/\/[\w.]+\/2026\/03\/04\/evening\/quay\.jpg\.1000\.jpg/);
    }
  });

  test("is in linked data as it is, and no card", () => {
    expect(page(`${FOLDER}/open-model/index.html`)).toMatch(
      /"image":\[\{"@type":"ImageObject","url":"[^"]*quay\.jpg\.1000\.jpg","width":1000,"height":1600,"caption":"A quay"\}\]/,
    );
  });
});
