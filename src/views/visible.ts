import type { EditionOutline, StoryOutline } from "../content/outline.ts";
import type { Site } from "../content/site.ts";
import type { Status } from "../content/status.ts";

interface Timed {
  readonly status: Status;
}

/** What readers may see now, oldest first: published editions with their published stories; in a preview, everything. */
export function visibleOf<E extends Timed & { readonly stories: readonly Timed[] }>(
  { preview }: Pick<Site, "preview">,
  editions: readonly E[],
): E[] {
  if (preview) return [...editions];
  return editions
    .filter(({ status }) => status === "published")
    .map((edition) => ({ ...edition, stories: edition.stories.filter(({ status }) => status === "published") }));
}

/** A story beside the edition that holds it. */
export interface Placed {
  readonly story: StoryOutline;
  readonly edition: EditionOutline;
}

const placed = new WeakMap<EditionOutline, readonly Placed[]>();

function place(edition: EditionOutline): readonly Placed[] {
  const known = placed.get(edition) ?? edition.stories.map((story) => ({ story, edition }));
  placed.set(edition, known);
  return known;
}

/** The stories of these editions, the newest edition first, each edition in its running order. */
export function newestStories(editions: readonly EditionOutline[]): Placed[] {
  return [...editions].reverse().flatMap(place);
}
