import { writeWord } from "./edit/values.ts";

/** What a new story needs before it can be a valid draft. */
export interface StoryPlan {
  readonly title: string;
  readonly topic: string;
  readonly topics: readonly string[];
  readonly publisher: string;
  readonly sourceTitle: string;
  readonly url: string;
}

/** A story's file as a draft that passes the checks, with hints as comments on lines of their own. */
export function scaffoldStory({ title, topic, topics, publisher, sourceTitle, url }: StoryPlan): string {
  return `---
# The headline, at most 110 characters.
title: ${JSON.stringify(title)}
# The headline in a few words (at most 48 characters), for the edition's composed headline.
# short: …
# One of: ${topics.join(", ")}.
topic: ${writeWord(topic)}
source:
  - publisher: ${writeWord(publisher)}
    title: ${JSON.stringify(sourceTitle)}
    url: ${JSON.stringify(url)}
    # primary, reporting, analysis or vendor.
    kind: reporting
# true if any link of the story is paid, as affiliate:PROGRAMME links are.
affiliate: false
# human-only, ai-assisted (needs a sign-off) or ai-autonomous; without the line, what site.yaml says.
# ai: human-only
# Delete this line when readers may see the story.
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
${isDraft ? "# Delete this line when readers may see the edition.\ndraft: true\n" : ""}# Below the next line: the lede, then “## Why this matters” and the nut graf.
---
`;
}
