import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import type { BuildResult } from "../pipeline/build.ts";
import { acquireLock } from "../pipeline/output/lock.ts";
import { placesOf, recover, refusalOf } from "../pipeline/output/output.ts";
import { rootOf } from "../pipeline/print/made-for.ts";
import { findLast } from "../pipeline/state/state.ts";
import type { Account } from "../pipeline/verify/account.ts";
import type { Instant } from "../content/time/calendar.ts";
import type { Diagnostic } from "../content/problems/diagnostic.ts";
import { refuseTracked } from "../tracked.mjs";
import { countOf } from "../views/parts/count.ts";
import { describeFailure, describeRefusal } from "./failure.ts";
import {
  clockOf,
  contentOption,
  createCommand,
  formatOption,
  nowOption,
  requireFolder,
  strictOption,
  UsageError,
} from "./options.ts";
import { createProgress } from "./progress.ts";
import { type Format, formatReport, summarise } from "./report.ts";

interface BuildOptions {
  content: string;
  out: string;
  now?: Instant;
  strict: boolean;
  format: Format;
  cards: boolean;
  search: boolean;
}

const BUSY = 75;

function describeAccount({ read, published, scheduled, draft }: Account): string {
  return `${countOf(read, "story", "stories")} read: ${published} published, ${scheduled} scheduled, ${draft} draft`;
}

/** What to say of a build and how to exit. */
function conclude(result: BuildResult, out: string): { lines: string[]; code: number } {
  if ("refused" in result) return { lines: [`nothing was written; ${out} is as it was`], code: 1 };
  if ("files" in result)
    return {
      lines: [
        describeAccount(result.account),
        "each published story stands on its page and in its edition, topic, feeds and the sitemap",
        `${result.files} pages and files written to ${out}`,
      ],
      code: 0,
    };
  const faults = result.faults.map(({ path, message }) => `${path}: ${message}`);
  return {
    lines: [...faults, `the site would not be right, so nothing was written; ${out} is as it was`],
    code: 1,
  };
}

/** Says why a build could not go on, and that nothing is lost. */
function giveUp(error: unknown, out: string): void {
  const refused = describeRefusal(rootOf(error));
  const message = refused === undefined ? describeFailure(error) : `the site cannot be written to ${out}: ${refused}`;
  process.stderr.write(`${message}\n${out} is as it was\n`);
  process.exitCode = 1;
}

export const build = createCommand("build", "check the content, then write the site")
  .addOption(contentOption())
  .option("--out <dir>", "where the site is written", "_site")
  .addOption(nowOption())
  .addOption(strictOption())
  .addOption(formatOption())
  .option("--no-cards", "draw no pictures for sharing, which takes longest in a first build")
  .option("--no-search", "make no search index")
  .action(async ({ content, out, now: given, strict, format, ...extras }: BuildOptions) => {
    const refusal = refusalOf(out, requireFolder(content));
    if (refusal !== undefined) throw new UsageError(`the site cannot be written to ${out}: ${refusal}`);
    const now = clockOf(given);
    const places = placesOf(out);
    const refused = await refuseTracked(Object.values(places));
    if (refused !== undefined) throw new UsageError(refused.trimEnd());
    const order = { content, target: places.target, extras, preview: false };
    const say = (text: string) => (format === "text" ? process.stdout : process.stderr).write(`${text}\n`);
    const report = (diagnostics: readonly Diagnostic[]) => {
      process.stdout.write(formatReport(diagnostics, format));
      if (diagnostics.length > 0) say(summarise(diagnostics));
    };
    const progress = createProgress(process.stderr);
    let release: (() => void) | undefined;
    try {
      mkdirSync(dirname(places.target), { recursive: true });
      release = acquireLock(places.lock);
      if (!release) {
        say(`another build is writing ${out}`);
        process.exitCode = BUSY;
        return;
      }
      recover(places);
      const last = findLast(order);
      const unchanged = last?.findUnchanged(now);
      if (unchanged && !(strict && unchanged.diagnostics.length > 0)) {
        report(unchanged.diagnostics);
        say(unchanged.account);
        say(`nothing has changed: ${out} has the ${unchanged.files} pages and files that it should`);
        return;
      }
      // Most of the program, which a build that finds nothing changed can do without.
      const { buildSite } = await import("../pipeline/build.ts");
      const result = await buildSite({
        order,
        places,
        last,
        now,
        strict,
        onPage: progress.show,
        describe: describeAccount,
      });
      progress.clear();
      report(result.diagnostics);
      const { lines, code } = conclude(result, out);
      lines.forEach(say);
      process.exitCode = code;
    } catch (error) {
      progress.clear();
      giveUp(error, out);
    } finally {
      release?.();
    }
  });
