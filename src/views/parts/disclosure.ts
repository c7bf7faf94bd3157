import type { Setting } from "../../content/site.ts";
import { PHRASES } from "./phrase.ts";

/** The commercial disclosure of a page or feed item that holds paid links. */
export interface DisclosureView {
  /** Each a sentence or more, to be shown as real text before the first paid link. */
  readonly paragraphs: readonly string[];
}

/**
 * The disclosure that these programmes ask for, or undefined when nothing on the page is paid: never set by hand
 * (US FTC 16 CFR 255, UK CAP 2.1; a programme's prescribed wording stands with it word for word).
 */
export function viewDisclosure(
  site: Setting,
  programmes: Iterable<string>,
  where: "page" | "edition" | "story",
): DisclosureView | undefined {
  const ids = [...new Set(programmes)].sort();
  if (ids.length === 0) return undefined;
  const { affiliates } = site.vocabularies;
  const { name } = site.publication.publisher;
  const own = `This ${where} contains paid links, each marked “(paid link)”. ${name} earns a commission when you buy through them, at no additional cost to you.`;
  const prescribed = ids.flatMap((id) => affiliates[id]?.disclosure ?? []);
  return { paragraphs: [own, ...new Set(prescribed)] };
}

const LIST = new Intl.ListFormat(PHRASES, { type: "conjunction" });

/** The commercial disclosure in full, naming who pays; it is there whether or not anybody does. */
export function describeCommerce(site: Setting, programmes: Iterable<string>, advertiser?: string): string {
  const { name } = site.publication.publisher;
  const ids = [...new Set(programmes)].sort();
  const names = ids.map((id) => site.vocabularies.affiliates[id]?.name ?? id);
  const list = LIST.format(names);
  const links =
    ids.length === 0
      ? "It contains no paid links"
      : `Its paid links lead to ${list}, which pay${ids.length === 1 ? "s" : ""} ${name} a commission`;
  const noSay = "Nobody who pays has a say in what is covered or how.";
  if (advertiser === undefined)
    return ids.length === 0 ? `${links} and nobody paid for any part of it.` : `${links}. ${noSay}`;
  if (ids.length === 0)
    return `Apart from the advertisement, which ${advertiser} paid for, it contains no paid links. ${noSay}`;
  return `${links}. ${advertiser} paid for the advertisement. ${noSay}`;
}
