import { HtmlValidate } from "html-validate";
import { readFiles } from "../files.ts";

const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:recommended", "html-validate:document", "html-validate:browser"],
  rules: {
    // HTML takes it in either case; Prettier writes it small.
    "doctype-style": "off",
    // A headline is as long as its editor makes it, up to what the format allows.
    "long-title": "off",
    // ARIA lets a list have a name; the rule only prefers other elements.
    "aria-label-misuse": ["error", { allowAnyNamable: true }],
    // HTML asks an id for no space only, and slugs may begin with a digit.
    "valid-id": ["error", { relaxed: true }],
    // Files of the same host need no hash; files of another are an error by the next rules of this file.
    "require-sri": ["error", { target: "crossorigin" }],
  },
});

/** Where the pages of a site are not valid HTML, by every rule of correctness. */
export async function findInvalid(folder: string): Promise<string[]> {
  const problems: string[] = [];
  for (const { path, text } of readFiles(folder, ".html")) {
    const { results } = await validator.validateString(text, path);
    for (const { messages } of results)
      for (const { line, column, ruleId, message } of messages)
        problems.push(`${path}:${line}:${column} ${ruleId} ${message}`);
  }
  return problems;
}
