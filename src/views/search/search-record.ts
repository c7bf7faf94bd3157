import type { Edition } from "../../content/edition.ts";
import { NOTE_SIGNS } from "../../content/markdown/footnotes.ts";
import type { Section } from "../../content/markdown/body.ts";
import type { AiLevel } from "../../content/schema/schema.ts";
import type { TextSite } from "../../content/site.ts";
import type { Story } from "../../content/story.ts";
import { viewStoryTeaser } from "../parts/teaser.ts";

/** By what results are narrowed down, beside the year. */
export const FACETS = ["topic", "slot", "publisher", "level"] as const;

/** What the search index holds of a story. Every word of `content` and `meta` can be searched for. */
export interface SearchRecord {
  /** Where it leads, with the site's base path. */
  readonly url: string;
  readonly content: string;
  readonly meta: { readonly title: string; readonly dateline: string };
  /** What a row of results shows of it beside; nobody searches for it. */
  readonly about: {
    readonly slot: string;
    readonly topic?: string;
    readonly level: AiLevel;
    readonly labels: readonly string[];
  };
  /** By which results are narrowed down. */
  readonly facets: Readonly<Record<(typeof FACETS)[number], readonly string[]>>;
}

const ENTITIES: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&" };
// What follows one another in lines of its own must not become one word.
const APART = /<\/?(?:p|li|h\d|td|th|tr|pre|blockquote|dt|dd|figcaption|hr|br|ul|ol|table|section)\b[^>]*>/g;

/** The words of HTML that this project's renderer made. */
function wordsOf(html: string): string {
  return html
    .replace(NOTE_SIGNS, "")
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
export function viewSearchRecord(site: TextSite, edition: Edition, story: Story): SearchRecord {
  const { href, text, dateline, topic, ai, labels } = viewStoryTeaser(site, story);
  const cited = [...new Set(story.publishers)].map((id) => site.vocabularies.publishers[id]?.name ?? id);
  return {
    url: href,
    content: [...story.body.sections.map(textOf), [...story.tags, ...cited].join(", ")].join("\n"),
    meta: { title: text, dateline: dateline.text },
    about: { slot: edition.slot.name, ...(topic && { topic: topic.text }), level: ai, labels },
    facets: { topic: topic ? [topic.text] : [], slot: [edition.slot.name], publisher: cited, level: [ai] },
  };
}
