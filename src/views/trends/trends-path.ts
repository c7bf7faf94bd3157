import type { OverviewSite } from "../../content/site.ts";

export const TRENDS = "/trends/";

/**
 * Whether the charts stand at their address: the content format does not reserve it, so a standing page or a slot that is
 * called so comes first.
 */
export function hasTrends({ pages, publication }: Pick<OverviewSite, "pages" | "publication">): boolean {
  const taken = [...pages.map(({ path }) => path), ...publication.slots.map(({ id }) => `/${id}/`)];
  return !taken.includes(TRENDS);
}
