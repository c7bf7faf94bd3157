import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { PROJECT } from "../command.ts";

/** Prints how much room for new objects a thread has at first. In a process of its own, since flags are of a whole process. */
const PROGRAM = `
  const { growHeapsSlowly } = await import(${JSON.stringify(pathToFileURL(join(PROJECT, "src/pipeline/heap-growth.ts")).href)});
  const { Worker } = await import("node:worker_threads");
  const room = () => new Promise((resolve) => new Worker(
    'const { getHeapSpaceStatistics } = require("node:v8"); require("node:worker_threads").parentPort.postMessage(' +
    'getHeapSpaceStatistics().find((space) => space.space_name === "new_space").space_size)', { eval: true, execArgv: [] }
  ).once("message", resolve));
  const before = await room();
  growHeapsSlowly();
  console.log(JSON.stringify([before, await room()]));
`;

test("this Node knows the flags, and threads that are made from then on begin with more room for new objects", () => {
  const args = ["--import", "tsx", "--input-type=module", "--eval", PROGRAM];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: PROJECT, encoding: "utf8" });
  expect(stderr).toBe("");
  const [before, after] = JSON.parse(stdout) as [number, number];
  expect(before).toBeLessThan(8 * 1024 ** 2);
  expect(after).toBeGreaterThanOrEqual(16 * 1024 ** 2);
});
