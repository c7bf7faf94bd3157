import type { PageRecord } from "../pages/page-record.ts";
import { type Knowledge, NOTHING } from "../state/knowledge.ts";
import type { Part } from "./part.ts";

/**
 * What the builds of parts know, where they knew the publication with the same setting, as if it were the last build's: so every page whose
 * key is the same is taken over, and whatever has changed since, of the content, by the clock or by other years, is made anew.
 */
export function recallParts(parts: readonly Part[]): (setting: string) => Knowledge {
  return (setting) => {
    const own = parts.filter(({ known }) => known.setting === setting);
    const owners = new Map(own.flatMap((part) => Array.from(part.known.pages.keys(), (path) => [path, part] as const)));
    return {
      ...NOTHING,
      setting,
      texts: new Map(own.flatMap(({ known }) => [...known.texts])),
      recall: (path): PageRecord | undefined => owners.get(path)?.known.recall(path),
      recallTexts: (path) => owners.get(path)?.known.recallTexts(path),
      originOf(path) {
        const part = owners.get(path);
        return part && { folder: part.site, anchors: part.anchors[path] ?? [] };
      },
    };
  };
}
