import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { OWN } from "../../src/content/theme/palette.ts";
import { versionOfDrawing } from "../../src/pipeline/print/cards/cards.ts";
import { drawCard, showable } from "../../src/pipeline/print/cards/draw.ts";
import { type Fonts, nameFonts } from "../../src/pipeline/print/cards/fonts.ts";
import { measure } from "../../src/pipeline/print/cards/pango.ts";
import { isRightToLeft, setHeadline, setLine, turn } from "../../src/pipeline/print/cards/typeset.ts";
import type { Card } from "../../src/views/cards/card-view.ts";

const LONG =
  "Alibaba’s Qwen team faces major departures as researchers weigh open models against a harder commercial future";
const TITLES = {
  "110 characters": LONG,
  Arabic: "غادر قادة فريق كوين في شركة علي بابا وسط خلاف حول مستقبل النماذج المفتوحة",
  Chinese: "阿里通义千问团队核心成员离职，引发对“开源模型”前景的讨论",
  "one word of 60 letters": "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunte",
  "Greek and Cyrillic": "Модель Яндекса и ελληνικά κείμενα",
  "two words": "Briefly noted",
};
const MARGIN = 72;
const CARD: Card = {
  name: "AI Evening Update",
  kicker: "Open models",
  headline: LONG,
  dateline: "Wednesday 4 March 2026, AI Evening Update",
  labels: ["AI-generated", "Contains paid links"],
  light: "dusk",
  direction: "ltr",
};

let fonts: Fonts;

const colours = OWN;

beforeAll(async () => {
  fonts = await nameFonts(versionOfDrawing())();
});

/** A card's pixels: whether there is anything but paper. */
async function readInk(png: Uint8Array) {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const isInk = (x: number, y: number) => (data[(y * info.width + x) * 3 + 1] ?? 255) < 240;
  const any = (left: number, top: number, right: number, bottom: number) => {
    for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) if (isInk(x, y)) return true;
    return false;
  };
  return { ...info, any };
}

test("the titles are as long as they say", () => {
  expect(Array.from(LONG)).toHaveLength(110);
  expect(Array.from(TITLES["one word of 60 letters"])).toHaveLength(60);
});

describe("a card", () => {
  test.each(Object.entries(TITLES))("keeps its margins and its headline clear of all else: %s", async (_, headline) => {
    const png = await drawCard({ ...CARD, headline }, fonts, colours);
    const { width, height, any, ...info } = await readInk(png);
    expect({ width, height }).toEqual({ width: 1200, height: 630 });
    expect(info.format).toBe("raw");
    expect((await sharp(png).metadata()).format).toBe("png");
    // Below the band of the slot's colour: nothing in the margins, nor between the headline and what stands around it.
    expect(any(0, 20, MARGIN - 3, height)).toBe(false);
    expect(any(width - MARGIN + 3, 20, width, height)).toBe(false);
    expect(any(0, height - 30, width, height)).toBe(false);
    expect(any(0, height - 136, width, height - 122)).toBe(false);
    expect(any(MARGIN, 206, width - MARGIN, 300)).toBe(true);
    expect(any(0, 199, width, 206)).toBe(false);
  });
});

/** Legal texts that are wider or taller than any headline, or have no place to break. */
const HOSTILE = {
  "the widest glyph of Unicode, 50 times": "\uFDFD".repeat(50),
  "the widest glyph of Unicode, 110 times": "\uFDFD".repeat(110),
  "110 W without a space": "W".repeat(110),
  "a word of 110 Arabic letters": "م".repeat(110),
  "a line of 110 Arabic dashes": "ـ".repeat(110),
  "110 long dashes": "—".repeat(110),
  "a letter with 100 accents": `Z${"\u0301".repeat(100)}`,
  "words that may not be parted": Array<string>(55).fill("a").join("\u00A0"),
  "signs of markup": "<b>&amp;".repeat(13),
  "line breaks of other systems": "a\u2028b\u2029c\u0085d",
};

describe("a card with a text that no card is made for", () => {
  const places = ["headline", "name", "kicker", "dateline", "labels"] as const;

  test.each(Object.entries(HOSTILE))("is drawn, and keeps its margins: %s", async (_, text) => {
    for (const place of places)
      for (const direction of ["ltr", "rtl"] as const) {
        const card = { ...CARD, direction, [place]: place === "labels" ? [text, text] : text };
        const { width, height, any } = await readInk(await drawCard(card, fonts, colours));
        expect(any(0, 20, MARGIN - 3, height), place).toBe(false);
        expect(any(width - MARGIN + 3, 20, width, height), place).toBe(false);
      }
  });

  test("has no measure where it is too wide, however many are measured at once", async () => {
    const setting = { size: 80, weight: 600, width: 1056, wrap: "word" } as const;
    for (let round = 0; round < 8; round++) {
      const texts = Array.from({ length: 40 }, (_, at) => (at % 2 === 0 ? "\uFDFD".repeat(60 + at) : `Words ${at}`));
      const measured = await Promise.all(texts.map((text) => measure(text, setting)));
      expect(measured.map(({ width }) => Number.isFinite(width))).toEqual(texts.map((_, at) => at % 2 === 1));
    }
  });

  test("has all of a line that can be read small, and of another as much as can be", async () => {
    const style = { size: 40, weight: 600 };
    const [small, cut] = await Promise.all([
      setLine("Words and ".repeat(8), style, 500),
      setLine("W".repeat(99), style, 500),
    ]);
    for (const { width } of [small, cut]) {
      expect(width).toBeLessThanOrEqual(500);
      expect(width).toBeGreaterThan(400);
    }
    expect(cut.height).toBeGreaterThanOrEqual(10);
  });
});

describe("a headline", () => {
  const BOXES = [
    [1056, 250],
    [1056, 820],
    [500, 300],
  ] as const;

  test.each(Object.entries(TITLES))("stays in its box, in lines of which none is left over: %s", async (_, title) => {
    for (const [width, height] of BOXES) {
      const block = await setHeadline(title, { width, height }, 136);
      expect(block).toBeDefined();
      expect(block?.width).toBeLessThanOrEqual(width);
      expect(block?.height).toBeLessThanOrEqual(height);
      expect(block?.shortest).toBeGreaterThanOrEqual(0.4);
    }
  });

  test("of any length fits, and the longer it is the smaller are its letters", async () => {
    const words = `${LONG} ${LONG}`.split(" ");
    const sizes: number[] = [];
    for (let count = 1; count <= words.length; count += 3) {
      const block = await setHeadline(words.slice(0, count).join(" "), { width: 1056, height: 250 }, 104);
      expect(block?.width).toBeLessThanOrEqual(1056);
      expect(block?.height).toBeLessThanOrEqual(250);
      sizes.push(block?.size ?? 0);
    }
    expect(sizes[0]).toBe(104);
    expect(sizes.at(-1)).toBeLessThan(60);
  });

  test("does not end with one short word", async () => {
    const block = await setHeadline(
      "What a model card says and what it leaves out by 40",
      { width: 700, height: 400 },
      80,
    );
    expect(block?.lines).toBeGreaterThan(1);
    expect(block?.shortest).toBeGreaterThanOrEqual(0.4);
  });

  test("begins at the right in a script that is read from there", () => {
    expect(isRightToLeft(TITLES.Arabic)).toBe(true);
    expect(isRightToLeft("“«غادر» قادة")).toBe(true);
    expect(isRightToLeft("Qwen غادر")).toBe(false);
  });

  test("begins there too where the publication is read from there and a name in Latin letters comes first", () => {
    expect(isRightToLeft(turn("Qwen غادر", "rtl"))).toBe(true);
    expect(turn("Qwen غادر", "ltr")).toBe("Qwen غادر");
    expect(turn("Qwen: 12", "rtl")).toBe("Qwen: 12");
    expect(turn(TITLES.Arabic, "rtl")).toBe(TITLES.Arabic);
  });

  test("is drawn so: its first word is at the right end of its line", async () => {
    const inkRightOfLeft = async (text: string) => {
      const { width, height, mask } = await setLine(text, { size: 40, weight: 600 }, 1056);
      const ink = (from: number, to: number) =>
        Array.from({ length: height }, (_, y) => mask.subarray(y * width + from, y * width + to))
          .flatMap((row) => [...row])
          .reduce((sum, value) => sum + value, 0);
      return ink(width >> 1, width) - ink(0, width >> 1);
    };
    expect(await inkRightOfLeft(turn("MMM - ا", "rtl"))).toBeGreaterThan(0);
    expect(await inkRightOfLeft("MMM - ا")).toBeLessThan(0);
  });

  test("keeps the letters of Arabic words joined, whatever room letters have elsewhere", async () => {
    const setting = { size: 80, weight: 600 };
    const spaced = { ...setting, spacing: 0.1 };
    expect(await measure(TITLES.Arabic, spaced)).toEqual(await measure(TITLES.Arabic, setting));
    expect(await measure("Words", spaced)).not.toEqual(await measure("Words", setting));
  });
});

describe("what the fonts hold", () => {
  test.each([
    ["Latin", "Alibaba’s “Żółć”, 10 € – œuvre…"],
    ["Greek and Cyrillic", TITLES["Greek and Cyrillic"]],
    ["Vietnamese", "Tiếng Việt"],
    ["Arabic", TITLES.Arabic],
    ["Chinese", TITLES.Chinese],
    ["Japanese", "日本語の見出し"],
  ])("is shown: %s", (_, text) => {
    expect(showable(text, fonts)).toBe(text.normalize("NFC"));
  });

  test.each(["ข่าวภาษาไทย", "हिन्दी समाचार", "Hello ქართული"])("is not shown in part: %s", (text) => {
    expect(showable(text, fonts)).toBeUndefined();
  });

  test("but for emoji, which are left out", () => {
    expect(showable("A 🎉 day 👩🏽‍🚀", fonts)).toBe("A day");
    expect(showable("🎉", fonts)).toBeUndefined();
  });

  test("decides what stands on the card: without the script there is no headline and there are no boxes", async () => {
    const draw = (headline: string) => drawCard({ ...CARD, headline }, fonts, colours);
    expect(await draw("ข่าวภาษาไทย")).toEqual(await draw("हिन्दी समाचार"));
    expect(await draw("ข่าวภาษาไทย")).not.toEqual(await draw("Thai news"));
  });
});

test("a card is the same bytes each time, and others when any of its words or its light is another", async () => {
  const first = await drawCard(CARD, fonts, colours);
  expect(await drawCard(CARD, fonts, colours)).toEqual(first);
  const others: Partial<Card>[] = [
    { headline: "Another" },
    { kicker: "Another" },
    { dateline: "Another" },
    { labels: [] },
    { name: "Another" },
    { light: "day" },
    { direction: "rtl" },
  ];
  for (const other of others) expect(await drawCard({ ...CARD, ...other }, fonts, colours)).not.toEqual(first);
});

test("is of few colours, so that it weighs little: less than 17 kB with all that a card may show", async () => {
  const png = await drawCard(CARD, fonts, colours);
  expect(png.length).toBeLessThan(17_000);
  const { data } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const used = new Set<number>();
  for (let at = 0; at < data.length; at += 3) used.add(data.readUIntBE(at, 3));
  expect(used.size).toBeLessThanOrEqual(10);
});

test("its colours are those of the site by day", async () => {
  const png = await drawCard(CARD, fonts, colours);
  const { data } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => `#${data.subarray((y * 1200 + x) * 3, (y * 1200 + x) * 3 + 3).toString("hex")}`;
  expect([at(10, 2), at(10, 300), at(100, 114)]).toEqual([
    colours.accents[CARD.light].light,
    colours.paper.light,
    colours.ink.light,
  ]);
});
