import { resolve } from "node:path";
import { parseArgs } from "node:util";

export interface Options {
  /** A built site with the example's pages; without it the example is built. */
  readonly site: string | undefined;
  /** How often Lighthouse looks at each page. */
  readonly runs: number;
  readonly help: boolean;
}

export const USAGE = `npm run audit -- [--site DIR] [--runs 3]

  --site  a built site of the example content (default: it is built for the audit)
  --runs  how often Lighthouse looks at each page, of which the median counts; 0 leaves it out
`;

/** Reads the command line. Throws an error with a sentence for what it does not understand. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      site: { type: "string" },
      runs: { type: "string", default: "3" },
      help: { type: "boolean", default: false },
    },
    strict: true,
  });
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 0) throw new Error(`“${values.runs}” is no number of runs`);
  return { site: values.site === undefined ? undefined : resolve(values.site), runs, help: values.help };
}
