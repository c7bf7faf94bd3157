import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Attic, createAttic } from "./attic.ts";
import { compareFolders } from "./compare.ts";
import { listFiles } from "./corpus/files.ts";
import type { Plan } from "./corpus/invent.ts";
import { writeContent } from "./corpus/write-content.ts";
import type { Engine, Engines } from "./engines.ts";
import { buildOf, type Job, ownJobs, peerJobs, sitesIn } from "./jobs.ts";
import type { Cost, Measure } from "./measure.ts";
import { writeCards } from "./peers/write-cards.ts";
import { writeEleventy } from "./peers/write-eleventy.ts";
import { writeHugo } from "./peers/write-hugo.ts";
import { BenchProblem } from "./problem.ts";
import { projectCommand, warmCommand } from "./programs.ts";
import type { Row, SizeResult } from "./report/results.ts";
import { DEFAULT_EDITS, EDITS, SCENARIO_NAMES } from "./scenarios.ts";

export interface Bench {
  readonly folder: string;
  readonly plan: Plan;
  /** The default build, with cards and search, instead of one without. */
  readonly extras: boolean;
  readonly runs: number;
  readonly engines: Engines;
  readonly eleventy: boolean;
  readonly measure: Measure;
  /** Is told what goes on, a line at a time. */
  readonly say: (line: string) => void;
}

const MOST_APART = 0.01;

/** How many files each program made of the same pages; they are to be the same site. */
function describeFiles(rows: readonly Row[]): string {
  const same = rows.filter(({ scenario }) => ["hugo", "eleventy", "cold"].includes(scenario));
  const counts = same.map(({ files }) => files);
  const apart = (Math.max(...counts) - Math.min(...counts)) / Math.max(...counts);
  const verdict = apart > MOST_APART ? `; more than ${MOST_APART * 100} % apart, so they are not the same site` : "";
  return `files: ${same.map(({ by, files }) => `${by} ${files}`).join(", ")}${verdict}`;
}

const MOST_SHOWN = 20;

/** Checks that what the edits left behind is what a cold build of the same content makes. */
async function verify({ folder, extras, measure, say }: Bench, node: Engine, attic: Attic): Promise<void> {
  const build = buildOf(folder, node, extras);
  const fresh = { ...build, out: join(folder, "fresh-site"), state: join(folder, "fresh-state") };
  attic.putAway(fresh.out, fresh.state);
  await measure(projectCommand(node, fresh));
  const different = compareFolders(build.out, fresh.out);
  if (different.length > 0) {
    const shown = different.slice(0, MOST_SHOWN).map((line) => `  ${line}`);
    const count = `${different.length} files of ${node.name} are not as a cold build makes them:`;
    throw new BenchProblem([count, ...shown].join("\n"));
  }
  say(`${node.name}, after all edits, is equal to a cold build: ${listFiles(build.out).length} files`);
}

async function writeSites({ folder, plan, extras, engines, eleventy, say }: Bench): Promise<void> {
  const sites = sitesIn(folder);
  mkdirSync(folder, { recursive: true });
  say(`writing ${plan.stories.toLocaleString("en")} stories`);
  writeContent(sites.content, plan);
  if (engines.hugos.length > 0) {
    writeHugo(sites.hugo, plan, "same");
    if (extras) await writeCards(sites.hugo);
    else writeHugo(sites.lean, plan, "lean");
  }
  if (eleventy && !extras) writeEleventy(sites.eleventy, plan);
}

/** Notes what builds cost, by scenario and program. */
function createLedger({ measure, say }: Bench, attic: Attic) {
  const rows = new Map<string, Row & { costs: Cost[] }>();
  return {
    rows: () => [...rows.values()],
    record: async ({ scenario, by, command, out, fresh }: Job): Promise<void> => {
      attic.putAway(...fresh);
      const { wall, cpu, memory } = await measure(command);
      const key = `${scenario} ${by}`;
      // The first run's count is that of the publication as it was written, for every program.
      const row = rows.get(key) ?? { scenario, by, costs: [], files: listFiles(out).length };
      rows.set(key, row);
      row.costs.push({ wall, cpu, memory });
      say(`${SCENARIO_NAMES[scenario]}, ${by}: ${wall.toFixed(2)} s, CPU ${cpu.toFixed(2)} s, ${memory.toFixed(0)} MB`);
    },
  };
}

/** Writes the publications of one size and measures every scenario, all programs by turns. */
export async function benchSize(bench: Bench): Promise<SizeResult> {
  const { folder, plan, extras, runs, engines, eleventy, measure, say } = bench;
  const attic = createAttic(folder);
  attic.putAway(folder);
  await writeSites(bench);
  const { content } = sitesIn(folder);
  const { rows, record } = createLedger(bench, attic);
  for (const node of engines.nodes) await measure(warmCommand(node));
  for (let run = 0; run < runs; run++) {
    say(`run ${run + 1} of ${runs}`);
    // Every other run goes the other way, so that no program always comes after the same one.
    const inTurn = (jobs: readonly Job[]) => (run % 2 === 0 ? jobs : jobs.toReversed());
    const cold = ownJobs(folder, engines.nodes, extras, extras ? "coldDefault" : "cold", true);
    for (const job of inTurn([...peerJobs(folder, engines, extras, eleventy), ...cold])) await record(job);
    for (const [scenario, edit] of extras ? DEFAULT_EDITS : EDITS) {
      edit(content, plan, run);
      for (const job of inTurn(ownJobs(folder, engines.nodes, extras, scenario))) await record(job);
    }
  }
  if (!extras && engines.hugos.length > 0) say(describeFiles(rows()));
  for (const node of engines.nodes) await verify(bench, node, attic);
  attic.empty();
  return { stories: plan.stories, extras, rows: rows() };
}
