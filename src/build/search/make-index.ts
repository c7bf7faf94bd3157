import { INDEX_LIST } from "../../views/search-page.ts";
import { type SearchRecord, viewSearchRecord } from "../../views/search-record.ts";
import { digestOf } from "../digest.ts";
import type { Output } from "../output.ts";
import { listVisible, loadVisible, type Workshop } from "../print-editions.ts";
import { type Indexer, startIndexer } from "./pagefind.ts";
import { divide, type IndexPart, type IndexParts } from "./parts.ts";
import { DUMMY, pickPart, pickRuntime } from "./pick-files.ts";

const FOLDER = "/search/parts";
const [RUNTIME, LIST] = ["runtime", "list"];

/**
 * Makes the search index of all that readers may see, in parts of which each is carried over where its editions are as the
 * last build knew them in `last`. Nothing is loaded or started when all are. Returns what the next build must know.
 */
export async function makeIndex({ archive, verifier, stage }: Workshop, last: IndexParts): Promise<IndexParts> {
  const { base, language } = archive.site.publication;
  const parts: Record<string, IndexPart> = {};
  let indexer: Indexer | undefined;
  /** Carries a part over or has it made. */
  const settle = async (name: string, key: string, make: () => Promise<Output[]> | Output[]): Promise<void> => {
    const known = last[name];
    if (known?.key === key) {
      stage.carry(known.files);
      verifier.carryEdition(known.files, []);
      parts[name] = known;
      return;
    }
    const outputs = await make();
    verifier.look(outputs);
    stage.write(outputs);
    parts[name] = { key, files: outputs.map(({ path }) => path) };
  };
  const index = async (records: Iterable<SearchRecord>) => (indexer ??= await startIndexer(language)).index(records);
  function* recordsOf(indexes: readonly number[], folder: string): Generator<SearchRecord> {
    for (const at of indexes) {
      const { site, edition } = loadVisible(archive, at);
      const records = edition.stories.map((story) => viewSearchRecord(site, edition, story));
      // Once they are packed nobody can see what is in them.
      verifier.lookInto(folder, records.map((record) => JSON.stringify(record)).join("\n"), [edition]);
      yield* records;
    }
  }

  const visible = listVisible(archive).map((at) => ({ at, dateline: archive.outlineAt(at).dateline }));
  const list: { path: string; year: string; key: string }[] = [];
  try {
    await settle(RUNTIME, language, async () => pickRuntime(await index([DUMMY])));
    for (const [name, editions] of divide(visible)) {
      const folder = `${FOLDER}/${name}/`;
      const own = editions.map(({ at }) => at);
      const key = digestOf(language, ...own.map((at) => archive.keyAt(at)));
      list.push({ path: base + folder, year: name.slice(0, 4), key });
      await settle(name, key, async () => pickPart(await index(recordsOf(own, folder)), folder));
    }
  } finally {
    await indexer?.end();
  }
  const [first = ""] = parts[RUNTIME]?.files ?? [];
  const text = JSON.stringify({ runtime: base + first.slice(0, first.lastIndexOf("/") + 1), parts: list });
  await settle(LIST, digestOf(text), () => [{ path: INDEX_LIST, content: text }]);
  return parts;
}
