import type { Document } from "./parse/document.ts";

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
topic: ${topic}
source:
  - publisher: ${publisher}
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

/** An edition's file as a draft, with hints as comments on lines of their own. */
export function scaffoldEdition(stories: readonly string[]): string {
  return `---
# The running order: every story of this folder exactly once, the lead first.
stories: [${stories.join(", ")}]
# The headline is composed of the stories' short forms; with this line it is yours.
# title: …
# Delete this line when readers may see the edition.
draft: true
# Below the next line: the lede, then “## Why this matters” and the nut graf.
---
`;
}

/** The text of an edition.md with one more story at the end of its running order; every other character is kept. */
export function appendToRunningOrder(text: string, { yaml }: Document, slug: string): string {
  const { stories } = yaml.data as { stories?: unknown };
  if (!Array.isArray(stories) || stories.includes(slug)) return text;
  const lines = text.split("\n");
  const { line, column } = yaml.locate(["stories"]);
  const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
  if (text[start] === "[") {
    const end = text.indexOf("]", start);
    const before = text.slice(0, end).replace(/,?\s*$/, "");
    return `${before}${stories.length > 0 ? ", " : ""}${slug}${text.slice(end)}`;
  }
  const last = yaml.locate(["stories", stories.length - 1]);
  const item = lines[last.line - 1] ?? "";
  const indent = /^\s*-\s+/.exec(item)?.[0] ?? "  - ";
  const ending = item.endsWith("\r") ? "\r" : "";
  return [...lines.slice(0, last.line), `${indent}${slug}${ending}`, ...lines.slice(last.line)].join("\n");
}
