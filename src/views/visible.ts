import type { Edition } from "../content/edition.ts";
import type { Site } from "../content/site.ts";
import type { Story } from "../content/story.ts";

/** What readers may see now, oldest first: published editions with their published stories; in a preview, everything. */
export function visibleEditions(site: Site): Edition[] {
  if (site.preview) return [...site.editions];
  return site.editions
    .filter(({ status }) => status === "published")
    .map((edition) => ({ ...edition, stories: edition.stories.filter(({ status }) => status === "published") }));
}

/** A story beside the edition that holds it. */
export interface Placed {
  readonly story: Story;
  readonly edition: Edition;
}

/** The stories of these editions, the newest edition first, each edition in its running order. */
export function newestStories(editions: readonly Edition[]): Placed[] {
  return [...editions].reverse().flatMap((edition) => edition.stories.map((story) => ({ story, edition })));
}
