import { takeBearings } from "../../content/bearings.ts";
import type { Edition } from "../../content/edition.ts";
import type { Body } from "../../content/markdown/body.ts";
import type { Story } from "../../content/story.ts";

/** The first sections of a body, so many. */
function cut(body: Body, most: number): Body {
  return { ...body, sections: body.sections.slice(0, most) as unknown as Body["sections"] };
}

function shortenStory(story: Story, base: string): Story {
  const body = cut(story.body, 1);
  return { ...story, body, analysis: undefined, ...takeBearings(body, story.sources, base) };
}

/**
 * An edition as its short mail has it: its lede and its nut graf, and of each story the summary and the sources. Whatever is told of it, what is
 * paid for and how long it is, is told of this alone.
 */
export function shortenEdition(edition: Edition, base: string): Edition {
  const body = edition.body && cut(edition.body, 2);
  return {
    ...edition,
    body,
    ...takeBearings(body, [], base),
    stories: edition.stories.map((story) => shortenStory(story, base)),
  };
}
