import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Dateline, editionFolder } from "../../content/dateline.ts";
import { checkDay, checkSlug, checkTitle } from "../../content/edit/answers.ts";
import type { Site } from "../../content/site.ts";
import { isDay } from "../../content/time/calendar.ts";
import { expectedOn, proposeDateline } from "../../content/time/rhythm.ts";
import { slugOf } from "../../content/words/slug.ts";
import { canAsk, type Question } from "../ask.ts";
import { clockOf } from "../options.ts";

const WHEN = {
  date: { flag: "date", message: "On which day does the edition appear?" },
  slot: { flag: "slot", message: "In which slot?" },
} satisfies Record<string, Question>;

/** The slot to propose for a day. Where several are expected, only a person who sees the proposal is given one. */
function proposeSlot(site: Site, date: string, proposed: Dateline | undefined): string | undefined {
  const expected = isDay(date) ? expectedOn(site, date).map(({ slot }) => slot.id) : [];
  if (expected.length === 1) return expected[0];
  return canAsk() && proposed?.date === date ? proposed.slot : undefined;
}

/** Asks for a dateline; `taken` are the identities of editions that are not proposed. */
export function whenQuestions(site: Site, taken: ReadonlySet<string>) {
  const { zone, slots } = site.publication;
  const proposed = proposeDateline(site, clockOf(undefined), taken);
  return {
    date: { ...WHEN.date, check: (day: string) => checkDay(day, zone), initial: proposed?.date },
    slot: ({ date = "" }: Readonly<Partial<Record<string, string>>>) => ({
      ...WHEN.slot,
      choices: slots.map(({ id }) => id),
      initial: slots.length === 1 ? slots[0]?.id : proposeSlot(site, date, proposed),
    }),
  };
}

/** Tells of a story that stands there already, while another name can still be given. */
function findTaken(path: string): string | undefined {
  return existsSync(path) ? `${path} exists already` : undefined;
}

/** Asks for all of a new story but its sources. */
export function storyQuestions(site: Site, content: string) {
  return {
    ...whenQuestions(site, new Set()),
    title: { flag: "title", message: "What is the headline?", check: checkTitle },
    slug: ({ title = "", date = "", slot = "" }: Readonly<Partial<Record<string, string>>>) => ({
      flag: "slug",
      message: "What is its name in the address?",
      initial: slugOf(title, site.publication.language) || undefined,
      check: (slug: string) => checkSlug(slug) ?? findTaken(join(content, editionFolder({ date, slot }), `${slug}.md`)),
    }),
    topic: { flag: "topic", message: "Which topic?", choices: Object.keys(site.vocabularies.topics) },
  };
}
