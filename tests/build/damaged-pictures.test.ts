import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { createDecoder } from "../../src/pipeline/pictures/decoder.ts";
import { openPictures, type Pictures } from "../../src/pipeline/pictures/pictures.ts";
import { type DamagedPicture, makeDamaged } from "../damaged-pictures.ts";

/** A picture of one colour. */
function flat(width: number, height: number, background = "#345") {
  return sharp({ create: { width, height, channels: background.length === 4 ? 3 : 4, background } });
}

let cache = "";
let pictures: Pictures;
let damaged: readonly DamagedPicture[];

beforeAll(async () => {
  cache = mkdtempSync(join(tmpdir(), "evening-update-damaged-"));
  vi.stubEnv("EVENING_UPDATE_CACHE", cache);
  pictures = openPictures();
  damaged = await makeDamaged();
});

afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(cache, { recursive: true, force: true });
});

const NAMES = {
  "half.jpg": "is cut short: its end is missing",
  "half-with-an-end.jpg": "is damaged: a part of it cannot be decoded",
  "zeros-within.jpg": "is damaged: a part of it cannot be decoded",
  "endless-scans.jpg": "is drawn in more than 64 scans",
  "flipped.png": "is damaged: a part of it cannot be decoded",
  "half.webp": "is cut short: its end is missing",
  "half-of-that-length.webp": "cannot be read as a picture",
  "no-data.avif": "is damaged: a part of it cannot be decoded",
  "other-data.avif": "is damaged: a part of it cannot be decoded",
  "other-data-later.avif": "is damaged: a part of it cannot be decoded",
  "says-it-is-larger.avif": "is damaged: a part of it cannot be decoded",
  "says-it-is-small.avif": "is damaged: a part of it cannot be decoded",
  "bomb.avif": "has 5000 × 5000 pixels; 24 million is the most",
  "bomb.png": "has 7100 × 7100 pixels; 50 million is the most",
  "too-tall.jpg": "has 10 × 32001 pixels; 32000 is the most on one side",
  "too-wide.png": "has 32001 × 1 pixels; 32000 is the most on one side",
};

describe("a picture that is damaged or too large", () => {
  test("is each of these", () => {
    expect(damaged.map(({ name }) => name)).toEqual(Object.keys(NAMES));
  });

  test.each(Object.entries(NAMES))("is told as such, with what to do: %s", async (name, message) => {
    const bytes = damaged.find((own) => own.name === name)?.bytes ?? new Uint8Array();
    const found = { rule: "bad-picture", message: `“${name}” ${message}`, hint: expect.any(String) as unknown };
    expect(await pictures.measure(name, bytes)).toEqual(found);
    // From what is known of it, the second time.
    expect(await openPictures().measure(name, bytes)).toEqual(found);
  });
});

test("a picture that takes too much memory ends the process that decodes it and no other, and the next is decoded", async () => {
  const decode = createDecoder();
  const [large, small] = await Promise.all([
    flat(7000, 7000).avif({ effort: 0 }).toBuffer(),
    flat(70, 70).avif({ effort: 0 }).toBuffer(),
  ]);
  const outcomes = await Promise.all([decode(large), decode(small)]);
  expect(outcomes).toEqual([{ excess: "memory" }, expect.objectContaining({ hasAlpha: false })]);
});

describe("a picture that is right", () => {
  test("is decoded once, and opened from what was kept", async () => {
    const bytes = await flat(1500, 900, "#3456").png().toBuffer();
    expect(await pictures.measure("a.png", bytes)).toEqual({ width: 1500, height: 900, hasAlpha: true });
    const name = pictures.nameOf(bytes);
    expect(pictures.kept.find(`${name}.facts`)).toBeDefined();
    pictures.kept.put(`${name}.master`, Buffer.from("kept"));
    const { master } = await openPictures().open(bytes);
    expect(Buffer.from(master).toString()).toBe("kept");
  });

  test("is decoded to the width of the largest copy, upright, eight bits a channel", async () => {
    const bytes = await flat(3000, 1500).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const { master } = await pictures.open(bytes);
    expect(await sharp(master).metadata()).toMatchObject({ width: 1200, height: 2400, depth: "uchar", format: "png" });
  });

  test("of sixteen bits a channel is as others are", async () => {
    const bytes = await flat(60, 40).toColourspace("rgb16").png().toBuffer();
    const { master } = await pictures.open(bytes);
    expect(await sharp(master).metadata()).toMatchObject({ depth: "uchar", bitsPerSample: 8 });
  });
});
