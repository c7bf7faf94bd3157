import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, expect, test, vi } from "vitest";
import { findHome, listOfInstalled } from "../../src/home.mjs";
import { readTarget } from "../../src/pipeline/deploy/target.ts";
import { cacheFolder } from "../../src/pipeline/state/kept.ts";
import { PROJECT } from "../command.ts";

const folder = realpathSync.native(mkdtempSync(join(tmpdir(), "evening-update-home-")));

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Makes a folder with a package.json, and gives its path. */
function lay(path: string, manifest: object | string): string {
  const whole = join(folder, path);
  mkdirSync(whole, { recursive: true });
  writeFileSync(join(whole, "package.json"), typeof manifest === "string" ? manifest : JSON.stringify(manifest));
  return whole;
}

const GENERATOR = { name: "evening-update", version: "1.0.0" };
const USES = { dependencies: { "evening-update": "^1.0.0" } };

test("a publication is at home where its package.json asks for the program, wherever that lies", () => {
  const paper = lay("paper", USES);
  const installed = lay("paper/node_modules/evening-update", GENERATOR);
  const store = lay("store/evening-update@1/node_modules/evening-update", GENERATOR);
  const clone = lay("clone", GENERATOR);
  for (const program of [installed, store, clone]) {
    expect(findHome(program, paper)).toBe(paper);
    expect(findHome(program, join(paper, "content", "pages"))).toBe(paper);
  }
  const room = lay("rooms/papers/evening", { devDependencies: { "evening-update": "*" } });
  lay("rooms", { workspaces: ["papers/*"] });
  expect(findHome(lay("rooms/node_modules/evening-update", GENERATOR), room)).toBe(room);
  const alias = lay("alias", { dependencies: { generator: "npm:evening-update@1" }, eveningUpdate: {} });
  expect(findHome(installed, alias)).toBe(alias);
});

test("in a clone or a fork, and where nobody asks for the program, it is at home in its own folder", () => {
  const clone = lay("inner/clone", GENERATOR);
  lay("inner", USES);
  expect(findHome(clone, clone)).toBe(clone);
  expect(findHome(clone, join(clone, "content"))).toBe(clone);
  for (const manifest of [{ dependencies: { other: "1" } }, "{", "null", "[]", '"evening-update"'])
    expect(findHome(clone, lay("elsewhere", manifest)), JSON.stringify(manifest)).toBe(clone);
  // A program without a name of its own is found by the key alone.
  expect(findHome(join(folder, "nameless"), lay("paper-of-nameless", USES))).toBe(join(folder, "nameless"));
});

test("what npm lists beside an installed program is found, below a scope as well", () => {
  const list = join(folder, "paper", "node_modules", ".package-lock.json");
  expect(listOfInstalled(join(folder, "paper", "node_modules", "evening-update"))).toBe(list);
  expect(listOfInstalled(join(folder, "paper", "node_modules", "@me", "evening-update"))).toBe(list);
  expect(listOfInstalled(join(folder, "clone"))).toBeUndefined();
});

test("builds keep for each other in the publication, and a deploy may go into neither it nor the program", () => {
  vi.stubEnv("EVENING_UPDATE_CACHE", undefined);
  const kept = { site: join(folder, "site"), contents: [] };
  expect(cacheFolder()).toBe(join(PROJECT, ".cache"));
  const linked = join(folder, "linked");
  const paper = lay("linked", USES);
  mkdirSync(join(linked, "node_modules"));
  symlinkSync(PROJECT, join(linked, "node_modules", "evening-update"), "junction");
  vi.spyOn(process, "cwd").mockReturnValue(paper);
  expect(cacheFolder()).toBe(join(paper, ".cache"));
  expect(() => readTarget(join(paper, "live"), kept)).toThrow("it lies within this publication");
  expect(() => readTarget(join(PROJECT, "live"), kept)).toThrow("it lies within this project");
  expect(() => readTarget(join(paper, "node_modules", "evening-update", "live"), kept)).toThrow("within this project");
  expect(readTarget(join(folder, "live"), kept).lock).toContain(folder);
});
