import { join } from "node:path";
import { InvalidArgumentError } from "commander";
import type { Instant } from "../content/time/calendar.ts";
import type { PartResult } from "../pipeline/parts/build-part.ts";
import { listParts } from "../pipeline/parts/list-parts.ts";
import { openPart } from "../pipeline/parts/part.ts";
import { nameYears, parseYears, type Years } from "../pipeline/parts/years.ts";
import { cacheFolder } from "../pipeline/state/kept.ts";
import { countOf } from "../content/problems/count.ts";
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
import type { Format } from "./report.ts";
import { type Desk, requireOut, writeFolder } from "./write-folder.ts";

interface PartOptions {
  content: string;
  years?: Years;
  list: boolean;
  out?: string;
  now?: Instant;
  strict: boolean;
  format: Format;
  cards: boolean;
  search: boolean;
}

function readYears(text: string): Years {
  const years = parseYears(text);
  if (!years) throw new InvalidArgumentError("Write them as 2021 or 2019-2021.");
  return years;
}

/** Says what became of a part, and returns how to exit. */
function conclude(result: PartResult, out: string, { say, report }: Desk): number {
  report("diagnostics" in result ? result.diagnostics : []);
  if ("files" in result) {
    const { editions, files } = result;
    say(`${countOf(editions, "edition", "editions")} in ${files} pages and files written to ${out}, a part of a site`);
    return 0;
  }
  if ("faults" in result) for (const { path, message } of result.faults) say(`${path}: ${message}`);
  if ("changed" in result) say("the content changed while it was read; run the command again");
  say(`nothing was written; ${out} is as it was`);
  return 1;
}

export const part = createCommand("part", "make the editions of some years, for “build --parts” to take over")
  .option("--years <years>", "the years, such as 2021 or 2019-2021", readYears)
  .option("--list", "print the clock, and the parts that are worth a machine each, as JSON", false)
  .addOption(contentOption())
  .option("--out <dir>", "where the part is written (else .cache/parts/YEARS)")
  .addOption(nowOption())
  .addOption(strictOption())
  .addOption(formatOption())
  .option("--no-cards", "draw no pictures for sharing")
  .option("--no-search", "make no search index")
  .action(async ({ content, years, list, out: given, now: clock, strict, format, ...extras }: PartOptions) => {
    const now = clockOf(clock);
    if (list) {
      const parts = listParts({ content: requireFolder(content), target: "", extras, preview: false });
      process.stdout.write(`${JSON.stringify({ now: new Date(now).toISOString(), parts })}\n`);
      return;
    }
    if (!years) throw new UsageError("name the years with --years 2021, or ask for the parts with --list");
    const out = given ?? join(cacheFolder(), "parts", nameYears(years));
    const target = { content, out, what: "part", format } as const;
    const places = await requireOut(target);
    await writeFolder(target, places, async (desk) => {
      const { buildPart } = await import("../pipeline/parts/build-part.ts");
      const order = { content, target: places.target, extras, preview: false };
      const last = openPart(places.target, extras);
      const result = await buildPart({ order, places, now, strict, years, last, onPage: desk.progress.show });
      desk.progress.clear();
      return conclude(result, out, desk);
    });
  });
