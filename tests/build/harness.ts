import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { PROGRAM, PROJECT, run, type Run } from "../command.ts";
import { keepFolders } from "./keep-folders.ts";

const BASE = join(PROJECT, "tests/fixtures/invalid/_base");
const STORY = "editions/2026/03-04-evening/open-model.md";
const FAILING = pathToFileURL(join(PROJECT, "tests/fixtures/build/fail-at.mjs")).href;
const NOW = ["--now", "2026-03-05T00:00:00Z"];

/** A function of node:fs that fails at its n-th call with an error code, or at which the process dies (`KILL`). */
export interface Failure {
  readonly call: "mkdirSync" | "writeFileSync" | "renameSync" | "rmSync" | "openSync" | "linkSync";
  readonly at: number;
  readonly code: "KILL" | "ENOSPC" | "EROFS" | "EACCES";
}

/** A folder with a small publication, of which one word tells the versions apart, and a place for its site. */
export interface Workshop {
  readonly out: string;
  readonly folder: string;
  /** Writes the version that the next build will read. */
  write(version: string): void;
  build(failure?: Failure): Run;
  /** Forgets what the last build knew, so that the next one makes everything anew. */
  forget(): void;
  /** Keeps the site and what is known of it, and returns how to bring both back. */
  keep(): () => void;
  start(): ChildProcess;
  /** What stands beside the site and the content. */
  leftovers(): string[];
  /** Every file of the site and a digest of its bytes, as one text; empty when there is no site. */
  snapshot(): string;
  remove(): void;
}

export function createWorkshop(): Workshop {
  const folder = mkdtempSync(join(tmpdir(), "evening-update-build-"));
  const content = join(folder, "content");
  const out = join(folder, "site");
  const state = join(folder, "state");
  // Without cards, which keep files of their own: tests count the calls that write the site.
  const args = ["build", "--content", content, "--out", out, "--no-cards", ...NOW];
  cpSync(BASE, content, { recursive: true });
  const story = readFileSync(join(content, STORY), "utf8");
  return {
    out,
    folder,
    write(version) {
      writeFileSync(join(content, STORY), story.replace("Example Labs has", `Example Labs of ${version} has`));
    },
    build: (failure) =>
      run(args, {
        env: failure
          ? {
              EVENING_UPDATE_CACHE: state,
              NODE_OPTIONS: `--import ${FAILING}`,
              FAIL_CALL: failure.call,
              FAIL_AT: String(failure.at),
              FAIL_CODE: failure.code,
            }
          : { EVENING_UPDATE_CACHE: state },
      }),
    forget() {
      rmSync(state, { recursive: true, force: true });
    },
    keep: () => keepFolders(folder, ["site", "state"]),
    start: () =>
      spawn(process.execPath, [PROGRAM, ...args], {
        cwd: PROJECT,
        env: { ...process.env, CI: "true", BUILD_NOW: "", EVENING_UPDATE_CACHE: state },
        stdio: "ignore",
      }),
    leftovers: () =>
      readdirSync(folder).filter((name) => !["content", "site", "state"].includes(name) && !name.startsWith(".kept-")),
    snapshot() {
      if (!existsSync(out)) return "";
      return readdirSync(out, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .map((path) => `${relative(out, path)} ${createHash("sha256").update(readFileSync(path)).digest("hex")}`)
        .sort()
        .join("\n");
    },
    remove() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
