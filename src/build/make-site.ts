import type { Instant } from "../content/calendar.ts";
import { type Diagnostic, sortDiagnostics } from "../content/diagnostic.ts";
import type { Edition } from "../content/edition.ts";
import { readContentFolder } from "../content/files.ts";
import { readFrame } from "../content/frame.ts";
import { type Measured, measurePicture } from "../content/pictures.ts";
import { checkWhole } from "../rules/rules.ts";
import { viewShell } from "../views/shell.ts";
import { type Archive, createArchive, type Opened, openFolders } from "./archive.ts";
import { digestOf } from "./digest.ts";
import { listVisible, printEditions, type Workshop } from "./print-editions.ts";
import { printOverview } from "./print-overview.ts";
import { startPrinter } from "./printer.ts";
import { labelOf, listPublicFiles } from "./publication-reader.ts";
import { type Span, spanOf } from "./records.ts";
import type { Stage } from "./stage.ts";
import type { Knowledge } from "./state/state.ts";
import { bundleLook } from "./static-files.ts";
import { type Account, accountFor } from "./verify/account.ts";
import { publicTextsBeside, publicTextsOf } from "./verify/embargo.ts";
import type { Fault } from "./verify/promise.ts";
import { createVerifier } from "./verify/verify.ts";

export interface MakeOptions {
  /** The content folder, as the user named it. */
  readonly content: string;
  readonly now: Instant;
  /** The digest of a file of the content folder, by its path within. */
  readonly digest: (path: string) => string;
  /** Whether a file is as the last build found it. */
  readonly isKnown: (path: string) => boolean;
  /** What the last build knew, if its site still stands. */
  readonly last: Knowledge | undefined;
  /** Which problems keep a site from being made. */
  readonly isFatal: (diagnostic: Diagnostic) => boolean;
  readonly stage: Stage;
  /** Called with the number of editions' and stories' pages that are done, and how many there will be. */
  readonly onPage: (done: number, all: number) => void;
}

/** What became of making a site. */
export interface Made {
  readonly diagnostics: readonly Diagnostic[];
  readonly account: Account;
  /** Undefined when a problem of the content kept the site from being made. */
  readonly site: { readonly faults: readonly Fault[]; readonly span: Span; readonly knowledge: Knowledge } | undefined;
}

async function measureAll(opened: readonly Opened[]): Promise<Map<string, Measured>> {
  const measured = new Map<string, Measured>();
  for (const { folder, record } of opened)
    for (const { file, name } of record ? [] : folder.pictures)
      measured.set(file.path, await measurePicture(name, file.bytes));
  return measured;
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

function* editionsOf(archive: Archive): Generator<Edition> {
  for (const index of listVisible(archive)) yield archive.load(index).edition;
}

/** Reads, checks and prints a publication into a stage: what the last build knew and is still so is carried over. */
export async function makeSite(options: MakeOptions): Promise<Made> {
  const { content, now, digest, isKnown, isFatal, stage, onPage } = options;
  const label = labelOf(content);
  const listing = readContentFolder(content, label, isKnown);
  const frame = readFrame(listing, { label, now, preview: false, publicFiles: listPublicFiles() });
  const { publication, vocabularies } = frame.site;
  const { topics, affiliates } = vocabularies;
  const setting = digestOf(JSON.stringify([label, publication, topics, affiliates]));
  const last = options.last?.setting === setting ? options.last : undefined;

  const opened = openFolders(frame, now, digest, last?.records ?? new Map());
  const archive = createArchive(frame, opened, await measureAll(opened));
  const { site } = archive;
  const all = archive.placed.map((_, index) => index);
  const outlinesOf = () => all.map((index) => archive.outlineAt(index));
  const secrets = secretsOf(archive);
  const look = bundleLook(publication.base);
  const verifier = createVerifier(site, secrets, function* () {
    yield* publicTextsBeside(site, outlinesOf());
    yield* publicTextsOf(editionsOf(archive));
  });
  const visible = listVisible(archive);
  const pages = visible.reduce((sum, index) => sum + 1 + (archive.placed[index]?.stories.length ?? 0), 0);
  let done = 0;
  const workshop: Workshop = {
    content,
    archive,
    shell: viewShell(site, look.assets),
    print: await startPrinter(),
    verifier,
    stage,
    onPages(count) {
      done += count;
      onPage(done, pages);
    },
  };

  // Once something is wrong nothing more is printed, and all that is left is to find the rest of it.
  let isBroken = [...frame.diagnostics, ...archive.diagnostics].some(isFatal);
  const { records, entries } = await printEditions(
    workshop,
    (index) => (isBroken ||= archive.diagnosticsAt(index).some(isFatal)),
  );
  const outlines = outlinesOf();
  const diagnostics = sortDiagnostics([
    ...frame.diagnostics,
    ...archive.diagnostics,
    ...all.flatMap((index) => archive.diagnosticsAt(index)),
    ...checkWhole({ ...site, editions: outlines }),
  ]);
  const account = accountFor(site, outlines);
  if (diagnostics.some(isFatal)) return { diagnostics, account, site: undefined };

  const overview = await printOverview(workshop, entries, look.files, last?.overview ?? {});
  const faults = verifier.conclude(outlines, (path) => stage.read(path));
  const kept = all.flatMap((index) => {
    const record = archive.recordAt(index, records.get(index));
    return record ? [[archive.placed[index]?.identity ?? "", record] as const] : [];
  });
  const span = common([spanOf(site.clock.span()), ...kept.map(([, record]) => record.span)]);
  return { diagnostics, account, site: { faults, span, knowledge: { setting, records: new Map(kept), overview } } };
}
