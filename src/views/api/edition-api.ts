import { apiEditionPath, FILES, PAGES, publisherPath, slotPath, topicPath } from "../../content/addresses.ts";
import type { Correction } from "../../content/correction.ts";
import type { Edition } from "../../content/edition.ts";
import { originOf } from "../../content/publication.ts";
import type { TextSite } from "../../content/site.ts";
import type { Source } from "../../content/source.ts";
import type { Story } from "../../content/story.ts";
import { formatIso } from "../../content/time/calendar.ts";
import type { OwnMessages } from "../../locales/locale.ts";
import { pictureOf } from "../cards/card.ts";
import { describeBriefly } from "../pages/edition-page.ts";
import { type StoryAlone, viewStoryAlone } from "../pages/story-page.ts";
import { viewAdvertisement } from "../parts/advertisement.ts";
import { type AiView, viewAi, viewEditionAi } from "../parts/ai.ts";
import { type DisclosureView, viewDisclosure } from "../parts/disclosure.ts";
import { editionProgrammes, editionTitle, type EditionView, lastEditionChange, viewEdition } from "../parts/edition.ts";
import { shorten } from "../parts/head.ts";
import type { RecordingView } from "../recordings/recording.ts";
import { lastChange, type PersonView, viewPeople } from "../parts/story.ts";
import { API_VERSION, type EditionDocument, type StoryDocument } from "./documents.ts";

type Audio = NonNullable<EditionDocument["audio"]>;

/** An edition as the API gives it: its document but for the HTML, which the template prints from the same views as pages and feeds. */
export interface EditionApi {
  readonly path: string;
  readonly origin: string;
  readonly language: string;
  readonly messages: OwnMessages;
  readonly document: Omit<EditionDocument, "own" | "stories">;
  readonly own: Omit<EditionDocument["own"], "html">;
  /** Its own words. */
  readonly edition: EditionView;
  /** The disclosure of those alone. */
  readonly disclosure: DisclosureView | undefined;
  readonly stories: readonly { readonly document: Omit<StoryDocument, "html">; readonly alone: StoryAlone }[];
}

type Reviewed = Pick<Story, "signOff" | "ai">;

function describeAi(site: TextSite, { level, line }: AiView, { signOff, ai }: Reviewed): EditionDocument["ai"] {
  const reviewer = signOff && ai === "ai-assisted" ? site.vocabularies.people[signOff.by] : undefined;
  return {
    level,
    line,
    ...(signOff &&
      reviewer && {
        reviewed: { by: reviewer.name, role: reviewer.role, at: formatIso(signOff.at, site.publication.zone) },
      }),
  };
}

function describeDisclosure(
  view: DisclosureView | undefined,
  paidLinks: Edition["paidLinks"],
): EditionDocument["disclosure"] {
  return {
    paid: paidLinks.length > 0,
    ...(view && { text: view.paragraphs.join("\n\n") }),
    links: paidLinks.map(({ programme, url }) => ({ programme, url })),
  };
}

function describeCorrections(
  { publication }: TextSite,
  corrections: readonly Correction[],
): StoryDocument["corrections"] {
  return corrections.map(({ at, kind, text }) => ({ at: formatIso(at, publication.zone), kind, text }));
}

function describeSource(
  { publication: { url: home }, vocabularies }: TextSite,
  source: Source,
): StoryDocument["sources"][number] {
  const { publisher, title, url, kind, published, archived, language, programme } = source;
  return {
    publisher: {
      id: publisher,
      name: vocabularies.publishers[publisher]?.name ?? publisher,
      url: home + publisherPath(publisher),
    },
    title,
    url,
    kind,
    ...(published !== undefined && { published }),
    ...(archived !== undefined && { archived }),
    ...(language !== undefined && { language }),
    paid: programme !== undefined,
  };
}

function describeImage(site: TextSite, image: NonNullable<Story["image"]>): NonNullable<StoryDocument["image"]> {
  const { url, width, height, type, alt } = pictureOf(site, image);
  return { url, width, height, type, alt, ...(image.credit !== undefined && { credit: image.credit }) };
}

function describePerson({ name, role, url }: PersonView): StoryDocument["authors"][number] {
  return { name, role, ...(url !== undefined && { url }) };
}

function describeAudio({ url, type, bytes, seconds, voice, label, transcript, chapters }: RecordingView): Audio {
  return {
    url,
    type,
    bytes,
    seconds,
    synthetic: voice === undefined,
    ...(label !== undefined && { label }),
    ...(voice && { voice: describePerson(voice) }),
    ...(transcript !== undefined && { transcript }),
    ...(chapters.length > 0 && { chapters: [...chapters] }),
  };
}

function describeStory(site: TextSite, story: Story, alone: StoryAlone): Omit<StoryDocument, "html"> {
  const { url, zone } = site.publication;
  const topic = story.topic === undefined ? undefined : site.vocabularies.topics[story.topic];
  return {
    id: story.identity,
    url: url + story.path,
    title: story.title,
    short: story.short,
    ...(topic && { topic: { id: story.topic ?? "", name: topic.name, url: url + topicPath(story.topic ?? "") } }),
    tags: [...story.tags],
    published: formatIso(story.publish, zone),
    updated: formatIso(lastChange(story), zone),
    authors: viewPeople(site, story.byline).map(describePerson),
    ai: describeAi(site, viewAi(site, story), story),
    disclosure: describeDisclosure(alone.disclosure, story.paidLinks),
    corrections: describeCorrections(site, story.corrections),
    sources: story.sources.map((source) => describeSource(site, source)),
    ...(story.image && { image: describeImage(site, story.image) }),
    ...(story.follows !== undefined &&
      site.stories.get(story.follows)?.status === "published" && { follows: story.follows }),
    ...(story.whatsNew !== undefined && { whatsNew: story.whatsNew }),
    summary: shorten(story.summary.opening),
    words: story.words,
    letters: story.letters.length,
  };
}

/** Derives what the API gives of an edition. */
export function viewEditionApi(site: TextSite, edition: Edition): EditionApi {
  const { publication } = site;
  const { url, zone, name, language, messages } = publication;
  const { slot, dateline, stories } = edition;
  const description = describeBriefly(edition);
  const sold = viewAdvertisement(site, edition);
  const view = viewEdition(site, edition);
  const programmes = editionProgrammes(edition);
  const ownDisclosure = viewDisclosure(site, edition.programmes, "edition");
  const paidLinks = [...edition.paidLinks, ...stories.flatMap((story) => story.paidLinks)];
  return {
    path: apiEditionPath(edition.identity),
    origin: originOf(publication),
    language,
    messages,
    document: {
      $schema: url + FILES.apiEditionSchema,
      version: API_VERSION,
      publication: { name, url: url + PAGES.home, language },
      id: edition.identity,
      url: url + edition.path,
      title: editionTitle(site, edition).whole,
      ...(description !== undefined && { description }),
      slot: { id: slot.id, name: slot.name, url: url + slotPath(slot.id) },
      date: dateline.date,
      published: formatIso(edition.publish, zone),
      updated: formatIso(lastEditionChange(edition), zone),
      ai: describeAi(site, viewEditionAi(site, edition, stories), { signOff: undefined, ai: edition.ai }),
      disclosure: describeDisclosure(viewDisclosure(site, programmes, "edition"), paidLinks),
      ...(sold && { advertisement: { advertiser: sold.advertiser, text: sold.link.text, url: sold.link.href } }),
      ...(view.recording && { audio: describeAudio(view.recording) }),
      corrections: describeCorrections(site, edition.corrections),
    },
    own: {
      ai: describeAi(site, viewAi(site, edition), edition),
      disclosure: describeDisclosure(ownDisclosure, edition.paidLinks),
    },
    edition: view,
    disclosure: ownDisclosure,
    stories: stories.map((story) => {
      const alone = viewStoryAlone(site, story, edition);
      return { document: describeStory(site, story, alone), alone };
    }),
  };
}
