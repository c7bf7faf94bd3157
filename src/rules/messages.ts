import { diagnoseValue } from "../content/parse/document.ts";
import { categoriesOf, isComplete, listComplete, primaryOf } from "../locales/languages.ts";
import type { OutlineRule } from "./rule.ts";

/** The program has its words in the publication's language, and the publication's own have every plural form that it needs. */
export const checkMessages: OutlineRule = ({ publication: { language }, vocabularies: { messages, documents } }) => {
  const categories = categoriesOf(language);
  const own = Object.entries(messages).flatMap(([group, texts = {}]) =>
    Object.entries(texts).flatMap(([name, forms]) => {
      if (typeof forms !== "object" || !documents.messages) return [];
      const missing = categories.filter((category) => forms[category] === undefined);
      if (missing.length === 0) return [];
      return [
        diagnoseValue(documents.messages, [group, name], {
          rule: "bad-wording",
          message: `“${name}” counts, and “${language}” has other words for ${missing.join(", ")}`,
          hint: `add ${missing.map((category) => `“${category}: …”`).join(", ")}`,
        }),
      ];
    }),
  );
  if (isComplete(language) || !documents.site) return own;
  return [
    ...own,
    diagnoseValue(documents.site, ["language"], {
      severity: "warning",
      rule: "words-in-english",
      message: `the program's own words are not there in “${primaryOf(language)}”: readers see them in English`,
      hint: `complete are ${listComplete().join(", ")}; messages.yaml replaces single words`,
    }),
  ];
};
