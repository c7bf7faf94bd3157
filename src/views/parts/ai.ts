import type { EditionOutline } from "../../content/outline.ts";
import type { AiLevel } from "../../content/schema/schema.ts";
import type { SignOff } from "../../content/sign-off.ts";
import type { TextSite } from "../../content/site.ts";
import type { Vocabularies } from "../../content/vocabularies.ts";
import { formatList } from "../../locales/format.ts";
import type { Messages } from "../../locales/locale.ts";
import { messagesOf } from "../../locales/messages.ts";
import { tagOfWords } from "../../locales/languages.ts";
import { inPhrases } from "./phrase.ts";
import { viewDay } from "./time.ts";

/** What a reader is told of the part a machine had in a text. */
export interface AiView {
  readonly level: AiLevel;
  /** The line in a header, before the first paragraph. */
  readonly line: string;
  /** The label beside a headline and in teasers; only where a machine wrote the text. */
  readonly label: string | undefined;
}

/** A text with its level and, if somebody reviewed it, the record of that. */
interface Levelled {
  readonly ai: AiLevel;
  readonly signOff: Pick<SignOff, "by" | "at"> | undefined;
}

/** What must be known of a site to say who reviewed its texts. */
export interface Reviewed extends Pick<TextSite, "publication"> {
  readonly vocabularies: Pick<Vocabularies, "people">;
}

const LEVEL_NAMES = { "human-only": "people", "ai-assisted": "assisted", "ai-autonomous": "generated" } as const;

/** What a level is called by itself. */
export function nameOfLevel(level: AiLevel, m: Messages): string {
  return m.levels[LEVEL_NAMES[level]];
}

const RANK: Record<AiLevel, number> = { "human-only": 0, "ai-assisted": 1, "ai-autonomous": 2 };

/** “NAME, ROLE, DATE” of who reviewed these texts, each once (EU AI Act Art. 50(4): a named person); undefined without a review. */
function reviewersOf(site: Reviewed, texts: readonly Levelled[]): string | undefined {
  const m = messagesOf(site.publication);
  const reviewers = texts.flatMap(({ ai, signOff }) => {
    const person = signOff && site.vocabularies.people[signOff.by];
    if (!person || ai !== "ai-assisted") return [];
    const day = viewDay(inPhrases(site.publication), signOff.at, "day").text;
    return [m.ai.reviewer({ name: person.name, role: person.role, day })];
  });
  return [...new Set(reviewers)].reduce<string | undefined>(
    (before, reviewer) => (before === undefined ? reviewer : m.ai.furtherReviewer({ reviewers: before, reviewer })),
    undefined,
  );
}

/** A line of words on the part of a machine, with who reviewed these texts. */
function lineOf(site: Reviewed, line: string, texts: readonly Levelled[]): string {
  const reviewers = reviewersOf(site, texts);
  return reviewers === undefined ? line : messagesOf(site.publication).ai.reviewed({ line, reviewers });
}

/** The label of a text of this level, if it needs one wherever it is shown. */
export function labelOfAi(level: AiLevel, m: Messages): string | undefined {
  return level === "ai-autonomous" ? m.label.generated : undefined;
}

/** The levels of an edition's parts: of its own text and of each story. */
export function levelsOf({ ai, stories }: Pick<EditionOutline, "ai" | "stories">): AiLevel[] {
  return [ai, ...stories.map((story) => story.ai)];
}

/**
 * The label of a whole whose parts are of these levels: a machine wrote all of it or a part, and readers are told which, since a
 * label that says more than is true is not believed where it is.
 */
export function labelOfParts(levels: readonly AiLevel[], m: Messages): string | undefined {
  const generated = levels.filter((level) => level === "ai-autonomous").length;
  if (generated === 0 || generated === levels.length) return labelOfAi(mostAutomated(levels), m);
  return m.label.partlyGenerated;
}

export function viewAi(site: Reviewed, text: Levelled): AiView {
  const { ai: level } = text;
  const m = messagesOf(site.publication);
  return { level, line: lineOf(site, nameOfLevel(level, m), [text]), label: labelOfAi(level, m) };
}

/** The most automated of several levels, which is the level of the whole. */
export function mostAutomated(levels: Iterable<AiLevel>): AiLevel {
  return [...levels].reduce<AiLevel>((most, level) => (RANK[level] > RANK[most] ? level : most), "human-only");
}

/** What a whole whose parts are of these levels is called by itself; undefined where people wrote all of it. */
export function nameOfParts(levels: readonly AiLevel[], m: Messages): string | undefined {
  const level = mostAutomated(levels);
  if (level === "human-only") return undefined;
  return (
    labelOfParts(levels, m) ?? (levels.every((own) => own === level) ? nameOfLevel(level, m) : m.ai.partlyAssisted)
  );
}

/** The line in the header of an edition, which may hold texts of several levels. */
export function viewEditionAi(site: Reviewed, own: Levelled, stories: readonly Levelled[]): AiView {
  const texts = [own, ...stories];
  const m = messagesOf(site.publication);
  const level = mostAutomated(texts.map(({ ai }) => ai));
  if (texts.every(({ ai }) => ai === level))
    return { ...viewAi(site, own), line: lineOf(site, nameOfLevel(level, m), texts) };
  const partly = level === "ai-autonomous" ? m.ai.partlyGenerated : m.ai.partlyAssisted;
  return { level, line: lineOf(site, partly, texts), label: undefined };
}

/** The AI disclosure of a story in full. */
export function describeStoryAi(site: Reviewed, text: Levelled): string {
  const { aiInFull } = messagesOf(site.publication);
  const reviewers = reviewersOf(site, [text]);
  return reviewers === undefined ? aiInFull[LEVEL_NAMES[text.ai]] : aiInFull.assistedReviewed({ reviewers });
}

type Titled = Levelled & { readonly title: string };

function describeOwnAi(site: Reviewed, own: Levelled): string[] {
  const { aiInFull } = messagesOf(site.publication);
  if (own.ai === "human-only") return [];
  if (own.ai === "ai-autonomous") return [aiInFull.ownGenerated];
  const reviewers = reviewersOf(site, [own]);
  return [reviewers === undefined ? aiInFull.ownAssisted : aiInFull.ownAssistedReviewed({ reviewers })];
}

function describeAssisted(site: Reviewed, story: Titled): string {
  const { aiInFull } = messagesOf(site.publication);
  const { title } = story;
  const reviewers = reviewersOf(site, [story]);
  return reviewers === undefined
    ? aiInFull.storyAssisted({ title })
    : aiInFull.storyAssistedReviewed({ title, reviewers });
}

/** The AI disclosure of an edition in full: which texts are of which level, and who reviewed them. */
export function describeEditionAi(site: Reviewed, own: Levelled, stories: readonly Titled[]): string[] {
  const { aiInFull } = messagesOf(site.publication);
  const generated = stories.filter(({ ai }) => ai === "ai-autonomous");
  const assisted = stories.filter(({ ai }) => ai === "ai-assisted");
  const machines = assisted.length + generated.length;
  if (own.ai === "human-only" && machines === 0) return [aiInFull.allHuman];
  const titles = formatList(
    tagOfWords(site.publication.language),
    generated.map(({ title }) => aiInFull.quotedTitle({ title })),
  );
  return [
    ...describeOwnAi(site, own),
    ...assisted.map((story) => describeAssisted(site, story)),
    ...(generated.length > 0 ? [aiInFull.storiesGenerated({ titles })] : []),
    ...(own.ai === "human-only" || machines < stories.length ? [aiInFull.restHuman] : []),
  ];
}
