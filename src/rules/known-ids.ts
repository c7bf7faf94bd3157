import type { VocabularyName } from "../content/layout.ts";
import type { Site } from "../content/site.ts";

/**
 * Every id that a vocabulary gives, those of entries with a mistake included; undefined when its file cannot be read:
 * that is reported once, and not again wherever an id of it is used.
 */
export function knownIds({ vocabularies }: Site, name: VocabularyName): ReadonlySet<string> | undefined {
  const data = vocabularies.documents[name]?.yaml.data;
  return typeof data === "object" && data !== null && !Array.isArray(data) ? new Set(Object.keys(data)) : undefined;
}
