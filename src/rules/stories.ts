import type { Site } from "../content/site.ts";
import type { Story } from "../content/story.ts";

/** Every story of the site, drafts and scheduled ones included. */
export function allStories(site: Site): Story[] {
  return site.editions.flatMap(({ stories }) => stories);
}
