import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { PROJECT } from "../command.ts";

/** The last version for Node 20. */
const VERSION = "12.8.2";
const FOLDER = join(PROJECT, ".cache", "audit");
const PACKAGE = join(FOLDER, "node_modules", "lighthouse");

export const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"] as const;
export type Category = (typeof CATEGORIES)[number];

/** What one run found. */
export interface Score {
  /** Of 100. */
  readonly scores: Readonly<Record<Category, number>>;
  /** Each audit that kept a score below 100. */
  readonly losses: readonly string[];
  /** First and largest contentful paint on a throttled phone, in milliseconds, as simulated. */
  readonly paints: readonly [first: number, largest: number];
}

interface Audit {
  readonly id: string;
  readonly title: string;
  readonly score: number | null;
  readonly displayValue?: string;
  readonly numericValue?: number;
}

interface Report {
  readonly categories: Readonly<
    Record<string, { score: number | null; auditRefs: readonly { id: string; weight: number }[] }>
  >;
  readonly audits: Readonly<Record<string, Audit>>;
  readonly runtimeError?: { readonly message: string };
}

type Lighthouse = (url: string, flags: object) => Promise<{ readonly lhr: Report } | undefined>;

function isInstalled(): boolean {
  const manifest = join(PACKAGE, "package.json");
  return (
    existsSync(manifest) && (JSON.parse(readFileSync(manifest, "utf8")) as { version: string }).version === VERSION
  );
}

/**
 * Loads Lighthouse, which is installed into `.cache/audit/` the first time: with its 185 MB it is no dependency of a project
 * whose tests do without it. Throws when npm cannot install it.
 */
export async function loadLighthouse(say: (line: string) => void): Promise<Lighthouse> {
  if (!isInstalled()) {
    say(`installing lighthouse ${VERSION} into .cache/audit/, once`);
    const npm = process.env["npm_execpath"];
    const args = ["install", "--prefix", FOLDER, "--no-save", "--ignore-scripts", "--no-audit", "--no-fund"];
    const [program, first] = npm === undefined ? ["npm", []] : [process.execPath, [npm]];
    const { status } = spawnSync(program, [...first, ...args, `lighthouse@${VERSION}`], { stdio: "inherit" });
    if (status !== 0) throw new Error(`npm could not install lighthouse ${VERSION}`);
  }
  const { default: lighthouse } = (await import(pathToFileURL(join(PACKAGE, "core", "index.js")).href)) as {
    default: Lighthouse;
  };
  return lighthouse;
}

/** Has Lighthouse look at a page as on a phone with a slow line, in the browser that listens on a port. */
export async function scorePage(lighthouse: Lighthouse, url: string, port: number): Promise<Score> {
  const result = await lighthouse(url, { port, output: "json", logLevel: "silent", onlyCategories: CATEGORIES });
  if (!result || result.lhr.runtimeError)
    throw new Error(`${url}: ${result?.lhr.runtimeError?.message ?? "no result"}`);
  const { categories, audits } = result.lhr;
  const scoreOf = (category: Category) => Math.round((categories[category]?.score ?? 0) * 100);
  const losses = CATEGORIES.filter((category) => scoreOf(category) < 100).flatMap((category) =>
    (categories[category]?.auditRefs ?? [])
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
      .map(({ id }) => `${id} ${audits[id]?.displayValue ?? audits[id]?.title ?? ""}`.trim()),
  );
  const paint = (id: string) => Math.round(audits[id]?.numericValue ?? NaN);
  return {
    scores: Object.fromEntries(CATEGORIES.map((category) => [category, scoreOf(category)])) as Record<Category, number>,
    losses,
    paints: [paint("first-contentful-paint"), paint("largest-contentful-paint")],
  };
}
