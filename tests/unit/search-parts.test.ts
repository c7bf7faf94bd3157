import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { entryOf } from "../../src/pipeline/print/search/index-files.ts";
import { startIndexer } from "../../src/pipeline/print/search/pagefind.ts";
import { ANY, pickPart, pickProgram, tabulateParts } from "../../src/pipeline/print/search/pick-files.ts";
import type { SearchRecord } from "../../src/views/search/search-record.ts";
import { type Engine, openEngine } from "../../templates/scripts/search-engine.ts";
import { namesOfFilesWith } from "../../templates/scripts/search-files.ts";
import type { IndexList, Program } from "../../templates/scripts/search-pagefind.ts";
import { ADJECTIVES, ADVERBS, NOUNS, VERBS } from "../bench/corpus/words.ts";

// Words that begin alike stand in one file of the index or in several: where files end depends on how the stories are divided.
const ALIKE = `wide widely widen widened widening widget widow library libraries librarian café cafés cafeteria naïve naïveté
  Öl ölig über Überblick zażółć слово словарь словно ｗｉｄｅ ｗｉｄｅｎ 𐐶𐐨𐐼 𐐶𐐨𐐼𐐪 通义 通义千问 千问`;
const WORDS = [...new Set([...ADJECTIVES, ...NOUNS, ...VERBS, ...ADVERBS, ...ALIKE.split(/\s+/)])];
// More than 255, of which the index gives the number in two bytes.
const STORIES = 300;
const OF_EACH = 24;

const RECORDS: readonly SearchRecord[] = Array.from({ length: STORIES }, (_, at) => {
  // Steps of another length in each story bring each word together with ever others.
  const words = Array.from({ length: OF_EACH }, (_, index) => WORDS[(at * OF_EACH + index * (at + 1)) % WORDS.length]);
  return { ...ANY, url: `/${at}/`, content: words.join(" "), meta: { title: `Story ${at}`, dateline: "any" } };
});

function cut(word: string, end: number): string {
  return Array.from(word).slice(0, end).join("");
}

/** Words and how they begin, as a reader types them, sorted: so none has a file loaded already that only its longer forms need. */
const QUESTIONS = [...new Set(WORDS.flatMap((word) => [...[1, 2, 3, 4].map((end) => cut(word, end)), word]))].sort();

/** Into how many parts the stories are divided, and after how many places of words a file of an index is full. */
const DIVISIONS = [
  { parts: 1, full: 200, language: "en" },
  { parts: 3, full: 200, language: "en" },
  { parts: 7, full: 50, language: "en" },
  { parts: 4, full: 1, language: "en" },
  { parts: 3, full: 50, language: "de" },
  { parts: 3, full: 50, language: "zh" },
];

let folder: string;
const files = new Map<string, Uint8Array | string>();

/** Packs the stories, divided, and opens the index as the search page does. */
async function openParts({ parts, full, language }: (typeof DIVISIONS)[number], records = RECORDS): Promise<Engine> {
  vi.stubEnv("PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE", String(full));
  const indexer = await startIndexer(language);
  const put = (outputs: ReturnType<typeof pickProgram>) => {
    for (const { path, content } of outputs) files.set(`/${path}`, content);
    return outputs.map(({ path }) => path);
  };
  const outputs = pickProgram(await indexer.index([ANY]));
  const list = [];
  for (let part = 0; part < parts; part++) {
    const own = records.slice((part * records.length) / parts, ((part + 1) * records.length) / parts);
    const path = `${part}/`;
    const packed = await indexer.index(own);
    const [facets = ""] = put(pickPart(packed, own, path));
    list.push({ path, year: "2026", facets, entry: entryOf(packed) });
  }
  await indexer.end();
  // A program knows one language, so each has its own.
  const path = join(folder, `${language}.mjs`);
  writeFileSync(path, outputs.find(({ path }) => path.endsWith(".js"))?.content ?? "");
  const program = (await import(pathToFileURL(path).href)) as Program;
  return openEngine({ list: tabulateParts("/", put(outputs), list) as IndexList, program });
}

/** Words that stories have together, in some parts or in none; a word that no story has beside one that some have. */
const SEVERAL = WORDS.flatMap((word, at) => {
  const [other = "", third = ""] = [7, 60].map((step) => WORDS[(at + step) % WORDS.length]);
  return at % 3 > 0 ? [] : [`${word} ${other}`, `${cut(word, 4)} ${third}`, `${word} ${other} ${third}`, `${word} qqq`];
});

/** Longer words than any story has, for which an index takes those with which they begin. */
const LONGER = WORDS.filter((_, at) => at % 3 === 0).map((word) => `${word}qqq`);

/** The stories that are found for each question, by their places among the records. */
async function askAll(engine: Engine, questions = QUESTIONS): Promise<Map<string, ReadonlySet<number>>> {
  const places = new Map((await engine.search("", {}, "newest")).map(({ id }, at) => [id, at]));
  expect(places.size).toBe(STORIES);
  const found = new Map<string, ReadonlySet<number>>();
  for (const question of questions) {
    const results = await engine.search(question, {}, "match");
    found.set(question, new Set(results.map(({ id }) => places.get(id) ?? -1)));
  }
  return found;
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "evening-update-search-parts-"));
});

beforeEach(() => {
  vi.stubGlobal("fetch", (address: string) => {
    const content = files.get(address);
    const status = content === undefined ? 404 : 200;
    return Promise.resolve(
      new Response(new Uint8Array(Buffer.from(content ?? "<p>There is no such page.")), { status }),
    );
  });
});

afterEach(() => {
  files.clear();
});

afterAll(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** Of which of these questions stories are missing, and how many. */
function countMissing(
  questions: readonly string[],
  found: ReadonlyMap<string, ReadonlySet<number>>,
  due: (question: string) => Iterable<number>,
): Record<string, number> {
  const counts = questions.map((question) => {
    const missing = [...due(question)].filter((at) => found.get(question)?.has(at) !== true);
    return [question, missing.length] as const;
  });
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

describe.each(DIVISIONS)("in “$language”, in $parts parts with files of $full", (division) => {
  test("every word is found in every story that has it, and half-typed in all that an index of one file finds", async () => {
    const whole = await askAll(await openParts({ ...division, parts: 1, full: 1_000_000 }));
    files.clear();
    const found = await askAll(await openParts(division));
    const having = (word: string) =>
      RECORDS.flatMap(({ content }, at) => (content.split(" ").includes(word) ? [at] : []));
    expect(countMissing(WORDS, found, having)).toEqual({});
    expect(countMissing(QUESTIONS, found, (question) => whole.get(question) ?? [])).toEqual({});
  });
});

test.each([
  { parts: 7, full: 50, language: "en", questions: SEVERAL },
  { parts: 3, full: 50, language: "de", questions: SEVERAL },
  // What an index takes for a longer word it looks for in files that happen to be loaded.
  { parts: 3, full: 1_000_000, language: "zh", questions: [...SEVERAL, ...LONGER] },
])(
  "in $parts parts, some of which lack a word, several words find just the stories that one part finds",
  async ({ questions, ...division }) => {
    const whole = await askAll(await openParts({ ...division, parts: 1, full: 1_000_000 }), questions);
    files.clear();
    expect(await askAll(await openParts(division), questions)).toEqual(whole);
  },
);

test("of files that cannot be loaded a search tells, instead of finding less", async () => {
  const engine = await openParts({ parts: 2, full: 200, language: "en" });
  expect(await engine.search("harbour", {}, "match")).not.toEqual([]);
  for (const name of files.keys()) if (name.endsWith(".pf_index")) files.delete(name);
  await expect(engine.search("measure", {}, "match")).rejects.toThrow("cannot be loaded: 404");
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
  await expect(engine.search("widely", {}, "match")).rejects.toThrow("Failed to fetch");
});

test("a beginning asks for each file that may have a word of it", () => {
  const spans = ["a–cab", "cac–wide", "widen–widg", "wido–ｗ", "𐐀–𐐶"];
  const list = spans.map((name) => ({ from: name.split("–")[0] ?? "", to: name.split("–")[1] ?? "", name }));
  const asked = {
    wide: [1, 2],
    widel: [1],
    widen: [1, 2],
    wid: [1, 2, 3],
    w: [1, 2, 3],
    ca: [0, 1],
    cabin: [0],
    ｗｉ: [3],
    𐐁: [4],
    "": [0, 1, 2, 3, 4],
  };
  for (const [beginning, places] of Object.entries(asked))
    expect([beginning, namesOfFilesWith([beginning], list)]).toEqual([beginning, places.map((at) => spans[at])]);
  expect(namesOfFilesWith(["cabin", "widow"], list)).toEqual([spans[0], spans[3]]);
});

test.each([
  ["en", "The lamps were lit", "lamp"],
  ["de", "Die Häuser sind warm", "hauses"],
  ["DE", "Die Häuser sind warm", "hauses"],
  ["de-CH", "Die Häuser sind warm", "hauses"],
  ["fr", "Les articles publiés hier", "publier"],
  ["es", "Las casas abiertas", "abierto"],
  ["pt-BR", "As casas abertas", "casa"],
  ["ar", "نُشرت الصحيفة في المدارس", "مدارس"],
  ["zh", "通义千问发布了新的模型", "千问"],
  ["zh-Hant-TW", "通義千問發布了新的模型", "千問"],
])("in “%s”, “%s” is found by “%s”", async (language, content, question) => {
  const records = [content, "—"].map((text, at) => ({ ...ANY, url: `/${at}/`, content: text }));
  const engine = await openParts({ parts: 1, full: 200, language }, records);
  expect(await engine.search(question, {}, "match")).toHaveLength(1);
});
