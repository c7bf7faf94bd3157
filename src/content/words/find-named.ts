import { findNearest } from "./nearest.ts";

/** The id of the entry of a vocabulary that is called nearly what was typed, by its id or its name. */
export function findNamed(
  typed: string,
  entries: Readonly<Record<string, { readonly name: string }>>,
  ids: Iterable<string>,
): string | undefined {
  const byId = findNearest(typed, ids);
  if (byId !== undefined) return byId;
  const names = new Map(Object.entries(entries).map(([id, { name }]) => [name, id]));
  const name = findNearest(typed, names.keys());
  return name === undefined ? undefined : names.get(name);
}
