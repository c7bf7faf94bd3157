import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { benchSize } from "./bench-size.ts";
import { paceOver } from "./corpus/dateline.ts";
import { findEngines } from "./engines.ts";
import { describeMachine, formatMachine } from "./machine.ts";
import { createMeasure } from "./measure.ts";
import { type Options, readOptions, runsOf, TEMPORARY, USAGE } from "./options.ts";
import { BenchProblem } from "./problem.ts";
import { writeReport } from "./report/report.ts";
import { headingOf, type Results, type SizeResult } from "./report/results.ts";
import { formatText, tabulate, tabulateTargets } from "./report/table.ts";
import { judge } from "./report/targets.ts";

/** Measures builds beside Hugo's: 0 when measured, 1 when a build failed or went wrong, 2 when something is missing. */

const SEED = 20_261_031;

/** What is measured, one publication after the other. */
function listRounds({ sizes, defaultSizes }: Options) {
  return [
    ...sizes.map((stories) => ({ extras: false, plan: { seed: SEED, stories } })),
    // Its editions reach back into an earlier year, since a change there may cost something else.
    ...defaultSizes.map((stories) => ({ extras: true, plan: { seed: SEED, stories, pace: paceOver(stories) } })),
  ];
}

async function bench(options: Options): Promise<void> {
  const { nodes, hugos, withHugo, eleventy, dir, out } = options;
  const engines = findEngines(nodes, hugos, withHugo);
  const measure = createMeasure();
  if (dir !== undefined) mkdirSync(dir, { recursive: true });
  const work = dir ?? mkdtempSync(TEMPORARY);
  const say = (line: string) => process.stderr.write(`${line}\n`);
  try {
    const machine = describeMachine(work, engines);
    process.stdout.write(`${formatMachine(machine)}\n`);
    const results: SizeResult[] = [];
    const sofar = (): Results => ({ date: new Date().toISOString().slice(0, 10), machine, sizes: results });
    for (const { extras, plan } of listRounds(options)) {
      const folder = join(work, `bench-${plan.stories}${extras ? "-default" : ""}`);
      const runs = runsOf(options, plan.stories);
      const result = await benchSize({ folder, plan, extras, runs, engines, eleventy, measure, say });
      results.push(result);
      process.stdout.write(`\n${headingOf(result)}\n\n${formatText(tabulate(result))}`);
      if (dir === undefined) rmSync(folder, { recursive: true, force: true });
      // Written after each size, so that a long run that is stopped leaves what it has.
      if (out !== undefined) await writeReport(out, sofar());
    }
    const targets = tabulateTargets(judge(sofar()));
    if (targets) process.stdout.write(`\nTargets\n\n${formatText(targets)}`);
  } finally {
    if (dir === undefined) rmSync(work, { recursive: true, force: true });
  }
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options) await bench(options);
  else process.stdout.write(USAGE);
} catch (error) {
  if (!(error instanceof BenchProblem)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.code;
}
