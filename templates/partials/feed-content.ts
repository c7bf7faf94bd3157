import { ANCHORS } from "../../src/content/links/anchor.ts";
import { decodePart } from "../../src/content/links/web-address.ts";
import type { Messages } from "../../src/locales/locale.ts";
import { messagesOf } from "../../src/locales/messages.ts";
import type { FeedEntry } from "../../src/views/feeds/feed-entries.ts";
import type { Feed } from "../../src/views/feeds/feed.ts";
import type { StoryAlone } from "../../src/views/pages/story-page.ts";
import type { DisclosureView } from "../../src/views/parts/disclosure.ts";
import type { EditionView, SectionView } from "../../src/views/parts/edition.ts";
import { type Html, html, rendered } from "../html.ts";
import { SAID, settleSaid } from "../said.ts";
import { correction, corrections, disclosure } from "./header.ts";
import { recordingLink } from "./recording.ts";
import { analysis, figure, sources, summary, whatsNew } from "./story.ts";

function editionContent(edition: EditionView, m: Messages): Html {
  return html`<p${SAID}>${edition.ai.line}</p>
${recordingLink(edition.recording, m)}${disclosure(edition.disclosure, m)}${corrections(edition.corrections, m)}${rendered(edition.ledeHtml)}${edition.stories.map((story) => summary(story, false, m))}${sectionsOf(edition.sections)}${edition.stories.map((story) => analysis(story, m))}${edition.inFull.map((text) => html`<p${SAID}>${text}</p>\n`)}`;
}

function sectionsOf(sections: readonly SectionView[]): Html {
  return html`${sections.map(
    ({ titleHtml, html: body }) => html`<h2>${rendered(titleHtml)}</h2>
${rendered(body)}`,
  )}`;
}

/** What an edition says itself, with what must be disclosed of that. */
export function ownContent(
  { ledeHtml, sections }: EditionView,
  aiLine: string,
  view: DisclosureView | undefined,
  m: Messages,
): Html {
  return html`<p${SAID}>${aiLine}</p>
${disclosure(view, m)}${rendered(ledeHtml)}${sectionsOf(sections)}`;
}

export function storyContent({ story, disclosure: view, inFull }: StoryAlone, m: Messages): Html {
  return html`<p${SAID}>${story.ai.line}</p>
${disclosure(view, m)}${corrections(story.corrections, m)}${figure(story, false)}${whatsNew(story, m)}${rendered(story.summaryHtml)}${sources(story, "h2", m)}${
    story.analysis &&
    html`<h2>${rendered(story.analysis.titleHtml)}</h2>
${rendered(story.analysis.html)}`
  }${inFull.map((text) => html`<p${SAID}>${text}</p>\n`)}`;
}

// Attribute values are quoted and quotation marks in text are escaped, so these can only be attributes.
const LOCAL_PATH = /\b(href|src)="\/(?!\/)/g;
const LOCAL_FRAGMENT = /\bhref="#([^"]*)"/g;
const ID = /\sid="([^"]*)"/g;
// Feed readers drop what they do not know, some of them with all that is in it; the plain picture is enough.
const OFFERED = /<source [^>]*>|<\/?picture>/g;

function print(content: FeedEntry["content"], m: Messages): Html {
  if ("edition" in content) return editionContent(content.edition, m);
  if ("alone" in content) return storyContent(content.alone, m);
  return html`<p><a href="${content.of.href}">${content.of.text}</a></p>
${correction(content.correction, m)}`;
}

/**
 * A text as HTML with whole addresses, since whoever shows it stands somewhere else. A link to a part that stands in the text
 * too, such as a footnote, leads there, and not away from it; `url` is where the text stands on the site.
 */
export function wholeContent({ markup: printed }: Html, url: string, place: Pick<Feed, "origin" | "language">): string {
  const markup = settleSaid(printed, place.language).replace(ANCHORS, "");
  const ids = new Set(Array.from(markup.matchAll(ID), ([, id]) => id));
  return markup
    .replace(OFFERED, "")
    .replace(LOCAL_PATH, `$1="${place.origin}/`)
    .replace(LOCAL_FRAGMENT, (link, part: string) => (ids.has(decodePart(part)) ? link : `href="${url}#${part}"`));
}

/** The full text of an entry. */
export function feedContent({ content, url }: FeedEntry, feed: Pick<Feed, "origin" | "language" | "messages">): string {
  return wholeContent(print(content, messagesOf(feed)), url, feed);
}
