import { readIdentity } from "../../content/dateline.ts";
import { firstIdentity } from "../../content/former/former.ts";
import { formatIso } from "../../content/time/calendar.ts";
import type { Edition } from "../../content/edition.ts";
import type { AiLevel } from "../../content/schema/schema.ts";
import { originOf } from "../../content/publication.ts";
import { messagesOf } from "../../locales/messages.ts";
import type { Setting, TextSite } from "../../content/site.ts";
import type { Story } from "../../content/story.ts";
import { levelsOf, mostAutomated } from "../parts/ai.ts";
import { type CorrectionEntry } from "../pages/corrections.ts";
import { describeBriefly, uniformAi } from "../pages/edition-page.ts";
import { type EditionView, editionLabels, editionTitle, lastEditionChange, viewEdition } from "../parts/edition.ts";
import { shorten } from "../parts/head.ts";
import { storyLabels } from "../parts/labels.ts";
import type { LinkView } from "../parts/link.ts";
import { type Loaded, type TextName } from "../page.ts";
import { type CorrectionView, lastChange, type PersonView, viewPeople } from "../parts/story.ts";
import { type StoryAlone, viewStoryAlone } from "../pages/story-page.ts";

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
  readonly summary: string;
  readonly ai: AiLevel;
  /** The level of each of its texts by its full address, where they differ; else empty. */
  readonly aiOfParts: readonly { readonly url: string; readonly level: AiLevel }[];
  readonly content:
    | { readonly edition: EditionView }
    | { readonly alone: StoryAlone }
    | { readonly correction: CorrectionView; readonly of: LinkView };
}

function tag(site: Setting, date: string, name: string): string {
  return `tag:${site.publication.host},${date}:${name}`;
}

/** By what a text was called at first: it stays what it was, wherever the text is moved. */
function tagOf(site: Setting, text: Parameters<typeof firstIdentity>[0]): string {
  const first = firstIdentity(text);
  return tag(site, readIdentity(first).dateline.date, first);
}

function titleWithLabels(title: string, labels: readonly string[]): string {
  return [title, ...labels].join(" · ");
}

function partsOf({ publication: { url } }: Setting, edition: Edition): FeedEntry["aiOfParts"] {
  return [edition, ...edition.stories].map(({ path, ai }) => ({ url: url + path, level: ai }));
}

function viewEditionEntry(site: TextSite, edition: Edition): FeedEntry {
  const { url, zone } = site.publication;
  const view = viewEdition(site, edition);
  return {
    id: tagOf(site, edition),
    url: url + edition.path,
    title: titleWithLabels(editionTitle(site, edition).whole, editionLabels(edition, messagesOf(site.publication))),
    published: formatIso(edition.publish, zone),
    updated: formatIso(lastEditionChange(edition), zone),
    authors: view.byline,
    categories: [...new Set(view.stories.flatMap(({ topic }) => topic?.text ?? []))],
    summary: describeBriefly(edition) ?? "",
    ai: mostAutomated(levelsOf(edition)),
    aiOfParts: uniformAi(edition) === undefined ? partsOf(site, edition) : [],
    content: { edition: view },
  };
}

function viewStoryEntry(site: TextSite, story: Story, edition: Edition): FeedEntry {
  const { url, zone } = site.publication;
  const alone = viewStoryAlone(site, story, edition);
  return {
    id: tagOf(site, story),
    url: url + story.path,
    title: titleWithLabels(story.title, storyLabels(story, messagesOf(site.publication))),
    published: formatIso(story.publish, zone),
    updated: formatIso(lastChange(story), zone),
    authors: viewPeople(site, story.byline),
    categories: [...(alone.story.topic ? [alone.story.topic.text] : []), ...story.tags],
    summary: shorten(story.body.opening),
    ai: story.ai,
    aiOfParts: [],
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
    summary: correction.text,
    ai: "human-only",
    aiOfParts: [],
    content: { correction, of },
  };
}

/** Derives the entry of a text: of an edition, or of one of its stories. */
export function viewTextEntry({ site, edition }: Loaded, { story: identity }: TextName): FeedEntry {
  if (identity === undefined) return viewEditionEntry(site, edition);
  const story = edition.stories.find((own) => own.identity === identity);
  if (!story) throw new Error(`${identity} is not in its edition`);
  return viewStoryEntry(site, story, edition);
}
