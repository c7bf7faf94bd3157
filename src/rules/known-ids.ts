import type { Document } from "../content/parse/document.ts";
import type { VocabularyName } from "../content/files/layout.ts";
import type { Site } from "../content/site.ts";

const ids = new WeakMap<Document, ReadonlySet<string>>();

/**
 * Every id that a vocabulary gives, those of entries with a mistake included; undefined when its file cannot be read:
 * that is reported once, and not again wherever an id of it is used.
 */
export function knownIds(
  { vocabularies }: Pick<Site, "vocabularies">,
  name: VocabularyName,
): ReadonlySet<string> | undefined {
  const document = vocabularies.documents[name];
  const data = document?.yaml.data;
  if (!document || typeof data !== "object" || data === null || Array.isArray(data)) return undefined;
  const known = ids.get(document) ?? new Set(Object.keys(data));
  ids.set(document, known);
  return known;
}
