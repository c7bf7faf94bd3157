import type { Assembled } from "../assemble/assemble.ts";
import { readThere } from "./existing.ts";
import { appendTerms, printSite, printTerms, termsByFile } from "./vocabulary-files.ts";

/** What an import does to a content folder. */
export interface Plan {
  /** New files by their path in the folder. */
  readonly create: ReadonlyMap<string, string | Uint8Array>;
  /** Vocabularies that are there, with more terms behind those that they have. */
  readonly extend: ReadonlyMap<string, { readonly before: Uint8Array; readonly after: Uint8Array }>;
  /** Files that are there already, and stay as they are. */
  readonly kept: readonly string[];
  /** Terms that an editor adds by hand, since a vocabulary is written in a way to which no lines can be added. */
  readonly byHand: ReadonlyMap<string, string>;
}

function isSame(there: Uint8Array, content: string | Uint8Array): boolean {
  return Buffer.compare(there, Buffer.from(content as Uint8Array)) === 0;
}

/** Holds what was assembled against a content folder. Nothing that is there is ever replaced. */
export function planFiles(folder: string, assembled: Assembled): Plan {
  const create = new Map<string, string | Uint8Array>();
  const extend = new Map<string, { before: Uint8Array; after: Uint8Array }>();
  const byHand = new Map<string, string>();
  const kept: string[] = [];
  const isNew = readThere(folder, "site.yaml") === undefined;
  if (isNew) create.set("site.yaml", printSite(assembled.settings));
  if (isNew && readThere(folder, "affiliates.yaml") === undefined) create.set("affiliates.yaml", "");
  for (const [path, terms] of termsByFile(assembled)) {
    const there = readThere(folder, path);
    if (there === undefined) create.set(path, printTerms(terms));
    else if (terms.size > 0) {
      const after = appendTerms(path, there, terms);
      if (after) extend.set(path, { before: there, after });
      else byHand.set(path, printTerms(terms));
    }
  }
  for (const [path, content] of assembled.files) {
    const there = readThere(folder, path);
    if (there === undefined) create.set(path, content);
    else kept.push(isSame(there, content) ? `${path}, which is the same` : path);
  }
  return { create, extend, kept, byHand };
}
