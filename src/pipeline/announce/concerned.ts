import type { StoryOutline } from "../../content/outline.ts";
import type { Archive } from "../read/archive.ts";
import type { Announcement } from "./channel.ts";

/** The stories of which there is news: all of an edition that readers may see; where it is a correction's, those that were ever put right. */
export function concernedStories(
  { get }: Pick<Archive, "get">,
  { identity, occasion }: Pick<Announcement, "identity" | "occasion">,
): StoryOutline[] {
  const visible =
    get(identity)
      ?.outline()
      .stories.filter(({ status }) => status === "published") ?? [];
  return occasion === "edition" ? visible : visible.filter(({ corrections }) => corrections.length > 0);
}
