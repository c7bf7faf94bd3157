import type { Edition } from "../content/edition.ts";
import type { Site } from "../content/site.ts";
import { describeStoryAi } from "./ai.ts";
import type { CardView } from "./card-shapes.ts";
import { headImageOf, pictureOf, viewStoryCard } from "./card.ts";
import { describeCommerce, type DisclosureView, viewDisclosure } from "./disclosure.ts";
import { shorten } from "./head.ts";
import { describeStory } from "./json-ld.ts";
import type { Page } from "./page.ts";
import type { Shell } from "./shell.ts";
import { type StoryView, viewStory } from "./story.ts";
import { type Teaser, viewStoryTeaser } from "./teaser.ts";

/** A story with what must be disclosed where it stands alone. */
export interface StoryAlone {
  readonly story: StoryView;
  readonly disclosure: DisclosureView | undefined;
  readonly inFull: readonly string[];
}

export interface StoryPage extends Page, StoryAlone {
  readonly card: CardView | undefined;
  /** The edition's other stories, in running order. */
  readonly others: readonly Teaser[];
  readonly previous: Teaser | undefined;
  readonly next: Teaser | undefined;
}

export function viewStoryAlone(site: Site, story: Edition["stories"][number], edition: Edition): StoryAlone {
  return {
    story: viewStory(site, story, edition),
    disclosure: viewDisclosure(site, story.programmes, "story"),
    inFull: [describeStoryAi(site, story), describeCommerce(site, story.programmes)],
  };
}

/** Derives the page of each story of an edition. */
export function viewStoryPages(site: Site, edition: Edition, shell: Shell): StoryPage[] {
  const { url } = site.publication;
  return edition.stories.map((story, index): StoryPage => {
    const teaser = (at: number): Teaser | undefined => {
      const other = edition.stories[at];
      return other && viewStoryTeaser(site, { story: other, edition });
    };
    const card = viewStoryCard(site, story, edition, shell);
    return {
      path: story.path,
      shell,
      head: {
        title: story.title,
        description: shorten(story.summary.opening),
        canonical: url + story.path,
        noindex: site.preview && story.status !== "published",
        ai: story.ai,
        type: "article",
        jsonLd: describeStory(site, story, edition, card),
        image: card ? headImageOf(site, card) : story.image && pictureOf(site, story.image),
      },
      card,
      ...viewStoryAlone(site, story, edition),
      others: edition.stories
        .filter((other) => other !== story)
        .map((other) => viewStoryTeaser(site, { story: other, edition })),
      previous: teaser(index - 1),
      next: teaser(index + 1),
    };
  });
}
