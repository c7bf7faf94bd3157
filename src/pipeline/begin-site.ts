import type { KnownFolder } from "../content/files/files.ts";
import type { Folder } from "../content/files/folders.ts";
import type { Frame } from "../content/frame.ts";
import { type Extras, viewShell } from "../views/shell.ts";
import { prepareCards, versionOfCards } from "./print/cards/cards.ts";
import { digestOf } from "./digest.ts";
import type { Output, Places } from "./output/output.ts";
import { createPageFinder, type PageFinder } from "./pages/find-page.ts";
import { type PrintViews, startEleventy } from "./print/views.ts";
import { type OpenPublication, secretsIn } from "./read/archive.ts";
import { filesIn, placeFolders } from "./read/opened.ts";
import { openPublication } from "./read/publication.ts";
import type { ReadOptions } from "./read/read-options.ts";
import type { Stage } from "./output/stage.ts";
import { type Knowledge, NOTHING } from "./state/knowledge.ts";
import { bundleLook } from "./look/look.ts";
import { listOwnCopies, readOwn } from "./look/own.ts";
import { openPictures } from "./pictures/pictures.ts";
import type { CrewMember } from "./workers/crew.ts";
import type { WorkerOrder, WorkerResult } from "./workers/protocol.ts";
import { makeShare, type Share, type ShareOptions, type Surroundings } from "./workers/share.ts";
import { dealShares, type Shares } from "./workers/shares.ts";

export interface MakeOptions extends ReadOptions {
  /** Digests of the content folder's files, by path within. */
  readonly digests: ReadonlyMap<string, string>;
  /** What the last build found out about the content folder. */
  readonly known: KnownFolder;
  /** What the last build knew, if its site still stands, or what builds elsewhere knew with this setting. */
  readonly last: Knowledge | undefined | ((setting: string) => Knowledge);
  /** Whether an edition belongs to what is made; all do unless it is told. */
  readonly isIn?: (edition: Pick<Folder, "dateline">) => boolean;
  /** Whether warnings keep a site from being made, too. */
  readonly strict: boolean;
  readonly extras: Extras;
  readonly stage: Stage;
  /** Workers that each make a share, and the places of the stage to which they write. */
  readonly help?: { readonly crew: readonly CrewMember[]; readonly places: Places };
  /** Who looks at the site while it is made. */
  readonly viewer?: Viewer;
  /** Told of what was read, before any page is made of it. */
  readonly onRead?: (read: OpenPublication) => void;
  /** Prints views; without it, Eleventy is started for this site alone. */
  readonly views?: PrintViews;
  /** Called with the number of editions' and stories' pages that are done, and how many there will be. */
  readonly onPage: (done: number, all: number) => void;
}

/** Somebody who looks at a site while it is made. */
export interface Viewer {
  /** Told where the site begins at its host, once its pages can be asked for. */
  open(base: string): Promise<void>;
  /** Gives the file that is waited for next, if there is one; the one before is there now, or never will be. */
  next(): Promise<string | undefined>;
}

/** What was known when the site was made of this publication; nothing where what all editions have in common has changed. */
function recall(frame: Frame, given: MakeOptions["last"]): { setting: string; last: Knowledge } {
  const { publication, vocabularies, label } = frame.site;
  const setting = digestOf(JSON.stringify([label, publication, vocabularies.topics, vocabularies.affiliates]));
  const last = typeof given === "function" ? given(setting) : given;
  return { setting, last: last?.setting === setting ? last : NOTHING };
}

/** Whether the names in an edition's folder are those of the last build, and each file is as it was. */
function isSameFolder(folder: Folder, known: KnownFolder): boolean {
  const files = filesIn(folder);
  const path = files[0]?.path ?? "";
  const names = known.namesIn(path.slice(0, path.lastIndexOf("/") + 1));
  return names !== undefined && files.every((file) => known.isSame(file.path));
}

/** Takes what workers made. */
async function adopt(
  { archive, maker, verifier }: Share,
  shares: Pick<Shares<Surroundings, WorkerResult>, "results"> | undefined,
  stage: Stage,
): Promise<void> {
  for (const { texts, pages, excerpts, written, promised, faults, failures } of (await shares?.results()) ?? []) {
    for (const [identity, record] of texts) archive.get(identity)?.adopt(record);
    for (const [path, record] of pages) maker.records.set(path, record);
    for (const [name, excerpt] of excerpts) maker.shelf.excerpts.set(name, excerpt);
    stage.adopt(written);
    verifier.adopt(written, promised, faults);
    maker.failures.push(...failures);
  }
}

/** What the rest of a site is made with, once the pages of its editions are. */
export interface Rest extends Pick<MakeOptions, "extras" | "stage" | "preview" | "strict"> {
  readonly setting: string;
  readonly last: Knowledge;
  readonly look: readonly Output[];
}

/** Makes the function that finds the page for which a viewer waits; what none of them makes need not be waited for. */
function createAsking(viewer: Viewer, look: readonly Output[]): NonNullable<ShareOptions["findAsked"]> {
  let find: PageFinder | undefined;
  return async (archive, shell) => {
    find ??= createPageFinder(archive, shell, look);
    for (let file = await viewer.next(); file !== undefined; file = await viewer.next()) {
      const page = find(file);
      if (page) return page;
    }
    return undefined;
  };
}

/** Reads, checks and makes editions into a stage, and has `finish` do the rest: what the last build knew and is still so is carried over. */
export async function beginSite<T>(options: MakeOptions, finish: (share: Share, rest: Rest) => Promise<T>): Promise<T> {
  const { content, now, preview, strict, digests, known, extras, stage, help, viewer, onPage } = options;
  const { isIn = () => true } = options;
  const counted = { done: 0, all: 0 };
  const onPages = (count: number): void => {
    counted.done += count;
    onPage(counted.done, counted.all);
  };
  const { frame, ...own } = await readOwn(openPublication(options, known), openPictures());
  const { setting, last } = recall(frame, options.last);
  const order = { content, now, preview, strict, digests };
  const folders = frame.folders.filter(isIn);
  const shares =
    help &&
    dealShares<WorkerOrder, Surroundings, WorkerResult>(
      help.crew,
      folders,
      (editions) => ({ ...order, editions, places: help.places }),
      onPages,
    );
  const { palette } = frame.site.publication;
  const cards = extras.cards ? versionOfCards(prepareCards(), palette) : undefined;
  const { assets, files } = await bundleLook(frame.site, cards, own);
  const look = [...files, ...listOwnCopies(frame)];
  const share = await makeShare({
    ...order,
    addresses: options.addresses,
    frame,
    isOwn: (edition) => isIn(edition) && (shares?.isLeft(edition) ?? true),
    files: { digestOf: (path) => digests.get(`/${path}`) ?? "", isSame: (folder) => isSameFolder(folder, known) },
    records: last.texts,
    known: last,
    stage,
    startViews: () => Promise.resolve(options.views ?? startEleventy()),
    exchange: {
      async place() {
        const outside = frame.folders.filter((folder) => !isIn(folder));
        const others = placeFolders(frame.site, outside, now);
        return [...others, ...((await shares?.placed) ?? [])];
      },
      async surround(archive) {
        const { site, placed, visible } = archive;
        options.onRead?.({ frame, archive });
        const own = visible.filter(({ placed }) => isIn(placed));
        counted.all = own.reduce((sum, { placed }) => sum + 1 + placed.stories.length, 0);
        const surroundings = {
          shell: viewShell(site, assets, extras),
          secrets: preview ? [] : secretsIn(archive),
        };
        // Those that were taken back, too, of which nothing is made.
        await shares?.meet(
          placed.filter((edition) => shares.isLeft(edition)),
          surroundings,
        );
        await viewer?.open(site.publication.base);
        return surroundings;
      },
    },
    onPages,
    ...(viewer && { findAsked: createAsking(viewer, look) }),
  });
  try {
    await adopt(share, shares, stage);
    return await finish(share, { ...options, setting, last, look });
  } finally {
    await share.index.end();
    await Promise.allSettled([share.packed]);
  }
}
