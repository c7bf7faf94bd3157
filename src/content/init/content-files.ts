import { type Dateline, editionFolder } from "../dateline.ts";
import { wordsOf } from "../../locales/languages.ts";
import { WEEKDAYS } from "../schema/schema.ts";
import { idOf } from "../words/slug.ts";
import type { Plan } from "./plan.ts";
import type { SampleTexts } from "./sample.ts";
import { SAMPLE_TEXTS } from "./sample-texts.ts";

/** Files by their paths. */
export type Files = Readonly<Record<string, string>>;

/** The one publisher of the sample: its story tells of Markdown, and cites where that is described. */
const SOURCE = { id: "commonmark", name: "CommonMark", url: "https://commonmark.org/" };
const SPECIFICATION = { title: "CommonMark Spec", url: "https://spec.commonmark.org/0.31.2/" };
const TOPIC = "news";
const STORY = "sample-story";

/** A text as YAML reads it again, whatever stands in it. */
function quote(text: string): string {
  return JSON.stringify(text);
}

/** A name within Markdown: no sign of it means more than itself. */
function plain(name: string): string {
  return name.replace(/[!-/:-@[-`{-~]/g, String.raw`\$&`);
}

function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole);
}

function nameSlot(id: string, { slots }: SampleTexts): string {
  const known: Readonly<Record<string, string>> = slots;
  if (Object.hasOwn(known, id)) return known[id] ?? id;
  const words = id.replaceAll("-", " ");
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** The id of the editor in people.yaml: of what the name sounds like, or of what it is where that cannot be told. */
function editorOf({ editor, language }: Plan): string {
  return idOf(editor, language) || "editor";
}

function writeSite(plan: Plan, texts: SampleTexts): string {
  const person = editorOf(plan);
  const email = plan.email === undefined ? "" : `, email: ${quote(plan.email)}`;
  const slots = plan.slots.map(
    ({ id, time }) => `  ${quote(id)}: { name: ${quote(nameSlot(id, texts))}, time: ${quote(time)} }`,
  );
  const isDaily = WEEKDAYS.every((day) => plan.days.includes(day));
  return [
    "# What the publication is. docs/format.md of the generator has every key.",
    `name: ${quote(plan.name)}`,
    `url: ${quote(plan.address)}`,
    `language: ${quote(plan.language)}`,
    `zone: ${quote(plan.zone)}`,
    `publisher: { name: ${quote(plan.publisher)}${email} }`,
    "slots:",
    ...slots,
    ...(isDaily ? [] : [`calendar: { days: [${plan.days.map(quote).join(", ")}] }`]),
    `byline: ${person}`,
    `responsible: ${person}`,
    "ai: human-only",
    "comments: false",
    ...(plan.accent === undefined ? [] : [`theme: { accent: ${quote(plan.accent)} }`]),
    "",
  ].join("\n");
}

function writePages(plan: Plan, { pages }: SampleTexts): Files {
  const values = { name: plain(plan.name), editor: plain(plan.editor) };
  return Object.fromEntries(
    Object.entries(pages).map(([id, { title, description, body }], at) => [
      `pages/${id}.md`,
      `---
# This page came with the program. Make every sentence of it true of your publication.
title: ${quote(title)}
description: ${quote(fill(description, { name: plan.name }))}
${id === "privacy" ? "# What your host writes down of a visit, and for how long, belongs here, too.\n" : `nav: ${at + 1}\n`}---
${fill(body, values)}
`,
    ]),
  );
}

/** The sample edition: a program wrote it and nobody edited it, and its label says so. */
function writeEdition(plan: Plan, { story, edition }: SampleTexts, dateline: Dateline): Files {
  const folder = editionFolder(dateline);
  const values = { name: plain(plan.name), folder: `content/${folder}` };
  return {
    [`${folder}/edition.md`]: `---
# A sample. Delete this folder when you have an edition of your own.
stories: [${STORY}]
ai: ai-autonomous
---
${fill(edition.lede, values)}

## ${edition.whyTitle}

${fill(edition.why, values)}
`,
    [`${folder}/${STORY}.md`]: `---
title: ${quote(story.title)}
short: ${quote(story.short)}
topic: ${TOPIC}
source:
  - publisher: ${SOURCE.id}
    title: ${quote(SPECIFICATION.title)}
    url: ${quote(SPECIFICATION.url)}
    kind: primary
    language: en
ai: ai-autonomous
---
${fill(story.summary, values)}

## ${story.analysisTitle}

${fill(story.analysis, values)}
`,
  };
}

/** The content folder of a new publication, by paths within it; without a dateline it has no edition. */
export function writeContent(plan: Plan, dateline: Dateline | undefined): Files {
  const texts = SAMPLE_TEXTS[wordsOf(plan.language)];
  const { topic, role } = texts;
  return {
    "site.yaml": writeSite(plan, texts),
    "topics.yaml": `# What stories are about: an id, and what readers see.
${TOPIC}: { name: ${quote(topic.name)}, description: ${quote(topic.description)} }
`,
    "publishers.yaml": `# Who is cited: an id, and what readers see.
${SOURCE.id}: { name: ${quote(SOURCE.name)}, url: ${quote(SOURCE.url)}, kind: primary }
`,
    "people.yaml": `# Who writes, reviews and answers for the publication.
${editorOf(plan)}: { name: ${quote(plan.editor)}, role: ${quote(role)} }
`,
    "affiliates.yaml": "# Programmes by which a link may be paid. There are none.\n",
    ...writePages(plan, texts),
    ...(dateline ? writeEdition(plan, texts, dateline) : {}),
  };
}
