import { InvalidArgumentError } from "commander";
import type { Site } from "../../content/site.ts";
import { DAY } from "../../cache.mjs";
import { createStory } from "../../pipeline/desk/create.ts";
import { listFeeds } from "../../pipeline/gather/feeds.ts";
import { type Gathered, gatherFeeds } from "../../pipeline/gather/gather.ts";
import { composeInbox, type InboxEvent } from "../../pipeline/gather/inbox.ts";
import { isPublicAddress, lookUpAllowed } from "../../pipeline/gather/public-address.ts";
import { PRODUCT } from "../../pipeline/gather/robots.ts";
import { keepShelf, readShelf } from "../../pipeline/gather/shelf.ts";
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

/** In milliseconds, for each answer. */
const TIMEOUT = 15_000;

function parseDays(text: string): number {
  const days = Number(text);
  if (!(days > 0 && days <= 60)) throw new InvalidArgumentError("Give a number of days, up to 60.");
  return days;
}

async function visit(site: Site, now: Instant): Promise<Gathered[]> {
  const feeds = listFeeds(site.vocabularies);
  if (feeds.length === 0)
    throw new UsageError("no publisher in publishers.yaml has a feed: add a line “feed: https://…” to one");
  const shelf = readShelf();
  const net = { lookup: lookUpAllowed(isPublicAddress), timeout: TIMEOUT };
  const userAgent = `${PRODUCT} (+${site.publication.url}/)`;
  const gathered = await gatherFeeds(feeds, shelf, { net, now, userAgent, isAllowed: isPublicAddress });
  keepShelf(shelf, now);
  return gathered;
}

const NOTHING_MORE = "nothing more";

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
    tellMade(
      content,
      await createStory(content, site, { dateline: { date, slot }, title, slug, topic, sources }),
      slug,
    );
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
    const gathered = await visit(site, now);
    const items = gathered.flatMap(({ feed: { publisher }, entries }) =>
      entries.map((entry) => ({ ...entry, publisher })),
    );
    const told = editions.map((edition) => ({ outline: edition.outline(), trace: edition.trace() }));
    const events = composeInbox(items, told, { since: now - days * DAY, now });
    process.stdout.write(events.map((event, index) => printEvent(event, index + 1)).join(""));
    process.stderr.write(printFeeds(gathered));
    process.stdout.write(`${summariseInbox(events, gathered)}\n`);
    if (events.length > 0 && canAsk()) await pickEvents(events, site, content);
    process.exitCode = gathered.every(({ problem }) => problem !== undefined) ? 1 : 0;
  });
