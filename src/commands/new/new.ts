import type { Archive } from "../../pipeline/read/archive.ts";
import { createEdition, createStory } from "../../pipeline/desk/create.ts";
import { readArchive } from "../../pipeline/read/publication.ts";
import { checkCited, checkSourceTitle } from "../../content/edit/answers.ts";
import { answerAll, canAsk } from "../ask.ts";
import { NEW_PUBLISHER, planEntry, planPublisher, publisherQuestion } from "./new-publisher.ts";
import { storyQuestions, whenQuestions } from "./questions.ts";
import { tellMade } from "./tell-made.ts";
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

async function newEdition({ site, editions }: Archive, flags: Flags): Promise<void> {
  const taken = new Set(editions.map(({ placed }) => placed.identity));
  const dateline = await answerAll(whenQuestions(site, taken), flags);
  tellMade(flags.content, await createEdition(flags.content, site, dateline));
}

async function newStory({ site }: Archive, flags: Flags): Promise<void> {
  const questions = {
    ...storyQuestions(site, flags.content),
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
