import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/content/problems/diagnostic.ts";
import type { Site } from "../../src/content/site.ts";
import { channelsOf, HEX, type Hex } from "../../src/content/theme/colour.ts";
import type { Theme } from "../../src/content/theme/palette.ts";
import { bundleLook } from "../../src/pipeline/look/look.ts";
import { layMistakes, PUBLICATIONS } from "../fixtures.ts";
import { HANG, LONG } from "../fuzz/runs.ts";
import { readWhole, type WholePublication } from "../publication.ts";
import { browser, example, openExample } from "./example.ts";
import { findWeakLetters, loadAxe } from "./faults.ts";
import { PAGE_TYPES, SCHEMES, screen, visit } from "./visits.ts";
import { readColour, wear } from "./worn.ts";

/**
 * Whatever accent somebody types, alone or with a paper and an ink: it is refused with a colour that passes when it is typed
 * instead, or nothing that is written in it on any page is too weak to be read. Only stylesheets have colours, so that one
 * site is looked at in those of every theme.
 */
type Colours = Pick<Partial<Theme>, "accent" | "accentDark" | "paper" | "ink">;

const hex = fc.noBias(fc.integer({ min: 0, max: 0xffffff })).map((value) => `#${value.toString(16).padStart(6, "0")}`);
/** As many as there are kinds of theme below, or ten of each. */
const ACCENTS = LONG ? 40 : 4;

/** Half of the accents alone, a quarter on a paper as it comes, a quarter with an ink also. */
const TYPED: Colours[] = fc
  .sample(fc.tuple(hex, hex, hex), { numRuns: ACCENTS, seed: 16 })
  .map(([accent, paper, ink], at) => ({ accent, ...(at % 4 > 1 && { paper }), ...(at % 4 > 2 && { ink }) }));

const { edition, story, search, trends } = PAGE_TYPES;
/** `theme.test.ts` looks at pages of all types in the weakest accent. */
const PAGES = LONG ? PAGE_TYPES : { edition, story, search, trends };

interface Look {
  /** What was typed, and what was typed at last. */
  readonly name: string;
  readonly isRefused: boolean;
  readonly accents: Readonly<Record<(typeof SCHEMES)[number], Hex>>;
  /** Stylesheets by their names without the sign of their content. */
  readonly sheets: Readonly<Record<string, string>>;
}

let content = "";
let site = "";
const looks: Look[] = [];

async function check(theme: Colours): Promise<WholePublication> {
  writeFileSync(join(content, "site.yaml"), `${site}theme: ${JSON.stringify(theme)}\n`);
  return readWhole(content, Date.parse(PUBLICATIONS.fixture.now));
}

/** The colours that a problem says are to be typed. */
function readHint({ rule, hint = "" }: Diagnostic): readonly [string, Hex] {
  const [, key = "", nearest = ""] = /^the nearest colour that can be read: (\w+): "(#[\da-f]{6})"$/.exec(hint) ?? [];
  expect([rule, key, nearest], hint).toEqual(["low-contrast", expect.any(String), expect.stringMatching(HEX)]);
  return [key, nearest];
}

async function bundle({ publication }: Site): Promise<Look["sheets"]> {
  const { files } = await bundleLook({ publication, preview: false }, undefined, { css: undefined, sign: undefined });
  return Object.fromEntries(
    files.flatMap(({ path, content: bytes }) => {
      const [, name] = /^\/-\/(\w+)\.\w+\.css$/.exec(path) ?? [];
      return name === undefined ? [] : [[name, Buffer.from(bytes).toString()]];
    }),
  );
}

/** Types colours, and what the check says instead of them until it says nothing more; no key is named twice, and an accent alone but once. */
async function type(typed: Colours): Promise<Look> {
  const named: string[] = [];
  for (let theme = typed; ;) {
    const { site: read, diagnostics } = await check(theme);
    if (diagnostics.length === 0)
      return {
        name: `${JSON.stringify(typed)}, at last ${JSON.stringify(theme)}`,
        isRefused: named.length > 0,
        accents: read.publication.palette.accents.dusk,
        sheets: await bundle(read),
      };
    const told = diagnostics.map(readHint);
    named.push(...told.map(([key]) => key));
    expect(named, JSON.stringify(theme)).toEqual([...new Set(named)]);
    theme = { ...theme, ...Object.fromEntries(told) };
  }
}

openExample();

beforeAll(async () => {
  content = layMistakes(join(mkdtempSync(join(tmpdir(), "evening-update-accents-")), "content"));
  site = readFileSync(join(content, "site.yaml"), "utf8");
  for (const typed of TYPED) looks.push(await type(typed));
});

afterAll(() => {
  rmSync(join(content, ".."), { recursive: true, force: true });
});

test("some accents pass as they are typed, and some are refused with one that does", () => {
  const refused = looks.filter(({ isRefused }) => isRefused);
  expect([looks.length, refused.length > 0, refused.length < ACCENTS]).toEqual([ACCENTS, true, true]);
});

describe(`in the colours of ${ACCENTS} accents, in light and dark`, () => {
  test.each(Object.entries(PAGES))(
    "nothing is too weak to be read on a page of the type %s",
    async (_, path) => {
      const { page } = await visit(browser, example.url, screen(1280, { bypassCSP: true }));
      await page.goto(example.url + path);
      await loadAxe(page);
      const faults: string[] = [];
      for (const { name, sheets, accents } of looks) {
        await wear(page, sheets);
        for (const colorScheme of SCHEMES) {
          await page.emulateMedia({ colorScheme });
          expect(await readColour(page, "--accent")).toBe(`rgb(${channelsOf(accents[colorScheme]).join(", ")})`);
          for (const fault of await findWeakLetters(page)) faults.push(`${name}, ${colorScheme}: ${fault}`);
        }
      }
      expect(faults).toEqual([]);
      await page.context().close();
    },
    HANG,
  );
});
