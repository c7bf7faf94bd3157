import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { vi } from "vitest";
import { PROGRAM, PROJECT } from "../command.ts";
import { PUBLICATIONS } from "../fixtures.ts";

/** A desk that is served of a copy of the example, as `npm start` does. */
export interface Desk {
  /** The folder of the copy, in which `content` lies. */
  readonly folder: string;
  readonly content: string;
  readonly url: string;
  close(): void;
}

/** A port at which nobody listens. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === "object" && address ? address.port : 0;
}

const LOOPBACK = join(PROJECT, "tests", "browser", "loopback-preview.ts");

/** How a desk is served: as everybody does, or by a program that finds the hosts of all feeds at this computer. */
const COMMANDS = {
  start: (content: string, port: string, now: string) => [
    PROGRAM,
    ...["start", "--content", content, "--port", port, "--now", now],
  ],
  loopback: (content: string, port: string, now: string) => [
    ...["--import", import.meta.resolve("tsx"), LOOPBACK],
    ...[content, port, now],
  ],
};

/** A copy of the example in a folder of its own. */
export function layDesk(): Pick<Desk, "folder" | "content"> {
  const folder = mkdtempSync(join(tmpdir(), "evening-update-desk-"));
  const content = join(folder, "content");
  cpSync(PUBLICATIONS.example.content, content, { recursive: true });
  return { folder, content };
}

/** Serves the desk of a copy of the example, or of the content that is there already, at a moment. */
export async function serveDesk(
  now: string,
  from?: Pick<Desk, "folder">,
  by: keyof typeof COMMANDS = "start",
): Promise<Desk> {
  const folder = from?.folder ?? layDesk().folder;
  const content = join(folder, "content");
  const port = await freePort();
  const url = `http://localhost:${port}/desk/`;
  const server: ChildProcess = spawn(process.execPath, COMMANDS[by](content, String(port), now), {
    cwd: folder,
    env: { ...process.env, EVENING_UPDATE_CACHE: join(folder, "cache") },
    stdio: "ignore",
  });
  const isUp = () =>
    fetch(url)
      .then(({ ok }) => ok)
      .catch(() => false);
  await vi.waitUntil(isUp, { timeout: 60_000, interval: 100 });
  return {
    folder,
    content,
    url,
    close() {
      server.kill("SIGTERM");
      if (!from) rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

/** A page of the desk in which nothing went wrong so far; what did is in `complaints`. */
export async function openDesk(
  browser: Browser,
  { url }: Desk,
  name = "",
): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", ({ message }) => complaints.push(message));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await page.goto(name === "" ? url : `${url}#${name}`);
  await page.getByRole("button", { name: "New story" }).waitFor();
  return { page, complaints };
}

/** Saves what is typed, as the keyboard does, and waits until that is done. */
export async function saveText(page: Page): Promise<void> {
  await page.keyboard.press("Control+s");
  await page.locator(".state", { hasText: "All is saved" }).waitFor();
}
