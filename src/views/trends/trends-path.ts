import { PAGES, slotPath } from "../../content/addresses.ts";
import type { OverviewSite } from "../../content/site.ts";

/**
 * Whether the charts stand at their address: the content format does not reserve it, so a standing page or a slot that is
 * called so comes first.
 */
export function hasTrends({ pages, publication }: Pick<OverviewSite, "pages" | "publication">): boolean {
  const taken = [...pages.map(({ path }) => path), ...publication.slots.map(({ id }) => slotPath(id))];
  return !taken.includes(PAGES.trends);
}
