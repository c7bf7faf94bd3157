import { paragraph, phrase, sentence, capitalise } from "./prose.ts";
import type { Random } from "./random.ts";
import type { Publisher } from "./vocabulary.ts";

/** What a body may link to. */
export interface LinkTargets {
  /** Identities of older stories that no run will delete. */
  readonly stories: readonly string[];
  readonly publisher: Publisher;
  /** The story's own topic, whose page is always there. */
  readonly topic: string;
  /** What an `affiliate:` link says after its colon, in a story with paid links. */
  readonly programme: string | undefined;
}

/** How a body is to be. */
export interface BodyPlan extends LinkTargets {
  /** Some 2,000 words instead of some 700. */
  readonly long: boolean;
}

function link(random: Random, { stories, publisher, topic, programme }: LinkTargets, index: number): string {
  const words = phrase(random);
  const [identity] = stories.slice(index % Math.max(1, stories.length));
  if (index === 1 && programme !== undefined) return `[${words}](affiliate:${programme})`;
  if (index % 3 === 2) return `[${words}](/topics/${topic}/)`;
  if (index % 3 === 1 && identity !== undefined) return `[${words}](story:${identity})`;
  return `[${words}](${publisher.url}notes/${random.below(9000) + 1000})`;
}

/** A paragraph with a sentence that holds a link. */
function linked(random: Random, targets: LinkTargets, index: number, sentences: number): string {
  const reference = `${capitalise(phrase(random))} rests on ${link(random, targets, index)}, as far as anyone can tell.`;
  return `${paragraph(random, sentences - 1)} ${reference}`;
}

function bullets(random: Random, mark: (index: number) => string): string {
  return Array.from({ length: 4 }, (_, index) => `${mark(index)} ${capitalise(phrase(random))}`).join("\n");
}

function table(random: Random): string {
  const row = () => `| ${phrase(random)} | ${random.below(900) + 10} | ${random.below(900) + 10} |`;
  return ["| What | Before | After |", "| --- | ---: | ---: |", row(), row(), row(), row()].join("\n");
}

function code(random: Random): string {
  const lines = Array.from({ length: 5 }, (_, index) => `row_${index} = ${random.below(5000)} / ${index + 1}`);
  return ["```python", ...lines, "print(row_0 < row_1)", "```"].join("\n");
}

function quote(random: Random): string {
  return `> ${sentence(random)}\n> ${sentence(random)}`;
}

function subhead(random: Random): string {
  return `### ${capitalise(phrase(random))}`;
}

const LONG_PARTS = 7;

/** What a long story has more of: parts with a subhead and two paragraphs each. */
function moreParts(random: Random, targets: LinkTargets): string[] {
  return Array.from({ length: LONG_PARTS }, (_, part) => [
    subhead(random),
    linked(random, targets, 6 + part, 6),
    paragraph(random, 6),
    ...(part % 2 === 0 ? [bullets(random, () => "-")] : [quote(random)]),
  ]).flat();
}

/** The body of a story of 700 to 900 words, or of some 2,000: a summary, and an analysis under the one `##`. */
export function inventBody(random: Random, targets: BodyPlan): string {
  const note = random.once(4);
  return [
    linked(random, targets, 0, 4),
    linked(random, targets, 1, 4),
    `## ${capitalise(phrase(random))}`,
    linked(random, targets, 2, 5),
    `${paragraph(random, 5)}${note ? " It's noted.[^1]" : ""}`,
    bullets(random, () => "-"),
    subhead(random),
    linked(random, targets, 3, 6),
    ...(random.once(3) ? [table(random)] : []),
    quote(random),
    linked(random, targets, 4, 6),
    subhead(random),
    ...(random.once(4) ? [code(random)] : []),
    linked(random, targets, 5, 5),
    ...(random.once(2) ? [bullets(random, (index) => `${index + 1}.`)] : []),
    ...(targets.long ? moreParts(random, targets) : []),
    `${paragraph(random, 5)} Its \`${phrase(random).replaceAll(" ", "_")}\` stays.`,
    ...(note ? [`[^1]: ${sentence(random)}`] : []),
  ].join("\n\n");
}
