import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { benchSize } from "./bench-size.ts";
import { describeMachine, formatMachine } from "./machine.ts";
import { createMeasure } from "./measure.ts";
import { type Options, readOptions, TEMPORARY, USAGE } from "./options.ts";
import { BenchProblem } from "./problem.ts";
import { hugoVersion } from "./programs.ts";
import { formatGrowth, writeReport } from "./report/report.ts";
import type { Results, SizeResult } from "./report/results.ts";
import { formatText, tabulate } from "./report/table.ts";

/** Measures builds beside Hugo's: 0 when measured, 1 when a build failed or went wrong, 2 when something is missing. */

const SEED = 20_261_031;

async function bench({ sizes, runs, eleventy, dir, out }: Options): Promise<void> {
  const hugo = hugoVersion();
  const measure = createMeasure();
  if (dir !== undefined) mkdirSync(dir, { recursive: true });
  const work = dir ?? mkdtempSync(TEMPORARY);
  const say = (line: string) => process.stderr.write(`${line}\n`);
  try {
    const machine = describeMachine(work, hugo);
    process.stdout.write(`${formatMachine(machine)}\n`);
    const results: SizeResult[] = [];
    const sofar = (): Results => ({ date: new Date().toISOString().slice(0, 10), machine, runs, sizes: results });
    for (const stories of sizes) {
      const folder = join(work, `bench-${stories}`);
      const result = await benchSize({ folder, plan: { seed: SEED, stories }, runs, eleventy, measure, say });
      results.push(result);
      process.stdout.write(`\n${stories.toLocaleString("en")} stories\n\n${formatText(tabulate(result))}`);
      if (dir === undefined) rmSync(folder, { recursive: true, force: true });
      // Written after each size, so that a long run that is stopped leaves what it has.
      if (out !== undefined) await writeReport(out, sofar());
    }
    for (const line of formatGrowth(sofar())) process.stdout.write(`\n${line}\n`);
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
