import { join } from "node:path";
import type { Archive } from "../../pipeline/read/archive.ts";
import { type Created, createEdition, createStory } from "../../pipeline/desk/create.ts";
import type { Refused } from "../../pipeline/desk/refused.ts";
import { readArchive } from "../../pipeline/read/publication.ts";
import { type Dateline, editionIdentity } from "../../content/dateline.ts";
import { isDay, skippedDay } from "../../content/time/calendar.ts";
import { expectedAfter, expectedOn } from "../../content/time/rhythm.ts";
import { slugOf } from "../../content/words/slug.ts";
import type { Site } from "../../content/site.ts";
import { checkCited, checkSlug, checkSourceTitle, checkTitle } from "../../content/edit/answers.ts";
import { answerAll, canAsk, type Question } from "../ask.ts";
import { NEW_PUBLISHER, planEntry, planPublisher, publisherQuestion } from "./new-publisher.ts";
import { clockOf, contentOption, createCommand, requireFolder, UsageError } from "../options.ts";

type Flags = Readonly<{
  content: string;
  date?: string;
  slot?: string;
  title?: string;
  slug?: string;
  topic?: string;
  publisher?: string;
  sourceTitle?: string;
  url?: string;
  newPublisher?: string;
  publisherUrl?: string;
}>;

const WHEN = {
  date: { flag: "date", message: "On which day does the edition appear?" },
  slot: { flag: "slot", message: "In which slot?" },
} satisfies Record<string, Question>;

function checkDay(day: string, zone: string): string | undefined {
  return isDay(day) ? skippedDay(day, zone) : `“${day}” is no day; write it as 2026-03-04`;
}

/** The dateline to propose: the next one that is expected, and is not `taken`; undefined where none is. */
function proposeDateline(site: Site, taken: ReadonlySet<string>): Dateline | undefined {
  for (const { dateline } of expectedAfter(site, clockOf(undefined)))
    if (!taken.has(editionIdentity(dateline))) return dateline;
  return undefined;
}

/** The slot to propose for a day. Where several are expected, only a person who sees the proposal is given one. */
function proposeSlot(site: Site, date: string, proposed: Dateline | undefined): string | undefined {
  const expected = isDay(date) ? expectedOn(site, date).map(({ slot }) => slot.id) : [];
  if (expected.length === 1) return expected[0];
  return canAsk() && proposed?.date === date ? proposed.slot : undefined;
}

/** Asks for a dateline; `taken` are the identities of editions that are not proposed. */
function whenQuestions(site: Site, taken: ReadonlySet<string>) {
  const { zone, slots } = site.publication;
  const proposed = proposeDateline(site, taken);
  return {
    date: { ...WHEN.date, check: (day: string) => checkDay(day, zone), initial: proposed?.date },
    slot: ({ date = "" }: Readonly<Partial<Record<string, string>>>) => ({
      ...WHEN.slot,
      choices: slots.map(({ id }) => id),
      initial: slots.length === 1 ? slots[0]?.id : proposeSlot(site, date, proposed),
    }),
  };
}

/** What was made, in lines. Throws a UsageError with the reason where nothing was. */
function tellMade(content: string, made: Created | Refused, slug?: string): void {
  if ("refused" in made) throw new UsageError(made.refused);
  process.stdout.write(`wrote ${join(content, made.name)}\n`);
  for (const name of made.changed)
    process.stdout.write(
      made.isEditionNew
        ? `wrote ${join(content, name)}\n`
        : `added “${slug ?? ""}” to the running order in ${join(content, name)}\n`,
    );
}

async function newEdition({ site, editions }: Archive, flags: Flags): Promise<void> {
  const taken = new Set(editions.map(({ placed }) => placed.identity));
  const dateline = await answerAll(whenQuestions(site, taken), flags);
  tellMade(flags.content, await createEdition(flags.content, site, dateline));
}

async function newStory({ site }: Archive, flags: Flags): Promise<void> {
  const topics = Object.keys(site.vocabularies.topics);
  const questions = {
    ...whenQuestions(site, new Set()),
    title: { flag: "title", message: "What is the headline?", check: checkTitle },
    slug: ({ title = "" }: Readonly<Partial<Record<string, string>>>) => ({
      flag: "slug",
      message: "What is its name in the address?",
      initial: slugOf(title, site.publication.language) || undefined,
      check: checkSlug,
    }),
    topic: { flag: "topic", message: "Which topic?", choices: topics },
    sourceTitle: { flag: "source-title", message: "What is the source’s title?", check: checkSourceTitle },
    url: {
      flag: "url",
      message: "Where does the source stand?",
      placeholder: "https://…",
      check: (url: string) => checkCited(url, site),
    },
  };
  const answers = await answerAll(
    { ...questions, publisher: publisherQuestion(site) },
    flags.newPublisher === undefined ? flags : { ...flags, publisher: NEW_PUBLISHER },
  );
  const added = answers.publisher === NEW_PUBLISHER ? await planPublisher(site, flags) : undefined;
  const publisher = added?.id ?? answers.publisher;
  const { date, slot, title, slug, topic, url } = answers;
  const addIt = added && planEntry(flags.content, added);
  const { vocabularies } = site;
  const known = added
    ? { ...site, vocabularies: { ...vocabularies, publishers: { ...vocabularies.publishers, [added.id]: added } } }
    : site;
  const sources = [{ publisher, title: answers.sourceTitle, url }];
  const story = { dateline: { date, slot }, title, slug, topic, sources };
  tellMade(flags.content, await createStory(flags.content, known, story), slug);
  await addIt?.();
}

export const create = createCommand("new", "scaffold an edition or a story as a draft; asks what the flags leave out")
  .argument("[kind]", "edition or story")
  .addOption(contentOption())
  .option("--date <day>", "the edition’s day, as 2026-03-04")
  .option("--slot <slot>", "the edition’s slot")
  .option("--title <text>", "the story’s headline")
  .option("--slug <name>", "the story’s name in the address (else made from the title)")
  .option("--topic <id>", "the story’s topic")
  .option("--publisher <id>", "the publisher of the story’s first source")
  .option("--new-publisher <name>", "the name of a publisher to be added to publishers.yaml (its id is made from that)")
  .option("--publisher-url <address>", "that publisher’s site")
  .option("--source-title <text>", "that source’s title")
  .option("--url <address>", "that source’s address")
  .action(async (kind: string | undefined, flags: Flags) => {
    const archive = await readArchive({
      content: requireFolder(flags.content),
      now: clockOf(undefined),
      preview: false,
    });
    const question = { flag: "kind", message: "What shall it be?", choices: ["story", "edition"] };
    if (kind === undefined && !canAsk()) throw new UsageError("say what to write: “new story” or “new edition”");
    const answers = await answerAll({ kind: question }, kind === undefined ? {} : { kind });
    await (answers.kind === "edition" ? newEdition : newStory)(archive, flags);
  });
