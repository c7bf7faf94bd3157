import { analysisId } from "../../content/bearings.ts";
import { publisherPath, topicPath } from "../../content/addresses.ts";
import type { Correction } from "../../content/correction.ts";
import type { Edition } from "../../content/edition.ts";
import type { Publication } from "../../content/publication.ts";
import type { Setting, TextSite } from "../../content/site.ts";
import type { Story, StoryImage } from "../../content/story.ts";
import { messagesOf } from "../../locales/messages.ts";
import { type AiView, viewAi } from "./ai.ts";
import { storyLabels, tellLabels } from "./labels.ts";
import { viewLetterCount } from "./letter-count.ts";
import type { ExternalLinkView, LinkView } from "./link.ts";
import { type Light, lightAt } from "./light.ts";
import { inPhrases } from "./phrase.ts";
import { type TimeView, viewDay, viewMoment } from "./time.ts";

export interface CorrectionView {
  /** The story that was put right, where the correction stands apart from it. */
  readonly of?: LinkView;
  readonly label: string;
  readonly at: TimeView;
  readonly text: string;
}

export interface SourceView {
  readonly publisher: LinkView;
  readonly link: ExternalLinkView;
  /** Its kind, day and paywall, in words. */
  readonly about: readonly string[];
  readonly archived: string | undefined;
}

export interface PersonView {
  readonly name: string;
  readonly role: string;
  /** A page about the person, if there is one. */
  readonly url: string | undefined;
}

/** A story as any page shows it. */
export interface StoryView {
  readonly identity: string;
  readonly slug: string;
  readonly href: string;
  readonly title: string;
  readonly short: string;
  readonly topic: LinkView | undefined;
  readonly light: Light;
  readonly slotName: string;
  readonly edition: LinkView;
  readonly published: TimeView;
  readonly byline: readonly PersonView[];
  readonly minutes: number;
  readonly ai: AiView;
  /** What a reader is told before following a link to the story. */
  readonly labels: readonly string[];
  readonly corrections: readonly CorrectionView[];
  readonly image: StoryImage | undefined;
  /** What has changed since the story that this one follows, and where that is, once readers may see it. */
  readonly whatsNew: { readonly text: string; readonly previous: LinkView | undefined } | undefined;
  readonly summaryHtml: string;
  readonly sources: readonly SourceView[];
  readonly analysis: { readonly id: string; readonly titleHtml: string; readonly html: string } | undefined;
  readonly tags: readonly string[];
  /** How many letters stand below it, leading there; undefined where none does. */
  readonly letterCount: LinkView | undefined;
  /** In the editor's preview: why readers do not see it yet. */
  readonly notice: string | undefined;
}

const WORDS_A_MINUTE = 230;

export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / WORDS_A_MINUTE));
}

export function countStoryWords({ body }: Pick<Story, "body">): number {
  return body.sections.reduce((sum, { words }) => sum + words, 0);
}

/** Corrections, the newest first; those of the future are in no text that a view is given. */
export function viewCorrections(site: Setting, corrections: readonly Correction[]): CorrectionView[] {
  const m = messagesOf(site.publication);
  return corrections
    .map(({ at, kind, text }) => ({ label: m.correctionKind[kind], at: viewMoment(site.publication, at), text }))
    .reverse();
}

export function viewPeople(site: Pick<TextSite, "vocabularies">, ids: readonly string[]): PersonView[] {
  return ids.flatMap((id) => {
    const person = site.vocabularies.people[id];
    return person ? [{ name: person.name, role: person.role, url: person.url }] : [];
  });
}

function viewSources(site: TextSite, story: Story): SourceView[] {
  const { publication } = site;
  const { base } = publication;
  const m = messagesOf(publication);
  return story.sources.map(({ publisher, title, url, kind, published, archived, language, programme }) => {
    const known = site.vocabularies.publishers[publisher];
    const about = [
      m.sourceKind[kind],
      ...(published === undefined ? [] : [viewDayOf(inPhrases(publication), published)]),
      ...(known?.paywall ? [m.story.subscriptionNeeded] : []),
    ];
    return {
      publisher: { href: base + publisherPath(publisher), text: known?.name ?? publisher },
      link: { href: url, text: title, paid: programme !== undefined, language },
      about,
      archived,
    };
  });
}

function viewDayOf(publication: Publication, day: string): string {
  return viewDay({ ...publication, zone: "UTC" }, Date.parse(`${day}T12:00:00Z`), "day").text;
}

/** The story that this one follows, with the labels that a reader must see before going there. */
function viewPrevious(site: TextSite, { follows = "" }: Story): LinkView | undefined {
  const story = site.stories.get(follows);
  if (!story || (!site.preview && story.status !== "published")) return undefined;
  const m = messagesOf(site.publication);
  return { href: site.publication.base + story.path, text: tellLabels(story.title, storyLabels(story, m), m) };
}

/** In the editor's preview: why readers do not see a text yet. */
export function noticeOf(
  { preview, publication }: Setting,
  { status, publish }: Pick<Story, "status" | "publish">,
): string | undefined {
  if (!preview || status === "published") return undefined;
  const m = messagesOf(publication);
  return status === "draft"
    ? m.story.draft
    : m.story.scheduled({ time: viewMoment(inPhrases(publication), publish).text });
}

/** An edition by its slot and day. */
export function nameEdition({ publication }: Setting, { slot, dateline }: Pick<Edition, "slot" | "dateline">): string {
  return messagesOf(publication).story.edition({ slot: slot.name, day: viewDayOf(publication, dateline.date) });
}

export function viewStory(site: TextSite, story: Story, edition: Edition): StoryView {
  const { publication, vocabularies } = site;
  const { base } = publication;
  const m = messagesOf(publication);
  const topic = story.topic === undefined ? undefined : vocabularies.topics[story.topic];
  return {
    identity: story.identity,
    slug: story.slug,
    href: base + story.path,
    title: story.title,
    short: story.short,
    topic: topic && { href: base + topicPath(story.topic ?? ""), text: topic.name },
    light: lightAt(edition.slot.time),
    slotName: edition.slot.name,
    edition: { href: base + edition.path, text: nameEdition(site, edition) },
    published: viewMoment(publication, story.publish),
    byline: viewPeople(site, story.byline),
    minutes: readingMinutes(countStoryWords(story)),
    ai: viewAi(site, story),
    labels: storyLabels(story, m),
    corrections: viewCorrections(site, story.corrections),
    image: story.image,
    whatsNew: story.whatsNew === undefined ? undefined : { text: story.whatsNew, previous: viewPrevious(site, story) },
    summaryHtml: story.summary.html,
    sources: viewSources(site, story),
    analysis: story.analysis && {
      // Two underscores, since a subhead “Analysis” has one.
      id: analysisId(story.slug),
      titleHtml: story.analysis.titleHtml ?? "",
      html: story.analysis.html,
    },
    tags: story.tags,
    letterCount: viewLetterCount(site, story),
    notice: noticeOf(site, story),
  };
}

/** When a story last changed in a way that was recorded: its latest correction, else its publication. */
export function lastChange({ corrections, publish }: Pick<Story, "corrections" | "publish">): number {
  return corrections.reduce((latest, { at }) => Math.max(latest, at), publish);
}
