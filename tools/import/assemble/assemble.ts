import type { Archive } from "../archive/post.ts";
import type { ImportMap } from "../map.ts";
import { type Account, accountOf } from "./account.ts";
import { arrange } from "./arrange.ts";
import { createDesk } from "./desk.ts";
import { createOldSite } from "./old-site.ts";
import { createPrepare } from "./prepare.ts";
import { type Existing, settle, type Settings } from "./settings.ts";
import { createTerms, type Terms } from "./vocabularies.ts";
import { type Files, writeEdition, writePage } from "./write-texts.ts";

/** An archive as content: files by their path in the content folder, and an account of each post. */
export interface Assembled {
  readonly settings: Settings;
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  readonly terms: Terms;
  readonly accounts: readonly Account[];
  /** What of the archive is no post, in words. */
  readonly left: readonly string[];
}

/**
 * Makes content of an archive: the same of the same archive, map and vocabularies, whenever and wherever. Nothing is read but pictures of
 * the archive, and nothing written. Throws a refusal at a text that costs too much.
 */
export async function assemble(archive: Archive, map: ImportMap, existing: Existing): Promise<Assembled> {
  const settings = settle(map, existing, archive);
  const prepared = archive.posts.map(createPrepare(map));
  const { editions, pages, hidden, standing, target } = arrange(prepared, settings);
  const terms = createTerms(existing, map, settings.language);
  const desk = createDesk({ archive, map, settings, terms, old: createOldSite(archive), target, standing });
  const files: Files = new Map();
  for (const edition of editions) await writeEdition(desk, files, edition);
  for (const page of pages) await writePage(desk, files, page);
  for (const from of hidden)
    desk.tell(from, "", "readers could not see this page, and a page cannot be a draft: it was not imported");
  return {
    settings,
    files: new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1))),
    terms,
    accounts: prepared.map((from) => accountOf(from, desk.written(from))),
    left: archive.left,
  };
}
