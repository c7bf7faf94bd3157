import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { STORIES_AN_EDITION } from "./corpus/dateline.ts";
import { BenchProblem } from "./problem.ts";

export interface Options {
  readonly sizes: readonly number[];
  readonly runs: number;
  readonly eleventy: boolean;
  /** The work folder, when its contents shall stay. */
  readonly dir: string | undefined;
  /** Where the results go, if anywhere. */
  readonly out: string | undefined;
}

export const USAGE = `npm run bench -- [--sizes 1000,5000,20000] [--runs 5] [--eleventy] [--dir DIR] [--out docs/performance]

  --sizes     stories of each publication, multiples of ${STORIES_AN_EDITION}
  --runs      how often each scenario is measured
  --eleventy  measure a conventional Eleventy site of the same pages, too
  --dir       the work folder; it stays (default: a temporary one that is removed)
  --out       writes results.json, results.md and chart.svg there
`;

function count(text: string, least: number, step: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value % step === 0) return value;
  throw new BenchProblem(`“${text}” is no number that this takes\n\n${USAGE}`, 2);
}

/** Reads the command line; undefined when only help is asked for. */
export function readOptions(args: readonly string[]): Options | undefined {
  const config = {
    sizes: { type: "string", default: "1000,5000,20000" },
    runs: { type: "string", default: "5" },
    eleventy: { type: "boolean", default: false },
    dir: { type: "string" },
    out: { type: "string" },
    help: { type: "boolean", default: false },
  } as const;
  let values;
  try {
    ({ values } = parseArgs({ args: [...args], options: config, strict: true }));
  } catch (error) {
    throw new BenchProblem(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`, 2);
  }
  if (values.help) return undefined;
  return {
    // Each scenario needs a quarter of the editions to itself, so that every run has an old story of its own.
    sizes: values.sizes.split(",").map((text) => count(text, 100, STORIES_AN_EDITION)),
    runs: count(values.runs, 1, 1),
    eleventy: values.eleventy,
    dir: values.dir === undefined ? undefined : resolve(values.dir),
    out: values.out === undefined ? undefined : resolve(values.out),
  };
}

/** The default place of work folders. */
export const TEMPORARY = join(tmpdir(), "evening-update-bench-");
