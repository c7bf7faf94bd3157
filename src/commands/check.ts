import { type Archive, checkArchive } from "../pipeline/read/archive.ts";
import { readArchive } from "../pipeline/read/publication.ts";
import type { Instant } from "../content/time/calendar.ts";
import { type Diagnostic, isError } from "../content/problems/diagnostic.ts";
import { sortDiagnostics } from "../content/problems/diagnostic-order.ts";
import { findSilentEdits } from "../rules/silent-edits.ts";
import { changedSince, commitOf, readTextsAt } from "./changes.ts";
import {
  clockOf,
  contentOption,
  createCommand,
  formatOption,
  nowOption,
  requireFolder,
  strictOption,
} from "./options.ts";
import { createQuote } from "./lines.ts";
import { type Format, formatReport, summarise } from "./report.ts";

interface CheckOptions {
  content: string;
  now?: Instant;
  strict: boolean;
  format: Format;
  since?: string;
  quote?: boolean;
}

/** The problems of the files that changed since a revision, and what was changed in them without a word to readers. */
function keepChanged(
  since: string,
  content: string,
  { site, editions }: Archive,
  diagnostics: readonly Diagnostic[],
): Diagnostic[] {
  const commit = commitOf(since, content);
  const changed = changedSince(commit, content);
  const touched = editions.filter((edition) => {
    const { file, stories } = edition.outline();
    return [file ?? "", ...stories.map((story) => story.file)].some((path) => changed.has(path));
  });
  const silent = findSilentEdits(
    { ...site, editions: touched.map((text) => text.edition()) },
    readTextsAt(commit, content, changed),
  );
  return sortDiagnostics([...diagnostics.filter(({ path }) => changed.has(path)), ...silent]);
}

export const check = createCommand("check", "read and check the content, and print every problem at once")
  .addOption(contentOption())
  .addOption(nowOption())
  .addOption(strictOption())
  .addOption(formatOption())
  .option("--quote", "quote the line below each problem (else only where a terminal shows it)")
  .option("--since <rev>", "print only problems of files changed since a commit, silent edits included")
  .action(async ({ content, now, strict, format, since, quote }: CheckOptions) => {
    const archive = await readArchive({ content: requireFolder(content), now: clockOf(now), preview: false });
    const diagnostics = sortDiagnostics(checkArchive(archive));
    const shown = since === undefined ? diagnostics : keepChanged(since, content, archive, diagnostics);
    const quoted = (quote ?? process.stdout.isTTY) ? createQuote() : undefined;
    process.stdout.write(formatReport(shown, format, quoted));
    if (format === "text") process.stdout.write(`${summarise(shown)}\n`);
    process.exitCode = shown.some((diagnostic) => strict || isError(diagnostic)) ? 1 : 0;
  });
