import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { STORIES_AN_EDITION } from "./corpus/dateline.ts";
import { BenchProblem } from "./problem.ts";

export interface Options {
  /** Stories of each publication that is built without cards and index. */
  readonly sizes: readonly number[];
  /** The same for the default build. */
  readonly defaultSizes: readonly number[];
  /** How often each build runs; undefined leaves it to the size. */
  readonly runs: number | undefined;
  /** Paths of programs beside the running Node and the installed Hugo. */
  readonly nodes: readonly string[];
  readonly hugos: readonly string[];
  readonly withHugo: boolean;
  readonly eleventy: boolean;
  /** The work folder, when its contents shall stay. */
  readonly dir: string | undefined;
  /** Where the results go, if anywhere. */
  readonly out: string | undefined;
}

export const USAGE = `npm run bench -- [--sizes 1000,5000,20000] [--default-sizes 1000] [--runs 5] [--node PATH] [--hugo PATH] [--out docs/performance]

  --sizes          stories of each publication built without cards and search index, multiples of ${STORIES_AN_EDITION}, or none
  --default-sizes  the same for the default build, with cards and search index
  --runs           how often each build runs (default: 5, and 1 above 20,000 stories)
  --node PATH      another Node that builds, beside the running one; may be given again
  --hugo PATH      another Hugo, beside the installed one; may be given again
  --no-hugo        without Hugo, and without Pagefind over its output
  --eleventy       measure a conventional Eleventy site of the same pages, too
  --dir            the work folder; it stays (default: a temporary one that is removed)
  --out            writes results.json, results.md and chart.svg there
`;

function count(text: string, least: number, step: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value % step === 0) return value;
  throw new BenchProblem(`“${text}” is no number that this takes\n\n${USAGE}`, 2);
}

function readSizes(text: string): number[] {
  // Each scenario needs a fifth of the editions to itself, so that every run has an old story of its own.
  return text === "none" ? [] : text.split(",").map((part) => count(part, 100, STORIES_AN_EDITION));
}

const RUNS = 5;
const LARGE = 20_000;

/** How often each build of so many stories runs. */
export function runsOf({ runs }: Pick<Options, "runs">, stories: number): number {
  return runs ?? (stories > LARGE ? 1 : RUNS);
}

const CONFIG = {
  sizes: { type: "string", default: "1000,5000,20000" },
  "default-sizes": { type: "string", default: "1000" },
  runs: { type: "string" },
  node: { type: "string", multiple: true, default: [] as string[] },
  hugo: { type: "string", multiple: true, default: [] as string[] },
  "no-hugo": { type: "boolean", default: false },
  eleventy: { type: "boolean", default: false },
  dir: { type: "string" },
  out: { type: "string" },
  help: { type: "boolean", default: false },
} as const;

/** Reads the command line; undefined when only help is asked for. */
export function readOptions(args: readonly string[]): Options | undefined {
  let values;
  try {
    ({ values } = parseArgs({ args: [...args], options: CONFIG, strict: true }));
  } catch (error) {
    throw new BenchProblem(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`, 2);
  }
  if (values.help) return undefined;
  const place = (path: string | undefined) => (path === undefined ? undefined : resolve(path));
  return {
    sizes: readSizes(values.sizes),
    defaultSizes: readSizes(values["default-sizes"]),
    runs: values.runs === undefined ? undefined : count(values.runs, 1, 1),
    // Whole paths, since builds run in other folders.
    nodes: values.node.map((path) => resolve(path)),
    hugos: values.hugo.map((path) => resolve(path)),
    withHugo: !values["no-hugo"],
    eleventy: values.eleventy,
    dir: place(values.dir),
    out: place(values.out),
  };
}

/** The default place of work folders. */
export const TEMPORARY = join(tmpdir(), "evening-update-bench-");
