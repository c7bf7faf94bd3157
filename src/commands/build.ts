import { existsSync } from "node:fs";
import type { BuildResult } from "../build/build.ts";
import { acquireLock } from "../build/lock.ts";
import { placesOf, refusalOf } from "../build/output.ts";
import { findUnchanged, keepReceipt, type Order, type Statement, takeInputs } from "../build/state/receipt.ts";
import type { accountFor } from "../build/verify/account.ts";
import type { Instant } from "../content/calendar.ts";
import { type Diagnostic, isError } from "../content/diagnostic.ts";
import { countOf } from "../views/count.ts";
import { describeFailure, describeRefusal, rootOf } from "./failure.ts";
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
}

const BUSY = 75;

function describeAccount({ read, published, scheduled, draft }: ReturnType<typeof accountFor>): string {
  return `${countOf(read, "story", "stories")} read: ${published} published, ${scheduled} scheduled, ${draft} draft`;
}

/** What to say of a build and how to exit. */
function conclude(result: BuildResult, account: string, out: string): { lines: string[]; code: number } {
  if ("busy" in result) return { lines: [`another build is writing ${out}`], code: BUSY };
  if ("files" in result)
    return {
      lines: [
        account,
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

/** What the last build said, when nothing has changed since; “busy” while another one runs. */
function lookBack(order: Order, now: Instant): Statement | "busy" | undefined {
  if (!existsSync(order.target)) return undefined;
  const release = acquireLock(placesOf(order.target).lock);
  if (!release) return "busy";
  try {
    return findUnchanged(order, now);
  } finally {
    release();
  }
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
  .action(async ({ content, out, now: given, strict, format }: BuildOptions) => {
    const refusal = refusalOf(out, requireFolder(content));
    if (refusal !== undefined) throw new UsageError(`the site cannot be written to ${out}: ${refusal}`);
    const now = clockOf(given);
    const order = { content, target: placesOf(out).target };
    const say = (text: string) => (format === "text" ? process.stdout : process.stderr).write(`${text}\n`);
    const report = (diagnostics: readonly Diagnostic[]) => {
      process.stdout.write(formatReport(diagnostics, format));
      if (diagnostics.length > 0) say(summarise(diagnostics));
    };
    let last: ReturnType<typeof lookBack>;
    try {
      last = lookBack(order, now);
    } catch (error) {
      giveUp(error, out);
      return;
    }
    if (last === "busy") {
      say(`another build is writing ${out}`);
      process.exitCode = BUSY;
      return;
    }
    if (last && !(strict && last.diagnostics.length > 0)) {
      report(last.diagnostics);
      say(last.account);
      say(`nothing has changed: ${out} has the ${last.files} pages and files that it should`);
      return;
    }

    // Most of the program, which a build that finds nothing changed can do without.
    const [{ buildSite }, { readPublication }, { accountFor }] = await Promise.all([
      import("../build/build.ts"),
      import("../build/publication-reader.ts"),
      import("../build/verify/account.ts"),
    ]);
    const inputs = takeInputs(order);
    const { site, diagnostics } = await readPublication({ content, now, preview: false });
    report(diagnostics);
    if (diagnostics.some((diagnostic) => strict || isError(diagnostic))) {
      say(`nothing was written; ${out} is as it was`);
      process.exitCode = 1;
      return;
    }
    const progress = createProgress(process.stderr);
    const account = describeAccount(accountFor(site));
    try {
      const result = await buildSite(site, content, out, progress.show);
      const { lines, code } = conclude(result, account, out);
      progress.clear();
      if ("files" in result)
        keepReceipt(order, inputs, site.clock.span(), { diagnostics, account, files: result.files });
      lines.forEach(say);
      process.exitCode = code;
    } catch (error) {
      progress.clear();
      giveUp(error, out);
    }
  });
