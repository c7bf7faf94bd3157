import { PAGES, standingPath } from "../../content/addresses.ts";
import { formatIso } from "../../content/time/calendar.ts";
import type { Edition } from "../../content/edition.ts";
import type { AiLevel } from "../../content/schema/schema.ts";
import type { Setting, TextSite } from "../../content/site.ts";
import type { Story, StoryImage } from "../../content/story.ts";
import { mostAutomated } from "./ai.ts";
import { type CardView, SHAPES } from "../cards/card-shapes.ts";
import { editionTitle, lastEditionChange } from "./edition.ts";
import { lastChange, viewCorrections, viewPeople } from "./story.ts";

// IPTC digital source types: https://cv.iptc.org/newscodes/digitalsourcetype/
const IPTC = "http://cv.iptc.org/newscodes/digitalsourcetype/";
const SOURCE_TYPES: Record<AiLevel, string> = {
  "human-only": `${IPTC}digitalCreation`,
  "ai-assisted": `${IPTC}compositeWithTrainedAlgorithmicMedia`,
  "ai-autonomous": `${IPTC}trainedAlgorithmicMedia`,
};

export function originOf({ publication }: Setting): string {
  return publication.url.slice(0, publication.url.length - publication.base.length);
}

/** The publisher as schema.org’s NewsMediaOrganization. */
export function describePublisher(site: Setting): object {
  const { publisher, url } = site.publication;
  const policy = (id: string, key: string) =>
    site.pages.some((page) => page.id === id) ? { [key]: url + standingPath(id) } : {};
  return {
    "@type": "NewsMediaOrganization",
    name: publisher.name,
    url: publisher.url ?? url + PAGES.home,
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

/** So many pixels a picture has at least that search engines take (Google: Article structured data). */
const LEAST_PIXELS = 50_000;

/** The pictures of a text: its own, whole, since a diagram that is cropped says something else; and its card in three shapes. */
function describeImages(site: Setting, own: StoryImage | undefined, card: CardView | undefined): object {
  const { url } = site.publication;
  const picture = own && own.width * own.height >= LEAST_PIXELS ? [{ ...own, url: originOf(site) + own.href }] : [];
  const cards = (["16x9", "4x3", "1x1"] as const).flatMap((shape) =>
    card ? [{ url: url + card.paths[shape], ...SHAPES[shape], alt: undefined }] : [],
  );
  const all = [...picture, ...cards].map(({ url, width, height, alt: caption }) => ({
    "@type": "ImageObject",
    url,
    width,
    height,
    ...(caption !== undefined && { caption }),
  }));
  return all.length === 0 ? {} : { image: all };
}

/** A story as schema.org's NewsArticle, with every source as a citation (Google: Article structured data). */
export function describeStory(site: TextSite, story: Story, edition: Edition, card?: CardView): object {
  const { url, zone, language } = site.publication;
  const primary = story.sources.filter(({ kind }) => kind === "primary");
  return {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "@id": url + story.path,
    mainEntityOfPage: url + story.path,
    headline: story.title,
    ...describeImages(site, story.image, card),
    datePublished: formatIso(story.publish, zone),
    dateModified: formatIso(lastChange(story), zone),
    inLanguage: language,
    author: viewPeople(site, story.byline).map(({ name }) => ({ "@type": "Person", name })),
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
    isPartOf: describeIssue(site, edition),
  };
}

/** An edition as an issue of the publication, with its stories as parts. */
export function describeEdition(site: TextSite, edition: Edition, card?: CardView): object {
  const { url, zone, language } = site.publication;
  return {
    "@context": "https://schema.org",
    ...describeIssue(site, edition),
    ...describeImages(site, undefined, card),
    dateModified: formatIso(lastEditionChange(edition), zone),
    inLanguage: language,
    publisher: describePublisher(site),
    digitalSourceType: SOURCE_TYPES[mostAutomated([edition.ai, ...edition.stories.map(({ ai }) => ai)])],
    ...describeCorrections(site, edition),
    hasPart: edition.stories.map((story) => ({
      "@type": "NewsArticle",
      "@id": url + story.path,
      headline: story.title,
    })),
  };
}
