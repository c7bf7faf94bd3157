import type { Instant } from "./calendar.ts";
import type { Clock } from "./clock.ts";
import type { EditionHead } from "../edition.ts";
import { formerOfStory } from "../former/former.ts";
import type { GoneText } from "../former/gone.ts";
import type { Diagnostic } from "../problems/diagnostic.ts";
import { type EditionOutline, keepGone, keepNamed, type StoryOutline } from "../outline.ts";
import { type Status, statusOf } from "./status.ts";
import { isOpenForLetters } from "../letters/open-for-letters.ts";
import type { Publication } from "../publication.ts";
import type { Story, StoryHead } from "../story.ts";
import type { TopicIndex } from "../topics.ts";

/** A story that knows its moment. */
export type DatedStory = StoryHead & Pick<Story, "publish" | "status" | "comments" | "isOpen">;

/** An edition that knows what the clock makes of it and of its stories. */
export interface DatedEdition {
  readonly head: EditionHead;
  readonly status: Status;
  /** Every slug of the folder, those of unreadable files included. */
  readonly slugs: readonly string[];
  readonly stories: readonly DatedStory[];
  /** What of it was taken back. */
  readonly gone: readonly GoneText[];
}

/** The texts of an edition that were taken back: with the edition itself all its stories are. */
function listGone(head: EditionHead, stories: readonly StoryHead[]): GoneText[] {
  const { publish, draft } = head;
  return [...(head.file === undefined ? [] : [{ ...head, file: head.file }]), ...stories].flatMap((text) => {
    const gone = text.gone ?? head.gone;
    const { identity, path, file, former } = text;
    return gone ? [{ identity, path, file, former, gone, publish, draft }] : [];
  });
}

/** Adds what the clock says: a story is never out before its edition, an edition never without a story. */
export function schedule(
  head: EditionHead,
  stories: readonly StoryHead[],
  slugs: readonly string[],
  clock: Clock,
  { comments: byDefault, letters: { days } }: Pick<Publication, "comments" | "letters">,
): DatedEdition {
  const named = stories.map((story) => ({ ...story, former: formerOfStory(story.former, story.slug, head) }));
  const gone = listGone(head, named);
  const dated = named.flatMap((story): DatedStory[] => {
    if (story.gone ?? head.gone) return [];
    const publish = Math.max(head.publish, story.ownTime ?? head.publish);
    const status = statusOf(head.draft || story.draft, publish, clock);
    const comments = story.front.comments ?? head.front.comments ?? byDefault;
    return [{ ...story, publish, status, comments, isOpen: isOpenForLetters({ comments, publish }, days, clock) }];
  });
  const own = statusOf(head.draft, head.publish, clock);
  if (own !== "published" || dated.some(({ status }) => status === "published"))
    return { head, slugs, status: own, stories: dated, gone };
  return {
    head,
    slugs,
    status: dated.some(({ status }) => status === "scheduled") ? "scheduled" : "draft",
    stories: dated,
    gone,
  };
}

/** Where an edition and its stories stand, and from when on: known before any text is rendered. */
export interface PlacedEdition extends Pick<
  EditionOutline,
  "identity" | "dateline" | "slot" | "path" | "publish" | "status" | "file" | "former" | "gone"
> {
  readonly stories: readonly Pick<
    StoryOutline,
    "identity" | "path" | "file" | "status" | "short" | "topic" | "publishers" | "follows" | "former"
  >[];
  /** What is wrong with its files, where it was taken back with all its stories; left out where it was not. */
  readonly problems?: readonly Diagnostic[];
}

/** What is known of a dated edition before its texts are rendered. */
export function placeEdition({ head, status, stories, gone }: DatedEdition, topics: TopicIndex): PlacedEdition {
  const { identity, dateline, slot, path, file, publish } = head;
  return {
    identity,
    dateline,
    slot,
    path,
    file,
    publish,
    status,
    ...keepNamed(head),
    ...keepGone(gone),
    ...(head.gone && { problems: [] }),
    stories: stories.map(({ identity, path, file, status, short, former, front: { topic, source = [], follows } }) => ({
      identity,
      path,
      file,
      status,
      short,
      ...keepNamed({ former }),
      topic: topics.resolve(topic),
      publishers: source.map(({ publisher }) => publisher),
      follows,
    })),
  };
}

interface Moment extends Pick<EditionOutline, "dateline" | "slot"> {
  readonly publish: Instant;
}

/** The order in which editions come out; those of one moment by day, then by the order of `slots`. */
export function byMoment(slots: readonly { readonly id: string }[]): (a: Moment, b: Moment) => number {
  const order = new Map(slots.map(({ id }, index) => [id, index]));
  return (a, b) =>
    a.publish - b.publish ||
    (a.dateline.date < b.dateline.date ? -1 : a.dateline.date > b.dateline.date ? 1 : 0) ||
    (order.get(a.slot.id) ?? 0) - (order.get(b.slot.id) ?? 0);
}
