import type { Position } from "./problems/diagnostic.ts";
import type { Body } from "./markdown/body.ts";
import type { Source } from "./source.ts";

/** A link that somebody pays for, of a text or its sources. */
export interface PaidLink {
  readonly programme: string;
  readonly url: string;
}

/** A link to a part of a page of this site, and where its address was typed. */
export interface PartLink {
  readonly at: Position;
  readonly href: string;
}

/** What a text's words and sources mean for the rest of the site. */
export interface Bearings {
  /** The affiliate programmes that pay for its links, each once, in order. */
  readonly programmes: readonly string[];
  readonly paidLinks: readonly PaidLink[];
  /** Of the parts of it that a link may name. */
  readonly ids: readonly string[];
  readonly partLinks: readonly PartLink[];
}

/** Finds out what a rendered text means for the rest of the site, whose base path is `base`. */
export function takeBearings(body: Body | undefined, sources: readonly Source[], base: string): Bearings {
  const inText = (body?.sections ?? []).flatMap(({ at, links }) => links.map((link) => ({ at, ...link })));
  const cited = sources.map(({ url, programme }) => ({ href: url, programme }));
  const paidLinks = [...inText, ...cited].flatMap(({ href, programme }) =>
    programme === undefined ? [] : [{ programme, url: href }],
  );
  return {
    programmes: [...new Set(paidLinks.map(({ programme }) => programme))],
    paidLinks,
    ids: [...(body?.ids ?? [])],
    partLinks: inText.flatMap(({ at, href }) =>
      href.startsWith(`${base}/`) && href.includes("#") ? [{ at, href }] : [],
    ),
  };
}

/** The part of a story's pages that its analysis is, whatever that is headed. */
export function analysisId(slug: string): string {
  return `${slug}__analysis`;
}

/** The parts of a story that a link may name: its analysis is not known by its heading. */
export function partsOfStory(
  slug: string,
  ids: readonly string[],
  analysis: { readonly id: string } | undefined,
): string[] {
  return analysis === undefined ? [...ids] : [...ids.filter((id) => id !== analysis.id), analysisId(slug)];
}

const ROUND = 50;

/** How long a text is, in words to the nearest fifty. */
export function measureLength(body: Body | undefined): number {
  const words = (body?.sections ?? []).reduce((sum, { words }) => sum + words, 0);
  return Math.round(words / ROUND) * ROUND;
}
