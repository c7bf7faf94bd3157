import { existsSync, readFileSync, statSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { FILES } from "../content/addresses.ts";
import { carryOut, prepareDeploy } from "../pipeline/deploy/deploy.ts";
import type { Plan } from "../pipeline/deploy/plan.ts";
import { readSite } from "../pipeline/deploy/site-files.ts";
import { DeployError } from "../pipeline/deploy/store.ts";
import { makePlace, readTarget, type Target } from "../pipeline/deploy/target.ts";
import { acquireLock, type Held, holdLock } from "../pipeline/output/lock.ts";
import { MARKER, placesOf } from "../pipeline/output/output.ts";
import { findBuilt } from "../pipeline/state/built.ts";
import { countOf } from "../content/problems/count.ts";
import { describeFailure } from "./failure.ts";
import { createCommand, UsageError } from "./options.ts";
import { createProgress } from "./progress.ts";
import { BUSY } from "./write-folder.ts";

interface DeployOptions {
  to: string;
  out: string;
  dryRun: boolean;
}

/** Milliseconds from one look at a lock to the next. */
const PAUSE = 200;
/** So many files are named. */
const NAMED = 5;

const say = (text: string) => process.stdout.write(`${text}\n`);

/** Why a folder is not a site that may be shown to readers; undefined where it is. */
function refusalOf(folder: string, out: string): string | undefined {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    return `there is no site in ${out}; run “npm run build” first`;
  const has = (path: string) => existsSync(folder + path);
  if (!has(MARKER.path) || !has(FILES.sitemap) || !has(FILES.headers) || !has(FILES.robots))
    return `${out} is not a site that a build finished; run “npm run build”, or name its folder with --out DIR`;
  if (!/^Allow: \/$/m.test(readFileSync(folder + FILES.robots, "utf8")))
    return `${out} is a preview, which has drafts in it; run “npm run build”`;
  return undefined;
}

/** Takes a target's lock, once whoever has it has ended. */
async function waitForLock(target: Target, to: string): Promise<Held> {
  makePlace(target);
  for (let isSaid = false; ; isSaid = true) {
    const held = holdLock(target.lock);
    if (held) return held;
    if (!isSaid) process.stderr.write(`another deploy to ${to} is sending; waiting for its end\n`);
    await wait(PAUSE);
  }
}

function listSome(paths: readonly string[]): string {
  const more = paths.length > NAMED ? ` and ${paths.length - NAMED} more` : "";
  return paths.slice(0, NAMED).join(", ") + more;
}

function describePlan({ added, changed, removed, same }: Plan): string {
  const sent = added.flat().length + changed.flat().length;
  return `${countOf(sent, "file", "files")} to send and ${removed.flat().length} to remove; ${same} are there already`;
}

function listPlan({ added, changed, removed }: Plan): string[] {
  return [
    ...[...added, ...changed].flat().map(({ path }) => `send    ${path}`),
    ...removed.flat().map((path) => `remove  ${path}`),
  ];
}

async function deployTo(
  target: Target,
  lock: number | undefined,
  folder: string,
  { to, dryRun }: DeployOptions,
): Promise<void> {
  const progress = createProgress(process.stderr, "sending");
  const store = target.open(lock);
  try {
    const site = readSite(folder, target.keepsHeaders);
    const prepared = await prepareDeploy(site, store);
    const { plan, isUnfinished } = prepared;
    if (plan.strange.length > 0) say(`no deploy put these there, so they stay: ${listSome(plan.strange)}`);
    if (plan.same === site.length && plan.removed.length === 0 && !isUnfinished) {
      say(`nothing has changed: ${to} has the ${site.length} pages and files that it should`);
      return;
    }
    if (isUnfinished) say("the last deploy did not end; this one completes it");
    say(describePlan(plan));
    if (dryRun) {
      listPlan(plan).forEach(say);
      say("nothing was sent, since this is a dry run");
      return;
    }
    const all = site.length - plan.same;
    await carryOut(site, store, prepared, (done) => {
      progress.show(done, all);
    });
    progress.clear();
    say(`${to} has the ${site.length} pages and files of ${folder}`);
  } finally {
    progress.clear();
    store.close();
  }
}

export const deploy = createCommand("deploy", "send the built site to where readers get it, and only what changed")
  .requiredOption("--to <target>", "a folder, s3://BUCKET/PREFIX or rclone:REMOTE:PATH")
  .option("--out <dir>", "where the built site is", "_site")
  .option("--dry-run", "say what would be sent and removed, and do nothing", false)
  .action(async (options: DeployOptions) => {
    const { to, out } = options;
    const places = placesOf(out);
    const folder = places.target;
    const refusal = refusalOf(folder, out);
    if (refusal !== undefined) throw new UsageError(refusal);
    const release = acquireLock(places.lock);
    if (!release) {
      say(`a build is writing ${out}, or another deploy reads it`);
      process.exitCode = BUSY;
      return;
    }
    let held: Held | undefined;
    try {
      const { contents, isEdited } = findBuilt(folder);
      if (isEdited)
        throw new DeployError(`${out} was changed since a build made it, so nothing was sent; run “npm run build”`);
      const target = readTarget(to, { site: folder, contents });
      if (!options.dryRun) held = await waitForLock(target, to);
      await deployTo(target, held?.file, folder, options);
    } catch (error) {
      process.stderr.write(`${error instanceof DeployError ? error.message : describeFailure(error)}\n`);
      process.exitCode = 1;
    } finally {
      held?.release();
      release();
    }
  });
