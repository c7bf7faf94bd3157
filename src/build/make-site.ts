import type { Instant } from "../content/calendar.ts";
import type { Diagnostic } from "../content/diagnostic.ts";
import { sortDiagnostics } from "../content/diagnostic-order.ts";
import type { KnownFolder } from "../content/files.ts";
import type { PlacedEdition } from "../content/schedule.ts";
import { checkWhole } from "../rules/rules.ts";
import { type Extras, viewShell } from "../views/shell.ts";
import type { Archive } from "./archive.ts";
import { startCards, versionOfCards } from "./cards/cards.ts";
import { digestOf } from "./digest.ts";
import { openElsewhere, openFolders } from "./opened.ts";
import type { Places } from "./output.ts";
import { startPictures } from "./make-pictures.ts";
import { listVisible, printEditions, type Workshop } from "./print-editions.ts";
import { printOverview } from "./print-overview.ts";
import { type Print, startPrinter } from "./printer.ts";
import { gatherArchive, openPublication, superviseArchive } from "./publication.ts";
import { type Span, spanOf } from "./records.ts";
import type { SecondThread } from "./second-thread.ts";
import { makeIndex } from "./search/make-index.ts";
import { isFatal } from "./share.ts";
import type { Stage } from "./stage.ts";
import { type Findings, type Knowledge, NO_OVERVIEW } from "./state/knowledge.ts";
import { bundleLook } from "./static-files.ts";
import { type Account, accountFor } from "./verify/account.ts";
import { describeHeavy, verifyLook } from "./verify/budget.ts";
import type { Fault } from "./verify/promise.ts";

export interface MakeOptions {
  /** The content folder, as the user named it. */
  readonly content: string;
  readonly now: Instant;
  /** Digests of the content folder's files, by path within. */
  readonly digests: Readonly<Record<string, string>>;
  /** What the last build found out about the content folder. */
  readonly known: KnownFolder;
  /** What the last build knew, if its site still stands. */
  readonly last: Knowledge | undefined;
  /** Whether warnings keep a site from being made, too. */
  readonly strict: boolean;
  /** Whether drafts and scheduled stories are shown, and nothing that is wrong keeps the site from being made. */
  readonly preview: boolean;
  readonly extras: Extras;
  readonly stage: Stage;
  /** A second thread that makes the older half, and the places of the stage to which it writes. */
  readonly help?: { readonly thread: SecondThread; readonly places: Places } | undefined;
  /** Prints views; without it, a printer is started for this site alone. */
  readonly print?: Print;
  /** Called with the number of editions' and stories' pages that are done, and how many there will be. */
  readonly onPage: (done: number, all: number) => void;
}

/** What became of making a site. */
export interface Made {
  readonly diagnostics: readonly Diagnostic[];
  readonly account: Account;
  /** Undefined when a problem of the content kept the site from being made. */
  readonly site:
    | { readonly base: string; readonly faults: readonly Fault[]; readonly span: Span; readonly knowledge: Findings }
    | undefined;
}

/** The clocks for which all of these spans hold. */
function common(spans: readonly Span[]): Span {
  const from = Math.max(...spans.map((span) => span.from ?? -Infinity));
  const until = Math.min(...spans.map((span) => span.until ?? Infinity));
  return spanOf({ from, until });
}

function secretsOf(archive: Archive) {
  return archive.placed.flatMap(({ status, stories }, index) =>
    [status, ...stories.map((story) => story.status)].every((own) => own === "published")
      ? []
      : archive.secretsAt(index),
  );
}

/** The part of the editions that a second thread takes: the first also prints what is about all of them. */
const SHARE = 0.5;

const NOTHING = { overview: NO_OVERVIEW, search: {}, recallFeed: () => undefined };

/** Reads, checks and prints a publication into a stage: what the last build knew and is still so is carried over. */
export async function makeSite(options: MakeOptions): Promise<Made> {
  const { content, now, digests, known, strict, preview, extras, stage, help, onPage } = options;
  const keepsBack = (found: Diagnostic): boolean => !preview && isFatal(found, strict);
  let done = 0;
  let pages = 0;
  const onPages = (count: number): void => {
    done += count;
    onPage(done, pages);
  };
  const frame = openPublication(content, now, preview, known);
  const { publication, vocabularies, label } = frame.site;
  const { topics, affiliates } = vocabularies;
  const setting = digestOf(JSON.stringify([label, publication, topics, affiliates]));
  const last = options.last?.setting === setting ? options.last : undefined;

  const half = help ? Math.round(frame.folders.length * SHARE) : 0;
  const older = new Set(frame.folders.slice(0, half).map(({ identity }) => identity));
  const isMine = ({ identity }: { readonly identity: string }) => !older.has(identity);
  const share = help && { content, now, strict, places: help.places, digests, editions: older };
  const theirPlaced = share && help.thread.start(share, onPages);
  const own = frame.folders.filter(isMine);
  const opened = openFolders(frame.site, own, now, (path) => digests[`/${path}`] ?? "", last?.records ?? new Map());
  const print = options.print ?? (await startPrinter());
  const elsewhere = openElsewhere(frame.folders.slice(0, half), now, (await theirPlaced) ?? []);
  const archive = await gatherArchive(frame, [...opened, ...elsewhere]);
  const { site, placed } = archive;
  const all = placed.map((_, index) => index);
  const secrets = preview ? [] : secretsOf(archive);
  const look = await bundleLook(site, extras.cards ? versionOfCards() : undefined);
  const shell = viewShell(site, look.assets, extras);
  const cards = startCards(shell);
  const pictures = startPictures(content, preview);
  const theirs = help?.thread.surround({ placed: placed.filter(isMine), secrets, shell });
  const verifier = superviseArchive(archive, secrets);
  pages = listVisible(archive).reduce((sum, index) => sum + 1 + (placed[index]?.stories.length ?? 0), 0);
  const workshop: Workshop = { archive, shell, print, pictures, cards, verifier, stage, onPages };

  // Once something is wrong nothing more is printed, and all that is left is to find the rest of it.
  let isBroken = [...frame.diagnostics, ...archive.diagnostics].some(keepsBack);
  const { records, entries } = await printEditions(
    workshop,
    (index) => isMine(placed[index] as PlacedEdition),
    (index) => (isBroken ||= archive.diagnosticsAt(index).some(keepsBack)),
  );
  const made = await theirs;
  if (made) {
    all.forEach((index) => {
      const record = made.records.get(placed[index]?.identity ?? "");
      if (record) archive.adopt(index, record);
      if (record?.pages) records.set(index, record.pages);
    });
    stage.adopt(made.written);
    verifier.adopt(made.written, made.promised, made.faults);
    for (const [identity, entry] of made.entries) entries.set(identity, entry);
  }

  const outlines = all.map((index) => archive.outlineAt(index));
  const found = [
    ...frame.diagnostics,
    ...archive.diagnostics,
    ...all.flatMap((index) => archive.diagnosticsAt(index)),
    ...checkWhole({ ...site, editions: outlines }),
  ];
  const account = accountFor(site, outlines);
  if (found.some(keepsBack)) return { diagnostics: sortDiagnostics(found), account, site: undefined };

  const { isSame, ...about } = await printOverview(workshop, entries, look.files, last ?? NOTHING);
  const weights = [about.overview, ...records.values()].map(({ heavy }) => heavy);
  const diagnostics = sortDiagnostics([...found, ...describeHeavy(weights, site)]);
  if (diagnostics.some(keepsBack)) return { diagnostics, account, site: undefined };
  const search = extras.search ? await makeIndex(workshop, (last ?? NOTHING).search) : {};
  const concluded = () => verifier.conclude(outlines, (path) => stage.read(path), { gone: stage.gone(), isSame });
  const faults = preview ? [] : [...concluded(), ...verifyLook(look.files)];
  const kept = all.map(
    (index) => [placed[index]?.identity ?? "", archive.recordAt(index, records.get(index))] as const,
  );
  const span = common([spanOf(site.clock.span()), ...kept.map(([, record]) => record.span)]);
  return {
    diagnostics,
    account,
    site: { base: publication.base, faults, span, knowledge: { setting, records: new Map(kept), search, ...about } },
  };
}
