import type { EditionOutline } from "../content/outline.ts";
import type { Load, Loaded } from "../views/feeds.ts";
import { visibleOf } from "../views/visible.ts";
import { digestOf } from "./digest.ts";
import { fileAt, MARKER, type Output } from "./output.ts";
import { type Part, planOverview } from "./overview.ts";
import { listVisible, type Workshop } from "./print-editions.ts";
import type { SomeViews } from "./printer.ts";
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
 * Prints everything that belongs to no edition, or carries it over where it would be the same. `last` are the keys of the last
 * build; those of this one are returned, by path.
 */
export async function printOverview(
  { archive, shell, print, verifier, stage }: Workshop,
  look: readonly Output[],
  last: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const visible = listVisible(archive);
  const outlines = visibleOf(
    archive.site,
    visible.map((index) => archive.outlineAt(index)),
  );
  const places = new Map(outlines.map(({ path }, at) => [path, visible[at] as number]));
  const placeOf = ({ path }: EditionOutline): number => places.get(path) as number;
  const load: Load = (outline): Loaded => {
    const { site, edition } = archive.load(placeOf(outline));
    return { site, edition: visibleOf(site, [edition])[0] as Loaded["edition"] };
  };
  const parts = planOverview(archive.site, outlines, shell, load, (outline) => archive.keyAt(placeOf(outline)));

  const keys: Record<string, string> = {};
  const changed = parts.filter(({ path, key, leadsTo }) => {
    const file = fileAt(path);
    keys[file] = key;
    if (last[file] !== key) return true;
    stage.carry([file]);
    verifier.carry(file, leadsTo);
    return false;
  });
  const files = [...listPublic(), ...look, MARKER].filter(({ path, content }) => {
    const key = digestOf(content);
    keys[path] = key;
    if (last[path] !== key) return true;
    stage.carry([path]);
    verifier.carry(path, new Set());
    return false;
  });
  verifier.look(files);
  stage.write(files);
  for (let at = 0; at < changed.length; at += BATCH) {
    const outputs = await print(merge(changed.slice(at, at + BATCH)));
    verifier.look(outputs);
    stage.write(outputs);
  }
  return keys;
}
