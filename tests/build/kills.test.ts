import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { LONG } from "../fuzz/runs.ts";
import { createWorkshop, type Workshop } from "./harness.ts";

const KILLS = LONG ? 40 : 8;
// From the first file in the stage to the end of a build of this size.
const WRITING = 40;

let workshop: Workshop;
const whole: string[] = [];
let usual = 0;

beforeAll(() => {
  workshop = createWorkshop();
  for (const version of ["Oldham", "Newtown"]) {
    workshop.write(version);
    const start = performance.now();
    expect(workshop.build()).toMatchObject({ code: 0 });
    usual = performance.now() - start;
    whole.push(workshop.snapshot());
  }
});

afterAll(() => {
  workshop.remove();
});

test(`${KILLS} builds killed at random moments leave ${KILLS} whole sites, and the next build just works`, async () => {
  const stage = join(workshop.folder, ".site.stage");
  let killed = 0;
  for (let count = 0; count < KILLS; count++) {
    workshop.write(count % 2 === 0 ? "Oldham" : "Newtown");
    const build = workshop.start();
    const ended = once(build, "exit");
    // Every other kill waits for the files to be written, where a half site could come from.
    const atStage = count % 2 === 1;
    const moment = Math.random() * (atStage ? WRITING : usual);
    if (atStage) while (build.exitCode === null && !existsSync(stage)) await wait(1);
    await wait(moment);
    build.kill("SIGKILL");
    const [code] = (await ended) as [number | null];
    if (code === null) killed++;
    const site = workshop.snapshot();
    expect(whole, `killed ${moment.toFixed(1)} ms after ${atStage ? "the stage" : "the start"}`).toContain(site);
  }
  expect(killed).toBeGreaterThan(0);
  workshop.write("Newtown");
  expect(workshop.build()).toMatchObject({ code: 0 });
  expect(workshop.snapshot()).toBe(whole[1]);
  expect(workshop.leftovers()).toEqual([]);
});
