import type { Instant } from "../content/calendar.ts";
import { type Diagnostic, isError } from "../content/diagnostic.ts";
import { UNKNOWN } from "../content/files.ts";
import type { PlacedEdition } from "../content/schedule.ts";
import type { FeedEntry } from "../views/feeds.ts";
import type { Shell } from "../views/shell.ts";
import { startCards } from "./cards/cards.ts";
import { startPictures } from "./make-pictures.ts";
import { openElsewhere, openFolders } from "./opened.ts";
import type { Places } from "./output.ts";
import { printEditions, type Workshop } from "./print-editions.ts";
import { startPrinter } from "./printer.ts";
import { gatherArchive, openPublication, superviseArchive } from "./publication.ts";
import type { EditionRecord, Secret } from "./records.ts";
import { createStage } from "./stage.ts";
import { isReadable } from "./state/inputs.ts";
import type { Fault } from "./verify/promise.ts";

/** What a second thread is asked to do: the editions of a share of a publication, of which nothing is known from before. */
export interface ShareOrder {
  readonly content: string;
  readonly now: Instant;
  readonly strict: boolean;
  readonly places: Places;
  /** Identities of the editions. */
  readonly editions: ReadonlySet<string>;
  /** Digests of the content folder's files, by path within. */
  readonly digests: Readonly<Record<string, string>>;
}

/** What it must be told once all front matter is read. */
export interface Surroundings {
  /** The editions that are not in the share. */
  readonly placed: readonly PlacedEdition[];
  readonly secrets: readonly Secret[];
  readonly shell: Shell;
}

/** What it made. */
export interface ShareResult {
  /** By the identity of the edition. */
  readonly records: ReadonlyMap<string, EditionRecord>;
  readonly entries: ReadonlyMap<string, FeedEntry>;
  readonly written: readonly string[];
  /** Every address that its pages lead to, by the first of them that does. */
  readonly promised: ReadonlyMap<string, readonly string[]>;
  readonly faults: readonly Fault[];
}

/** Which problems keep a site from being made. */
export function isFatal(diagnostic: Diagnostic, strict: boolean): boolean {
  return strict || isError(diagnostic);
}

/** Each address once, under the first file that leads there. */
function listPromised(paths: readonly string[], { promisedBy }: Pick<Workshop["verifier"], "promisedBy">) {
  const known = new Set<string>();
  const first = new Map<string, string[]>();
  for (const path of paths) {
    const fresh = promisedBy(path).filter((address) => !known.has(address));
    for (const address of fresh) known.add(address);
    if (fresh.length > 0) first.set(path, fresh);
  }
  return first;
}

/** Makes the editions of a share. `surround` is told what stands where in the share, and tells the rest. */
export async function makeShare(
  order: ShareOrder,
  surround: (placed: readonly PlacedEdition[]) => Promise<Surroundings>,
  onPages: (count: number) => void,
): Promise<ShareResult> {
  const { content, now, strict, places, editions, digests } = order;
  // Every file is left until it is needed: half of them never are.
  const frame = openPublication(content, now, false, {
    ...UNKNOWN,
    isSame: (path) => isReadable(digests[`/${path}`]),
  });
  const own = frame.folders.filter(({ identity }) => editions.has(identity));
  const others = frame.folders.filter(({ identity }) => !editions.has(identity));
  const opened = openFolders(frame.site, own, now, (path) => digests[`/${path}`] ?? "", new Map());
  const print = await startPrinter();
  const { placed, secrets, shell } = await surround(opened.map((edition) => edition.placed));
  const archive = await gatherArchive(frame, [...opened, ...openElsewhere(others, now, placed)]);
  const verifier = superviseArchive(archive, secrets);
  const stage = createStage(places, undefined);
  const isMine = (index: number) => editions.has(archive.placed[index]?.identity ?? "");
  let isBroken = false;
  const { records, entries } = await printEditions(
    {
      archive,
      shell,
      print,
      pictures: startPictures(content, false),
      cards: startCards(shell),
      verifier,
      stage,
      onPages,
    },
    isMine,
    (index) => (isBroken ||= archive.diagnosticsAt(index).some((found) => isFatal(found, strict))),
  );
  const written = stage.written();
  return {
    records: new Map(
      archive.placed.flatMap(({ identity }, index) =>
        isMine(index) ? [[identity, archive.recordAt(index, records.get(index))] as const] : [],
      ),
    ),
    entries,
    written,
    promised: listPromised(written, verifier),
    faults: verifier.faults(),
  };
}
