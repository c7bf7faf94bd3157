import { fileAt } from "../content/addresses.ts";
import type { Edition } from "../content/edition.ts";
import type { EditionOutline } from "../content/outline.ts";
import type { Site } from "../content/site.ts";
import { findWays, type Ways } from "../views/edition-page.ts";
import { type FeedEntry, type Loaded, planTextFeeds, type TextRow, viewTextEntry } from "../views/feeds.ts";
import { groupBy } from "../views/list-pages.ts";
import { findOnward, keyOfRelated, type Onward, storyAt } from "../views/onward.ts";
import type { Shell } from "../views/shell.ts";
import { viewEditionPages, type Views } from "../views/views.ts";
import { type Placed, visibleOf } from "../views/visible.ts";
import type { Archive } from "./archive.ts";
import type { MakeCards } from "./cards/cards.ts";
import { digestOf } from "./digest.ts";
import type { MakePictures } from "./make-pictures.ts";
import type { Output } from "./output.ts";
import { leadsOf } from "./overview.ts";
import type { Print } from "./printer.ts";
import type { PagesRecord } from "./records.ts";
import type { Stage } from "./stage.ts";
import { findHeavy } from "./verify/budget.ts";
import type { Verifier } from "./verify/verify.ts";

/** What the parts of a build work with. */
export interface Workshop {
  readonly archive: Archive;
  readonly shell: Shell;
  readonly print: Print;
  readonly pictures: MakePictures;
  readonly cards: MakeCards;
  readonly verifier: Verifier;
  readonly stage: Stage;
  /** Told of each page that is done. */
  readonly onPages: (count: number) => void;
}

/** So many editions are printed at a time. */
const BATCH = 8;

/** The visible editions, oldest first, as their places in the archive. */
export function listVisible({ site, placed }: Archive): number[] {
  return placed.flatMap(({ status }, index) => (site.preview || status === "published" ? [index] : []));
}

/** An edition as far as readers may see it. */
export function loadVisible(archive: Archive, index: number): Loaded {
  const { site, edition } = archive.load(index);
  return { site, edition: visibleOf(site, [edition])[0] as Edition };
}

/** The texts that feeds need, by the identity of their edition: as many editions as there are may each have some. */
function listFeedRows(site: Site, listed: Archive["placed"]): Map<string, TextRow[]> {
  const rows = planTextFeeds(site, listed).flatMap((plan) => plan.rows as readonly TextRow[]);
  return groupBy(rows, ({ edition }) => edition);
}

/** An edition that is to be printed, by its place among the visible ones and in the archive. */
interface Job {
  readonly place: number;
  readonly index: number;
}

/** Prints the pages of those visible editions that are “mine”, or carries them over where they would be the same; returns what is known of each, by its place in the archive, and the entries that feeds need. */
export async function printEditions(
  workshop: Workshop,
  isMine: (index: number) => boolean,
  isBroken: (index: number) => boolean,
) {
  const { archive, shell, print, pictures, cards, verifier, stage, onPages } = workshop;
  const visible = listVisible(archive);
  const listed = visibleOf(
    archive.site,
    visible.map((index) => archive.placed[index] as Archive["placed"][number]),
  );
  const ways = findWays(listed);
  const seen = (place: number): EditionOutline => {
    const [outline] = visibleOf(archive.site, [archive.outlineAt(visible[place] as number)]);
    return outline as EditionOutline;
  };
  const outlineKey = (place: number | undefined): string =>
    place === undefined ? "" : archive.outlineKeyAt(visible[place] as number);
  const onward = findOnward(listed);
  const onwardOf = (identity: string): Onward<Placed> => {
    const { thread, related } = onward.get(identity) ?? { thread: undefined, related: [] };
    return { thread, related: related.flatMap((place) => storyAt(place, seen) ?? []) };
  };
  const onwardKey = ({ stories }: Archive["placed"][number]): string =>
    stories
      .map(({ identity }) => {
        const { thread, related } = onwardOf(identity);
        return JSON.stringify([thread, related.map(({ story }) => keyOfRelated(story))]);
      })
      .join("\n");
  const shellKey = digestOf(JSON.stringify(shell));
  const common = leadsOf(shell, archive.site.publication);
  const keyOf = ({ place, index }: Job): string =>
    digestOf(
      archive.keyAt(index),
      shellKey,
      ...Object.values(ways[place] as Ways).map(outlineKey),
      onwardKey(listed[place] as Archive["placed"][number]),
    );

  const feedRows = listFeedRows(archive.site, listed);
  // Made while the texts are at hand, for the feeds come last.
  const entries = new Map<string, FeedEntry>();
  const done = new Map<number, PagesRecord>();
  const finish = (job: Job, outputs: readonly Output[]): void => {
    const own = new Set(outputs.map(({ path }) => path));
    const led = outputs.flatMap(({ path }) => verifier.promisedBy(path)).map((address) => address.replace(/#.*/s, ""));
    const promised = [...new Set(led)].filter((path) => path !== "" && !common.has(path) && !own.has(fileAt(path)));
    const heavy = findHeavy(outputs, shell.assets.stylesheetSize);
    done.set(job.index, { key: keyOf(job), outputs: [...own], promised, heavy });
  };
  const printAll = async (jobs: readonly Job[]): Promise<void> => {
    if (jobs.length === 0) return;
    const editions: Edition[] = [];
    const shown: Site[] = [];
    const views: { editions: Views["editions"]; stories: Views["stories"] } = { editions: [], stories: [] };
    for (const { place, index } of jobs) {
      const loaded = loadVisible(archive, index);
      const { site, edition } = loaded;
      for (const row of feedRows.get(edition.identity) ?? [])
        entries.set(row.story ?? row.edition, viewTextEntry(loaded, row));
      const pages = viewEditionPages(site, edition, ways[place] as Ways, seen, onwardOf, shell);
      views.editions.push(...pages.editions);
      views.stories.push(...pages.stories);
      editions.push(edition);
      shown.push({ ...site, editions: [edition] });
    }
    const made = await Promise.all([
      print(views),
      ...shown.map(pictures),
      cards([...views.editions, ...views.stories]),
    ]);
    const outputs = made.flat();
    verifier.lookAtEditions(outputs, editions);
    stage.write(outputs);
    jobs.forEach((job, at) => {
      const { path } = editions[at] as Edition;
      finish(
        job,
        outputs.filter((output) => output.path.startsWith(path)),
      );
    });
    onPages(views.editions.length + views.stories.length);
  };

  let batch: Job[] = [];
  for (const [place, index] of visible.entries()) {
    if (!isMine(index) || isBroken(index)) continue;
    const last = archive.pagesAt(index);
    if (last && last.key === keyOf({ place, index })) {
      stage.carry(last.outputs);
      verifier.carryEdition(last.outputs, last.promised);
      done.set(index, last);
      onPages(last.outputs.filter((path) => path.endsWith(".html")).length);
      continue;
    }
    batch.push({ place, index });
    if (batch.length < BATCH) continue;
    await printAll(batch);
    batch = [];
  }
  await printAll(batch);
  return { records: done, entries };
}
