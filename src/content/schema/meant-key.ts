import { stripQuotes } from "../words/strip-quotes.ts";
import { findNearest } from "../words/nearest.ts";

/** What editors call a key of the format, by the key. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  zone: ["timezone", "tz"],
  language: ["lang", "locale"],
  role: ["job", "position", "function"],
  hosts: ["domains", "sites", "domain"],
  advertiser: ["sponsor", "client"],
  slots: ["editions"],
  responsible: ["editor"],
  title: ["headline", "heading", "head", "name"],
  name: ["title", "label"],
  short: ["kicker", "slugline"],
  topic: ["category", "categories", "section", "subject"],
  tags: ["keywords", "labels"],
  source: ["reference", "references", "via"],
  byline: ["author", "authors", "writer", "by"],
  image: ["picture", "photo", "cover"],
  src: ["file", "path", "picture"],
  alt: ["description", "caption"],
  credit: ["photographer", "copyright"],
  description: ["summary", "excerpt", "abstract"],
  publish: ["date", "time", "embargo"],
  published: ["date", "day"],
  at: ["date", "time", "when"],
  publisher: ["outlet", "medium", "newspaper", "site", "website", "by"],
  url: ["link", "href", "address", "web"],
  kind: ["type"],
  stories: ["order", "articles", "items"],
  text: ["note", "description"],
  corrections: ["errata"],
};

/** A key as it is compared: “Whats new”, “whats-new” and “whatsnew” are one. */
export function plainKey(key: string): string {
  return key.toLowerCase().replace(/[\s_'’-]/gu, "");
}

function isCalled(key: string, word: string): boolean {
  return key.toLowerCase() === word || (SYNONYMS[key]?.includes(word) ?? false);
}

/** The key that was meant by one that is unknown, and whether that is beyond doubt. */
export interface Meant {
  readonly key: string;
  readonly isSure: boolean;
}

/**
 * Which of the keys that a mapping may have (`known`) is meant by a word that is none. `missing` are those that it must have and
 * has not: where one of them is near, the two mistakes are one.
 */
export function findMeant(word: string, known: readonly string[], missing: readonly string[]): Meant | undefined {
  const plain = plainKey(stripQuotes(word));
  const called = missing.find((key) => isCalled(key, plain)) ?? known.find((key) => isCalled(key, plain));
  if (called !== undefined) return { key: called, isSure: true };
  const lost = findNearest(plain, missing);
  if (lost !== undefined) return { key: lost, isSure: true };
  const near = findNearest(plain, known);
  return near === undefined ? undefined : { key: near, isSure: false };
}
