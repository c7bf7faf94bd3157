import { topicPath } from "../../content/addresses.ts";
import type { Status } from "../../content/time/status.ts";
import type { Instant } from "../../content/time/calendar.ts";
import type { EditionOutline, StoryOutline } from "../../content/outline.ts";
import { type Slot, slotOf } from "../../content/publication.ts";
import type { AiLevel } from "../../content/schema/schema.ts";
import type { Setting } from "../../content/site.ts";
import { messagesOf } from "../../locales/messages.ts";
import { levelsOf, mostAutomated } from "./ai.ts";
import { editionLabels, editionTitle } from "./edition.ts";
import { storyLabels } from "./labels.ts";
import { viewLetterCount } from "./letter-count.ts";
import type { LinkView } from "./link.ts";
import { type Light, lightAt } from "./light.ts";
import { perSetting } from "../per-setting.ts";
import { type TimeView, viewDay } from "./time.ts";

/** A row of a list that leads to a story or an edition. */
export interface Teaser extends LinkView {
  /** The slot's name before a composed headline, to be set apart. */
  readonly prefix: string | undefined;
  readonly light: Light;
  /** Day and slot. */
  readonly dateline: TimeView;
  readonly topic: LinkView | undefined;
  readonly ai: AiLevel;
  readonly labels: readonly string[];
  /** How many letters stand below it, leading there. */
  readonly letters?: LinkView | undefined;
  readonly notice: string | undefined;
  /** What is new in it, where it goes on from another. */
  readonly note?: string | undefined;
}

function viewDateline({ publication }: Setting, instant: Instant, slot: Slot): TimeView {
  const { text, ...day } = viewDay(publication, instant, "day");
  return { ...day, text: messagesOf(publication).time.dateline({ day: text, slot: slot.name }) };
}

/** Why readers do not see it yet, in the editor's preview. */
function noticeOf({ preview, publication }: Setting, status: Status): string | undefined {
  return preview && status !== "published" ? messagesOf(publication).list[status] : undefined;
}

const storyTeaser = perSetting((site, story: StoryOutline): Teaser => {
  const { base } = site.publication;
  const slot = slotOf(site.publication, story.dateline);
  const topic = story.topic === undefined ? undefined : site.vocabularies.topics[story.topic];
  return {
    href: base + story.path,
    text: story.title,
    prefix: undefined,
    light: lightAt(slot.time),
    dateline: viewDateline(site, story.publish, slot),
    topic: topic && { href: base + topicPath(story.topic ?? ""), text: topic.name },
    ai: story.ai,
    labels: storyLabels(story, messagesOf(site.publication)),
    letters: viewLetterCount(site, story),
    notice: noticeOf(site, story.status),
  };
});

/** A row that leads to a story; a list of one topic leaves the topic out. */
export function viewStoryTeaser(site: Setting, story: StoryOutline, withTopic = true): Teaser {
  const teaser = storyTeaser(site, story);
  return withTopic ? teaser : { ...teaser, topic: undefined };
}

export const viewEditionTeaser = perSetting((site, edition: EditionOutline): Teaser => {
  const { slot, rest } = editionTitle(site, edition);
  return {
    href: site.publication.base + edition.path,
    text: rest,
    prefix: slot,
    light: lightAt(edition.slot.time),
    dateline: viewDateline(site, edition.publish, edition.slot),
    topic: undefined,
    ai: mostAutomated(levelsOf(edition)),
    labels: editionLabels(edition, messagesOf(site.publication)),
    notice: noticeOf(site, edition.status),
  };
});
