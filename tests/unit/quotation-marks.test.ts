import { execSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { LOCALES_BY_MARKS } from "../../src/content/typography/cldr-quotation-marks.ts";
import { findLocales, quotationMarksOf } from "../../src/content/typography/quotation-marks.ts";
import { PROJECT } from "../command.ts";

const CLDR = join(PROJECT, "node_modules/cldr-misc-full/main");
const TABLE = join(PROJECT, "src/content/typography/cldr-quotation-marks.ts");
const ROOT = "“”‘’";

interface Delimiters {
  readonly main: Readonly<Record<string, { readonly delimiters: Readonly<Record<string, string>> }>>;
}

/** Every locale of CLDR with its four marks. */
function readCldr(): Map<string, string> {
  const marks = new Map<string, string>();
  for (const locale of readdirSync(CLDR)) {
    const path = join(CLDR, locale, "delimiters.json");
    if (!existsSync(path)) continue;
    const { delimiters = {} } = (JSON.parse(readFileSync(path, "utf8")) as Delimiters).main[locale] ?? {};
    const names = ["quotationStart", "quotationEnd", "alternateQuotationStart", "alternateQuotationEnd"];
    marks.set(locale, names.map((name) => delimiters[name]).join(""));
  }
  return marks;
}

/** The table: without locales whose marks are those that a shorter tag, or the root, has. */
function makeTable(cldr: ReadonlyMap<string, string>): Record<string, string> {
  const kept = new Map<string, string>();
  const groups = new Map<string, string[]>();
  for (const [locale, marks] of [...cldr].sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1))) {
    const nearest = findLocales(locale).find((other) => kept.has(other)) ?? "";
    if (marks === (kept.get(nearest) ?? ROOT)) continue;
    kept.set(locale, marks);
    groups.set(marks, [...(groups.get(marks) ?? []), locale]);
  }
  return Object.fromEntries([...groups].map(([marks, locales]) => [marks, locales.join(" ")]));
}

function writeTable(table: Readonly<Record<string, string>>): void {
  const source = [
    "/**",
    " * Opening and closing quotation marks, the outer pair and the inner one, of each locale that has others than its parent: from",
    " * CLDR by `UPDATE_MARKS=1 npx vitest run --project unit tests/unit/quotation-marks.test.ts`, which else compares the two.",
    " */",
    `export const LOCALES_BY_MARKS: Readonly<Record<string, string>> = ${JSON.stringify(table)};`,
    "",
  ].join("\n");
  writeFileSync(TABLE, source);
  execSync(`npx prettier --write --log-level warn ${JSON.stringify(TABLE)}`, { cwd: PROJECT });
}

describe("quotation marks", () => {
  const cldr = readCldr();
  if (process.env["UPDATE_MARKS"] === "1") writeTable(makeTable(cldr));

  test("are those of CLDR, for each of its locales", () => {
    expect(cldr.size).toBeGreaterThan(700);
    expect(LOCALES_BY_MARKS).toEqual(makeTable(cldr));
    const own = new Map(
      [...cldr.keys()].map((locale) => {
        const { double, single } = quotationMarksOf(locale);
        return [locale, [...double, ...single].join("").replaceAll("\u202F", "")];
      }),
    );
    expect(own).toEqual(cldr);
  });

  test.each([
    ["pt-BR", "“”‘’"],
    ["pt-PT", "«»“”"],
    ["pt-AO", "«»“”"],
    ["sk", "„“‚‘"],
    ["de-CH", "„“‚‘"],
    ["fr-CH", "«»‹›"],
    ["fr", "«\u202F\u202F»«\u202F\u202F»"],
    ["fr-CA", "«\u202F\u202F»”“"],
    ["sv", "””’’"],
    ["hu-HU", "„”»«"],
    ["ja", "「」『』"],
    ["zh-TW", "「」『』"],
    ["zh-Hant-HK", "「」『』"],
    ["zh-CN", "“”‘’"],
    ["sr-Latn-RS", "„”’’"],
    ["uz-AF", "“”‘’"],
    ["de-x-private", "„“‚‘"],
    ["en", "“”‘’"],
    ["xx", "“”‘’"],
    ["not a tag", "“”‘’"],
  ])("of %s are %s", (tag, marks) => {
    const { double, single } = quotationMarksOf(tag);
    expect([...double, ...single].join("")).toBe(marks);
  });
});
