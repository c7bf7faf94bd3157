import { slotPath } from "../../content/addresses.ts";
import type { Edition } from "../../content/edition.ts";
import type { EditionOutline } from "../../content/outline.ts";
import type { TextSite } from "../../content/site.ts";
import { messagesOf } from "../../locales/messages.ts";
import type { Messages } from "../../locales/locale.ts";
import { type AdvertisementView, viewAdvertisement } from "./advertisement.ts";
import { type AiView, describeEditionAi, labelOfParts, levelsOf, viewEditionAi } from "./ai.ts";
import { describeCommerce, type DisclosureView, viewDisclosure } from "./disclosure.ts";
import { composeHeadline, type Headline } from "./headline.ts";
import { labelsInFull, viewLabels } from "./labels.ts";
import type { LinkView } from "./link.ts";
import { type Light, lightAt } from "./light.ts";
import { inPhrases } from "./phrase.ts";
import { type RecordingView, viewRecording } from "../recordings/recording.ts";
import { perSetting } from "../per-setting.ts";
import {
  type CorrectionView,
  countStoryWords,
  lastChange,
  noticeOf,
  type PersonView,
  readingMinutes,
  type StoryView,
  viewCorrections,
  viewPeople,
  viewStory,
} from "./story.ts";
import { type TimeView, viewDay } from "./time.ts";

export interface SectionView {
  readonly id: string;
  readonly titleHtml: string;
  readonly html: string;
}

/** An edition as the home page, its own page and the feeds show it. */
export interface EditionView {
  readonly identity: string;
  readonly href: string;
  readonly light: Light;
  /** The slot by its name, as a kicker. */
  readonly slot: LinkView;
  readonly date: TimeView;
  /** The same within a phrase. */
  readonly dateSaid: TimeView;
  /** What stands before the stories when the headline is composed, so that a page may set it apart; the rest of the headline. */
  readonly headline: { readonly slot: string | undefined; readonly rest: string };
  readonly title: string;
  readonly byline: readonly PersonView[];
  readonly minutes: number;
  /** To read all but the analyses. */
  readonly summaryMinutes: number;
  readonly ai: AiView;
  readonly disclosure: DisclosureView | undefined;
  readonly corrections: readonly CorrectionView[];
  readonly recording: RecordingView | undefined;
  readonly ledeHtml: string;
  readonly contents: readonly LinkView[];
  readonly stories: readonly StoryView[];
  /** Stands after the lead. */
  readonly advertisement: AdvertisementView | undefined;
  readonly sections: readonly SectionView[];
  readonly hasAnalyses: boolean;
  readonly inFull: readonly string[];
  readonly notice: string | undefined;
}

/** An edition's headline: its own title, or one composed of its stories. */
export const editionTitle = perSetting((site, { title, slot, stories }: EditionOutline): Headline => {
  if (title !== undefined) return { slot: undefined, rest: title, whole: title };
  return composeHeadline(
    slot.name,
    stories.map(({ short }) => short),
    site.publication,
  );
});

/** The programmes behind every paid link of an edition's page. */
export function editionProgrammes(edition: EditionOutline): string[] {
  return [...edition.programmes, ...edition.stories.flatMap(({ programmes }) => programmes)];
}

export function editionLabels(edition: EditionOutline, m: Messages): string[] {
  return viewLabels(labelOfParts(levelsOf(edition), m), editionProgrammes(edition).length > 0, m);
}

/** Its labels as a summary of it has them. */
export function editionLabelsInFull(edition: EditionOutline, m: Messages): string[] {
  return labelsInFull(levelsOf(edition), editionProgrammes(edition), m);
}

/** When anything of an edition last came or changed. */
export function lastEditionChange(edition: EditionOutline): number {
  return Math.max(lastChange(edition), ...edition.stories.map(lastChange));
}

function bylineOf(site: TextSite, edition: Edition): PersonView[] {
  const own = site.publication.byline;
  const ids = [...(own === undefined ? [] : [own]), ...edition.stories.flatMap(({ byline }) => byline)];
  return viewPeople(site, [...new Set(ids)]);
}

/** An edition's own corrections and those of its stories, the newest first. */
function collectCorrections(site: TextSite, edition: Edition, stories: readonly StoryView[]): CorrectionView[] {
  const ofStories = stories.flatMap(({ slug, title, corrections }) =>
    corrections.map((correction) => ({ ...correction, of: { href: `#${slug}`, text: title } })),
  );
  const all: CorrectionView[] = [...viewCorrections(site, edition.corrections), ...ofStories];
  return all.sort((a, b) => Date.parse(b.at.iso) - Date.parse(a.at.iso));
}

/** How much an edition rests on: its sources, their publishers, and how many are primary. */
function describeSourcing({ stories }: Edition, m: Messages): string {
  const sources = stories.flatMap((story) => story.sources);
  const publishers = new Set(sources.map(({ publisher }) => publisher)).size;
  const primary = sources.filter(({ kind }) => kind === "primary").length;
  return m.edition.sourcing({
    sources: m.edition.sourcingSources({ count: sources.length }),
    publishers: m.edition.sourcingPublishers({ count: publishers }),
    primary: primary === 0 ? m.edition.sourcingNoPrimary : m.edition.sourcingPrimary({ count: primary }),
  });
}

export function viewEdition(site: TextSite, edition: Edition): EditionView {
  const { publication } = site;
  const m = messagesOf(publication);
  const title = editionTitle(site, edition);
  const stories = edition.stories.map((story) => viewStory(site, story, edition));
  const [lede, ...further] = edition.body?.sections ?? [];
  const sections = further.map(({ id, titleHtml = "", title: text = "", html }) => ({ id, titleHtml, text, html }));
  const words =
    edition.stories.reduce((sum, story) => sum + countStoryWords(story), 0) +
    (edition.body?.sections ?? []).reduce((sum, section) => sum + section.words, 0);
  const programmes = editionProgrammes(edition);
  const advertisement = viewAdvertisement(site, edition);
  const hasAnalyses = stories.some(({ analysis }) => analysis !== undefined);
  const contents = [
    ...stories.map(({ slug, title: text }) => ({ href: `#${slug}`, text })),
    ...sections.map(({ id, text }) => ({ href: `#${id}`, text })),
    ...(hasAnalyses ? [{ href: "#_analyses", text: m.edition.analyses, isSaid: true as const }] : []),
  ];
  return {
    identity: edition.identity,
    href: publication.base + edition.path,
    light: lightAt(edition.slot.time),
    slot: { href: publication.base + slotPath(edition.slot.id), text: edition.slot.name },
    date: viewDay(publication, edition.publish),
    dateSaid: viewDay(inPhrases(publication), edition.publish),
    headline: { slot: title.slot, rest: title.rest },
    title: title.whole,
    byline: bylineOf(site, edition),
    minutes: readingMinutes(words),
    summaryMinutes: readingMinutes(
      words - edition.stories.reduce((sum, { analysis }) => sum + (analysis?.words ?? 0), 0),
    ),
    ai: viewEditionAi(site, edition, edition.stories),
    disclosure: viewDisclosure(site, programmes, "edition"),
    corrections: collectCorrections(site, edition, stories),
    recording: viewRecording(site, edition),
    ledeHtml: lede?.html ?? "",
    contents,
    stories,
    advertisement,
    sections,
    hasAnalyses,
    inFull: [
      ...describeEditionAi(site, edition, edition.stories),
      describeSourcing(edition, m),
      describeCommerce(site, programmes, advertisement?.advertiser),
    ],
    notice: noticeOf(site, edition),
  };
}
