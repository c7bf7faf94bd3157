import {
  addEdition,
  deleteStory,
  type Edit,
  editBody,
  editBodyOfFirst,
  editBodyOfNewest,
  editLaterBody,
  editTitle,
  editTitleOfFirst,
} from "./corpus/edits.ts";

/** The builds that are measured, in the order of the tables; those of the second line belong to the default build. */
export const SCENARIOS = [
  ...(["hugo", "lean", "eleventy", "cold", "same", "body", "title", "edition", "deletion", "later"] as const),
  ...(["hugoDefault", "coldDefault", "sameDefault", "newest", "earlier", "earlierTitle"] as const),
] as const;
export type Scenario = (typeof SCENARIOS)[number];

export const SCENARIO_NAMES: Readonly<Record<Scenario, string>> = {
  hugo: "Hugo, same pages",
  lean: "Hugo, lean",
  eleventy: "conventional Eleventy",
  cold: "cold build",
  same: "nothing changed",
  body: "body of an old story edited",
  title: "title of an old story changed",
  edition: "new edition added",
  deletion: "old story deleted",
  later: "later, another body edited",
  hugoDefault: "Hugo, same pages with cards, and Pagefind",
  coldDefault: "cold build, cards and search",
  sameDefault: "nothing changed",
  newest: "body in the newest edition edited",
  earlier: "body in an earlier year edited",
  earlierTitle: "title in an earlier year changed",
};

type Step = readonly [Scenario, Edit];

/** What is done to the content before a build that has something to build upon. */
export const EDITS: readonly Step[] = [
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
  ["later", editLaterBody],
];

/** The same for the default build, which draws cards and makes a search index. */
export const DEFAULT_EDITS: readonly Step[] = [
  [
    "sameDefault",
    () => {
      // Nothing is done.
    },
  ],
  ["newest", editBodyOfNewest],
  ["earlier", editBodyOfFirst],
  ["earlierTitle", editTitleOfFirst],
];
