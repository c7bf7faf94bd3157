import { type FeedEntry, viewTextEntry } from "../views/feeds.ts";
import { visibleOf } from "../views/visible.ts";
import { digestOf } from "./digest.ts";
import { createFeedMemories } from "./feed-memory.ts";
import { fileAt, MARKER, type Output } from "./output.ts";
import { listParts, type Part } from "./overview.ts";
import { listVisible, loadVisible, type Workshop } from "./print-editions.ts";
import type { SomeViews } from "./printer.ts";
import type { Findings, Knowledge } from "./state/knowledge.ts";
import { listPublic } from "./static-files.ts";

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
 * those of feeds that are known already, by identity. `last` is what the last build knew.
 */
export async function printOverview(
  { archive, shell, print, verifier, stage }: Workshop,
  entries: ReadonlyMap<string, FeedEntry>,
  look: readonly Output[],
  last: Pick<Knowledge, "overview" | "recallFeed">,
): Promise<Pick<Findings, "overview" | "feeds">> {
  const visible = listVisible(archive);
  const outlines = visibleOf(
    archive.site,
    visible.map((index) => archive.outlineAt(index)),
  );
  const places = new Map(outlines.map(({ identity }, at) => [identity, visible[at] as number]));
  const placeOf = (identity: string): number => places.get(identity) as number;
  const keyOf = (identity: string): string => archive.keyAt(placeOf(identity));
  const memories = createFeedMemories(last.recallFeed);
  const latest = outlines.at(-1);
  const parts = listParts(archive.site, outlines, shell, {
    latest: latest && loadVisible(archive, placeOf(latest.identity)),
    entryOf: (path, row) =>
      memories.entryOf(
        path,
        row,
        keyOf(row.edition),
        () => entries.get(row.story ?? row.edition) ?? viewTextEntry(loadVisible(archive, placeOf(row.edition)), row),
      ),
    keyOf,
    outlineKeyOf: (identity) => archive.outlineKeyAt(placeOf(identity)),
  });

  const keys: Record<string, string> = {};
  const changed = parts.filter(({ path, key, leadsTo }) => {
    const file = fileAt(path);
    keys[file] = key;
    if (last.overview[file] !== key) return true;
    stage.carry([file]);
    verifier.carry(file, leadsTo);
    return false;
  });
  const files = [...listPublic(), ...look, MARKER].filter(({ path, content }) => {
    const key = digestOf(content);
    keys[path] = key;
    if (last.overview[path] !== key) return true;
    stage.carry([path]);
    verifier.carry(path, () => []);
    return false;
  });
  verifier.look(files);
  stage.write(files);
  for (let at = 0; at < changed.length; at += BATCH) {
    const outputs = await print(merge(changed.slice(at, at + BATCH)));
    verifier.look(outputs);
    stage.write(outputs);
  }
  return { overview: keys, feeds: memories.fresh };
}
