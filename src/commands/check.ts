import { type Archive, checkArchive } from "../pipeline/read/archive.ts";
import { readTogether } from "../pipeline/workers/read-together.ts";
import type { Instant } from "../content/time/calendar.ts";
import { type Diagnostic, isFailure } from "../content/problems/diagnostic.ts";
import { sortDiagnostics } from "../content/problems/diagnostic-order.ts";
import { findSilentEdits } from "../rules/silent-edits.ts";
import { tellOfFormat } from "./upgrade/format-state.ts";
import { listAddressesAt } from "./since/addresses-at.ts";
import { type Changes, changesSince, commitOf } from "./since/changes.ts";
import { readFormerTexts } from "./since/former-texts.ts";
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
  advice: boolean;
  format: Format;
  since?: string;
  quote?: boolean;
}

/** A commit, and what was changed since. */
interface Since extends Changes {
  readonly commit: string;
}

/** The problems of the files that changed since a commit, what was changed in them without a word to readers, and addresses that are lost. */
function keepChanged(
  { commit, changed, renamed }: Since,
  content: string,
  { site, editions }: Archive,
  diagnostics: readonly Diagnostic[],
): Diagnostic[] {
  const touched = editions.filter((edition) => {
    const { file, stories } = edition.outline();
    return [file ?? "", ...stories.map((story) => story.file)].some((path) => changed.has(path));
  });
  const texts = touched.map((text) => text.edition());
  const silent = findSilentEdits(
    { ...site, editions: texts },
    readFormerTexts(texts, site, { commit, content, changed, renamed }),
  );
  // What is lost is told at the file that should be there, which nobody may have touched.
  const own = diagnostics.filter(({ path, rule }) => changed.has(path) || rule === "lost-address");
  return sortDiagnostics([...own, ...silent]);
}

export const check = createCommand("check", "read and check the content, and print every problem at once")
  .addOption(contentOption())
  .addOption(nowOption())
  .addOption(strictOption())
  .option("--advice", "give advice, too, which never fails", false)
  .addOption(formatOption())
  .option("--quote", "quote the line below each problem (else only where a terminal shows it)")
  .option(
    "--since <rev>",
    "print only problems of files changed since a commit, silent edits and lost addresses included",
  )
  .action(async ({ content, now, strict, advice, format, since, quote }: CheckOptions) => {
    const clock = clockOf(now);
    const commit = since === undefined ? undefined : commitOf(since, requireFolder(content));
    const addresses = commit === undefined ? undefined : listAddressesAt(commit, content, clock);
    const folder = requireFolder(content);
    const archive = await readTogether({ content: folder, now: clock, preview: false, addresses, advice });
    tellOfFormat();
    const diagnostics = sortDiagnostics(checkArchive(archive));
    const shown =
      commit === undefined
        ? diagnostics
        : keepChanged({ commit, ...changesSince(commit, content) }, content, archive, diagnostics);
    const quoted = (quote ?? process.stdout.isTTY) ? createQuote() : undefined;
    process.stdout.write(formatReport(shown, format, quoted));
    if (format === "text") process.stdout.write(`${summarise(shown, advice)}\n`);
    process.exitCode = shown.some((diagnostic) => isFailure(diagnostic, strict)) ? 1 : 0;
  });
