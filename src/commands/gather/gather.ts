import { InvalidArgumentError } from "commander";
import { checkNews } from "../../content/edit/answers.ts";
import type { Site } from "../../content/site.ts";
import { createStory, type NewStory } from "../../pipeline/desk/create.ts";
import { listFeeds, NO_FEEDS } from "../../pipeline/gather/feeds.ts";
import type { InboxEvent } from "../../pipeline/gather/inbox.ts";
import { findEvents, visitFeeds } from "../../pipeline/gather/round.ts";
import { readArchive } from "../../pipeline/read/publication.ts";
import type { Instant } from "../../content/time/calendar.ts";
import { answerAll, canAsk } from "../ask.ts";
import { storyQuestions } from "../new/questions.ts";
import { tellMade } from "../new/tell-made.ts";
import { clockOf, contentOption, createCommand, nowOption, requireFolder, UsageError } from "../options.ts";
import { printEvent, printFeeds, summariseInbox } from "./print-inbox.ts";

interface GatherOptions {
  readonly content: string;
  readonly days: number;
  readonly now?: Instant;
}

function parseDays(text: string): number {
  const days = Number(text);
  if (!(days > 0 && days <= 60)) throw new InvalidArgumentError("Give a number of days, up to 60.");
  return days;
}

const NOTHING_MORE = "nothing more";

const CONTINUES = ["no", "yes"] as const;

/** Asks whether a story that is begun with an event continues the one which that is like, and with what. */
async function askForThread({ continues }: InboxEvent): Promise<Pick<NewStory, "follows" | "whatsNew">> {
  if (continues === undefined) return {};
  const question = { flag: "follows", message: `Does it continue ${continues}?`, choices: CONTINUES };
  if ((await answerAll({ follows: question }, {})).follows !== "yes") return {};
  const news = { flag: "whats-new", message: "What is new since?", check: checkNews };
  return { follows: continues, whatsNew: (await answerAll({ news }, {})).news };
}

/** Has events picked from the list, and makes each a draft with its sources and an empty body. */
async function pickEvents(events: readonly InboxEvent[], site: Site, content: string): Promise<void> {
  for (;;) {
    const choices = [NOTHING_MORE, ...events.map(({ items: [{ title }] }, index) => `${index + 1}. ${title}`)];
    const question = { flag: "pick", message: "What becomes a story?", choices };
    const { pick } = await answerAll({ pick: question }, {});
    const event = events[choices.indexOf(pick) - 1];
    if (!event) return;
    const { date, slot, title, slug, topic } = await answerAll(storyQuestions(site, content), {});
    const sources = event.items.map(({ publisher, title: headline, url }) => ({ publisher, title: headline, url }));
    const thread = await askForThread(event);
    const story = { dateline: { date, slot }, title, slug, topic, sources, ...thread };
    tellMade(content, await createStory(content, site, story), slug);
  }
}

export const gather = createCommand(
  "gather",
  "read the feeds of publishers.yaml, and list what they tell and no story cites yet",
)
  .addOption(contentOption())
  .addOption(nowOption())
  .option("--days <number>", "how far back", parseDays, 2)
  .action(async ({ content, days, now: given }: GatherOptions) => {
    const now = clockOf(given);
    const { site, editions } = await readArchive({ content: requireFolder(content), now, preview: true });
    if (listFeeds(site.vocabularies).length === 0) throw new UsageError(NO_FEEDS);
    const gathered = await visitFeeds(site, { now });
    const events = findEvents(gathered, editions, { days, now });
    process.stdout.write(events.map((event, index) => printEvent(event, index + 1)).join(""));
    process.stderr.write(printFeeds(gathered));
    process.stdout.write(`${summariseInbox(events, gathered)}\n`);
    if (events.length > 0 && canAsk()) await pickEvents(events, site, content);
    process.exitCode = gathered.every(({ problem }) => problem !== undefined) ? 1 : 0;
  });
