import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { measurePicture } from "../../src/content/pictures/pictures.ts";

const picture = sharp({ create: { width: 40, height: 30, channels: 3, background: "#a52" } });
const FORMATS = ["jpeg", "png", "webp", "avif"] as const;
const encode = (format: (typeof FORMATS)[number] | "gif" | "tiff") => picture.clone().toFormat(format).toBuffer();
const messageOf = async (name: string, bytes: Uint8Array) => {
  const measured = await measurePicture(name, bytes);
  return "rule" in measured ? measured.message : measured;
};

describe("a picture", () => {
  test.each(FORMATS)("of the format %s is measured", async (format) => {
    expect(await messageOf(`a.${format}`, await encode(format))).toEqual({ width: 40, height: 30 });
  });

  test("with bytes behind its end is measured, as some cameras write it", async () => {
    for (const format of FORMATS) {
      const bytes = Buffer.concat([await encode(format), Buffer.alloc(3)]);
      expect(await messageOf(`a.${format}`, bytes)).toEqual({ width: 40, height: 30 });
    }
  });

  test.each(FORMATS)("of the format %s that is cut short is told as such", async (format) => {
    const bytes = await encode(format);
    for (const part of [0.9, 0.6])
      expect(await messageOf(`a.${format}`, bytes.subarray(0, Math.floor(bytes.length * part)))).toBe(
        `“a.${format}” is cut short: its end is missing`,
      );
  });

  test.each(FORMATS)("of the format %s never throws, wherever it is cut", async (format) => {
    const bytes = await encode(format);
    for (let length = 0; length < 40; length++) {
      const measured = await measurePicture(`a.${format}`, bytes.subarray(0, length));
      expect("rule" in measured).toBe(true);
    }
  });

  test.each([
    ["gif", () => encode("gif")],
    ["tiff", () => encode("tiff")],
    ["svg", () => Buffer.from('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ["pdf", () => Buffer.from("%PDF-1.7\n")],
    ["bmp", () => Buffer.from("BM0000")],
    ["heic", () => Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1")],
    ["jxl", () => Buffer.from("\xFF\x0A0000", "latin1")],
  ] as const)("that is really a %s file is told as such, and no decoder opens it", async (kind, bytes) => {
    expect(await messageOf("a.png", await bytes())).toBe(`“a.png” is really a ${kind} file`);
  });

  test.each([Buffer.alloc(0), Buffer.alloc(1000), Buffer.from("text")])(
    "of no known kind cannot be read",
    async (bytes) => {
      expect(await messageOf("a.avif", bytes)).toBe("“a.avif” cannot be read as a picture");
    },
  );
});
