import { diagnose, type Diagnostic } from "../content/problems/diagnostic.ts";
import type { Document } from "../content/parse/document.ts";
import type { Section } from "../content/markdown/body.ts";
import type { Rule } from "./rule.ts";
import { allStories } from "./stories.ts";

/** A story has a summary and at most one analysis; a heading has text under it. */
export const checkSections: Rule = (site) => {
  const stories = allStories(site).flatMap(({ document, body, summary, draft }) => {
    const [, , ...more] = body.sections;
    const empty = isEmpty(summary)
      ? [
          diagnose(document.path, summary.at, {
            severity: draft ? "warning" : "error",
            rule: "missing-summary",
            message: "this story has no summary",
            hint: "write one to three paragraphs above the first “##”",
          }),
        ]
      : [];
    const second = more.map(({ at, title }) =>
      diagnose(document.path, at, {
        rule: "second-analysis",
        message: `“## ${title ?? ""}” would open a second analysis`,
        hint: "use “###” for a subhead",
      }),
    );
    return [...empty, ...second, ...emptySections(document, body.sections)];
  });
  const others = [...site.editions, ...site.pages].flatMap(({ document, body }) =>
    document && body ? emptySections(document, body.sections) : [],
  );
  return [...stories, ...others];
};

function isEmpty(section: Section): boolean {
  // To look at the HTML itself has it made one text of the many that it is of.
  return section.words === 0 && section.html.trim() === "";
}

function emptySections(document: Document, sections: readonly Section[]): Diagnostic[] {
  return sections
    .filter((section) => section.title !== undefined && isEmpty(section))
    .map(({ at, title }) =>
      diagnose(document.path, at, {
        severity: "warning",
        rule: "empty-section",
        message: `nothing stands under “## ${title ?? ""}”`,
      }),
    );
}
