import { gunzipSync } from "node:zlib";
import { lookPath, PAGES } from "../../../content/addresses.ts";
import type { IndexList } from "../../../views/search/index-pages.ts";
import { FACETS, type SearchRecord } from "../../../views/search/search-record.ts";
import { digestOf } from "../../digest.ts";
import type { Output } from "../../output/output.ts";
import { entryOf, type IndexEntry, type IndexFile, textOf } from "./index-files.ts";

/** The record of an index that is made for the sake of the program that comes with it. */
export const ANY: SearchRecord = {
  url: PAGES.home,
  content: "any",
  meta: { title: "any", dateline: "any" },
  about: { slot: "", level: "human-only", labels: [] },
  facets: { topic: [], slot: [], publisher: [], level: [] },
};

const PROGRAM = "pagefind.js";
const FRAGMENT = /^fragment\/(.+)\.pf_fragment$/;
/** So many bytes at the beginning of what is packed say who packed it. */
const SIGNATURE = "pagefind_dcd".length;
const WASM = /\/(wasm\.(.+)\.pagefind)$/;

function refuse(): never {
  throw new Error("this is not the Pagefind that the search page knows");
}

/**
 * The program that reads an index in browsers, once for all parts, in a folder that is named by what is in it. The class that opens
 * one index is exported beside the functions that open several, since those wait needlessly (`templates/scripts/search-engine.ts`).
 */
export function pickProgram(files: readonly IndexFile[]): Output[] {
  const code = textOf(files, PROGRAM);
  if (!code.includes("var PagefindInstance=class")) refuse();
  const [language] = Object.values(entryOf(files).languages);
  const wasm = `wasm.${language?.wasm ?? "unknown"}.pagefind`;
  const own = [
    { path: PROGRAM, content: `${code}\nexport{PagefindInstance};\n` },
    ...files.filter(({ path }) => path === wasm),
  ];
  const folder = lookPath(`pagefind.${digestOf(...own.map(({ content }) => content)).slice(0, 10)}/`);
  return own.map(({ path, content }) => ({ path: folder + path, content }));
}

const OF_A_PART = /^(?:fragment|index)\/|\.pf_meta$/;

/** The facets of each record, by the name that the index has for it, in the order of the records. */
function tabulate(files: readonly IndexFile[], records: readonly SearchRecord[]): string {
  const names = new Map(
    files.flatMap(({ path, content }) => {
      const [, name] = FRAGMENT.exec(path) ?? [];
      if (name === undefined) return [];
      const { url } = JSON.parse(gunzipSync(content).subarray(SIGNATURE).toString()) as { url: string };
      return [[url.slice(0, url.indexOf("#")), name] as const];
    }),
  );
  const values = FACETS.map((facet) => [...new Set(records.flatMap(({ facets }) => facets[facet]))]);
  const rows = records.map(({ url, facets }) => [
    names.get(url) ?? refuse(),
    ...FACETS.map((facet, at) => facets[facet].map((value) => values[at]?.indexOf(value))),
  ]);
  return JSON.stringify({ facets: FACETS, values, rows });
}

/** What belongs to a part alone. */
export function pickPart(files: readonly IndexFile[], records: readonly SearchRecord[], folder: string): Output[] {
  const facets = tabulate(files, records);
  return [
    { path: `${folder}facets.${digestOf(facets).slice(0, 10)}.json`, content: facets },
    ...files.filter(({ path }) => OF_A_PART.test(path)).map(({ path, content }) => ({ path: folder + path, content })),
  ];
}

/** The list by which the search page finds program and parts; addresses have the site's base path. */
export function tabulateParts(
  base: string,
  program: readonly string[],
  parts: readonly {
    readonly path: string;
    readonly year: string;
    readonly facets: string;
    readonly entry: IndexEntry;
  }[],
): IndexList {
  const wasm = program.find((path) => WASM.test(path)) ?? "";
  const [, file = "", name = ""] = WASM.exec(wasm) ?? [];
  return {
    program: base + (program.find((path) => path.endsWith(PROGRAM)) ?? ""),
    folder: base + wasm.slice(0, -file.length),
    wasm: name,
    parts: parts.map((part) => ({ ...part, path: base + part.path, facets: base + part.facets })),
  };
}
