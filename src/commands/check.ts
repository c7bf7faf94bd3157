import { readPublication } from "../build/publication-reader.ts";
import type { Instant } from "../content/calendar.ts";
import { isError } from "../content/diagnostic.ts";
import { changedSince } from "./changes.ts";
import {
  clockOf,
  contentOption,
  createCommand,
  formatOption,
  nowOption,
  requireFolder,
  strictOption,
} from "./options.ts";
import { type Format, formatReport, summarise } from "./report.ts";

interface CheckOptions {
  content: string;
  now?: Instant;
  strict: boolean;
  format: Format;
  since?: string;
}

export const check = createCommand("check", "read and check the content, and print every problem at once")
  .addOption(contentOption())
  .addOption(nowOption())
  .addOption(strictOption())
  .addOption(formatOption())
  .option("--since <rev>", "print only problems of files changed since a git revision")
  .action(async ({ content, now, strict, format, since }: CheckOptions) => {
    const { diagnostics } = await readPublication({
      content: requireFolder(content),
      now: clockOf(now),
      preview: false,
    });
    const changed = since === undefined ? undefined : changedSince(since, content);
    const shown = changed ? diagnostics.filter(({ path }) => changed.has(path)) : diagnostics;
    process.stdout.write(formatReport(shown, format));
    if (format === "text") process.stdout.write(`${summarise(shown)}\n`);
    process.exitCode = shown.some((diagnostic) => strict || isError(diagnostic)) ? 1 : 0;
  });
