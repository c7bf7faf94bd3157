import { type SearchRecord, viewSearchRecord } from "../../views/search-record.ts";
import { digestOf } from "../digest.ts";
import type { Output } from "../output.ts";
import { listVisible, loadVisible, type Workshop } from "../print-editions.ts";
import { entryOf, type IndexFile } from "./index-files.ts";
import { type Indexer, startIndexer } from "./pagefind.ts";
import { divide, type IndexPart, type IndexParts } from "./parts.ts";
import { ANY, listParts, pickPart, pickProgram } from "./pick-files.ts";

const FOLDER = "/search/parts";
// No part is called so: those have years for names.
const [PROGRAM, LIST] = ["program", "list"];

/**
 * Makes the search index of all that readers may see, in parts of which each is carried over where its editions are as the
 * last build knew them in `last`. Nothing is loaded or started when all are. Returns what the next build must know.
 */
export async function makeIndex({ archive, verifier, stage }: Workshop, last: IndexParts): Promise<IndexParts> {
  const { base, language } = archive.site.publication;
  const parts: Record<string, IndexPart> = {};
  const keep = (name: string, part: IndexPart, outputs?: readonly Output[]): IndexPart => {
    parts[name] = part;
    if (outputs) {
      verifier.look(outputs);
      stage.write(outputs);
    } else {
      stage.carry(part.files);
      verifier.carryEdition(part.files, []);
    }
    return part;
  };
  let indexer: Indexer | undefined;
  /** Carries a part over, or makes it of records. */
  const settle = async (
    name: string,
    key: string,
    records: () => readonly SearchRecord[],
    pick: (files: readonly IndexFile[], records: readonly SearchRecord[]) => Output[],
  ): Promise<IndexPart> => {
    const known = last[name];
    if (known?.key === key) return keep(name, known);
    indexer ??= await startIndexer(language);
    const own = records();
    const files = await indexer.index(own);
    const outputs = pick(files, own);
    return keep(name, { key, files: outputs.map(({ path }) => path), entry: entryOf(files) }, outputs);
  };
  const recordsOf = (indexes: readonly number[], folder: string): SearchRecord[] =>
    indexes.flatMap((at) => {
      const { site, edition } = loadVisible(archive, at);
      const records = edition.stories.map((story) => viewSearchRecord(site, edition, story));
      // Once they are packed nobody can see what is in them.
      verifier.lookInto(folder, records.map((record) => JSON.stringify(record)).join("\n"), [edition]);
      return records;
    });

  const listed: Parameters<typeof listParts>[2][number][] = [];
  try {
    const program = await settle(PROGRAM, language, () => [ANY], pickProgram);
    const visible = listVisible(archive).map((at) => ({ at, dateline: archive.outlineAt(at).dateline }));
    for (const [name, editions] of divide(visible)) {
      const own = editions.map(({ at }) => at);
      const path = `${FOLDER}/${name}/`;
      const key = digestOf(language, ...own.map((at) => archive.keyAt(at)));
      const { entry, files } = await settle(
        name,
        key,
        () => recordsOf(own, path),
        (files, records) => pickPart(files, records, path),
      );
      // The first file is the one that `pickPart` names first.
      if (entry) listed.push({ path, year: name.slice(0, 4), facets: files[0] ?? "", entry });
    }
    const list = listParts(base, program.files, listed);
    const key = digestOf(list.content);
    const files = [list.path];
    if (last[LIST]?.key === key) keep(LIST, last[LIST]);
    else keep(LIST, { key, files, entry: undefined }, [list]);
  } finally {
    await indexer?.end();
  }
  return parts;
}
