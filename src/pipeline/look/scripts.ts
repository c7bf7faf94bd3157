import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { digestOf } from "../digest.ts";
import { openKept } from "../state/kept.ts";
import { PROJECT } from "../project.ts";

/** The folders of scripts, each with files that no other has the name of. */
const FOLDERS = ["scripts", "desk"].map((name) => join(PROJECT, "templates", name));
/** What they have in common with the rest of the program. */
const SHARED = [
  "content/addresses.ts",
  "content/files/slugify.ts",
  "content/problems/count.ts",
  "locales/compile.ts",
  "locales/format.ts",
  "views/desk/calls.ts",
  "views/files/offline-site.ts",
  "views/problems.ts",
  "views/search/undivided.ts",
].map((path) => join(PROJECT, "src", path));
const TARGET = ["chrome123", "firefox120", "safari17.5"];

/** What a script is told of its site, by the name of a constant. */
type Constants = Readonly<Record<string, string>>;

async function bundle(name: string, isInline: boolean, constants: Constants): Promise<Uint8Array> {
  const { buildSync } = await import("esbuild");
  const { outputFiles } = buildSync({
    entryPoints: [listScriptSources().find((path) => basename(path) === name) ?? name],
    bundle: true,
    minify: true,
    // In a function of its own only where there is more than one file: a page's own script is sent with every page.
    format: isInline ? "esm" : "iife",
    target: TARGET,
    define: Object.fromEntries(Object.entries(constants).map(([name, value]) => [name, JSON.stringify(value)])),
    write: false,
  });
  return Buffer.from((outputFiles[0]?.text ?? "").trim());
}

/** The files of which any script may be made. */
export function listScriptSources(): string[] {
  const own = FOLDERS.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".ts"))
      .sort()
      .map((name) => join(folder, name)),
  );
  return [...own, ...SHARED];
}

/** Bundles a script of `templates/scripts/` or `templates/desk/` for browsers, once for each state of those folders and what they share. */
export async function bundleScript(name: string, isInline = false, constants: Constants = {}): Promise<string> {
  const sources = listScriptSources().map((path) => `${basename(path)}\n${readFileSync(path, "utf8")}`);
  // They belong to the program rather than to a publication, so they lie where it does.
  const kept = openKept("scripts", join(PROJECT, ".cache"));
  const digest = digestOf(...sources, name, String(isInline), JSON.stringify(constants));
  return Buffer.from(await kept.get(`${digest}.js`, () => bundle(name, isInline, constants))).toString();
}

/** A script that stands in a page, and the digest by which the page's policy lets it run. */
export interface InlineScript {
  readonly code: string;
  /** In base64, as a content security policy names it. */
  readonly sha256: string;
}

export async function inlineScript(name: string, constants: Constants): Promise<InlineScript> {
  const code = await bundleScript(name, true, constants);
  return { code, sha256: createHash("sha256").update(code).digest("base64") };
}
