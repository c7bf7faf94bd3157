import { diagnoseValue } from "../content/parse/document.ts";
import type { OutlineRule } from "./rule.ts";

const TOLD = { severity: "warning", rule: "letter-box" } as const;

/** Where readers may write there is an address to write to, and a page says what becomes of what they tell of themselves. */
export const checkLetterBox: OutlineRule = ({ publication, pages, editions, vocabularies }) => {
  const { site: document } = vocabularies.documents;
  const isOpen = publication.comments || editions.some(({ stories }) => stories.some(({ comments }) => comments));
  if (!document || !isOpen) return [];
  const { letters, publisher } = publication;
  const problems = [
    ...(letters.endpoint === undefined && publisher.email === undefined
      ? [
          {
            message: "stories take letters, and there is no address to which readers could write",
            hint: "add a line “email: …” to “publisher”, or “letters: { endpoint: https://… }”",
          },
        ]
      : []),
    ...(pages.some(({ id }) => id === "privacy")
      ? []
      : [
          {
            message: "stories take letters, and no page says what becomes of readers' names and addresses",
            hint: "add pages/privacy.md; docs/format.md (Letters) says what belongs there",
          },
        ]),
  ];
  return problems.map((problem) => diagnoseValue(document, ["comments"], { ...TOLD, ...problem }, "key"));
};
