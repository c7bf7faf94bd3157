import { affiliateProblem } from "../content/links/affiliate-signs.ts";
import { diagnoseValue } from "../content/parse/document.ts";
import type { OutlineRule } from "./rule.ts";

/** The addresses of publishers and people are printed as plain links, so they may not be paid ones in disguise. */
export const checkVocabularyLinks: OutlineRule = (site) =>
  (["publishers", "people"] as const).flatMap((name) => {
    const document = site.vocabularies.documents[name];
    if (!document) return [];
    return Object.entries<{ readonly url?: string | undefined }>(site.vocabularies[name]).flatMap(([id, { url }]) => {
      if (url === undefined || site.ledger.programmeOf(url) !== undefined) return [];
      const problem = affiliateProblem(url);
      return problem ? [diagnoseValue(document, [id, "url"], problem)] : [];
    });
  });
