import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Generator } from "../../content/init/project-files.ts";
import { VENDORED } from "../../content/init/readme.ts";
import { listOfInstalled, readManifest } from "../../home.mjs";
import { PROJECT } from "../../pipeline/project.ts";
import { UsageError } from "../options.ts";
import { runNpm } from "./npm.ts";

/** Where a publication gets the generator from: what its package.json asks for, and the packed generator where that lies beside it. */
export interface Supply {
  readonly spec: string;
  readonly packed?: Uint8Array;
}

/** What is known of a package that npm installed. */
interface Installed {
  readonly version?: string;
  readonly resolved?: string;
}

/** What the generator's own package.json says. */
export function readGenerator(): Generator {
  return JSON.parse(readFileSync(join(PROJECT, "package.json"), "utf8")) as Generator;
}

function supplyFile(path: string): Supply {
  return { spec: `file:${VENDORED}`, packed: readFileSync(path) };
}

/** Packs the generator's sources as `npm pack` does. Throws where npm cannot. */
function pack(): Supply {
  const folder = mkdtempSync(join(tmpdir(), "evening-update-pack-"));
  try {
    const { stdout, failure } = runNpm(["pack", "--ignore-scripts", "--silent", "--pack-destination", folder], PROJECT);
    if (failure !== undefined)
      throw new UsageError(`--generator: the generator cannot be packed; say where it is to come from\n${failure}`);
    return supplyFile(join(folder, stdout.trim().split("\n").at(-1) ?? ""));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What npm notes of the generator in the folder into which it was installed, and what that folder asked for. */
function readInstalled(
  list: string,
  { name }: Generator,
): { root: string; entry: Installed; wanted: string } | undefined {
  const root = dirname(dirname(list));
  try {
    const { packages } = JSON.parse(readFileSync(list, "utf8")) as { packages: Readonly<Record<string, Installed>> };
    const entry = packages[relative(root, PROJECT).split(sep).join("/")];
    const wanted = readManifest(root)?.dependencies?.[name];
    return entry && { root, entry, wanted: typeof wanted === "string" ? wanted : "" };
  } catch {
    return undefined;
  }
}

/** Where the program that runs came from; undefined where nothing tells. */
function findSupply(generator: Generator): Supply | undefined {
  const list = listOfInstalled(PROJECT);
  if (list === undefined) return pack();
  const installed = readInstalled(list, generator);
  if (!installed) return undefined;
  const { root, entry, wanted } = installed;
  const { resolved, version = generator.version } = entry;
  if (resolved?.startsWith("file:")) {
    const path = resolve(
      root,
      resolved.startsWith("file://") ? fileURLToPath(resolved) : resolved.slice("file:".length),
    );
    return statSync(path, { throwIfNoEntry: false })?.isFile() ? supplyFile(path) : undefined;
  }
  if (resolved?.startsWith("git")) return { spec: resolved };
  // A tarball of the web is asked for by its address; by a registry npm notes where one lies, or is told to leave that out.
  return { spec: /^https?:/.test(wanted) ? wanted : `^${version}` };
}

/**
 * Where a new publication is to get the generator from: `given`, which may be a packed one, else where the program that runs came from. Throws a UsageError where
 * neither is known.
 */
export function supplyGenerator(given: string | undefined, generator: Generator): Supply {
  if (given !== undefined) {
    const path = given.replace(/^file:/, "");
    if (!/\.(?:tgz|tar\.gz)$/.test(given) || /^https?:/.test(given)) return { spec: given };
    if (!statSync(path, { throwIfNoEntry: false })?.isFile())
      throw new UsageError(`--generator: there is no file ${path}`);
    return supplyFile(path);
  }
  const found = findSupply(generator);
  if (found) return found;
  throw new UsageError(
    `--generator: nothing tells where ${generator.name} was installed from; name a version (--generator "^${generator.version}") or a packed one (--generator ./${generator.name}-${generator.version}.tgz)`,
  );
}
