import { lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { writeContent } from "../../content/init/content-files.ts";
import type { Plan } from "../../content/init/plan.ts";
import { WORKFLOWS, writeProject } from "../../content/init/project-files.ts";
import { VENDORED } from "../../content/init/readme.ts";
import { sortDiagnostics } from "../../content/problems/diagnostic-order.ts";
import type { Instant } from "../../content/time/calendar.ts";
import { expectedBy } from "../../content/time/rhythm.ts";
import { PROJECT } from "../../pipeline/project.ts";
import { checkArchive } from "../../pipeline/read/archive.ts";
import { readArchiveOf } from "../../pipeline/read/publication.ts";
import { answerAll } from "../ask.ts";
import { clockOf, createCommand, UsageError } from "../options.ts";
import { formatReport } from "../report.ts";
import { readGenerator, supplyGenerator } from "./generator.ts";
import { runNpm } from "./npm.ts";
import { type Answers, CONTENT, listingOf, openPlan, planOf, QUESTIONS } from "./questions.ts";

type Flags = Readonly<Partial<Answers> & { generator?: string; lock: boolean }>;

/** So many of the things that are in the way are named. */
const NAMED = 5;

const LOCK = ["install", "--package-lock-only", "--ignore-scripts", "--no-audit", "--no-fund"];

/** Refuses a folder in which something stands already; a repository without files is nothing. */
function requireFree(folder: string): void {
  const entry = lstatSync(folder, { throwIfNoEntry: false });
  if (!entry) return;
  if (!entry.isDirectory()) throw new UsageError(`${folder} is there already and is no folder; nothing was written`);
  const found = readdirSync(folder)
    .filter((name) => name !== ".git")
    .sort();
  if (found.length === 0) return;
  const more = found.length > NAMED ? ` and ${found.length - NAMED} more` : "";
  throw new UsageError(
    `${folder} is not empty (${found.slice(0, NAMED).join(", ")}${more}); name a folder that is empty or not there. Nothing was written`,
  );
}

/** The content of a new publication. Throws a UsageError that tells what is wrong with it. */
async function makeContent(plan: Plan, now: Instant): Promise<Readonly<Record<string, string>>> {
  const { site, problems } = openPlan(plan, now);
  const dateline = problems.length > 0 ? undefined : expectedBy(site, now)?.dateline;
  const files = writeContent(plan, dateline);
  const found = sortDiagnostics(checkArchive(await readArchiveOf(listingOf(files), CONTENT, now)));
  if (found.length === 0) return files;
  throw new UsageError(
    `a publication of these answers would not be right, so nothing was written:\n${formatReport(found, "text")}`,
  );
}

function readWorkflows(): Record<(typeof WORKFLOWS)[number], string> {
  const texts = WORKFLOWS.map(
    (name) => [name, readFileSync(join(PROJECT, ".github", "workflows", name), "utf8")] as const,
  );
  return Object.fromEntries(texts) as Record<(typeof WORKFLOWS)[number], string>;
}

/** Writes files that must not be there yet. */
function writeNew(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), content, { flag: "wx" });
  }
}

/** Has npm write package-lock.json, from which `npm ci` installs, and says what to type where it cannot. */
function writeLock(folder: string): void {
  const { failure } = runNpm(LOCK, folder);
  if (failure === undefined) return;
  process.stderr.write(
    `${failure}\npackage-lock.json could not be written; all else is there. Type, in ${folder}:\n    npm ${LOCK.slice(0, 3).join(" ")}\n`,
  );
  process.exitCode = 1;
}

export const init = createCommand("init", "write a new publication into an empty folder; asks what the flags leave out")
  .argument("<dir>", "the folder, empty or not there")
  .option("--name <text>", "what the publication is called")
  .option("--language <tag>", "its language, as en or de-CH")
  .option("--zone <zone>", "its time zone, as Europe/London")
  .option("--slots <list>", "its editions, as morning=07:00,evening=18:00")
  .option("--days <days>", "when they appear, as mon-fri")
  .option("--address <url>", "where readers find it, https://…, a path allowed")
  .option("--accent <colour>", 'its colour, as "#1b6b3a"')
  .option("--editor <name>", "the person who holds editorial responsibility")
  .option("--publisher <name>", "who publishes it, in law (else the editor)")
  .option("--email <address>", "the publisher's e-mail address")
  .option("--generator <spec>", "where npm gets the generator from: a version, an address or a packed file")
  .option("--no-lock", "write no package-lock.json")
  .action(async (folder: string, { generator: given, lock, ...flags }: Flags) => {
    requireFree(folder);
    const plan = planOf(await answerAll(QUESTIONS, flags));
    const content = await makeContent(plan, clockOf(undefined));
    const generator = readGenerator();
    const { spec, packed } = supplyGenerator(given, generator);
    mkdirSync(folder, { recursive: true });
    writeNew(join(folder, CONTENT), content);
    writeNew(folder, writeProject(plan, generator, spec, readWorkflows()));
    if (packed) writeNew(folder, { [VENDORED]: packed });
    process.stdout.write(`wrote ${plan.name} to ${folder}\n`);
    if (lock) writeLock(folder);
    const place = relative(process.cwd(), folder) || ".";
    process.stdout.write(`Next:\n    cd ${place}\n    npm ci\n    npm start\n`);
  });
