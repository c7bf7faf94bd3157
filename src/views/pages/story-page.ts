import type { Edition } from "../../content/edition.ts";
import { formatIso } from "../../content/time/calendar.ts";
import type { StoryOutline } from "../../content/outline.ts";
import type { TextSite } from "../../content/site.ts";
import { messagesOf } from "../../locales/messages.ts";
import { describeStoryAi } from "../parts/ai.ts";
import type { CardView } from "../cards/card-view.ts";
import { headImageOf, pictureOf, viewStoryCard } from "../cards/card.ts";
import { describeCommerce, type DisclosureView, viewDisclosure } from "../parts/disclosure.ts";
import { DESCRIBED, shorten } from "../parts/head.ts";
import { describeStory } from "../parts/json-ld.ts";
import { storyLabels } from "../parts/labels.ts";
import type { LinkView } from "../parts/link.ts";
import type { Onward, ThreadPlace } from "../onward.ts";
import { editionTitle } from "../parts/edition.ts";
import { type LettersView, viewLetters } from "./story-letters.ts";
import { slotLink } from "./edition-page.ts";
import type { PageView } from "../page-view.ts";
import { type ShareView, viewShare } from "../parts/share.ts";
import type { Common } from "../page.ts";
import { lastChange, type StoryView, viewStory } from "../parts/story.ts";
import { type Teaser, viewStoryTeaser } from "../parts/teaser.ts";

/** A story with what must be disclosed where it stands alone. */
export interface StoryAlone {
  readonly story: StoryView;
  readonly disclosure: DisclosureView | undefined;
  readonly inFull: readonly string[];
}

export interface StoryPage extends PageView, StoryAlone {
  readonly card: CardView | undefined;
  /** The edition's other stories, in running order. */
  readonly others: readonly Teaser[];
  readonly previous: Teaser | undefined;
  readonly next: Teaser | undefined;
  /** What it is a part of, if it continues or is continued. */
  readonly thread: (LinkView & Pick<ThreadPlace, "number" | "of">) | undefined;
  /** Of its topic, in other editions. */
  readonly related: readonly Teaser[];
  readonly share: ShareView;
  readonly letters: LettersView | undefined;
}

export function viewStoryAlone(site: TextSite, story: Edition["stories"][number], edition: Edition): StoryAlone {
  return {
    story: viewStory(site, story, edition),
    disclosure: viewDisclosure(site, story.programmes, "story"),
    inFull: [describeStoryAi(site, story), describeCommerce(site, story.programmes)],
  };
}

/** Derives the page of each story of an edition; `onwardOf` tells by its identity where one leads beside the edition. */
export function viewStoryPages(
  { setting, shell }: Common,
  site: TextSite,
  edition: Edition,
  onwardOf: (identity: string) => Onward<StoryOutline>,
): StoryPage[] {
  const { url, base, zone } = site.publication;
  const m = messagesOf(site.publication);
  return edition.stories.map((story, index): StoryPage => {
    const teaser = (at: number): Teaser | undefined => {
      const other = edition.stories[at];
      return other && viewStoryTeaser(setting, other);
    };
    const { thread, related } = onwardOf(story.identity);
    const card = viewStoryCard(site, story, edition, shell);
    const description = shorten(story.summary.opening, DESCRIBED);
    return {
      path: story.path,
      shell,
      head: {
        title: story.title,
        description,
        canonical: url + story.path,
        noindex: site.preview && story.status !== "published",
        ai: story.ai,
        article: { published: formatIso(story.publish, zone), modified: formatIso(lastChange(story), zone) },
        trail: [slotLink(site, edition), { href: base + edition.path, text: editionTitle(site, edition).whole }],
        jsonLd: describeStory(site, story, edition, { description, card }),
        image: card ? headImageOf(site.publication, card) : story.image && pictureOf(site, story.image),
      },
      card,
      ...viewStoryAlone(site, story, edition),
      others: edition.stories.filter((other) => other !== story).map((other) => viewStoryTeaser(setting, other)),
      previous: teaser(index - 1),
      next: teaser(index + 1),
      thread: thread && { href: base + thread.path, text: thread.title, number: thread.number, of: thread.of },
      share: viewShare(story.title, storyLabels(story, m), url + story.path, m),
      letters: viewLetters(site, story),
      related: related.map((other) => viewStoryTeaser(setting, other, false)),
    };
  });
}
