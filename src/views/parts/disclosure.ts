import type { Setting } from "../../content/site.ts";
import { formatList } from "../../locales/format.ts";
import { messagesOf } from "../../locales/messages.ts";
import { tagOfWords } from "../../locales/languages.ts";

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
  const m = messagesOf(site.publication);
  const own = m.disclosure[where]({ publisher: name, mark: m.text.paidLink });
  const prescribed = ids.flatMap((id) => affiliates[id]?.disclosure ?? []);
  return { paragraphs: [own, ...new Set(prescribed)] };
}

/** The commercial disclosure in full, naming who pays; it is there whether or not anybody does. */
export function describeCommerce(site: Setting, programmes: Iterable<string>, advertiser?: string): string {
  const { language, publisher } = site.publication;
  const m = messagesOf(site.publication);
  const ids = [...new Set(programmes)].sort();
  if (ids.length === 0)
    return advertiser === undefined ? m.commerce.nothingPaid : m.commerce.advertisement({ advertiser });
  const names = ids.map((id) => site.vocabularies.affiliates[id]?.name ?? id);
  const paid = {
    count: ids.length,
    programmes: formatList(tagOfWords(language), names),
    publisher: publisher.name,
  };
  return advertiser === undefined
    ? m.commerce.paidLinks(paid)
    : m.commerce.paidLinksAndAdvertisement({ ...paid, advertiser });
}
