import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";
import { run } from "./command.ts";
import { type FixturePublication, PUBLICATIONS } from "./fixtures.ts";

/** A build takes seconds; whoever made it has died when this is over. */
const PATIENCE = 240_000;
const PAUSE = 50;

function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

/** Makes `path` appear whole, so that no other process reads half of it. */
function writeWhole(path: string, text: string): void {
  writeFileSync(`${path}.part`, text);
  renameSync(`${path}.part`, path);
}

function make(own: string, { content, now }: FixturePublication, more: readonly string[]): void {
  const args = ["build", "--content", content, "--out", join(own, "site"), "--now", now, ...more];
  const { code, stdout, stderr } = run(args);
  const failure = code === 0 ? "" : `building ${content} failed with ${String(code)}:\n${stdout}${stderr}`;
  writeWhole(join(own, "done"), failure);
}

/**
 * Builds a publication's site once in a run of the tests, when the first file asks for it; all files look at the same folder,
 * and none may change it. Files run in processes of their own: the one that makes the folder builds, the others wait.
 */
export function buildOnce(publication: FixturePublication, ...more: string[]): string {
  const key = createHash("sha256")
    .update(JSON.stringify([publication.content, publication.now, more]))
    .digest("hex");
  const own = join(inject("runFolder"), key.slice(0, 16));
  const done = join(own, "done");
  if (mkdirSync(own, { recursive: true }) !== undefined) make(own, publication, more);
  const begin = Date.now();
  while (!existsSync(done)) {
    if (Date.now() - begin > PATIENCE) throw new Error(`the site of ${publication.content} is never finished`);
    sleep(PAUSE);
  }
  const failure = readFileSync(done, "utf8");
  if (failure !== "") throw new Error(failure);
  return join(own, "site");
}

export function exampleSite(): string {
  return buildOnce(PUBLICATIONS.example);
}

export function fixtureSite(): string {
  return buildOnce(PUBLICATIONS.fixture);
}

/** Both sites; each is built when its folder is asked for. */
export const SITES = [
  {
    name: "example",
    get folder() {
      return exampleSite();
    },
  },
  {
    name: "fixture",
    get folder() {
      return fixtureSite();
    },
  },
] as const;
