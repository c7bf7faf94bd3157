import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { launchBrowser } from "../browser/launch.ts";
import type { Load } from "../browser/loading.ts";
import { PAGE_TYPES } from "../browser/visits.ts";
import { run } from "../command.ts";
import { serveSite } from "../site-server.ts";
import { CHECKS, checkPages, type PageType, weighPage } from "./checks.ts";
import { CATEGORIES, loadLighthouse, type Score, scorePage } from "./lighthouse.ts";
import { type Options, readOptions, USAGE } from "./options.ts";
import { medianScore, tabulateLoads, tabulateScores } from "./table.ts";
import { PUBLICATIONS } from "../fixtures.ts";

/** Audits every type of page of the built example in a browser: 0 when each keeps what it promises, 1 when not, 2 for a wrong option. */

/** Page types that must have 100 in each of Lighthouse's categories; of the others it is told. */
const PERFECT = new Set(["home", "edition", "story", "topic"]);

const say = (text: string) => process.stdout.write(`${text}\n`);

function buildExample(folder: string): string {
  const out = join(folder, "site");
  const { content, now } = PUBLICATIONS.example;
  const { code, stdout, stderr } = run(["build", "--content", content, "--out", out, "--now", now]);
  if (code !== 0) throw new Error(`the example does not build:\n${stdout}${stderr}`);
  return out;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === "object" && address ? address.port : 0;
}

/** Tells a check's result in a line, and below it what is wrong. */
function tell(name: string, problems: readonly string[]): number {
  say(`${problems.length === 0 ? "right" : "WRONG"}  ${name}`);
  for (const problem of problems) say(`       ${problem}`);
  return problems.length;
}

async function askLighthouse(origin: string, port: number, types: readonly PageType[], runs: number): Promise<number> {
  const lighthouse = await loadLighthouse(say);
  const scores = new Map<string, Score[]>();
  for (const [type, path] of types) {
    const own: Score[] = [];
    for (let count = 0; count < runs; count++) own.push(await scorePage(lighthouse, origin + path, port));
    scores.set(type, own);
  }
  say(`\n${tabulateScores(scores)}`);
  const problems = [...scores].flatMap(([type, own]) => {
    const low = CATEGORIES.filter((category) => medianScore(own, category) < 100);
    const losses = [...new Set(own.flatMap((score) => score.losses))].join("; ");
    return low.length === 0 ? [] : [{ type, text: `${type} is under 100 in ${low.join(", ")}: ${losses}` }];
  });
  for (const { type, text } of problems) if (!PERFECT.has(type)) say(`(${text})`);
  return tell(
    `Lighthouse: 100 in every category on ${[...PERFECT].join(", ")}, median of ${runs}`,
    problems.filter(({ type }) => PERFECT.has(type)).map(({ text }) => text),
  );
}

async function auditPages(browser: Browser, origin: string, types: readonly PageType[]): Promise<number> {
  let wrong = 0;
  for (const check of CHECKS)
    wrong += tell(`${check.name}: ${types.length} pages`, await checkPages(browser, origin, check, types));
  const loads = new Map<string, Load & { readonly shift: number }>();
  const over: string[] = [];
  for (const [type, path] of types) {
    const { load, problems } = await weighPage(browser, origin, path);
    loads.set(type, load);
    over.push(...problems.map((problem) => `${type}: ${problem}`));
  }
  say(`\n${tabulateLoads(loads)}`);
  return wrong + tell("budgets, no shift, no other host asked", over);
}

async function audit({ site, runs }: Options): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "evening-update-audit-"));
  try {
    const built = site ?? buildExample(folder);
    const all: readonly PageType[] = Object.entries(PAGE_TYPES);
    const types = all.filter(([, path]) => existsSync(join(built, path.endsWith("/") ? `${path}index.html` : path)));
    const absent = all.filter((type) => !types.includes(type)).map(([type, path]) => `it has no ${type}, ${path}`);
    // Over https, as readers have it: the service worker works nowhere else.
    const server = await serveSite(built, { isSecure: true });
    const port = await freePort();
    const browser = await launchBrowser(`--remote-debugging-port=${port}`, "--ignore-certificate-errors");
    try {
      let wrong = absent.length === 0 ? 0 : tell("the site has a page of every type", absent);
      wrong += await auditPages(browser, server.url, types);
      if (runs > 0) wrong += await askLighthouse(server.url, port, types, runs);
      return wrong;
    } finally {
      await browser.close();
      await server.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function parse(): Options | undefined {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    process.exitCode = 2;
    return undefined;
  }
}

const options = parse();
if (options?.help) process.stdout.write(USAGE);
else if (options) {
  const wrong = await audit(options);
  say(wrong === 0 ? `\nevery page keeps what it promises` : `\n${wrong} things are wrong`);
  process.exitCode = wrong === 0 ? 0 : 1;
}
