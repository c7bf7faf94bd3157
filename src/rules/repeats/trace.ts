import { canonicalAddress } from "../../content/links/canonical-address.ts";
import type { Edition } from "../../content/edition.ts";
import type { Document } from "../../content/parse/document.ts";
import type { Story } from "../../content/story.ts";
import { pack, unpack } from "./packed.ts";
import { listPassages, type Passage } from "./passages.ts";
import { digestTerms } from "./terms.ts";

/** In signs of six bits, for `pack`: what has 42 bits, and what has 30. */
const WIDTH = { passage: 7, term: 5 };

/** What of a text is held against others, small enough to keep of each one of an archive. */
export interface TextTrace {
  /** Its paragraphs, packed; `passagesOf` has them. */
  readonly passages: string;
}

export interface StoryTrace extends TextTrace {
  /** The name of the page that each of its sources cites, in order (see `canonicalAddress`); empty where it has none. */
  readonly cited: readonly string[];
  /** The terms of title, short form and summary, packed; `termsOf` has them. */
  readonly terms: string;
}

/** What of an edition is held against others: of its own text and of its stories, in running order. */
export interface EditionTrace {
  readonly own: TextTrace;
  readonly stories: readonly StoryTrace[];
}

/** The paragraphs of a text whose first line is that of its file, counted from 1. */
function packPassages(passages: readonly Passage[], firstLine: number): string {
  const numbers: number[] = [];
  for (const { digests, line } of passages) numbers.push(digests[0], digests[1], firstLine + line);
  return pack(numbers, WIDTH.passage);
}

/** The paragraphs of a text, by three numbers each: digests of how it begins and ends, and the line of its file on which it begins. */
export function passagesOf({ passages }: TextTrace): Float64Array {
  return unpack(passages, WIDTH.passage);
}

/** The terms of a text as a trace has them. */
export function packTerms(text: string): string {
  return pack(digestTerms(text), WIDTH.term);
}

/** Digests of a story's terms, in ascending order, with repeats. */
export function termsOf({ terms }: Pick<StoryTrace, "terms">): Float64Array {
  return unpack(terms, WIDTH.term);
}

function tracePassages({ body, bodyLine }: Document): TextTrace {
  return { passages: packPassages(listPassages(body), bodyLine) };
}

function traceStory({ document, front, title, short, summary }: Story): StoryTrace {
  const plain = summary.html.replace(/<[^>]*>|&[#\w]+;/g, " ");
  return {
    ...tracePassages(document),
    cited: (front.source ?? []).map(({ url }) => canonicalAddress(url) ?? ""),
    terms: packTerms(`${title}\n${short === title ? "" : short}\n${plain}`),
  };
}

/** What of an edition is held against others. */
export function traceEdition({ document, stories }: Edition): EditionTrace {
  return { own: document ? tracePassages(document) : { passages: "" }, stories: stories.map(traceStory) };
}
