import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { compareFolders } from "./compare.ts";
import { listFiles } from "./corpus/files.ts";
import type { Plan } from "./corpus/invent.ts";
import type { Cost, Measure } from "./measure.ts";
import { BenchProblem } from "./problem.ts";
import { eleventyCommand, hugoCommand, placesIn, projectCommand } from "./programs.ts";
import type { SizeResult } from "./report/results.ts";
import { EDITS, type Scenario, SCENARIO_NAMES } from "./scenarios.ts";
import { writeContent } from "./corpus/write-content.ts";
import { writeEleventy } from "./peers/write-eleventy.ts";
import { writeHugo } from "./peers/write-hugo.ts";

interface Bench {
  readonly folder: string;
  readonly plan: Plan;
  readonly runs: number;
  readonly eleventy: boolean;
  readonly measure: Measure;
  /** Is told what goes on, a line at a time. */
  readonly say: (line: string) => void;
}

/**
 * Where folders go that have to be out of the way. They are deleted last of all: for minutes after a deletion ext4 passes over
 * every inode that it freed before it takes a new one, which would be measured along with whichever program comes next.
 */
interface Attic {
  putAway(...folders: readonly string[]): void;
  empty(): void;
}

function createAttic(folder: string): Attic {
  const away: string[] = [];
  return {
    putAway(...folders) {
      for (const old of folders) {
        if (!existsSync(old)) continue;
        away.push(`${folder}-old-${process.pid}-${away.length}`);
        renameSync(old, away.at(-1) ?? "");
      }
    },
    empty() {
      for (const old of away) rmSync(old, { recursive: true });
    },
  };
}

const MOST_APART = 0.01;

/** How many files each program made; they are to be the same site. */
function describeFiles({ hugo = 0, cold = 0, eleventy }: Partial<Record<Scenario, number>>): string {
  const counts = [`this project ${cold}`, `Hugo ${hugo}`, ...(eleventy === undefined ? [] : [`Eleventy ${eleventy}`])];
  const apart = Math.max(...[hugo, eleventy ?? hugo].map((count) => Math.abs(count - cold) / cold));
  const verdict = apart > MOST_APART ? `; more than ${MOST_APART * 100} % apart, so they are not the same site` : "";
  return `files: ${counts.join(", ")}${verdict}`;
}

const MOST_SHOWN = 20;

/** Checks that what the edits left behind is what a cold build of the same content makes. */
async function verify({ folder, measure, say }: Bench, attic: Attic): Promise<void> {
  const { content, out } = placesIn(folder);
  const fresh = { content, out: join(folder, "fresh-site"), state: join(folder, "fresh-state") };
  attic.putAway(fresh.out, fresh.state);
  await measure(projectCommand(fresh));
  const different = compareFolders(out, fresh.out);
  if (different.length > 0) {
    const shown = different.slice(0, MOST_SHOWN).map((line) => `  ${line}`);
    const count = `${different.length} files are not as a cold build makes them:`;
    throw new BenchProblem([count, ...shown].join("\n"));
  }
  say(`after all edits, equal to a cold build: ${listFiles(out).length} files`);
}

/** Writes the publications of one size and measures every scenario, Hugo and this project by turns. */
export async function benchSize(bench: Bench): Promise<SizeResult> {
  const { folder, plan, runs, eleventy, measure, say } = bench;
  const places = placesIn(folder);
  const attic = createAttic(folder);
  attic.putAway(folder);
  mkdirSync(folder, { recursive: true });
  say(`writing ${plan.stories.toLocaleString("en")} stories`);
  writeContent(places.content, plan);
  writeHugo(places.hugo, plan);
  if (eleventy) writeEleventy(places.eleventy, plan);

  const costs: Partial<Record<Scenario, Cost[]>> = {};
  const files: Partial<Record<Scenario, number>> = {};
  const record = async (scenario: Scenario, cost: Promise<Cost>, out: string): Promise<void> => {
    const { wall, cpu, memory } = await cost;
    (costs[scenario] ??= []).push({ wall, cpu, memory });
    // The first run's count is that of the publication as it was written, for every program.
    files[scenario] ??= listFiles(out).length;
    say(`${SCENARIO_NAMES[scenario]}: ${wall.toFixed(2)} s, CPU ${cpu.toFixed(2)} s, ${memory.toFixed(0)} MB`);
  };

  for (let run = 0; run < runs; run++) {
    say(`run ${run + 1} of ${runs}`);
    attic.putAway(places.hugoOut);
    await record("hugo", measure(hugoCommand(places)), places.hugoOut);
    if (eleventy) {
      attic.putAway(places.eleventyOut);
      await record("eleventy", measure(eleventyCommand(places)), places.eleventyOut);
    }
    attic.putAway(places.out, places.state);
    await record("cold", measure(projectCommand(places)), places.out);
    for (const [scenario, edit] of EDITS) {
      edit(places.content, plan, run);
      await record(scenario, measure(projectCommand(places)), places.out);
    }
  }
  say(describeFiles(files));
  await verify(bench, attic);
  attic.empty();
  return { stories: plan.stories, costs, files };
}
