import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { STORIES_AN_EDITION } from "./dateline.ts";
import { inventEdition, type InventedStory, oldestEdition, type Plan } from "./invent.ts";
import { writeEdition } from "./write-content.ts";

/** What an editor does to a publication between two builds; each run of a scenario does it to a story of its own. */
export type Edit = (content: string, plan: Plan, run: number) => void;

/** An old edition for a run: `part` of the way from the oldest to the newest. */
function oldEdition(plan: Plan, part: number, run: number): number {
  return oldestEdition(plan) + ((Math.floor((plan.stories / STORIES_AN_EDITION) * part) + run) % -oldestEdition(plan));
}

function pathOf(
  content: string,
  plan: Plan,
  edition: number,
  position: number,
): { file: string; story: InventedStory } {
  const { dateline, stories } = inventEdition(plan, edition);
  const story = stories[position];
  if (!story) throw new Error(`an edition has no story ${position}`);
  return { file: join(content, "editions", dateline.folder, `${story.slug}.md`), story };
}

function rewrite(file: string, from: string, to: string): void {
  const text = readFileSync(file, "utf8");
  if (!text.includes(from)) throw new Error(`${file} does not hold what an edit looks for`);
  writeFileSync(
    file,
    text.replace(from, () => to),
  );
}

function addSentence(content: string, plan: Plan, edition: number, run: number): void {
  const { file } = pathOf(content, plan, edition, 1);
  rewrite(file, "\n\n## ", ` The editor added this sentence in run ${run + 1}.\n\n## `);
}

function changeTitle(content: string, plan: Plan, edition: number): void {
  const { file, story } = pathOf(content, plan, edition, 2);
  rewrite(file, `title: ${story.title}\n`, `title: ${story.title}, revised\n`);
}

/** Adds a sentence to a paragraph of an old story. */
export const editBody: Edit = (content, plan, run) => {
  addSentence(content, plan, oldEdition(plan, 0.2, run), run);
};

/** The same for another story, when there have been other changes since the cold build. */
export const editLaterBody: Edit = (content, plan, run) => {
  addSentence(content, plan, oldEdition(plan, 0.8, run), run);
};

/** Adds a sentence to a story of the newest edition. */
export const editBodyOfNewest: Edit = (content, plan, run) => {
  addSentence(content, plan, 0, run);
};

/** Adds a sentence to a story of one of the first editions. */
export const editBodyOfFirst: Edit = (content, plan, run) => {
  addSentence(content, plan, oldestEdition(plan) + run, run);
};

/** Changes the title of an old story. */
export const editTitle: Edit = (content, plan, run) => {
  changeTitle(content, plan, oldEdition(plan, 0.4, run));
};

/** Changes the title of a story of one of the first editions. */
export const editTitleOfFirst: Edit = (content, plan, run) => {
  changeTitle(content, plan, oldestEdition(plan) + run);
};

/** Adds an edition after the newest. */
export const addEdition: Edit = (content, plan, run) => {
  writeEdition(content, inventEdition(plan, run + 1));
};

/** Deletes an old story that nothing links to. */
export const deleteStory: Edit = (content, plan, run) => {
  const { file, story } = pathOf(content, plan, oldEdition(plan, 0.6, run), 3);
  rmSync(file);
  rewrite(join(file, "..", "edition.md"), `  - ${story.slug}\n`, "");
};
