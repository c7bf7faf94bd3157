import { ICONS, PAGES, standingPath } from "../../content/addresses.ts";
import { formatIso } from "../../content/time/calendar.ts";
import type { Edition } from "../../content/edition.ts";
import type { AiLevel } from "../../content/schema/schema.ts";
import { originOf } from "../../content/publication.ts";
import type { Setting, TextSite } from "../../content/site.ts";
import type { Story, StoryImage } from "../../content/story.ts";
import { levelsOf } from "./ai.ts";
import { CARD, type CardView } from "../cards/card-view.ts";
import { editionTitle, lastEditionChange } from "./edition.ts";
import { describeRecording, type RecordingView } from "../recordings/recording.ts";
import { lastChange, viewCorrections, viewPeople } from "./story.ts";

// IPTC digital source types: https://cv.iptc.org/newscodes/digitalsourcetype/
const IPTC = "http://cv.iptc.org/newscodes/digitalsourcetype/";
const SOURCE_TYPES: Record<AiLevel, string> = {
  "human-only": `${IPTC}digitalCreation`,
  "ai-assisted": `${IPTC}compositeWithTrainedAlgorithmicMedia`,
  "ai-autonomous": `${IPTC}trainedAlgorithmicMedia`,
};

/** A whole of which all parts are of one level is of that; any mixture with a machine's part in it is a composite. */
function sourceTypeOf(levels: readonly AiLevel[]): string {
  const [first = "human-only"] = levels;
  return SOURCE_TYPES[levels.every((level) => level === first) ? first : "ai-assisted"];
}

/** The publisher as schema.org’s NewsMediaOrganization. */
export function describePublisher(site: Setting): object {
  const { publisher, url, theme } = site.publication;
  const policy = (id: string, key: string) =>
    site.pages.some((page) => page.id === id) ? { [key]: url + standingPath(id) } : {};
  return {
    "@type": "NewsMediaOrganization",
    name: publisher.name,
    url: publisher.url ?? url + PAGES.home,
    ...(theme.logo !== undefined && {
      logo: { "@type": "ImageObject", url: url + ICONS.large, width: 512, height: 512 },
    }),
    ...policy("standards", "publishingPrinciples"),
    ...policy("about", "masthead"),
    correctionsPolicy: url + PAGES.corrections,
    ownershipFundingInfo: url + PAGES.disclosures,
    ...(publisher.email !== undefined && { email: publisher.email }),
  };
}

function describeIssue(site: Setting, edition: Edition): object {
  const { url, name, zone } = site.publication;
  return {
    "@type": "PublicationIssue",
    "@id": url + edition.path,
    name: editionTitle(site, edition).whole,
    datePublished: formatIso(edition.publish, zone),
    isPartOf: { "@type": "Periodical", name, url: url + PAGES.home },
  };
}

function describeCorrections(site: Setting, { corrections }: Pick<Story, "corrections">): object {
  const made = viewCorrections(site, corrections);
  if (made.length === 0) return {};
  return { correction: made.map(({ text, at }) => ({ "@type": "CorrectionComment", text, datePublished: at.iso })) };
}

function describeComment(text: string, author: string | undefined): object {
  return { "@type": "Comment", text, ...(author !== undefined && { author: { "@type": "Person", name: author } }) };
}

/** The letters to a story as schema.org's comments, each with what the newsroom answered. */
function describeLetters(site: TextSite, { letters }: Story): object {
  if (letters.length === 0) return {};
  return {
    commentCount: letters.length,
    comment: letters.map(({ text, name, at, reply }) => ({
      ...describeComment(text, name),
      dateCreated: formatIso(at, site.publication.zone),
      ...(reply && { comment: describeComment(reply.text, viewPeople(site, [reply.by])[0]?.name) }),
    })),
  };
}

/** So many pixels a picture has at least that search engines take (Google: Article structured data). */
const LEAST_PIXELS = 50_000;

/** The picture of a text: its own, whole, since a diagram that is cropped says something else; where none is large enough, its card. */
function describeImage({ publication }: Setting, own: StoryImage | undefined, card: CardView | undefined): object {
  const image =
    own && own.width * own.height >= LEAST_PIXELS
      ? { url: originOf(publication) + own.href, width: own.width, height: own.height, caption: own.alt }
      : card && { url: publication.url + card.path, ...CARD };
  return image ? { image: [{ "@type": "ImageObject", ...image }] } : {};
}

/** What the head of a page says of its text beside. */
interface Described {
  readonly description: string | undefined;
  readonly card: CardView | undefined;
}

/** A story as schema.org's NewsArticle, with every source as a citation (Google: Article structured data). */
export function describeStory(
  site: TextSite,
  story: Story,
  edition: Edition,
  { description, card }: Described,
): object {
  const { url, zone, language } = site.publication;
  const topic = story.topic === undefined ? undefined : site.vocabularies.topics[story.topic];
  const primary = story.sources.filter(({ kind }) => kind === "primary");
  return {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "@id": url + story.path,
    mainEntityOfPage: url + story.path,
    headline: story.title,
    ...(description && { description }),
    ...(topic && { articleSection: topic.name }),
    ...describeImage(site, story.image, card),
    datePublished: formatIso(story.publish, zone),
    dateModified: formatIso(lastChange(story), zone),
    inLanguage: language,
    author: viewPeople(site, story.byline).map(({ name, url }) => ({
      "@type": "Person",
      name,
      ...(url !== undefined && { url }),
    })),
    publisher: describePublisher(site),
    isAccessibleForFree: true,
    digitalSourceType: SOURCE_TYPES[story.ai],
    citation: story.sources.map((source) => ({
      "@type": "CreativeWork",
      name: source.title,
      url: source.url,
      publisher: {
        "@type": "Organization",
        name: site.vocabularies.publishers[source.publisher]?.name ?? source.publisher,
      },
    })),
    ...(primary.length > 0 && { isBasedOn: primary.map((source) => source.url) }),
    ...describeCorrections(site, story),
    ...describeLetters(site, story),
    isPartOf: describeIssue(site, edition),
  };
}

/** An edition as an issue of the publication, with its stories as parts. */
export function describeEdition(
  site: TextSite,
  edition: Edition,
  { description, card, recording }: Described & { readonly recording: RecordingView | undefined },
): object {
  const { url, zone, language } = site.publication;
  return {
    "@context": "https://schema.org",
    ...describeIssue(site, edition),
    ...(description && { description }),
    ...describeImage(site, undefined, card),
    ...(recording && { audio: describeRecording(recording) }),
    dateModified: formatIso(lastEditionChange(edition), zone),
    inLanguage: language,
    publisher: describePublisher(site),
    digitalSourceType: sourceTypeOf(levelsOf(edition)),
    ...describeCorrections(site, edition),
    hasPart: edition.stories.map((story) => ({
      "@type": "NewsArticle",
      "@id": url + story.path,
      headline: story.title,
      digitalSourceType: SOURCE_TYPES[story.ai],
    })),
  };
}
