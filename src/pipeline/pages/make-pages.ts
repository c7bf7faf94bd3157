import { fileAt } from "../../content/addresses.ts";
import type { Diagnostic } from "../../content/problems/diagnostic.ts";
import { isEditionPage } from "../../views/pages/edition-pages.ts";
import { type Common, isLeading, type Page } from "../../views/page.ts";
import { createHeapGuard } from "../heap.ts";
import type { EditionText } from "../read/edition-text.ts";
import type { Output } from "../output/output.ts";
import type { Stage } from "../output/stage.ts";
import { findHeavy, type Labelled } from "../verify/budget.ts";
import type { Verifier } from "../verify/verify.ts";
import { createKeys } from "./keys.ts";
import { leadsOf } from "./leads.ts";
import { describeNotMade } from "./not-made.ts";
import type { KeptTexts, Origin, PageRecord } from "./page-record.ts";
import type { Print, Printed } from "../print/print.ts";
import { createTextShelf, type TextShelf } from "./text-shelf.ts";

/** What the last build knew of the pages that it made. */
export interface KnownPages {
  /** The record of the page at a path. */
  readonly recall: (path: string) => PageRecord | undefined;
  /** What the page at a path took of its texts. */
  readonly recallTexts: (path: string) => KeptTexts | undefined;
  /** Where the files of the page at a path lie, if not in the last site. */
  readonly originOf?: (path: string) => Origin | undefined;
}

/** With what pages are made. */
export interface Workshop {
  readonly common: Common;
  /** By which the content file is found that a page is made for. */
  readonly site: Labelled;
  /** An edition by its identity. */
  readonly textOf: (edition: string) => EditionText;
  readonly print: Print;
  readonly verifier: Verifier;
  readonly stage: Stage;
  readonly known: KnownPages;
  /** Told of each page of an edition's or story's own that is done. */
  readonly onPages: (count: number) => void;
  /** Gives the next page that somebody waits for, if there is one. */
  readonly asked: () => Promise<Page | undefined>;
}

/** How some pages are made. */
export interface MakePages {
  /** Pages to come: what they take of the texts that are read meanwhile is taken at once. */
  readonly wanted?: readonly Page[];
  /** Whether something is wrong, so that a page need not be made. */
  readonly isBroken?: (page: Page) => boolean;
  /** What the pages are listed from, where the program has said something of what is around them by itself. */
  readonly from?: unknown;
}

/** Makes pages, or carries them over from the last site. */
export interface PageMaker {
  /** Makes those of some pages that the last build made otherwise or not at all. */
  make(pages: Iterable<Page>, options?: MakePages): Promise<void>;
  /** Carries a page over without asking for its key, where it is known that it would be the same. */
  carry(path: string, record: PageRecord, leads: () => Iterable<string>): void;
  /** Makes the function that tells where pages lead that are carried over, by their paths. */
  indexLeads(pages: readonly Page[]): (path: string) => Iterable<string>;
  /** What is to be told of the pages that could not be made. */
  readonly failures: Diagnostic[];
  /** What is known of the pages so far, by path. */
  readonly records: Map<string, PageRecord>;
  /** What they took of their texts where that is kept, by the path of the page. */
  readonly texts: Map<string, KeptTexts>;
  /** What is at hand of texts that later pages show, by the name of the text. */
  readonly shelf: TextShelf;
}

/** So much is printed at a time: an edition's pages count for many. */
const BATCH = 128;
const EDITION = 16;

/** So many pages that cannot be made are told of; then it is the program that fails at all of them. */
const MOST_FAILURES = 25;

/** The paths to which the pages of an edition lead, but for their own and those to which every page does. */
function leadsFrom(outputs: readonly Output[], verifier: Verifier, common: ReadonlySet<string>): string[] {
  const own = new Set(outputs.map(({ path }) => path));
  const led = outputs.flatMap(({ path }) => verifier.promisedBy(path)).map((address) => address.replace(/#.*/s, ""));
  return [...new Set(led)].filter((path) => path !== "" && !common.has(path) && !own.has(fileAt(path)));
}

/** A page to be made, and its key where that was asked for. */
type Job = readonly [page: Page, key: string | undefined];

function countHtml(files: readonly string[]): number {
  return files.filter((path) => path.endsWith(".html")).length;
}

/** Makes the maker of a site's pages: the one loop through which everything goes that is written from content. */
export function createPageMaker(workshop: Workshop): PageMaker {
  const { common, textOf, verifier, stage, known, onPages, asked } = workshop;
  const { publication } = common.setting;
  const keyOf = createKeys(common, (edition) => textOf(edition).key());
  const records = new Map<string, PageRecord>();
  const texts = new Map<string, KeptTexts>();
  const shelf = createTextShelf(textOf);
  const failures: Diagnostic[] = [];
  const makeBatch = createBatchMaker(workshop, shelf, keyOf);
  const guardHeap = createHeapGuard();
  /** Of some pages that fail together, each is tried alone, so that the one is named whose fault it is. */
  const tryBatch = async (jobs: readonly Job[], from: unknown): Promise<Made[]> => {
    try {
      return await makeBatch(jobs, from);
    } catch (error) {
      const [[page] = []] = jobs;
      if (page && jobs.length === 1) failures.push(describeNotMade(error, page.path, workshop.site));
      const made: Made[] = [];
      if (jobs.length > 1) for (const job of jobs) made.push(...(await tryBatch([job], from)));
      return made;
    }
  };
  const carry = (path: string, record: PageRecord, leads: () => Iterable<string>): void => {
    const origin = known.originOf?.(path);
    const [first = ""] = record.files;
    records.set(path, record);
    stage.carry(record.files, origin?.folder);
    if (origin) verifier.adopt(record.files, new Map([[first, [...leads(), ...origin.anchors]]]), []);
    else verifier.carry(record.files, leads, record.leads !== undefined);
    if (record.leads !== undefined) onPages(countHtml(record.files));
  };
  /** What there is to do for a page; nothing where the last build made it of the same, and it is carried over. */
  const plan = (page: Page): Job | undefined => {
    const last = known.recall(page.path);
    // Nothing is known in a first build, and a key may need texts that are not read yet.
    const key = last && keyOf(page);
    if (!last || last.key !== key) return [page, key];
    carry(page.path, last, () => last.leads ?? leadsOf(page.around, publication));
    return undefined;
  };
  const makeJobs = async (jobs: readonly Job[], from: unknown): Promise<void> => {
    for (const { page, record, kept } of await tryBatch(jobs, from)) {
      records.set(page.path, record);
      if (kept) texts.set(page.path, kept);
      if (isEditionPage(page)) onPages(countHtml(record.files));
    }
  };
  const ahead = new Set<string>();
  const makeAsked = async (): Promise<void> => {
    for (let page = await asked(); page; page = await asked()) {
      if (ahead.has(page.path) || records.has(page.path)) continue;
      ahead.add(page.path);
      const job = plan(page);
      if (job) await makeJobs([job], undefined);
    }
  };
  const makeAll = async (jobs: readonly Job[], from: unknown): Promise<void> => {
    await makeAsked();
    await makeJobs(
      jobs.filter(([{ path }]) => !ahead.has(path)),
      from,
    );
  };
  return {
    failures,
    records,
    texts,
    shelf,
    carry,
    indexLeads(pages) {
      const byPath = new Map(pages.map((page) => [page.path, page]));
      return (path) => leadsOf(byPath.get(path)?.around ?? {}, publication);
    },
    async make(pages, { wanted = [], isBroken = () => false, from } = {}) {
      shelf.want(wanted);
      await makeAsked();
      let jobs: Job[] = [];
      let weight = 0;
      for (const page of pages) {
        guardHeap();
        if (ahead.has(page.path) || isBroken(page)) continue;
        const job = plan(page);
        if (!job) continue;
        jobs.push(job);
        weight += isEditionPage(page) ? EDITION : 1;
        if (weight < BATCH) continue;
        await makeAll(jobs, from);
        [jobs, weight] = [[], 0];
        if (failures.length >= MOST_FAILURES) return;
      }
      await makeAll(jobs, from);
    },
  };
}

/** A page as it was made. */
interface Made {
  readonly page: Page;
  readonly record: PageRecord;
  readonly kept: KeptTexts | undefined;
}

/** Makes the function that makes some pages at once: derives their views, has them printed and looked at, and writes them. */
function createBatchMaker(
  { common, textOf, print, verifier, stage, known }: Workshop,
  shelf: TextShelf,
  keyOf: (page: Page) => string,
): (jobs: readonly Job[], from: unknown) => Promise<Made[]> {
  const { publication } = common.setting;
  const everywhere = leadsOf(common.shell, publication);
  const look = (page: Page, outputs: readonly Output[], from: unknown): void => {
    const editionsOf = () => page.texts.map(({ edition }) => textOf(edition).load().edition);
    const given = () => [from ?? page.around, editionsOf()];
    if (isEditionPage(page)) verifier.lookAtEditions(outputs, editionsOf(), given);
    else verifier.look(outputs, given, isLeading(page.around) ? leadsOf(page.around.leadsTo, publication) : []);
  };
  const record = (page: Page, key: string, { outputs, facts }: Printed): PageRecord => {
    const heavy = findHeavy(outputs);
    return {
      key,
      files: outputs.map(({ path }) => path),
      ...(isEditionPage(page) && { leads: leadsFrom(outputs, verifier, everywhere) }),
      ...(Object.keys(heavy).length > 0 && { heavy }),
      ...(facts !== undefined && { facts }),
    };
  };
  return async (jobs, from) => {
    if (jobs.length === 0) return [];
    const taken = jobs.map(([page]) => shelf.take(page, () => known.recallTexts(page.path)));
    const printed = await print(
      jobs.map(([{ kind, path, around }], at) => kind.view({ ...common, path, around, texts: taken[at]?.texts ?? [] })),
    );
    await stage.open();
    return jobs.map(([page, key], at): Made => {
      const made = printed[at] ?? { outputs: [] };
      look(page, made.outputs, from);
      stage.write(made.outputs);
      return { page, record: record(page, key ?? keyOf(page), made), kept: taken[at]?.kept };
    });
  };
}
