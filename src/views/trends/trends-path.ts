import { PAGES, slotPath } from "../../content/addresses.ts";
import type { Site } from "../../content/site.ts";

/**
 * Whether the charts stand at their address: the content format does not reserve it, so a standing page or a slot that is
 * called so comes first.
 */
export function hasTrends({ pages, publication }: Pick<Site, "pages" | "publication">): boolean {
  const taken: readonly string[] = [
    ...pages.map(({ path }) => path),
    ...publication.slots.map(({ id }) => slotPath(id)),
  ];
  return !taken.includes(PAGES.trends);
}
