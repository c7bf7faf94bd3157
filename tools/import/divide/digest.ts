import type { Nodes, RootContent } from "mdast";
import type { Matches } from "./furniture.ts";
import { pairTexts } from "./pair.ts";
import { type Divided, divideAt, isHeading, moveHeadings, type Section, titleOf } from "./sections.ts";
import { isSummary, joinParagraphs, type Opening, readOpening, type Summary } from "./summaries.ts";

/** A story as an archive has it: what stands above its first heading, and what under it. */
export interface StoryText {
  readonly title: string;
  readonly summary: readonly RootContent[];
  readonly analysis: Section | undefined;
}

/** A post as an edition. */
export interface EditionText {
  readonly lede: readonly RootContent[];
  /** Sections of the edition itself: why it matters. */
  readonly sections: readonly Section[];
  readonly stories: readonly StoryText[];
  /** What an editor looks at: texts that found no partner. */
  readonly doubts: readonly string[];
}

/** By which headings an edition is known and divided. */
export interface DigestHeadings {
  readonly nutGraf: Matches;
  readonly summaries: Matches;
  readonly analyses: Matches;
}

function linksOut(nodes: readonly Nodes[]): boolean {
  return nodes.some(
    (node) => (node.type === "link" && /^https?:/.test(node.url)) || ("children" in node && linksOut(node.children)),
  );
}

/** Whether a text reads as several news: it says why they matter, or each of its sections leads to a source. */
export function isDigest({ sections }: Divided, { nutGraf }: DigestHeadings): boolean {
  if (sections.some((section) => nutGraf(titleOf(section)))) return true;
  return sections.length > 1 && sections.every(({ blocks }) => linksOut(blocks));
}

/** Sections without those that only stand above others: “Analysis”, with a heading for each below it. */
function unwrap(sections: readonly Section[], isWrapper: Matches): Section[] {
  return sections.flatMap((section) => {
    if (!isWrapper(titleOf(section))) return [section];
    const inner = divideAt(section.blocks, 3);
    if (inner.sections.length === 0) return [section];
    const own = inner.intro.length === 0 ? [] : [{ ...section, blocks: inner.intro }];
    const raised = inner.sections.map(({ heading, blocks }) => ({
      heading: { ...heading, depth: 2 as const },
      blocks: moveHeadings(blocks, -1),
    }));
    return [...own, ...raised];
  });
}

/** A section as a story of its own: its first subhead, if it has one, opens the analysis. */
export function storyOf(section: Section): StoryText {
  return storyFrom(titleOf(section), section.blocks);
}

/** A text as a story: its first heading opens the analysis, the others are below it. */
export function storyFrom(title: string, blocks: readonly RootContent[]): StoryText {
  const at = blocks.findIndex((block) => isHeading(block));
  const heading = blocks[at];
  if (!isHeading(heading)) return { title, summary: blocks, analysis: undefined };
  const rest = blocks.slice(at + 1);
  const below = Math.min(...rest.filter((block) => isHeading(block)).map(({ depth }) => depth));
  return {
    title,
    summary: blocks.slice(0, at),
    analysis: {
      heading: { ...heading, depth: 2 },
      blocks: Number.isFinite(below) ? moveHeadings(rest, 3 - below) : rest,
    },
  };
}

function joined(summary: Summary, section: Section | undefined): StoryText {
  if (section === undefined) return storyFrom(summary.title, summary.blocks);
  return {
    title: summary.title === "" ? titleOf(section) : summary.title,
    summary: summary.blocks.map((block) => (isHeading(block) ? { ...block, depth: 4 as const } : block)),
    analysis: { ...section, blocks: section.blocks },
  };
}

function asSummary(section: Section): Summary {
  return { title: titleOf(section), blocks: section.blocks, isSure: true };
}

/** The summaries that a list of sections begins with, where its second half tells the same news again. */
function halve(sections: readonly Section[]): [Section[], Section[]] {
  const half = sections.length / 2;
  const [first, second] = [sections.slice(0, half), sections.slice(half)];
  if (half < 2 || !Number.isInteger(half)) return [[], [...sections]];
  const pairs = pairTexts(textsOf(first), textsOf(second));
  return pairs.every((pair) => pair?.isAlike) ? [first, second] : [[], [...sections]];
}

function textsOf(sections: readonly Section[]): RootContent[][] {
  return sections.map(({ heading, blocks }) => [heading, ...blocks]);
}

/** Puts each analysis to the summary of its story, in the order in which the summaries stand. */
function pairUp(opening: Opening, analyses: readonly Section[]): EditionText {
  const summaries = opening.filter((part) => isSummary(part));
  const pairs = pairTexts(
    summaries.map(({ title, blocks }) => [
      { type: "paragraph", children: [{ type: "text", value: title }] },
      ...blocks,
    ]),
    textsOf(analyses),
  );
  const hasPairs = pairs.some((pair) => pair !== undefined);
  const lede: RootContent[] = [];
  const stories: StoryText[] = [];
  const doubts: string[] = [];
  for (const part of opening) {
    if (!isSummary(part)) {
      lede.push(part);
      continue;
    }
    const to = pairs.findIndex((pair) => pair?.from === summaries.indexOf(part));
    const analysis = analyses[to];
    if (analysis) {
      const story = joined(part, analysis);
      stories.push(story);
      if (!part.isSure)
        doubts.push(`where the summary of “${story.title}” begins and ends is a guess: its paragraphs had no heading`);
      if (pairs[to]?.isSure === false)
        doubts.push(
          `“${story.title}” and the analysis “${titleOf(analysis)}” share few words, or as many with others: see whether they belong together`,
        );
    } else if (hasPairs && part.isSure && part.title !== "") {
      stories.push(joined(part, undefined));
      doubts.push(`no analysis was found for “${part.title}”: it became a story without one`);
    } else
      lede.push(
        ...(part.title === ""
          ? part.blocks
          : [
              {
                type: "paragraph" as const,
                children: [{ type: "strong" as const, children: [{ type: "text" as const, value: part.title }] }],
              },
              ...part.blocks,
            ]),
      );
  }
  for (const [at, section] of analyses.entries())
    if (pairs[at] === undefined) {
      stories.push(storyOf(section));
      if (hasPairs) doubts.push(`no summary was found for “${titleOf(section)}”: it became a story of its own`);
    }
  return { lede, sections: [], stories, doubts };
}

/** Divides a post into an edition: lede, nut graf and stories, of which each has its summary and its analysis. */
export function divideDigest(
  { intro, sections: all }: Divided,
  { nutGraf, summaries, analyses }: DigestHeadings,
): EditionText {
  const at = all.findIndex((section) => nutGraf(titleOf(section)));
  const own = all.filter((section) => nutGraf(titleOf(section)));
  const listed = all.filter(
    (section) => summaries(titleOf(section)) && !section.blocks.some((block) => isHeading(block)),
  );
  const news = (from: number, to?: number) =>
    unwrap(
      all.slice(from, to).filter((section) => !own.includes(section) && !listed.includes(section)),
      (title) => summaries(title) || analyses(title),
    );
  const opening = [
    ...readOpening(intro),
    ...listed.flatMap(({ blocks }) => readOpening([{ type: "thematicBreak" }, ...blocks]).slice(1)),
  ];
  const [before, after] =
    at > 0 && news(0, at).length > 0 && news(at).length > 0 ? [news(0, at), news(at)] : halve(news(0));
  const text =
    before.length === 0
      ? pairUp(joinParagraphs(opening, textsOf(after)), after)
      : pairUp([...intro, ...before.map(asSummary)], after);
  return { ...text, sections: own };
}
