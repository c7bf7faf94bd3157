import type { Edition } from "../../content/edition.ts";
import type { Document } from "../../content/parse/document.ts";
import { type Diagnostic, diagnose } from "../../content/problems/diagnostic.ts";
import type { HouseRule } from "../../content/schema/keys/house-schema.ts";
import { editionSchema, storySchema } from "../../content/schema/schema.ts";
import type { PlacedText } from "../../content/schema/schema-walk.ts";
import { placeTexts } from "../../content/schema/shown.ts";
import type { Site } from "../../content/site.ts";
import type { StandingPage } from "../../content/standing-page.ts";
import type { Story } from "../../content/story.ts";
import type { Rule } from "../rule.ts";
import { findFigures, findLongSentences, findUnbalanced } from "./advice.ts";
import { findArticles } from "./article.ts";
import { findDoubled, findTwice } from "./doubled-word.ts";
import { findStoryCount, findWrongDay } from "./edition-words.ts";
import { findTyped } from "./fields.ts";
import type { Finding } from "./text/finding.ts";
import { findEmptyHints, findLeftOvers } from "./left-over.ts";
import { lookUp } from "./text/lexicon.ts";
import { mask, textOf } from "./text/mask.ts";
import { findNames } from "./names.ts";
import { findPunctuation } from "./punctuation.ts";
import { covers, type Field, joinTexts, placesOf, type ReadingText } from "./text/reading.ts";
import { scan, type Stretch } from "./text/scan.ts";
import { findShapes } from "./shapes.ts";
import { findFutureSources } from "./source-in-future.ts";
import { findForeignSpelling, findMixes, listSpelt, type Spelt } from "./spelling.ts";
import { type Style, styleOf } from "./style.ts";
import { findQuoted, findShouting } from "./titles.ts";
import { findWrongWeekdays } from "./weekdays.ts";
import { findYearAhead } from "./year-ahead.ts";

/** One document as house style looks at it. */
interface HouseText {
  readonly reading: ReadingText;
  readonly style: Style;
  /** The titles of its sources, which are as their publishers have them. */
  readonly cited: readonly string[];
  /** The entries of the vocabularies on whose names it depends. */
  readonly owners: ReadonlySet<string>;
  /** Of its edition. */
  readonly date: string | undefined;
  /** The edition of which it is the own text. */
  readonly edition: Edition | undefined;
}

/** What is found in a text, and the words in it that may be spelt in two ways. */
interface Found {
  readonly findings: readonly Finding[];
  readonly spelt: readonly Spelt[];
}

function isTitle({ path }: Field): boolean {
  return path.length === 1 && (path[0] === "title" || path[0] === "short");
}

function inspect(own: HouseText): Found {
  const { reading, style, owners, date, edition } = own;
  const { text, fields, bodyEnd } = reading;
  const { isEnglish, lexicon, ownersOf } = style;
  const titles = fields.filter(isTitle);
  const ofFields = [...findShouting(titles), ...findQuoted(titles), ...findTyped(fields), ...findEmptyHints(reading)];
  const codes = mask(text, bodyEnd);
  const finds = scan(codes, lexicon.filter);
  const hits = lookUp(text, finds, lexicon);
  const { twice, doubled, articles, signs, shapes } = finds;
  if (hits.length === 0 && [twice, doubled, articles, signs, shapes].every((found) => found.length === 0))
    return { findings: ofFields, spelt: [] };
  const masked = textOf(codes);
  const findings = [
    ...ofFields,
    ...findLeftOvers(masked, hits),
    ...findNames(masked, hits, (owner) => owners.has(owner), ownersOf),
    ...findDoubled(text, doubled),
    ...findPunctuation(masked, signs, isEnglish),
    ...findShapes(text, shapes),
  ];
  if (!isEnglish) return { findings, spelt: [] };
  const ofEdition = edition
    ? [...findStoryCount(masked, hits, edition), ...findWrongDay(masked, hits, edition.dateline.date)]
    : [];
  return {
    findings: [
      ...findings,
      ...findTwice(masked, twice),
      ...findArticles(masked, articles),
      ...findYearAhead(masked, hits, date),
      ...findWrongWeekdays(masked, hits, date),
      ...ofEdition,
    ],
    spelt: listSpelt(masked, hits),
  };
}

/** Whether words are such as the house or a cited title lets stand for a rule. */
function isAllowed({ reading: { text }, style, cited }: HouseText, rule: HouseRule, stretch: Stretch): boolean {
  return [...style.allowed(rule), ...cited].some((words) => covers(text, stretch, words));
}

function report(own: HouseText, findings: readonly Finding[]): Diagnostic[] {
  const placeOf = placesOf(own.reading);
  return findings.flatMap((finding) => {
    const { at, severity, rule, message, hint } = finding;
    if (isAllowed(own, rule, finding)) return [];
    return [diagnose(own.reading.document.path, placeOf(at), { severity: severity ?? "warning", rule, message, hint })];
  });
}

/** Looks at texts that are read together, such as an edition's: spelling must be one in all of them. */
function checkTogether(texts: readonly HouseText[], spelling: Style["spelling"]): Diagnostic[] {
  const found = texts.map((own) => ({ own, ...inspect(own) }));
  const single = found.flatMap(({ own, findings, spelt }) =>
    report(own, spelling === undefined ? findings : [...findings, ...findForeignSpelling(spelt, spelling)]),
  );
  if (spelling !== undefined) return single;
  const placed = found.flatMap(({ own, spelt }) =>
    spelt.filter((word) => !isAllowed(own, "spelling-mix", word)).map((word) => ({ spelt: word, text: own })),
  );
  return [...single, ...findMixes(placed).flatMap(([own, finding]) => report(own, [finding]))];
}

/** What of a front matter is the writer's own: sources are others'. */
function ownTexts(texts: readonly PlacedText[]): PlacedText[] {
  return texts.filter(({ path }) => path[0] !== "source");
}

function textOfStory({ document, front, dateline, publishers, byline }: Story, style: Style): HouseText {
  return {
    reading: joinTexts(document, ownTexts(placeTexts(storySchema, front))),
    style,
    cited: (front.source ?? []).map(({ title }) => title),
    owners: new Set([...publishers, ...byline]),
    date: dateline.date,
    edition: undefined,
  };
}

function textOfEdition(edition: Edition, document: Document, style: Style): HouseText {
  const { front, dateline, stories } = edition;
  return {
    reading: joinTexts(document, placeTexts(editionSchema, front)),
    style,
    cited: stories.flatMap((story) => (story.front.source ?? []).map(({ title }) => title)),
    owners: new Set(stories.flatMap(({ publishers, byline }) => [...publishers, ...byline])),
    date: dateline.date,
    edition,
  };
}

function textOfPage({ document, title, description }: StandingPage, style: Style): HouseText {
  const placed = Object.entries({ title, description }).flatMap(([key, text]) =>
    text === undefined ? [] : [{ path: [key], text }],
  );
  return {
    reading: joinTexts(document, placed),
    style,
    cited: [],
    owners: new Set(),
    date: undefined,
    edition: undefined,
  };
}

/** Tells of titles of sources that stand in quotation marks as a whole. */
function checkCited({ document, front }: Story, style: Style): Diagnostic[] {
  const titles = (front.source ?? []).map(({ title }, index) => ({ path: ["source", index, "title"], text: title }));
  const reading = joinTexts(document, titles, "");
  const own = { reading, style, cited: [], owners: new Set<string>(), date: undefined, edition: undefined };
  return report(own, findQuoted(reading.fields));
}

function checkEdition(edition: Edition, { vocabularies }: Site): Diagnostic[] {
  const style = styleOf(vocabularies);
  const { document, stories } = edition;
  const texts = stories.map((story) => textOfStory(story, style));
  return [
    ...checkTogether(document ? [textOfEdition(edition, document, style), ...texts] : texts, style.spelling),
    ...stories.flatMap((story) => [...checkCited(story, style), ...findFutureSources(story)]),
  ];
}

/** House style: slips that a reader sees and no other rule looks for, and what house.yaml settles. */
export const checkHouse: Rule = (site) => {
  const style = styleOf(site.vocabularies);
  return [
    ...site.editions.flatMap((edition) => checkEdition(edition, site)),
    ...site.pages.flatMap((page) => checkTogether([textOfPage(page, style)], style.spelling)),
  ];
};

function advise(own: HouseText): Diagnostic[] {
  const { reading } = own;
  const masked = textOf(mask(reading.text, reading.bodyEnd));
  const titles = reading.fields.filter(isTitle);
  return report(own, [
    ...findUnbalanced(reading, masked),
    ...(own.edition ? [] : findFigures(reading, titles)),
    ...(own.style.isEnglish ? findLongSentences(reading, masked) : []),
  ]);
}

/** What may be better about a text, and is no mistake: told to who asks for advice. */
export const adviseOnHouse: Rule = ({ vocabularies, editions, pages }) => {
  const style = styleOf(vocabularies);
  const texts = [
    ...editions.flatMap((edition) => [
      ...(edition.document ? [textOfEdition(edition, edition.document, style)] : []),
      ...edition.stories.map((story) => textOfStory(story, style)),
    ]),
    ...pages.map((page) => textOfPage(page, style)),
  ];
  return texts.flatMap(advise);
};
