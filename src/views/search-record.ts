import type { Edition } from "../content/edition.ts";
import type { Section } from "../content/markdown/body.ts";
import type { Site } from "../content/site.ts";
import type { Story } from "../content/story.ts";
import { viewStoryTeaser } from "./teaser.ts";

/** What the search index holds of a story. Every word of `content` and `meta` can be searched for. */
export interface SearchRecord {
  /** Where it leads, with the site's base path. */
  readonly url: string;
  readonly content: string;
  readonly meta: { readonly title: string; readonly dateline: string };
  /** By which results are narrowed down; `label` is there to be shown. The year is a matter of the index's parts. */
  readonly filters: Readonly<Record<"topic" | "slot" | "publisher" | "level" | "label", readonly string[]>>;
  readonly sort: { readonly date: string };
}

const ENTITIES: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&" };
// What follows one another in lines of its own must not become one word.
const APART = /<\/?(?:p|li|h\d|td|th|tr|pre|blockquote|dt|dd|figcaption|hr|br|ul|ol|table|section)\b[^>]*>/g;

/** The words of HTML that this project's renderer made. */
function wordsOf(html: string): string {
  return html
    .replace(APART, " ")
    .replace(/<[^>]*>/g, "")
    .replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/\s+/g, " ")
    .trim();
}

function textOf({ title, html }: Section): string {
  return [title ?? "", wordsOf(html)].filter((text) => text !== "").join(". ");
}

/** The record of a story that readers may see. */
export function viewSearchRecord(site: Site, edition: Edition, story: Story): SearchRecord {
  const { href, text, dateline, topic, ai, labels } = viewStoryTeaser(site, { story, edition });
  const cited = [...new Set(story.publishers)].map((id) => site.vocabularies.publishers[id]?.name ?? id);
  return {
    url: href,
    content: [...story.body.sections.map(textOf), [...story.tags, ...cited].join(", ")].join("\n"),
    meta: { title: text, dateline: dateline.text },
    filters: {
      topic: topic ? [topic.text] : [],
      slot: [edition.slot.name],
      publisher: cited,
      level: [ai],
      label: labels,
    },
    // Of stories of one edition the first in the running order comes first, newest first: hence the place from the end.
    sort: { date: `${edition.dateline.date} ${edition.slot.time} ${placeFromEnd(edition, story)}` },
  };
}

function placeFromEnd({ stories }: Edition, story: Story): string {
  return String(stories.length - stories.indexOf(story)).padStart(4, "0");
}
