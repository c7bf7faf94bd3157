import { readIdentity } from "../../content/dateline.ts";
import { firstIdentity } from "../../content/former/former.ts";
import { formatIso } from "../../content/time/calendar.ts";
import type { Edition } from "../../content/edition.ts";
import type { AiLevel } from "../../content/schema/schema.ts";
import { originOf } from "../../content/publication.ts";
import { messagesOf } from "../../locales/messages.ts";
import type { Setting, TextSite } from "../../content/site.ts";
import type { Story } from "../../content/story.ts";
import type { Card } from "../cards/card-view.ts";
import {
  describeEditionCard,
  describeStoryCard,
  headImageOf,
  pictureOf,
  placeCard,
  viewFirstPicture,
} from "../cards/card.ts";
import { levelsOf, mostAutomated } from "../parts/ai.ts";
import { type CorrectionEntry } from "../pages/corrections.ts";
import { describeBriefly, uniformAi } from "../pages/edition-page.ts";
import {
  type EditionView,
  editionLabels,
  editionLabelsInFull,
  editionTitle,
  lastEditionChange,
  viewEdition,
} from "../parts/edition.ts";
import { type Head, shorten } from "../parts/head.ts";
import { labelsInFull, storyLabels, summaryWithLabels, titleWithLabels } from "../parts/labels.ts";
import { LETTERS_ID } from "../parts/letter-count.ts";
import type { LinkView } from "../parts/link.ts";
import type { RecordingView } from "../recordings/recording.ts";
import { type Common, type Loaded, type TextName } from "../page.ts";
import { type CorrectionView, lastChange, type PersonView, viewPeople } from "../parts/story.ts";
import { type StoryAlone, viewStoryAlone } from "../pages/story-page.ts";
import type { Corrected } from "./corrected.ts";

/** An entry of a feed, with its full text as a view. */
export interface FeedEntry {
  /** A `tag:` URI that outlives any change of title (RFC 4151). */
  readonly id: string;
  readonly url: string;
  /** With the labels that a reader must see before following it. */
  readonly title: string;
  readonly published: string;
  readonly updated: string;
  readonly authors: readonly PersonView[];
  readonly categories: readonly string[];
  /** With the same labels before it: some readers are shown nothing else. */
  readonly summary: string;
  readonly image: Head["image"];
  readonly ai: AiLevel;
  /** How many letters stand below it, and where; left out where none does. */
  readonly letters?: { readonly count: number; readonly url: string };
  /** Of an edition, the recording in which it is read aloud. */
  readonly recording?: RecordingView | undefined;
  /** The level of each of its texts by its full address, where they differ; else empty. */
  readonly aiOfParts: readonly { readonly url: string; readonly level: AiLevel }[];
  readonly content:
    | { readonly edition: EditionView }
    | { readonly alone: StoryAlone }
    | { readonly correction: CorrectionView; readonly of: LinkView };
}

/** What a text gives to its entry, whatever the look and the clock. */
export interface TextEntry extends Omit<FeedEntry, "image"> {
  /** The path of the text. */
  readonly path: string;
  /** A picture of its own. */
  readonly picture: Head["image"];
  /** What is shown in its place where there is none. */
  readonly card: Card;
}

function tag(site: Setting, date: string, name: string): string {
  return `tag:${site.publication.host},${date}:${name}`;
}

/** Names a text by what it was called at first: that stays what it was, wherever the text is moved. */
export function tagOf(site: Setting, text: Parameters<typeof firstIdentity>[0]): string {
  const first = firstIdentity(text);
  return tag(site, readIdentity(first).dateline.date, first);
}

function partsOf({ publication: { url } }: Setting, edition: Edition): FeedEntry["aiOfParts"] {
  return [edition, ...edition.stories].map(({ path, ai }) => ({ url: url + path, level: ai }));
}

function viewEditionEntry(site: TextSite, edition: Edition): TextEntry {
  const { url, zone } = site.publication;
  const m = messagesOf(site.publication);
  const view = viewEdition(site, edition);
  const levels = levelsOf(edition);
  return {
    id: tagOf(site, edition),
    path: edition.path,
    url: url + edition.path,
    title: titleWithLabels(editionTitle(site, edition).whole, editionLabels(edition, m)),
    published: formatIso(edition.publish, zone),
    updated: formatIso(lastEditionChange(edition), zone),
    authors: view.byline,
    categories: [...new Set(view.stories.flatMap(({ topic }) => topic?.text ?? []))],
    summary: summaryWithLabels(describeBriefly(edition) ?? "", editionLabelsInFull(edition, m)),
    picture: viewFirstPicture(site, edition),
    card: describeEditionCard(site, edition),
    ai: mostAutomated(levels),
    aiOfParts: uniformAi(edition) === undefined ? partsOf(site, edition) : [],
    ...(view.recording && { recording: view.recording }),
    content: { edition: view },
  };
}

function viewStoryEntry(site: TextSite, story: Story, edition: Edition): TextEntry {
  const { url, zone } = site.publication;
  const m = messagesOf(site.publication);
  const alone = viewStoryAlone(site, story, edition);
  return {
    id: tagOf(site, story),
    path: story.path,
    url: url + story.path,
    title: titleWithLabels(story.title, storyLabels(story, m)),
    published: formatIso(story.publish, zone),
    updated: formatIso(lastChange(story), zone),
    authors: viewPeople(site, story.byline),
    categories: [...(alone.story.topic ? [alone.story.topic.text] : []), ...story.tags],
    summary: summaryWithLabels(shorten(story.body.opening), labelsInFull([story.ai], story.programmes, m)),
    picture: story.image && pictureOf(site, story.image),
    card: describeStoryCard(site, story, edition),
    ai: story.ai,
    aiOfParts: [],
    ...(story.letters.length > 0 && {
      letters: { count: story.letters.length, url: `${url}${story.path}#${LETTERS_ID}` },
    }),
    content: { alone },
  };
}

export function viewCorrectionEntry(
  site: Setting,
  { identity, date, of, labels, correction }: CorrectionEntry,
): FeedEntry {
  const m = messagesOf(site.publication);
  return {
    id: tag(site, date, identity),
    url: originOf(site.publication) + of.href,
    title: titleWithLabels(m.feed.correction({ kind: correction.label, title: of.text }), labels),
    published: correction.at.iso,
    updated: correction.at.iso,
    authors: [],
    categories: [],
    summary: summaryWithLabels(correction.text, labels),
    image: undefined,
    ai: "human-only",
    aiOfParts: [],
    content: { correction, of },
  };
}

/** Derives what an edition, or one of its stories, gives to its entry. */
export function viewTextEntry({ site, edition }: Loaded, { story: identity }: TextName): TextEntry {
  if (identity === undefined) return viewEditionEntry(site, edition);
  const story = edition.stories.find((own) => own.identity === identity);
  if (!story) throw new Error(`${identity} is not in its edition`);
  return viewStoryEntry(site, story, edition);
}

/** The entry of a text: with its picture, else its card, and with a word before its title where it was put right lately. */
export function completeEntry(
  { path, picture, card, ...entry }: TextEntry,
  { setting: { publication }, shell }: Common,
  corrected: Corrected = {},
): FeedEntry {
  const { cards } = shell.assets;
  const kind = corrected[path];
  return {
    ...entry,
    title: kind === undefined ? entry.title : messagesOf(publication).corrected[kind]({ title: entry.title }),
    image: picture ?? (cards === undefined ? undefined : headImageOf(publication, placeCard(card, path, cards))),
  };
}
