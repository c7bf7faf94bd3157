import { inventBody } from "./body.ts";
import { type Dateline, datelineOf, shiftDay, STORIES_AN_EDITION } from "./dateline.ts";
import { headline, paragraph, phrase, sentence } from "./prose.ts";
import { createRandom, mixSeeds, type Random } from "./random.ts";
import { PEOPLE, PROGRAMMES, type Publisher, PUBLISHER_LIST, TOPIC_LIST } from "./vocabulary.ts";
import { ADJECTIVES, NOUNS, VERBS } from "./words.ts";

/** Which publication: the same seed and number of stories give the same files. */
export interface Plan {
  readonly seed: number;
  /** A multiple of four. */
  readonly stories: number;
  /** Half days from one edition to the next, an odd number; 1 when left out, which is two editions a day. */
  readonly pace?: number;
}

export interface Citation {
  readonly publisher: string;
  readonly title: string;
  readonly url: string;
  readonly published?: string;
  readonly kind: "primary" | "reporting" | "analysis" | "vendor";
}

/** A story with what its file says; its links are `story:` and `affiliate:` as the content format has them. */
export interface InventedStory {
  readonly edition: number;
  readonly slug: string;
  readonly title: string;
  readonly short: string | undefined;
  readonly topic: string;
  readonly tags: readonly string[];
  readonly sources: readonly Citation[];
  readonly affiliate: boolean;
  readonly byline: string | undefined;
  readonly follows: string | undefined;
  readonly whatsNew: string | undefined;
  readonly corrections: readonly { readonly at: string; readonly kind: "correction"; readonly text: string }[];
  readonly body: string;
}

export interface InventedEdition {
  readonly number: number;
  readonly dateline: Dateline;
  readonly stories: readonly InventedStory[];
  readonly body: string;
}

/** The place in an edition of the one story that others link to and follow; the others may be deleted. */
const LINKED = 0;

function slugOf({ seed }: Plan, edition: number, position: number): string {
  const random = createRandom(mixSeeds(seed, edition, position, 1));
  return `${random.pick(ADJECTIVES)}-${random.pick(NOUNS)}-${random.pick(VERBS)}-${position + 1}`;
}

/** The number of a plan's oldest edition. */
export function oldestEdition({ stories }: Plan): number {
  return 1 - stories / STORIES_AN_EDITION;
}

function identityOf(plan: Plan, edition: number): string {
  return `${datelineOf(edition, plan.pace).identity}/${slugOf(plan, edition, LINKED)}`;
}

/** Identities of up to three older stories. */
function pickOlder(plan: Plan, edition: number, random: Random): string[] {
  const behind = edition - oldestEdition(plan);
  if (behind <= 0) return [];
  const picked = Array.from({ length: 3 }, () => edition - 1 - random.below(Math.min(behind, 60)));
  return [...new Set(picked)].map((other) => identityOf(plan, other));
}

/** Whether a story is a long one, as every tenth is. */
function isLong(edition: number, position: number): boolean {
  // Older editions have negative numbers, and so would the remainder.
  return (((edition * STORIES_AN_EDITION + position) % 10) + 10) % 10 === 7;
}

function cite(random: Random, { id, url, kind }: Publisher, date: string, index: number): Citation {
  const title = headline(random);
  return {
    publisher: id,
    title,
    url: `${url}${date.slice(0, 4)}/${random.pick(NOUNS)}-${random.below(90_000) + 10_000}-${index}`,
    ...(random.once(2) && { published: shiftDay(date, -random.below(9)) }),
    kind: kind === "press" ? "reporting" : kind,
  };
}

function inventStory(plan: Plan, edition: number, position: number): InventedStory {
  const random = createRandom(mixSeeds(plan.seed, edition, position, 2));
  const { date } = datelineOf(edition, plan.pace);
  const publishers = [...new Set(Array.from({ length: 2 + random.below(2) }, () => random.pick(PUBLISHER_LIST)))];
  const older = pickOlder(plan, edition, random);
  const affiliate = random.once(10);
  const [follows] = random.once(20) ? older : [];
  const topic = random.pick(TOPIC_LIST).id;
  const programme = `${random.pick(Object.keys(PROGRAMMES))}/${random.pick(NOUNS)}-${random.below(900)}`;
  return {
    edition,
    slug: slugOf(plan, edition, position),
    title: headline(random),
    short: random.once(4) ? undefined : phrase(random),
    topic,
    tags: [...new Set([random.pick(NOUNS), random.pick(NOUNS)])],
    sources: publishers.map((publisher, index) => cite(random, publisher, date, index)),
    affiliate,
    byline: random.once(3) ? random.pick(Object.keys(PEOPLE)) : undefined,
    follows,
    whatsNew: follows === undefined ? undefined : sentence(random).replaceAll("*", ""),
    corrections: random.once(50)
      ? [{ at: `${shiftDay(date, 1)}T09:15`, kind: "correction", text: `An earlier version named ${phrase(random)}.` }]
      : [],
    body: inventBody(random, {
      stories: older,
      topic,
      publisher: publishers[0] ?? random.pick(PUBLISHER_LIST),
      programme: affiliate ? programme : undefined,
      long: isLong(edition, position),
    }),
  };
}

/** An edition by its number; those after 0 are what a run adds. */
export function inventEdition(plan: Plan, number: number): InventedEdition {
  const random = createRandom(mixSeeds(plan.seed, number, 3));
  return {
    number,
    dateline: datelineOf(number, plan.pace),
    stories: Array.from({ length: STORIES_AN_EDITION }, (_, position) => inventStory(plan, number, position)),
    body: [paragraph(random, 3), "## Why this matters", paragraph(random, 5), paragraph(random, 3)].join("\n\n"),
  };
}

/** Every edition of a publication, the oldest first, one at a time. */
export function* inventEditions(plan: Plan): Generator<InventedEdition> {
  for (let number = oldestEdition(plan); number <= 0; number++) yield inventEdition(plan, number);
}
