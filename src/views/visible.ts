import type { StoryOutline } from "../content/outline.ts";
import type { Site } from "../content/site.ts";
import type { Status } from "../content/time/status.ts";
import { perArchive } from "./per-setting.ts";

interface Timed {
  readonly status: Status;
}

/** What readers may see now, oldest first: published editions with their published stories; in a preview, everything. */
export function visibleOf<E extends Timed & { readonly stories: readonly Timed[] }>(
  { preview }: Pick<Site, "preview">,
  editions: readonly E[],
): E[] {
  if (preview) return [...editions];
  return editions.filter(isOut).map((edition) =>
    // Itself where nothing is hidden, so that what is remembered of it is found again.
    edition.stories.every(isOut) ? edition : { ...edition, stories: edition.stories.filter(isOut) },
  );
}

function isOut({ status }: Timed): boolean {
  return status === "published";
}

/** The stories of these editions, the newest edition first, each edition in its running order. */
export const newestStories = perArchive((editions): readonly StoryOutline[] =>
  [...editions].reverse().flatMap(({ stories }) => stories),
);
