import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { describe, expect, test } from "vitest";
import { listComplete } from "../src/locales/languages.ts";
import { groupBy } from "../src/views/pages/list-pages.ts";
import { PROJECT } from "./command.ts";

/** What the files of a folder, or one file, may import from, beside packages and Node. */
const FLOORS: Record<string, readonly string[]> = {
  "src/cache.mjs": [],
  "src/adapt.mjs": [],
  "src/home.mjs": [],
  "src/tracked.mjs": [],
  "src/run.mjs": ["src/adapt.mjs", "src/cache.mjs", "src/home.mjs", "src/tracked.mjs"],
  "src/locales": ["src/locales"],
  "src/content": ["src/content", "src/locales"],
  "src/rules": ["src/content", "src/locales", "src/rules"],
  "src/views": ["src/content", "src/locales", "src/views"],
  // Printed by the server that takes letters, and no page of the site.
  "templates/letter-form.ts": ["src/content", "src/locales", "src/views", "templates"],
  templates: ["src/content", "src/locales", "src/views", "templates"],
  ".eleventy.ts": ["src/views", "templates"],
  "src/pipeline": [
    "src/content",
    "src/locales",
    "src/rules",
    "src/views",
    ".eleventy.ts",
    "templates/letter-form.ts",
    "src/cache.mjs",
    "src/home.mjs",
    "src/tracked.mjs",
    "src/pipeline",
  ],
  "src/commands": [
    "src/content",
    "src/locales",
    "src/rules",
    "src/views",
    "src/pipeline",
    "src/cache.mjs",
    "src/home.mjs",
    "src/tracked.mjs",
    "src/commands",
  ],
  "tools/import": ["src/content", "src/commands", "src/cache.mjs", "tools/import"],
};

/** The only files that may know a library; types of it aside. */
const LIBRARIES: Record<string, readonly string[]> = {
  luxon: ["src/content/time/calendar.ts"],
  "markdown-it": ["src/content/markdown/parser.ts", "tools/import/read/markdown-html.ts"],
  "markdown-it-footnote": ["src/content/markdown/parser.ts", "tools/import/read/markdown-html.ts"],
  "markdown-it-cjk-friendly": ["src/content/markdown/parser.ts"],
  "get-east-asian-width": ["src/commands/quote-line.ts", "src/content/typography/joined-lines.ts"],
  "gray-matter": ["src/content/parse/document.ts"],
  yaml: ["src/content/parse/yaml-document.ts", "src/content/parse/yaml-errors.ts", "src/content/parse/yaml-source.ts"],
  zod: [
    "src/content/schema/fields.ts",
    "src/content/schema/form.ts",
    "src/content/schema/keys/announce-schema.ts",
    "src/content/schema/keys/audio-schema.ts",
    "src/content/schema/keys/former-schema.ts",
    "src/content/schema/keys/house-schema.ts",
    "src/content/schema/keys/letter-schema.ts",
    "src/content/schema/keys/messages-schema.ts",
    "src/content/schema/keys/theme-schema.ts",
    "src/content/schema/schema-walk.ts",
    "src/content/schema/schema.ts",
    "src/content/schema/shorthand.ts",
    "src/content/schema/text-parts.ts",
    "src/content/schema/validate.ts",
    "src/content/vocabularies.ts",
    "src/pipeline/preview/desk/asked.ts",
    "src/views/api/documents.ts",
    "tools/import/map.ts",
  ],
  sharp: [
    "src/content/pictures/pictures.ts",
    "src/pipeline/look/icons.ts",
    "src/pipeline/pictures/decode.ts",
    "src/pipeline/print/cards/pango.ts",
    "src/pipeline/print/pictures.ts",
  ],
  lightningcss: ["src/pipeline/look/own-styles.ts", "src/pipeline/look/styles.ts"],
  parse5: [
    "src/content/markup/html.ts",
    "src/content/markup/plain.ts",
    "src/pipeline/letters/mail/html-words.ts",
    "tools/import/convert/html.ts",
  ],
  "postal-mime": ["src/pipeline/letters/mail/read-mail.ts"],
  saxes: ["src/content/markup/xml.ts", "tools/import/read/xml.ts"],
  nodemailer: ["src/pipeline/mail/compose.ts"],
  "nodemailer/lib/smtp-connection": ["src/pipeline/announce/mail/smtp.ts"],
  feedsmith: ["src/pipeline/gather/entries.ts", "tools/import/read/feed.ts"],
  "ipaddr.js": ["src/pipeline/gather/public-address.ts"],
  "robots-parser": ["src/pipeline/gather/robots.ts"],
  "smol-toml": ["tools/import/read/front-matter.ts"],
  "hast-util-from-parse5": ["tools/import/convert/html.ts"],
  "hast-util-to-mdast": ["tools/import/convert/convert.ts"],
  "mdast-util-to-markdown": ["tools/import/convert/print.ts"],
  "woff2-encoder/decompress": ["src/pipeline/print/cards/fonts.ts"],
  "fs-native-extensions": [
    "src/pipeline/desk/exchange.ts",
    "src/pipeline/output/lock.ts",
    "src/pipeline/output/output.ts",
  ],
  chokidar: ["src/pipeline/preview/watch.ts"],
  "mime-types": ["src/pipeline/deploy/headers.ts", "src/pipeline/preview/server.ts"],
  pagefind: ["src/pipeline/print/search/pagefind.ts"],
  diff: ["src/content/words/changed-words.ts"],
  "@sindresorhus/slugify": ["src/content/words/slug.ts"],
  leven: ["src/content/words/nearest.ts"],
  "@observablehq/plot": ["templates/charts/draw.ts"],
  linkedom: ["templates/charts/draw.ts"],
};

interface Import {
  readonly from: string;
  /** A file of the project, or a package. */
  readonly to: string;
  readonly type: boolean;
  /** Whether it is loaded when it is called for. */
  readonly isLate: boolean;
}

const STATEMENT = /^\s*(?:import|export)\s+(type\s+)?(?:([^"';]*?)\s*from\s*)?"([^"]+)"/gm;
const DYNAMIC = /\bimport\(\s*"([^"]+)"\s*\)/g;

/** The imports of a source file; one of nothing but types is a type import. */
function importsOf(from: string, source: string): Import[] {
  const target = (name: string) =>
    name.startsWith(".")
      ? relative(PROJECT, resolve(PROJECT, dirname(from), name))
          .split(sep)
          .join("/")
      : name;
  const written = [...source.matchAll(STATEMENT)].map(([, type, names = "", name = ""]) => {
    const [, list] = /^\{([^}]*)\}$/.exec(names.trim()) ?? [];
    const parts = list?.split(",").filter((part) => part.trim() !== "");
    const typesOnly = parts !== undefined && parts.length > 0 && parts.every((part) => /^\s*type\s/.test(part));
    return { from, to: target(name), type: type !== undefined || typesOnly, isLate: false };
  });
  return [
    ...written,
    ...[...source.matchAll(DYNAMIC)].map(([, name = ""]) => ({ from, to: target(name), type: false, isLate: true })),
  ];
}

const FILES = [
  ".eleventy.ts",
  ...["src", "templates", "tools"].flatMap((folder) =>
    readdirSync(join(PROJECT, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.(?:ts|mjs)$/.test(name))
      .map((name) => `${folder}/${name.split(sep).join("/")}`),
  ),
];
const SOURCES = new Map(FILES.map((path) => [path, readFileSync(join(PROJECT, path), "utf8")]));
const IMPORTS = [...SOURCES].flatMap(([path, source]) => importsOf(path, source));

function floorOf(path: string): string | undefined {
  return Object.keys(FLOORS).find((floor) => path === floor || path.startsWith(`${floor}/`));
}

function findUpward(imports: readonly Import[]): string[] {
  return imports
    .filter(({ to }) => SOURCES.has(to) || /^(src|templates|tests|tools|content)\//.test(to))
    .filter(({ from, to }) => !FLOORS[floorOf(from) ?? ""]?.includes(floorOf(to) ?? to))
    .map(({ from, to }) => `${from} imports ${to}`);
}

/** The first cycle of imports, those of types too: files that need each other's types are not understood one by one either. */
function findCycle(imports: readonly Import[]): string[] | undefined {
  const next = new Map<string, string[]>();
  for (const { from, to } of imports) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): string[] | undefined => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (done.has(path)) return undefined;
    for (const other of next.get(path) ?? []) {
      const cycle = visit(other, [...trail, path]);
      if (cycle) return cycle;
    }
    done.add(path);
    return undefined;
  };
  for (const path of next.keys()) {
    const cycle = visit(path, []);
    if (cycle) return cycle;
  }
  return undefined;
}

function findStrayLibraries(imports: readonly Import[]): string[] {
  return imports
    .filter(({ from, to, type }) => !type && Object.hasOwn(LIBRARIES, to) && !LIBRARIES[to]?.includes(from))
    .map(({ from, to }) => `${from} imports ${to}`);
}

/** The packages that are loaded with a file, and not only when something calls for them. */
function findLoaded(imports: readonly Import[], file: string): string[] {
  const seen = new Set([file]);
  // What is added meanwhile is visited, too.
  for (const path of seen)
    for (const { from, to, type, isLate } of imports) if (from === path && !type && !isLate) seen.add(to);
  return [...seen].filter((to) => !SOURCES.has(to) && !to.startsWith("node:")).sort();
}

function findLong(folder: string, most: number): string[] {
  return [...SOURCES]
    .filter(([path]) => path.startsWith(`${folder}/`))
    .map(([path, source]) => [path, source.trimEnd().split("\n").length] as const)
    .filter(([, lines]) => lines > most)
    .map(([path, lines]) => `${path} has ${lines} lines`);
}

describe("the house", () => {
  test("is looked at as a whole: every file has a floor, and the imports are found", () => {
    expect(FILES.filter((path) => floorOf(path) === undefined)).toEqual([]);
    expect(FILES.length).toBeGreaterThan(90);
    expect(IMPORTS.length).toBeGreaterThan(250);
    for (const [name, files] of Object.entries(LIBRARIES))
      expect(
        IMPORTS.some(({ from, to }) => to === name && files.includes(from)),
        `${name} is not found`,
      ).toBe(true);
  });

  test("has the rooms that docs/architecture.md lists, of about 20 files each", () => {
    const listed = [
      ...readFileSync(join(PROJECT, "docs/architecture.md"), "utf8").matchAll(/^\| `((?:src|tools)\/[^`]*)\/`/gm),
    ];
    const rooms = groupBy(FILES, (path) => path.slice(0, path.lastIndexOf("/")));
    const own = [...rooms].filter(([room]) => /^(?:src|tools)\//.test(room));
    expect(listed.map(([, room = ""]) => room).sort()).toEqual(own.map(([room]) => room).sort());
    const large = own.filter(([room, files]) => files.length > 20 && room !== "src/rules");
    expect(large.map(([room, files]) => `${room} has ${files.length} files`)).toEqual([]);
  });

  test("has imports that only go down", () => {
    expect(findUpward(IMPORTS)).toEqual([]);
  });

  test("has no cycle of imports, be they of types", () => {
    expect(findCycle(IMPORTS)).toBeUndefined();
  });

  test("knows each library in one place", () => {
    expect(findStrayLibraries(IMPORTS)).toEqual([]);
  });

  test("loads few libraries before it is known whether anything has changed", () => {
    expect(findLoaded(IMPORTS, "src/commands/build.ts")).toEqual(["commander", "fs-native-extensions", "luxon"]);
  });

  test("has files of a screenful or a few: 250 lines in src, tools and the desk, 130 in other templates; a language is one table", () => {
    const table = new RegExp(`^src/locales/(?:${listComplete().join("|")})\\.ts `);
    expect(
      [
        ...["src", "tools", "templates/desk"].flatMap((folder) => findLong(folder, 250)),
        ...findLong("templates", 130).filter((file) => !file.startsWith("templates/desk/")),
      ].filter((file) => !table.test(file)),
    ).toEqual([]);
  });
});

describe("the test of the house finds", () => {
  test.each([
    ["src/content/a.ts", 'import { b } from "../views/b.ts";', "src/views/b.ts"],
    ["src/content/a.ts", 'import type { B } from "../rules/b.ts";', "src/rules/b.ts"],
    ["src/views/a.ts", 'import {\n  b,\n  c,\n} from "../pipeline/b.ts";', "src/pipeline/b.ts"],
    ["src/pipeline/a.ts", 'import "../commands/main.ts";', "src/commands/main.ts"],
    ["src/pipeline/a.ts", 'const b = await import("../../templates/b.ts");', "templates/b.ts"],
    ["src/rules/a.ts", 'export { b } from "../views/b.ts";', "src/views/b.ts"],
    ["templates/a.11ty.ts", 'import { b } from "../src/pipeline/b.ts";', "src/pipeline/b.ts"],
    ["templates/a.11ty.ts", 'import { b } from "../.eleventy.ts";', ".eleventy.ts"],
    [".eleventy.ts", 'import { b } from "./src/pipeline/b.ts";', "src/pipeline/b.ts"],
    ["src/commands/a.ts", 'import { b } from "../../tests/b.ts";', "tests/b.ts"],
  ])("an import upwards: in %s, %s", (from, source, to) => {
    expect(findUpward(importsOf(from, source))).toEqual([`${from} imports ${to}`]);
  });

  test("a cycle, one of types too", () => {
    const back = (source: string) => [
      ...importsOf("src/content/a.ts", 'import { b } from "./b.ts";'),
      ...importsOf("src/content/b.ts", source),
    ];
    const cycle = ["src/content/a.ts", "src/content/b.ts", "src/content/a.ts"];
    expect(findCycle(back('import { a } from "./a.ts";'))).toEqual(cycle);
    expect(findCycle(back('import type { A } from "./a.ts";'))).toEqual(cycle);
    expect(findCycle(back('import { type A, type B } from "./a.ts";'))).toEqual(cycle);
    expect(findCycle(back('export type { A } from "./a.ts";'))).toEqual(cycle);
    expect(findCycle(back('let a: import("./a.ts").A;'))).toEqual(cycle);
    expect(findCycle(back('import { c } from "./c.ts";'))).toBeUndefined();
  });

  test.each(['import { DateTime } from "luxon";', 'import { z } from "zod";', 'import sharp from "sharp";'])(
    "a library out of its place: %s",
    (source) => {
      expect(findStrayLibraries(importsOf("src/rules/a.ts", source))).toHaveLength(1);
    },
  );
});
