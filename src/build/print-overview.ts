import { fileAt } from "../content/addresses.ts";
import { type FeedEntry, type Loaded, viewTextEntry } from "../views/feeds.ts";
import { visibleOf } from "../views/visible.ts";
import { digestOf } from "./digest.ts";
import { createFeedMemories } from "./feed-memory.ts";
import { MARKER, type Output } from "./output.ts";
import { keyOfPages, listPages, listTextParts, type Part, type Texts } from "./overview.ts";
import { listVisible, loadVisible, type Workshop } from "./print-editions.ts";
import type { SomeViews } from "./printer.ts";
import type { Findings, Knowledge } from "./state/knowledge.ts";
import { listPublic } from "./static-files.ts";
import { findHeavy } from "./verify/budget.ts";

/** So many pages and files are printed at a time. */
const BATCH = 128;

function merge(parts: readonly Part[]): SomeViews {
  const merged: Record<string, unknown[]> = {};
  for (const { view } of parts)
    for (const [collection, views] of Object.entries(view())) (merged[collection] ??= []).push(...views);
  return merged;
}

/**
 * Prints everything that belongs to no edition, or carries it over where it would be the same. `entries` are
 * those of feeds that are known already, by identity. `last` is what the last build knew; `isSame` tells whether all pages and
 * files without texts are as it made them.
 */
export async function printOverview(
  { archive, shell, print, verifier, stage }: Workshop,
  entries: ReadonlyMap<string, FeedEntry>,
  look: readonly Output[],
  last: Pick<Knowledge, "overview" | "recallFeed">,
): Promise<Pick<Findings, "overview" | "feeds"> & { readonly isSame: boolean }> {
  const { site } = archive;
  const visible = listVisible(archive);
  const outlines = visibleOf(
    site,
    visible.map((index) => archive.outlineAt(index)),
  );
  const places = new Map(outlines.map(({ identity }, at) => [identity, visible[at] as number]));
  const placeOf = (identity: string): number => places.get(identity) as number;
  const memories = createFeedMemories(last.recallFeed);
  const keyOf = (identity: string): string => archive.keyAt(placeOf(identity));
  const load = (identity: string): Loaded => loadVisible(archive, placeOf(identity));
  const texts: Texts = {
    shell: digestOf(JSON.stringify(shell)),
    keyOf,
    outlineKeyOf: ({ identity }) => archive.outlineKeyAt(placeOf(identity)),
    load: ({ identity }) => load(identity),
    entryOf: (path, row) =>
      memories.entryOf(
        path,
        row,
        keyOf(row.edition),
        () => entries.get(row.story ?? row.edition) ?? viewTextEntry(load(row.edition), row),
      ),
  };

  const changed: Part[] = [];
  const heavy: Record<string, number> = {};
  /** Carries a file over if its key is the same, and tells whether it is. */
  const carry = (before: Readonly<Record<string, string>>, file: string, key: string, leadsTo: Part["leadsTo"]) => {
    if (before[file] !== key) return false;
    stage.carry([file]);
    const size = last.overview.heavy[file];
    if (size !== undefined) heavy[file] = size;
    verifier.carry(file, leadsTo);
    return true;
  };
  const settle = (parts: readonly Part[], before: Readonly<Record<string, string>>): Record<string, string> => {
    const keys: Record<string, string> = {};
    for (const part of parts) {
      const file = fileAt(part.path);
      keys[file] = part.key;
      if (!carry(before, file, part.key, part.leadsTo)) changed.push(part);
    }
    return keys;
  };

  const plan = keyOfPages(site, outlines, texts);
  const isSame = plan === last.overview.plan;
  const list = () => listPages(site, outlines, shell, texts);
  let pages = last.overview.pages;
  if (isSame) {
    let leads: Map<string, Part["leadsTo"]> | undefined;
    const find = (file: string) =>
      (leads ??= new Map(list().map(({ path, leadsTo }) => [fileAt(path), leadsTo]))).get(file)?.() ?? [];
    for (const [file, key] of Object.entries(pages)) carry(pages, file, key, () => find(file));
  } else pages = settle(list(), pages);
  const files = settle(listTextParts(site, outlines, shell, texts), last.overview.files);
  const copied = [...listPublic(), ...look, MARKER].filter(({ path, content }) => {
    const key = digestOf(content);
    files[path] = key;
    return !carry(last.overview.files, path, key, () => []);
  });
  verifier.look(copied);
  stage.write(copied);
  for (let at = 0; at < changed.length; at += BATCH) {
    const outputs = await print(merge(changed.slice(at, at + BATCH)));
    verifier.look(outputs);
    Object.assign(heavy, findHeavy(outputs, shell.assets.stylesheetSize));
    stage.write(outputs);
  }
  return { overview: { plan, pages, files, heavy }, feeds: memories.fresh, isSame };
}
