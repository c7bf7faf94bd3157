import { writeWord } from "./edit/values.ts";

/** A source as a new story cites it. */
export interface NewSource {
  readonly publisher: string;
  readonly title: string;
  readonly url: string;
  /** A day, `2026-03-04`. */
  readonly published?: string | undefined;
  /** `reporting` where it is left out. */
  readonly kind?: string | undefined;
  /** The tag of the title's language, where that is another than the publication's. */
  readonly language?: string | undefined;
}

/** What a new story needs before it can be a valid draft. */
export interface StoryPlan {
  readonly title: string;
  readonly topic: string;
  readonly topics: readonly string[];
  /** At least one. */
  readonly sources: readonly NewSource[];
  /** The identity of the story that it continues. */
  readonly follows?: string | undefined;
  /** What is new since that one. */
  readonly whatsNew?: string | undefined;
}

function scaffoldSource(
  { publisher, title, url, published, language, kind = "reporting" }: NewSource,
  at: number,
): string {
  return `  - publisher: ${writeWord(publisher)}
    title: ${JSON.stringify(title)}
    url: ${JSON.stringify(url)}
${published === undefined ? "" : `    published: ${writeWord(published)}\n`}${language === undefined ? "" : `    language: ${writeWord(language)}\n`}${at === 0 ? "    # primary, reporting, analysis or vendor.\n" : ""}    kind: ${writeWord(kind)}
`;
}

/** What a scaffold says of its line `draft: true`, and what goes with it. */
export const DRAFT_HINTS = [
  "# Delete this line when readers may see the story.",
  "# Delete this line when readers may see the edition.",
] as const;

/** A story's file as a draft that passes the checks, with hints as comments on lines of their own. */
export function scaffoldStory({ title, topic, topics, sources, follows, whatsNew }: StoryPlan): string {
  const thread = [
    ...(follows === undefined ? [] : [`follows: ${writeWord(follows)}\n`]),
    ...(whatsNew === undefined ? [] : [`whatsNew: ${JSON.stringify(whatsNew)}\n`]),
  ];
  return `---
# The headline, at most 110 characters.
title: ${JSON.stringify(title)}
# The headline in a few words (at most 48 characters), for the edition's composed headline.
# short: …
# One of: ${topics.join(", ")}.
topic: ${writeWord(topic)}
source:
${sources.map(scaffoldSource).join("")}${thread.join("")}# true if any link of the story is paid, as affiliate:PROGRAMME links are.
affiliate: false
# human-only, ai-assisted (needs a sign-off) or ai-autonomous; without the line, what site.yaml says.
# ai: human-only
${DRAFT_HINTS[0]}
draft: true
# Below the next line: a summary of one to three paragraphs, then, if you like, “## ” and the analysis's own headline,
# and the analysis.
---
`;
}

/** An edition's file, as a draft unless readers know one of its stories, with hints as comments on lines of their own. */
export function scaffoldEdition(stories: readonly string[], isDraft = true): string {
  return `---
# The running order: every story of this folder exactly once, the lead first.
stories:${stories.length === 0 ? " []" : stories.map((slug) => `\n  - ${writeWord(slug)}`).join("")}
# The headline is composed of the stories' short forms; with this line it is yours.
# title: …
${isDraft ? `${DRAFT_HINTS[1]}\ndraft: true\n` : ""}# Below the next line: the lede, then “## Why this matters” and the nut graf.
---
`;
}
