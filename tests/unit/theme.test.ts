import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  contrastOf,
  fromOklch,
  HEX,
  luminanceOf,
  mix,
  nearestColour,
  toOklch,
} from "../../src/content/theme/colour.ts";
import { cardSoft, findLowContrast, GROUNDS, listPairs } from "../../src/content/theme/contrast.ts";
import { LEAST_CONTRAST, OWN, paletteOf } from "../../src/content/theme/palette.ts";
import { PROJECT } from "../command.ts";

const ACCENTS = 40;
const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);

function weakest(palette = OWN): number {
  return Math.min(...listPairs(palette).map(({ colours }) => contrastOf(...colours)));
}

describe("the contrast of two colours", () => {
  test.each([
    ["#000000", "#ffffff", 21],
    ["#ffffff", "#ffffff", 1],
    ["#777777", "#ffffff", 4.478],
    ["#767676", "#ffffff", 4.542],
    ["#ff0000", "#ffffff", 3.998],
    ["#0000ff", "#ffffff", 8.592],
  ])("%s on %s is as WCAG says", (one, other, ratio) => {
    expect(contrastOf(one, other)).toBeCloseTo(ratio, 3);
    expect(contrastOf(other, one)).toBe(contrastOf(one, other));
  });

  test("is of luminances that weigh green most", () => {
    expect(["#ff0000", "#00ff00", "#0000ff"].map(luminanceOf)).toEqual([0.2126, 0.7152, 0.0722]);
  });
});

describe("a colour in OKLCH", () => {
  test.each([
    ["#ff0000", 0.628, 0.2577, 29.23],
    ["#00ff00", 0.8664, 0.2948, 142.5],
    ["#0000ff", 0.452, 0.3132, 264.05],
  ])("%s is where its author has it", (colour, lightness, chroma, degrees) => {
    const found = toOklch(colour);
    expect(found.lightness).toBeCloseTo(lightness, 3);
    expect(found.chroma).toBeCloseTo(chroma, 3);
    expect((((found.hue * 180) / Math.PI + 360) % 360) - degrees).toBeCloseTo(0, 1);
  });

  test("comes back as it was, and keeps its hue where it loses chroma that no screen has", () => {
    fc.assert(
      fc.property(hex, (colour) => {
        expect(fromOklch(toOklch(colour))).toBe(colour);
      }),
    );
    const strong = { lightness: 0.8, chroma: 0.3, hue: toOklch("#1b6b3a").hue };
    expect(Math.abs(toOklch(fromOklch(strong)).hue - strong.hue)).toBeLessThan(0.02);
  });
});

test("the nearest colour is the same where it passes, the next lighter or darker where not, and none where none passes", () => {
  expect(nearestColour("#1b6b3a", () => true)).toBe("#1b6b3a");
  const darker = nearestColour("#777777", (colour) => contrastOf(colour, "#ffffff") >= 4.5);
  expect(darker).toBe("#767676");
  expect(nearestColour("#777777", (colour) => contrastOf(colour, "#000000") >= 15)).toBe("#dadada");
  expect(nearestColour("#777777", () => false)).toBeUndefined();
});

test("a mixture lies between its two colours", () => {
  expect([0, 0.5, 1].map((far) => mix("#000000", "#ff8040", far))).toEqual(["#000000", "#804020", "#ff8040"]);
});

describe("a palette", () => {
  test("is the project's own without a theme, and can be read everywhere", () => {
    expect(paletteOf()).toEqual(OWN);
    expect(weakest()).toBeGreaterThanOrEqual(LEAST_CONTRAST);
  });

  test("has one accent in every light, and its like on dark paper, of the same hue", () => {
    const { accents } = paletteOf({ accent: "#1b6b3a" });
    expect(new Set(Object.values(accents)).size).toBe(1);
    expect(accents.dusk.light).toBe("#1b6b3a");
    expect(Math.abs(toOklch(accents.dusk.dark).hue - toOklch("#1b6b3a").hue)).toBeLessThan(0.05);
    expect(contrastOf(accents.dusk.dark, OWN.paper.dark)).toBeGreaterThan(7);
    expect(paletteOf({ accent: "#1b6b3a", accentDark: "#8ad9a0" }).accents.night.dark).toBe("#8ad9a0");
  });

  test("of another paper has its own soft ink, rules and tint, and keeps dark paper as it is", () => {
    const { paper, soft, line, tint, ink } = paletteOf({ paper: "#fff8e7", ink: "#1a1a1a" });
    expect([paper.light, ink.light]).toEqual(["#fff8e7", "#1a1a1a"]);
    expect(new Set([soft.light, line.light, tint.light, OWN.soft.light, OWN.line.light, OWN.tint.light]).size).toBe(6);
    expect([paper.dark, soft.dark, tint.dark]).toEqual([OWN.paper.dark, OWN.soft.dark, OWN.tint.dark]);
  });
});

describe(`of ${ACCENTS} accents as they come`, () => {
  // A seed, so that whoever sees one fail sees it again.
  const accents = fc.sample(hex, { numRuns: ACCENTS, seed: 16 });

  test.each(accents)("%s can be read everywhere, or is refused with one that can", (accent) => {
    const found = findLowContrast({ accent });
    if (found.length === 0) expect(weakest(paletteOf({ accent }))).toBeGreaterThanOrEqual(LEAST_CONTRAST);
    else {
      const [{ nearest = "", key } = { key: "" }, ...others] = found;
      expect([key, others]).toEqual(["accent", []]);
      expect(weakest(paletteOf({ accent: nearest }))).toBeGreaterThanOrEqual(LEAST_CONTRAST);
    }
  });

  test("some pass and some are refused", () => {
    const refused = accents.filter((accent) => findLowContrast({ accent }).length > 0);
    expect(refused.length).toBeGreaterThan(5);
    expect(refused.length).toBeLessThan(ACCENTS - 5);
  });
});

const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

test("whatever colours a theme has: it can be read everywhere, or each that is named can be mended as it says", () => {
  const themes = fc.record({ accent: hex, accentDark: some(hex), paper: some(hex), ink: some(hex) });
  fc.assert(
    fc.property(themes, (typed) => {
      const theme = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined));
      const found = findLowContrast(theme);
      const palette = paletteOf(theme);
      expect(found.length === 0).toBe(weakest(palette) >= LEAST_CONTRAST);
      if (found.length === 0)
        expect(contrastOf(cardSoft(palette), palette.paper.light)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
      const named = new Set<string>();
      for (let mended = theme, told = found; told.length > 0; told = findLowContrast(mended)) {
        // Together as they are told: neither undoes the other.
        mended = { ...mended, ...Object.fromEntries(told.map(({ key, nearest }) => [key, nearest])) };
        for (const { key, nearest } of told) expect([nearest, named.has(key)]).toEqual([expect.any(String), false]);
        for (const { key } of told) named.add(key);
      }
    }),
    { numRuns: 40 },
  );
});

test.each([
  [
    "a bright accent on dark paper below dark ink has a paper for the ink",
    { accent: "#37c015", paper: "#600a53" },
    ["paper"],
  ],
  [
    "a dark accent has its like for the paper that is told",
    { accent: "#7b4e2c", paper: "#000017" },
    ["paper", "accent"],
  ],
  [
    "an accent that can be read on the paper that is told is not named",
    { accent: "#2b1200", paper: "#000017" },
    ["paper"],
  ],
])("%s", (_, theme, keys) => {
  const found = findLowContrast(theme);
  expect(found.map(({ key }) => key)).toEqual(keys);
  expect(found.map(({ nearest }) => nearest)).toEqual(keys.map((): unknown => expect.stringMatching(HEX)));
  const typed = Object.fromEntries(found.map(({ key, nearest }) => [key, nearest]));
  const again = findLowContrast({ ...theme, ...typed }).map(({ key }) => key);
  expect(again.filter((key) => keys.includes(key))).toEqual([]);
});

describe("the pairs that are checked are those of the stylesheets", () => {
  const folder = join(PROJECT, "templates/styles");
  const sheets = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
  const used = (property: RegExp) =>
    new Set(sheets.flatMap((css) => Array.from(css.matchAll(property), ([, name = ""]) => name)));

  test("letters have a colour that is checked, or are of paper on ink", () => {
    const letters = used(/[{;\s]color: var\(--([a-z]+)\)/g);
    expect([...letters].sort()).toEqual([...Object.keys(GROUNDS), "paper"].sort());
    for (const css of sheets)
      for (const [rule] of css.matchAll(/\{[^{}]*color: var\(--paper\)[^{}]*\}/g))
        expect(rule).toContain("background: var(--ink)");
  });

  test("grounds are paper, the tint, ink below paper, and squares of the accent without letters", () => {
    expect([...used(/background(?:-color)?: var\(--([a-z]+)\)/g)].sort()).toEqual(["accent", "ink", "paper", "tint"]);
  });

  test("no stylesheet, chart or page has a colour of its own, but black on white on paper", () => {
    const templates = readdirSync(join(PROJECT, "templates"), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.(css|ts)$/.test(name) && !name.endsWith("print.css"))
      .flatMap((name) => {
        const text = readFileSync(join(PROJECT, "templates", name), "utf8");
        return Array.from(text.matchAll(/[:"\s]#(?:[\da-f]{6}|[\da-f]{3})\b/gi), ([found]) => `${name}: ${found}`);
      });
    expect(templates).toEqual([]);
  });
});
