import { ANCHORS } from "../../src/content/links/anchor.ts";
import { decodePart } from "../../src/content/links/web-address.ts";
import type { Messages } from "../../src/locales/locale.ts";
import { messagesOf } from "../../src/locales/messages.ts";
import type { FeedEntry } from "../../src/views/feeds/feed-entries.ts";
import type { Feed } from "../../src/views/feeds/feed.ts";
import { type Html, html, rendered } from "../html.ts";
import { SAID, settleSaid } from "../said.ts";
import { correction, corrections, disclosure } from "./header.ts";
import { analysis, figure, sources, summary, whatsNew } from "./story.ts";

function editionContent(edition: Extract<FeedEntry["content"], { edition: unknown }>["edition"], m: Messages): Html {
  return html`<p${SAID}>${edition.ai.line}</p>
${disclosure(edition.disclosure, m)}${corrections(edition.corrections, m)}${rendered(edition.ledeHtml)}${edition.stories.map((story) => summary(story, false, m))}${edition.sections.map(
    ({ titleHtml, html: body }) => html`<h2>${rendered(titleHtml)}</h2>
${rendered(body)}`,
  )}${edition.stories.map((story) => analysis(story, m))}${edition.inFull.map((text) => html`<p${SAID}>${text}</p>\n`)}`;
}

function storyContent(
  { story, disclosure: view, inFull }: Extract<FeedEntry["content"], { alone: unknown }>["alone"],
  m: Messages,
): Html {
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
 * The full text of an entry as HTML with whole addresses, since a feed reader stands somewhere else. A link to a part that stands in the entry
 * too, such as a footnote, leads there, and not away from the feed reader.
 */
export function feedContent({ content, url }: FeedEntry, feed: Pick<Feed, "origin" | "language" | "messages">): string {
  const markup = settleSaid(print(content, messagesOf(feed)).markup, feed.language).replace(ANCHORS, "");
  const ids = new Set(Array.from(markup.matchAll(ID), ([, id]) => id));
  return markup
    .replace(OFFERED, "")
    .replace(LOCAL_PATH, `$1="${feed.origin}/`)
    .replace(LOCAL_FRAGMENT, (link, part: string) => (ids.has(decodePart(part)) ? link : `href="${url}#${part}"`));
}
