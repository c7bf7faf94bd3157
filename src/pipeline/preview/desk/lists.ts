import { editionIdentity } from "../../../content/dateline.ts";
import type { Vocabulary } from "../../../content/schema/form.ts";
import { FORMS } from "../../../content/schema/forms.ts";
import type { Site } from "../../../content/site.ts";
import { dayOf, formatLocal } from "../../../content/time/calendar.ts";
import { type Expected, proposeDateline } from "../../../content/time/rhythm.ts";
import { messagesOf } from "../../../locales/messages.ts";
import type { Calls, Choice, Setup } from "../../../views/desk/calls.ts";
import { type Rundown, viewRundown } from "../../../views/desk/rundown.ts";
import { viewDay } from "../../../views/parts/time.ts";
import { matcherOf } from "../../../views/desk/search.ts";
import { nameEdition } from "../../../views/desk/when.ts";
import { dueAt } from "../../pulse/pulse.ts";
import type { Archive } from "../../read/archive.ts";
import type { DeskContext } from "./context.ts";
import { countLetters } from "./letters.ts";

/** So many editions at once, and so many stories of those that were found. */
const MOST_EDITIONS = 20;
const MOST_STORIES = 30;

function byName(entries: Readonly<Record<string, { readonly name: string }>>): Choice[] {
  const choices = Object.entries(entries).map(([id, { name }]) => ({ id, name }));
  return choices.sort((a, b) => a.name.localeCompare(b.name, "en") || (a.id < b.id ? -1 : 1));
}

function listVocabularies({ vocabularies }: Site): Record<Vocabulary, Choice[]> {
  const { topics, publishers, people, affiliates } = vocabularies;
  return {
    topics: byName(topics),
    publishers: byName(publishers),
    people: byName(people),
    affiliates: byName(affiliates),
  };
}

/** The first edition to come that is not there yet; where the calendar expects none, one of today. */
function nextEdition({ site, placed }: Archive, now: number): Setup["next"] {
  const { slots, zone } = site.publication;
  const taken = new Set(placed.map(({ identity }) => identity));
  return proposeDateline(site, now, taken) ?? { date: dayOf(now, zone), slot: slots[0]?.id ?? "" };
}

/** What the page needs to know of the publication. */
export async function describeSetup(context: DeskContext): Promise<Setup> {
  const { read, clock } = context;
  const { archive } = await read();
  const { site } = archive;
  const { name, base, slots, zone, ai } = site.publication;
  const now = clock();
  const next = nextEdition(archive, now);
  const { gone } = messagesOf(site.publication);
  const letters = await countLetters(context);
  return {
    paper: name,
    base,
    slots,
    next,
    nextInWords: nameEdition(site.publication, next),
    now: formatLocal(now, zone),
    ai,
    forms: FORMS,
    lists: listVocabularies(site),
    ...(letters !== undefined && { letters }),
    takenBack: {
      story: gone.story,
      edition: gone.edition,
      since: gone.since({ day: viewDay(site.publication, now, "day").text }),
    },
  };
}

/** The latest edition that should be out by now; undefined where it was taken back. */
function findDue({ site, placed, get }: Archive, now: number): Expected | undefined {
  const due = dueAt(
    site,
    now,
    0,
    placed.map(({ dateline }) => dateline),
  );
  const identity = due && editionIdentity(due.dateline);
  const isGone = identity !== undefined && placed.some((own) => own.identity === identity) && !get(identity);
  return isGone ? undefined : due;
}

/** The newest editions with their stories. */
export async function listRundown(
  asked: Calls["rundown"]["ask"],
  { read, clock, problems }: DeskContext,
): Promise<Rundown> {
  const { archive } = await read();
  const { site, editions } = archive;
  const { topics, people } = site.vocabularies;
  const now = clock();
  const setting = {
    label: site.label,
    now,
    zone: site.publication.zone,
    due: findDue(archive, now),
    topics,
    people,
    gone: site.gone,
    problems: problems(),
  };
  const outlines = editions.map((edition) => edition.outline());
  return viewRundown(outlines, setting, { ...asked, most: MOST_EDITIONS });
}

/** The newest stories in whose headline or identity all words stand. */
export async function findStories({ search }: Calls["stories"]["ask"], { read }: DeskContext): Promise<Choice[]> {
  const { editions } = (await read()).archive;
  const matches = matcherOf(search) ?? (() => true);
  const found: Choice[] = [];
  for (const edition of [...editions].reverse()) {
    if (found.length >= MOST_STORIES) break;
    for (const { identity, title } of edition.outline().stories) {
      if (matches(`${title}\n${identity}`)) found.push({ id: identity, name: title });
    }
  }
  return found.slice(0, MOST_STORIES);
}
