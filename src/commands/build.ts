import { type BuildResult, buildSite } from "../build/build.ts";
import { refusalOf } from "../build/output.ts";
import { readPublication } from "../build/publication-reader.ts";
import { accountFor } from "../build/verify/account.ts";
import type { Instant } from "../content/calendar.ts";
import { isError } from "../content/diagnostic.ts";
import type { Site } from "../content/site.ts";
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

function describeAccount(site: Site): string {
  const { read, published, scheduled, draft } = accountFor(site);
  return `${countOf(read, "story", "stories")} read: ${published} published, ${scheduled} scheduled, ${draft} draft`;
}

/** What to say of a build and how to exit. */
function conclude(result: BuildResult, site: Site, out: string): { lines: string[]; code: number } {
  if ("busy" in result) return { lines: [`another build is writing ${out}`], code: BUSY };
  if ("files" in result)
    return {
      lines: [
        describeAccount(site),
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

export const build = createCommand("build", "check the content, then write the site")
  .addOption(contentOption())
  .option("--out <dir>", "where the site is written", "_site")
  .addOption(nowOption())
  .addOption(strictOption())
  .addOption(formatOption())
  .action(async ({ content, out, now, strict, format }: BuildOptions) => {
    const refusal = refusalOf(out, requireFolder(content));
    if (refusal !== undefined) throw new UsageError(`the site cannot be written to ${out}: ${refusal}`);
    const { site, diagnostics } = await readPublication({ content, now: clockOf(now), preview: false });
    process.stdout.write(formatReport(diagnostics, format));
    const say = (text: string) => (format === "text" ? process.stdout : process.stderr).write(`${text}\n`);
    if (diagnostics.length > 0) say(summarise(diagnostics));
    if (diagnostics.some((diagnostic) => strict || isError(diagnostic))) {
      say(`nothing was written; ${out} is as it was`);
      process.exitCode = 1;
      return;
    }
    const progress = createProgress(process.stderr);
    try {
      const { lines, code } = conclude(await buildSite(site, content, out, progress.show), site, out);
      progress.clear();
      lines.forEach(say);
      process.exitCode = code;
    } catch (error) {
      progress.clear();
      const refused = describeRefusal(rootOf(error));
      const message =
        refused === undefined ? describeFailure(error) : `the site cannot be written to ${out}: ${refused}`;
      process.stderr.write(`${message}\n${out} is as it was\n`);
      process.exitCode = 1;
    }
  });
