import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { digestOf } from "./digest.ts";
import { PROJECT } from "./project.ts";

const FOLDER = join(PROJECT, "templates", "scripts");
const BUNDLED = join(PROJECT, ".cache", "scripts");
const TARGET = ["chrome123", "firefox120", "safari17.5"];

/** Bundles a script of `templates/scripts/` for browsers, once for each state of that folder. */
export async function bundleScript(name: string, isInline = false): Promise<string> {
  const sources = readdirSync(FOLDER)
    .sort()
    .map((file) => `${file}\n${readFileSync(join(FOLDER, file), "utf8")}`);
  const kept = join(BUNDLED, `${digestOf(...sources, name, String(isInline))}.js`);
  if (existsSync(kept)) return readFileSync(kept, "utf8");
  const { buildSync } = await import("esbuild");
  const { outputFiles } = buildSync({
    entryPoints: [join(FOLDER, name)],
    bundle: true,
    minify: true,
    // In a function of its own only where there is more than one file: a page's own script is sent with every page.
    format: isInline ? "esm" : "iife",
    target: TARGET,
    write: false,
  });
  const text = (outputFiles[0]?.text ?? "").trim();
  try {
    mkdirSync(BUNDLED, { recursive: true });
    writeFileSync(kept, text);
  } catch {
    // On a disk that can only be read it is bundled each time.
  }
  return text;
}

/** A script that stands in a page, and the digest by which the page's policy lets it run. */
export interface InlineScript {
  readonly code: string;
  /** In base64, as a content security policy names it. */
  readonly sha256: string;
}

export async function inlineScript(name: string): Promise<InlineScript> {
  const code = await bundleScript(name, true);
  return { code, sha256: createHash("sha256").update(code).digest("base64") };
}
