import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { createAddressLimit } from "../../src/pipeline/letters/form/address-limit.ts";
import { makeToken, readToken } from "../../src/pipeline/letters/form/token.ts";
import { freePort } from "../browser/desk-server.ts";
import { PROGRAM, PROJECT, run } from "../command.ts";
import { askToken, layLetterSite, NOW, send, STORY, TYPED } from "./letter-site.ts";

const site = layLetterSite();
const now = new Date(NOW).toISOString();
const children: ChildProcess[] = [];

afterAll(() => {
  for (const child of children) child.kill("SIGKILL");
  rmSync(site.folder, { recursive: true, force: true });
});

test("the command takes letters, hears of new stories, counts, and ends when it is told", async () => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const args = ["letters", "serve", "--content", site.content, "--queue", site.queue, "--port", String(port)];
  const child = spawn(process.execPath, [PROGRAM, ...args, "--now", now], { cwd: PROJECT, stdio: "pipe" });
  children.push(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (text: Buffer) => {
      output += text.toString();
    });
  await vi.waitFor(() => {
    expect(output).toBe(`letters are taken at ${url}/ and kept in ${site.queue}\n`);
  }, 60_000);
  const { code, stderr } = run([...args, "--now", now]);
  expect([code, stderr]).toEqual([2, `nothing can listen at 127.0.0.1:${port}: EADDRINUSE\n`]);

  const folder = join(site.content, "editions/2026/03-04-evening");
  cpSync(join(folder, "open-model.md"), join(folder, "second.md"));
  await vi.waitFor(async () => {
    expect((await fetch(`${url}/?story=2026-03-04-evening/second`)).status).toBe(200);
  }, 60_000);
  // While what somebody types cannot be read, all is as it was.
  const settings = readFileSync(join(site.content, "site.yaml"));
  writeFileSync(join(site.content, "site.yaml"), "comments: true\n: [");
  const broken = run([...args, "--now", now]);
  expect([broken.code, broken.stderr]).toEqual([2, expect.stringContaining("so no letters are taken")]);
  expect((await fetch(`${url}/?story=${STORY}`)).status).toBe(200);
  writeFileSync(join(site.content, "site.yaml"), settings);
  expect((await send(url, { ...TYPED, story: STORY, token: await askToken(url) })).status).toBe(303);
  expect(statSync(join(site.queue, "secret")).mode & 0o777).toBe(0o600);
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
  expect(output.split("\n").slice(1)).toEqual(["kept 1", ""]);
});

test("a token is that of its story, its secret and twelve hours", () => {
  const secret = Buffer.alloc(32, 1);
  const token = makeToken(secret, STORY, NOW);
  expect(readToken(secret, STORY, token, NOW + 1)).toBe(NOW);
  expect(readToken(Buffer.alloc(32, 2), STORY, token, NOW)).toBeUndefined();
  expect(readToken(secret, `${STORY}x`, token, NOW)).toBeUndefined();
  expect(readToken(secret, STORY, token, NOW - 1)).toBeUndefined();
  expect(readToken(secret, STORY, token, NOW + 12 * 3_600_000)).toBeUndefined();
  expect(makeToken(secret, STORY, NOW)).not.toBe(token);
  const [opened = "", ...rest] = token.split(".");
  expect(readToken(secret, STORY, [(Number.parseInt(opened, 36) + 1).toString(36), ...rest].join("."), NOW + 9)).toBe(
    undefined,
  );
});

test("an address has its turns again an hour after each, and given back it is as if it were not taken", () => {
  const limit = createAddressLimit(1);
  const first = limit.take("::ffff:203.0.113.1", NOW);
  expect(limit.take("203.0.113.1", NOW + 600_000)).toEqual({ again: 3000 });
  expect(limit.take("203.0.113.1", NOW + 3_600_000)).toHaveProperty("release");
  expect(limit.take("203.0.113.2", NOW)).toHaveProperty("release");
  if ("release" in first) first.release();
  const second = limit.take("2001:db8::1", NOW);
  if ("release" in second) second.release();
  expect(limit.take("2001:db8:0:0:9::", NOW)).toHaveProperty("release");
  expect(limit.take("2001:db8::", NOW)).toEqual({ again: 3600 });
});
