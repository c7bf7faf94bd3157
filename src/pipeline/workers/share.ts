import { type Diagnostic, isFailure } from "../../content/problems/diagnostic.ts";
import type { PlacedEdition } from "../../content/time/schedule.ts";
import type { Page } from "../../views/page.ts";
import type { Shell } from "../../views/shell.ts";
import { startCards } from "../print/cards/cards.ts";
import { listEditions, listFeeds, listOlder, listParts } from "../pages/list-pages.ts";
import { makeEditions } from "../pages/make-editions.ts";
import { createPageMaker, type KnownPages, type PageMaker } from "../pages/make-pages.ts";
import { createPrint } from "../print/print.ts";
import { openPictures } from "../pictures/pictures.ts";
import { startPictures } from "../print/pictures.ts";
import { startRecordings } from "../print/recordings.ts";
import type { PrintViews } from "../print/views.ts";
import type { Archive } from "../read/archive.ts";
import type { EditionText } from "../read/edition-text.ts";
import type { ReadOptions } from "../read/read-options.ts";
import type { Secret } from "../read/secrets.ts";
import { createIndexPrinter, type IndexPrinter } from "../print/search/print-index.ts";
import type { Stage } from "../output/stage.ts";
import { superviseArchive } from "../verify/supervise.ts";
import type { Verifier } from "../verify/verify.ts";
import { openShare, type OpenOptions } from "../read/open-share.ts";

/** What a thread must know of the whole before it can make a page. */
export interface Surroundings {
  readonly shell: Shell;
  readonly secrets: readonly Secret[];
}

/** How threads that share the editions of a publication tell each other what they must know. */
export interface Exchange {
  /** Tells where the thread's own editions stand, and gives where all others do. */
  place(own: readonly PlacedEdition[]): Promise<readonly PlacedEdition[]>;
  /** What stands around all pages and what is hidden. */
  surround(archive: Archive): Promise<Surroundings>;
}

export interface ShareOptions extends ReadOptions, OpenOptions {
  /** Whether warnings keep a site from being made, too. */
  readonly strict: boolean;
  /** What the last build knew. */
  readonly known: KnownPages;
  readonly stage: Stage;
  readonly exchange: Exchange;
  /** What prints the views for templates; asked for once the texts have been opened. */
  readonly startViews: () => Promise<PrintViews>;
  readonly onPages: (count: number) => void;
  /** Gives the next page that somebody waits for, if there is one; nobody waits without it. */
  readonly findAsked?: (archive: Archive, shell: Shell) => Promise<Page | undefined>;
}

/** A thread's share of a site as it was made. */
export interface Share {
  readonly archive: Archive;
  readonly maker: PageMaker;
  readonly verifier: Verifier;
  readonly index: IndexPrinter;
  /** Settles when those parts of the search index are there that hold texts of this share alone. */
  readonly packed: Promise<unknown>;
  readonly shell: Shell;
  /** Whether something is wrong that keeps the site from being made. */
  readonly isBroken: boolean;
}

/** Whether a problem keeps a site from being made. */
export function keepsBack(found: Diagnostic, { preview, strict }: Pick<ShareOptions, "preview" | "strict">): boolean {
  return !preview && isFailure(found, strict);
}

/** Reads and checks the editions of a share and makes their pages: what every thread of a build does. */
export async function makeShare(options: ShareOptions): Promise<Share> {
  const { content, preview, isOwn, exchange, stage, known, onPages } = options;
  const pictures = openPictures();
  const [archive, views] = await Promise.all([
    openShare(options, (placed) => exchange.place(placed), pictures),
    options.startViews(),
  ]);
  const { shell, secrets } = await exchange.surround(archive);
  const verifier = superviseArchive(archive, secrets);
  const index = createIndexPrinter(archive.setting.publication.language);
  const { cards: version } = shell.assets;
  const cards =
    version === undefined ? () => Promise.resolve([]) : startCards(version, archive.setting.publication.palette);
  const print = createPrint({
    views,
    pictures: startPictures(content, preview, pictures),
    recordings: startRecordings(content),
    cards,
    index,
  });
  const maker = createPageMaker({
    common: { setting: archive.setting, shell },
    site: archive.site,
    textOf: (identity) => archive.get(identity) as EditionText,
    print,
    verifier,
    stage,
    known,
    onPages,
    asked: () => options.findAsked?.(archive, shell) ?? Promise.resolve(undefined),
  });
  // Once something is wrong nothing more is printed, and all that is left is to find the rest of it.
  let isBroken = archive.diagnostics.some((found) => keepsBack(found, options));
  const isWrong = (edition: EditionText | undefined) =>
    (isBroken ||= edition?.diagnostics().some((found) => keepsBack(found, options)) ?? false);
  const own = new Set(archive.editions.flatMap(({ placed }) => (isOwn(placed) ? placed.identity : [])));
  const { packed } = await makeEditions(maker, {
    editions: listEditions(archive, ({ placed }) => isOwn(placed)),
    parts: shell.extras.search ? listParts(archive) : [],
    older: listOlder(archive),
    wanted: listFeeds(archive),
    isBroken: ({ texts: [text] }) => isWrong(archive.get(text?.edition ?? "")),
    isOwn: (identity) => own.has(identity),
  }).catch(async (error: unknown) => {
    await index.end();
    throw error;
  });
  return { archive, maker, verifier, index, packed, shell, isBroken: isBroken || maker.failures.length > 0 };
}
