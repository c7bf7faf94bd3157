import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openQueue } from "../../src/pipeline/letters/queue.ts";
import { freePort } from "../browser/desk-server.ts";
import { PROGRAM, PROJECT } from "../command.ts";
import { askToken, layLetterSite, NOW, send, STORY, TYPED } from "./letter-site.ts";

const KILLS = 3;
const site = layLetterSite();

afterAll(() => {
  rmSync(site.folder, { recursive: true, force: true });
});

async function start(port: number): Promise<ChildProcess> {
  const args = ["--content", site.content, "--queue", site.queue, "--port", String(port), "--per-hour", "100000"];
  const child = spawn(process.execPath, [PROGRAM, "letters", "serve", ...args, "--now", new Date(NOW).toISOString()], {
    cwd: PROJECT,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  expect(line.toString()).toContain(`http://127.0.0.1:${port}/`);
  return child;
}

test(`a server that is killed ${KILLS} times under load has every letter that it thanked for, and no broken one`, async () => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const thanked: string[] = [];
  for (let round = 0; round < KILLS; round++) {
    const child = await start(port);
    const token = await askToken(url);
    const ended = once(child, "exit");
    let isAlive = true;
    const before = thanked.length;
    const write = async (writer: number): Promise<void> => {
      for (let nth = 0; isAlive; nth++) {
        const text = `Letter ${round}, ${writer}, ${nth}.`;
        const status = await send(url, { ...TYPED, text, story: STORY, token }).then(
          (response) => response.status,
          () => 0,
        );
        if (status === 303) thanked.push(text);
        if (thanked.length - before > 40 + 30 * round && child.kill("SIGKILL")) isAlive = false;
      }
    };
    await Promise.all(Array.from({ length: 20 }, (_, writer) => write(writer)));
    await ended;
  }
  const { letters, broken } = openQueue(site.queue).list();
  expect(broken).toEqual([]);
  const kept = new Set(letters.map(({ text }) => text));
  expect(kept.size).toBe(letters.length);
  expect(thanked.filter((text) => !kept.has(text))).toEqual([]);
  expect(thanked.length).toBeGreaterThan(200);
  for (const name of readdirSync(site.queue).filter((each) => each.endsWith(".json")))
    expect(() => JSON.parse(readFileSync(join(site.queue, name), "utf8")) as unknown).not.toThrow();
});
