import { addEdition, deleteStory, type Edit, editBody, editTitle } from "./corpus/edits.ts";

/** The builds that are measured, in the order of a run. */
export const SCENARIOS = ["hugo", "eleventy", "cold", "same", "body", "title", "edition", "deletion"] as const;
export type Scenario = (typeof SCENARIOS)[number];

export const SCENARIO_NAMES: Readonly<Record<Scenario, string>> = {
  hugo: "Hugo, full build",
  eleventy: "conventional Eleventy, full build",
  cold: "cold build",
  same: "nothing changed",
  body: "body of an old story edited",
  title: "title of an old story changed",
  edition: "new edition added",
  deletion: "old story deleted",
};

/** What is done to the content before a build that has something to build upon. */
export const EDITS: readonly (readonly [Scenario, Edit])[] = [
  [
    "same",
    () => {
      // Nothing is done.
    },
  ],
  ["body", editBody],
  ["title", editTitle],
  ["edition", addEdition],
  ["deletion", deleteStory],
];
