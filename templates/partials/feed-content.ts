import { ANCHORS } from "../../src/content/links/anchor.ts";
import type { FeedEntry } from "../../src/views/feeds/feed-entries.ts";
import { type Html, html, rendered } from "../html.ts";
import { SAID, settleSaid } from "../said.ts";
import { correction, corrections, disclosure } from "./header.ts";
import { analysis, figure, sources, summary, whatsNew } from "./story.ts";

function editionContent(edition: Extract<FeedEntry["content"], { edition: unknown }>["edition"]): Html {
  return html`<p${SAID}>${edition.ai.line}</p>
${disclosure(edition.disclosure)}${corrections(edition.corrections)}${rendered(edition.ledeHtml)}${edition.stories.map((story) => summary(story, false))}${edition.sections.map(
    ({ titleHtml, html: body }) => html`<h2>${rendered(titleHtml)}</h2>
${rendered(body)}`,
  )}${edition.stories.map(analysis)}${edition.inFull.map((text) => html`<p${SAID}>${text}</p>\n`)}`;
}

function storyContent({
  story,
  disclosure: view,
  inFull,
}: Extract<FeedEntry["content"], { alone: unknown }>["alone"]): Html {
  return html`<p${SAID}>${story.ai.line}</p>
${disclosure(view)}${corrections(story.corrections)}${figure(story, false)}${whatsNew(story)}${rendered(story.summaryHtml)}${sources(story, "h2")}${
    story.analysis &&
    html`<h2>${rendered(story.analysis.titleHtml)}</h2>
${rendered(story.analysis.html)}`
  }${inFull.map((text) => html`<p${SAID}>${text}</p>\n`)}`;
}

// Attribute values are quoted and quotation marks in text are escaped, so these can only be attributes.
const LOCAL_PATH = /\b(href|src)="\/(?!\/)/g;
const LOCAL_FRAGMENT = /\bhref="#/g;
// Feed readers drop what they do not know, some of them with all that is in it; the plain picture is enough.
const OFFERED = /<source [^>]*>|<\/?picture>/g;

function print(content: FeedEntry["content"]): Html {
  if ("edition" in content) return editionContent(content.edition);
  if ("alone" in content) return storyContent(content.alone);
  return html`<p><a href="${content.of.href}">${content.of.text}</a></p>
${correction(content.correction)}`;
}

/** The full text of an entry as HTML with whole addresses, since a feed reader stands somewhere else. */
export function feedContent({ content, url }: FeedEntry, origin: string, language: string): string {
  return settleSaid(print(content).markup, language)
    .replace(ANCHORS, "")
    .replace(OFFERED, "")
    .replace(LOCAL_PATH, `$1="${origin}/`)
    .replace(LOCAL_FRAGMENT, `href="${url}#`);
}
