import type { SearchRecord } from "../../views/search-record.ts";
import { digestOf } from "../digest.ts";
import type { Output } from "../output.ts";
import type { IndexFile } from "./pagefind.ts";

// A letter of one manuscript of 1429: Pagefind cannot do without a first index, and this one is never found.
const RARE = "\uA66E";

/** The record of an index that only brings the program which reads all others. */
export const DUMMY: SearchRecord = {
  url: "/",
  content: RARE,
  meta: { title: RARE, dateline: RARE },
  filters: { topic: [], slot: [], publisher: [], level: [], label: [] },
  sort: { date: "" },
};

const ENTRY = "pagefind-entry.json";

function entryOf(files: readonly IndexFile[]): string {
  return Buffer.from(files.find(({ path }) => path === ENTRY)?.content ?? "").toString();
}

/** The program that runs in browsers, once for all parts, in a folder that is named by its content: its files are asked for by fixed names. */
export function pickRuntime(files: readonly IndexFile[]): Output[] {
  const [language] = Object.values(
    (JSON.parse(entryOf(files)) as { languages: Record<string, { wasm: string | null }> }).languages,
  );
  const names = ["pagefind.js", "pagefind-worker.js", ENTRY, `wasm.${language?.wasm ?? "unknown"}.pagefind`];
  const own = files.filter(({ path }) => names.includes(path) || path.endsWith(".pf_meta"));
  const folder = `/-/pagefind.${digestOf(...own.flatMap(({ path, content }) => [path, content]))
    .replace(/\W/g, "0")
    .slice(0, 10)}`;
  return own.map(({ path, content }) => ({ path: `${folder}/${path}`, content }));
}

const OF_A_PART = /^(?:fragment|index|filter)\/|\.pf_meta$/;

/** What belongs to a part alone. */
export function pickPart(files: readonly IndexFile[], folder: string): Output[] {
  return files
    .filter(({ path }) => path === ENTRY || OF_A_PART.test(path))
    .map(({ path, content }) => ({ path: folder + path, content }));
}
