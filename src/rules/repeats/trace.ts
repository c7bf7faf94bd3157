import { canonicalAddress } from "../../content/links/canonical-address.ts";
import type { Edition } from "../../content/edition.ts";
import type { Document } from "../../content/parse/document.ts";
import type { Story } from "../../content/story.ts";
import { listPassages } from "./passages.ts";
import { listTerms } from "./terms.ts";

/** What of a text is held against others, small enough to keep of each one of an archive. */
export interface TextTrace {
  /** Of its paragraphs: digests of how each begins and ends, and the line on which it begins. */
  readonly passages: readonly (readonly [first: string, last: string, line: number])[];
}

export interface StoryTrace extends TextTrace {
  /** The name of the page that each of its sources cites, in order (see `canonicalAddress`); empty where it has none. */
  readonly cited: readonly string[];
  /** The terms of title, short form and summary, with repeats, a space between them. */
  readonly terms: string;
}

/** What of an edition is held against others: of its own text and of its stories, in running order. */
export interface EditionTrace {
  readonly own: TextTrace;
  readonly stories: readonly StoryTrace[];
}

function tracePassages({ body, bodyLine }: Document): TextTrace {
  return { passages: listPassages(body).map(({ digests, line }) => [...digests, bodyLine + line] as const) };
}

function traceStory({ document, front, title, short, summary }: Story): StoryTrace {
  const plain = summary.html.replace(/<[^>]*>|&[#\w]+;/g, " ");
  return {
    ...tracePassages(document),
    cited: (front.source ?? []).map(({ url }) => canonicalAddress(url) ?? ""),
    terms: listTerms(`${title}\n${short === title ? "" : short}\n${plain}`).join(" "),
  };
}

/** What of an edition is held against others. */
export function traceEdition({ document, stories }: Edition): EditionTrace {
  return { own: document ? tracePassages(document) : { passages: [] }, stories: stories.map(traceStory) };
}
