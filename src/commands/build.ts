import { BuildRunning, buildSite } from "../build/build.ts";
import { refusalOf } from "../build/output.ts";
import { UndisclosedLink } from "../build/paid-links.ts";
import { readPublication } from "../build/publication-reader.ts";
import type { Instant } from "../content/calendar.ts";
import { isError } from "../content/diagnostic.ts";
import type { Site } from "../content/site.ts";
import { countOf } from "../views/count.ts";
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

/** What went wrong in the first place, beneath what Eleventy says of it. */
function rootOf(error: unknown): unknown {
  const original = (error as { originalError?: unknown } | undefined)?.originalError;
  return original === undefined ? error : rootOf(original);
}

function account(site: Site): string {
  const stories = site.editions.flatMap((edition) => edition.stories);
  const count = (status: string) => stories.filter((story) => story.status === status).length;
  return `${countOf(stories.length, "story", "stories")} read: ${count("published")} published, ${count("scheduled")} scheduled, ${count("draft")} draft`;
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
      const { pages } = await buildSite(site, content, out, progress.show);
      progress.clear();
      say(account(site));
      say(`${pages} pages and files written to ${out}`);
    } catch (error) {
      progress.clear();
      const cause = rootOf(error);
      if (!(cause instanceof BuildRunning || cause instanceof UndisclosedLink)) throw error;
      say(cause instanceof BuildRunning ? cause.message : `${cause.message}\nnothing was written; ${out} is as it was`);
      process.exitCode = cause instanceof BuildRunning ? BUSY : 1;
    }
  });
