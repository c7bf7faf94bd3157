import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PROGRAM, PROJECT } from "../command.ts";
import { HANG, LONG } from "../fuzz/runs.ts";
import { crawl } from "./crawl.ts";
import { NAMES, openPlace, type Place } from "./places.ts";
import { runBeside } from "./run-beside.ts";
import { makeVersions, ORIGIN, readAll } from "./versions.ts";

/** A store's clients are started many times in each deploy. */
const KILLS = { "a folder": 20, aws: 3, rclone: 3 };

let folder: string;
let versions: readonly [string, string];
let texts: readonly Map<string, Buffer>[];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "evening-update-deploy-"));
  versions = makeVersions(folder);
  texts = versions.map(readAll);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The files that are there, notes of the deploy aside. */
function filesAt(place: Place): Map<string, Buffer> {
  return new Map([...place.files()].filter(([path]) => !path.startsWith("/.evening-update.")));
}

/** Follows everything: each file is of one version or of the other, and none is missing to another. */
async function look(place: Place, when: string): Promise<number> {
  const { found, dead } = await crawl(place.site, ORIGIN);
  expect(dead, when).toEqual([]);
  const mixed = [...found].filter(([path, bytes]) => {
    const file = path.endsWith("/") ? `${path}index.html` : path;
    return !texts.some((version) => version.get(file)?.equals(bytes));
  });
  expect(
    mixed.map(([path]) => path),
    when,
  ).toEqual([]);
  return found.size;
}

/** Deploys, and kills that at a random moment: before or after the first file is sent; alone, or with the client that it started. */
async function killOne(place: Place, site: string, count: number, usual: number): Promise<string> {
  const args = [PROGRAM, "deploy", "--to", place.to, "--out", site];
  const child = spawn(process.execPath, args, { cwd: PROJECT, env: place.env, stdio: "ignore", detached: true });
  const ended = once(child, "exit");
  const waits = count % 4 !== 0;
  while (waits && child.exitCode === null && !place.isBegun()) await wait(1);
  const moment = Math.random() * (waits ? place.sending : usual);
  await wait(moment);
  const whole = count % 2 === 0;
  try {
    process.kill(whole ? -(child.pid ?? 0) : (child.pid ?? 0), "SIGKILL");
  } catch {
    // It has ended.
  }
  await ended;
  return `killed ${moment.toFixed(0)} ms after ${waits ? "the first file" : "the start"}${whole ? ", its client too" : ""}`;
}

describe.each(NAMES)("a deploy to %s", (name) => {
  const kills = LONG ? 40 : KILLS[name];
  let place: Place;

  beforeAll(async () => {
    place = await openPlace(name, join(folder, name));
  });

  afterAll(async () => {
    await place.close();
  });

  test(
    `killed at ${kills} random moments leaves ${kills} whole sites, and the next one completes its own`,
    async () => {
      const deploy = (site: string) => runBeside(["deploy", "--to", place.to, "--out", site], place.env);
      // The first of all is killed as well: then there is no home page, or everything is there.
      const first = await killOne(place, versions[0], 1, 0);
      await look(place, `the first deploy, ${first}`);
      const start = performance.now();
      expect(await deploy(versions[0])).toMatchObject({ code: 0 });
      expect(filesAt(place)).toEqual(texts[0]);
      const usual = performance.now() - start;
      expect(await look(place, "at first")).toBeGreaterThan(60);
      for (let count = 0; count < kills; count++) {
        const version = Math.random() < 0.7 ? 1 - (count % 2) : count % 2;
        const moment = await killOne(place, versions[version] ?? "", count, usual);
        await look(place, `kill ${count}, to version ${version}, ${moment}`);
      }
      for (const version of [0, 1] as const) {
        const { code, stderr } = await deploy(versions[version]);
        expect({ code, stderr: stderr.replace(/^another deploy .*\n/, "") }).toEqual({ code: 0, stderr: "" });
        expect(filesAt(place)).toEqual(texts[version]);
        expect([...place.files().keys()].filter((path) => path.startsWith("/.evening-update."))).toEqual([
          "/.evening-update.deployed",
        ]);
        await look(place, "at the end");
      }
      expect((await deploy(versions[1])).stdout).toContain("nothing has changed");
    },
    HANG * 2,
  );
});
