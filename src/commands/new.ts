import {
  closeSync,
  constants,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { Archive } from "../pipeline/read/archive.ts";
import { readArchive } from "../pipeline/read/publication.ts";
import { type Dateline, editionFolder, editionIdentity } from "../content/dateline.ts";
import { isDay, skippedDay } from "../content/time/calendar.ts";
import { expectedAfter, expectedOn } from "../content/time/rhythm.ts";
import { bytesOf, openEditable } from "../content/edit/editable.ts";
import { addToRunningOrder } from "../content/edit/front-matter.ts";
import { describeTooLarge, MOST_TEXT } from "../content/files/size.ts";
import { isReservedSlug } from "../content/reserved-names.ts";
import { scaffoldEdition, scaffoldStory } from "../content/scaffold.ts";
import { slugOf } from "../content/words/slug.ts";
import { SLUG } from "../content/schema/fields.ts";
import type { Site } from "../content/site.ts";
import { httpsHint, httpsProblem } from "../content/links/web-address.ts";
import { answerAll, canAsk, type Question } from "./ask.ts";
import { clockOf, contentOption, createCommand, requireFolder, UsageError } from "./options.ts";

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
}>;

const WHEN = {
  date: { flag: "date", message: "On which day does the edition appear?" },
  slot: { flag: "slot", message: "In which slot?" },
} satisfies Record<string, Question>;

function checkDay(day: string, zone: string): string | undefined {
  return isDay(day) ? skippedDay(day, zone) : `“${day}” is no day; write it as 2026-03-04`;
}

function checkSlug(slug: string): string | undefined {
  if (!SLUG.test(slug)) return "a slug has lower-case letters, digits and hyphens only";
  return isReservedSlug(slug) ? `“${slug}” is a name that the site keeps for itself` : undefined;
}

function checkUrl(url: string): string | undefined {
  const problem = httpsProblem(url);
  return problem === undefined ? undefined : `“${url}” ${problem}; ${httpsHint(url)}`;
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

/** Writes a file that must not exist yet: a scaffold never replaces anybody's text, nor writes where a link leads. */
function writeNew(path: string, text: string): void {
  if (lstatSync(path, { throwIfNoEntry: false })) throw new UsageError(`${path} exists already; nothing was written`);
  writeFileSync(path, text, { flag: "wx" });
  process.stdout.write(`wrote ${path}\n`);
}

/** Makes the folder of an edition. Links are not followed: what lies behind one is no content, and may be anybody's. */
function makeFolder(content: string, dateline: Dateline): string {
  let folder = content;
  for (const name of editionFolder(dateline).split("/")) {
    folder = join(folder, name);
    const entry = lstatSync(folder, { throwIfNoEntry: false });
    if (entry && !entry.isDirectory())
      throw new UsageError(
        `${folder} is not a folder but ${entry.isSymbolicLink() ? "a symbolic link" : "a file"}; nothing was written`,
      );
    if (!entry) mkdirSync(folder);
  }
  return folder;
}

/** Whether there is an edition.md to which a story can be added. Throws where something stands there that is no text of this name alone. */
function hasEdition(path: string): boolean {
  const entry = lstatSync(path, { throwIfNoEntry: false });
  if (!entry) return false;
  if (!entry.isFile() || entry.nlink > 1)
    throw new UsageError(`${path} is a link or no file, to which no story can be added; nothing was written`);
  if (entry.size > MOST_TEXT)
    throw new UsageError(`${path}: ${describeTooLarge(entry.size, MOST_TEXT).message}; nothing was written`);
  return true;
}

/** Replaces the text of a file, unless it has become a link meanwhile; Windows has no flag for that. */
function replaceText(path: string, text: Uint8Array): void {
  const {
    O_WRONLY,
    O_TRUNC,
    O_NOFOLLOW = 0,
  } = constants as Partial<typeof constants> & Pick<typeof constants, "O_WRONLY" | "O_TRUNC">;
  const file = openSync(path, O_WRONLY | O_TRUNC | O_NOFOLLOW);
  try {
    writeFileSync(file, text);
  } finally {
    closeSync(file);
  }
}

async function newEdition({ site, editions }: Archive, flags: Flags): Promise<void> {
  const taken = new Set(editions.map(({ placed }) => placed.identity));
  const { date, slot } = await answerAll(whenQuestions(site, taken), flags);
  const folder = makeFolder(flags.content, { date, slot });
  const slugs = readdirSync(folder).filter((name) => name.endsWith(".md") && name !== "edition.md");
  writeNew(join(folder, "edition.md"), scaffoldEdition(slugs.map((name) => name.slice(0, -3)).sort()));
}

async function newStory({ site }: Archive, flags: Flags): Promise<void> {
  const topics = Object.keys(site.vocabularies.topics);
  const questions = {
    ...whenQuestions(site, new Set()),
    title: { flag: "title", message: "What is the headline?" },
    slug: ({ title = "" }: Readonly<Partial<Record<string, string>>>) => ({
      flag: "slug",
      message: "What is its name in the address?",
      initial: slugOf(title, site.publication.language) || undefined,
      check: checkSlug,
    }),
    topic: { flag: "topic", message: "Which topic?", choices: topics },
    publisher: { flag: "publisher", message: "Who is the source?", choices: Object.keys(site.vocabularies.publishers) },
    sourceTitle: { flag: "source-title", message: "What is the source’s title?" },
    url: { flag: "url", message: "Where does the source stand?", placeholder: "https://…", check: checkUrl },
  };
  const answers = await answerAll(questions, flags);
  const folder = makeFolder(flags.content, answers);
  const edition = join(folder, "edition.md");
  const isThere = hasEdition(edition);
  writeNew(join(folder, `${answers.slug}.md`), scaffoldStory({ ...answers, topics }));
  if (!isThere) {
    writeNew(edition, scaffoldEdition([answers.slug]));
    return;
  }
  const bytes = readFileSync(edition);
  const text = openEditable(edition, bytes);
  const changed = text && addToRunningOrder(text, answers.slug);
  if (!changed || changed === text) return;
  replaceText(edition, bytesOf(changed, bytes));
  process.stdout.write(`added “${answers.slug}” to the running order in ${edition}\n`);
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
