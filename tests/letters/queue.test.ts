import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { digestOf } from "../../src/pipeline/digest.ts";
import { refuseFolder } from "../../src/pipeline/letters/queue-folder.ts";
import { openQueue, type Queue } from "../../src/pipeline/letters/queue.ts";

const NOW = Date.parse("2026-03-05T12:00:00Z");
const DAY = 86_400_000;
const LETTER = {
  story: "2026-03-04-evening/open-model",
  name: "Ada Example",
  email: "ada@example.org",
  at: NOW,
  text: "One line.\n\nAnother.",
};

let parent = "";
let folder = "";
let queue: Queue;

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), "evening-update-queue-"));
  folder = join(parent, ".letters");
  queue = openQueue(folder);
});

afterEach(() => {
  rmSync(parent, { recursive: true, force: true });
});

describe("the queue", () => {
  test("keeps a letter in a file that only its owner may read", async () => {
    const added = await queue.add(LETTER, "a", "2026-03-05");
    const [name = ""] = readdirSync(folder).filter((each) => each.endsWith(".json"));
    expect(name).toMatch(/^03-05-[a-z0-9]{6}\.json$/);
    const id = name.slice(0, -5);
    expect(added).toEqual({ kept: id });
    expect(queue.get(id)).toEqual({ ...LETTER, id, key: "a" });
    expect(queue.list()).toEqual({ letters: [{ ...LETTER, id, key: "a" }], broken: [] });
    expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(readFileSync(join(folder, ".gitignore"), "utf8")).toBe("*\n");
  });

  test("keeps one that comes several times at once, and again after it was decided, once", async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => queue.add(LETTER, "a", "2026-03-05")));
    expect(all.filter((added) => added !== "full" && "kept" in added)).toHaveLength(1);
    const id = queue.list().letters[0]?.id ?? "";
    expect(all.every((added) => Object.values(added)[0] === id)).toBe(true);
    queue.settle(id);
    expect(queue.list().letters).toEqual([]);
    expect(await openQueue(folder).add(LETTER, "a", "2026-03-05")).toEqual({ known: id });
    expect(readdirSync(folder).sort()).toEqual([".gitignore", "done"]);
    expect(readFileSync(join(folder, "done", id), "utf8")).toBe(digestOf("a"));
  });

  test("forgets letters after 30 days, and what died processes left behind after a minute", async () => {
    await queue.add({ ...LETTER, at: NOW - 30 * DAY }, "old", "2026-03-05");
    const young = await queue.add({ ...LETTER, at: NOW - 30 * DAY + 1 }, "young", "2026-03-05");
    const part = join(folder, "03-05-aaaaaa.0123.part");
    writeFileSync(part, "ada@example.org");
    expect(queue.purge(NOW)).toBe(1);
    expect(queue.list().letters.map(({ id }) => ({ kept: id }))).toEqual([young]);
    expect(readdirSync(folder)).toContain("03-05-aaaaaa.0123.part");
    utimesSync(part, new Date(Date.now() - 61_000), new Date(Date.now() - 61_000));
    openQueue(folder);
    expect(readdirSync(folder)).not.toContain("03-05-aaaaaa.0123.part");
    expect(queue.purge(undefined)).toBe(1);
    expect(readdirSync(folder).sort()).toEqual([".gitignore", "done"]);
  });

  test("forgets nothing that is young when a clock is set ahead", async () => {
    await queue.add({ ...LETTER, at: Date.now() - 29 * DAY }, "young", "2026-03-05");
    expect(queue.purge(Date.now() + 400 * DAY)).toBe(0);
    expect(queue.list().letters).toHaveLength(1);
  });

  test("tells of a file that is no letter, and forgets it with the others", () => {
    const path = join(folder, "03-05-aaaaaa.json");
    writeFileSync(path, '{"id": "03-05-aaaaaa"');
    expect(queue.list()).toEqual({ letters: [], broken: ["03-05-aaaaaa"] });
    expect(queue.get("../secret")).toBeUndefined();
    utimesSync(path, new Date(NOW - 31 * DAY), new Date(NOW - 31 * DAY));
    expect(queue.purge(NOW)).toBe(1);
  });

  test("is full at 2,000 letters, and has room again when one was decided", async () => {
    for (let at = 0; at < 2000; at++) {
      const id = `03-05-${at.toString(36).padStart(6, "0")}`;
      writeFileSync(join(folder, `${id}.json`), JSON.stringify({ ...LETTER, id, key: id, at: "2026-03-05T12:00:00Z" }));
    }
    expect(await queue.add(LETTER, "one more", "2026-03-05")).toBe("full");
    queue.settle("03-05-000000");
    const all = await Promise.all(["a", "b", "c"].map((key) => queue.add(LETTER, key, "2026-03-05")));
    expect(all.filter((added) => added === "full")).toHaveLength(2);
    expect(await queue.add(LETTER, "one more", "2026-03-05")).toBe("full");
  });

  test("is full at 20 MB", async () => {
    const text = "x".repeat(5 * 1024 * 1024);
    for (const key of ["a", "b", "c"])
      expect(await queue.add({ ...LETTER, text }, key, "2026-03-05")).toHaveProperty("kept");
    expect(await queue.add({ ...LETTER, text }, "d", "2026-03-05")).toBe("full");
  });

  test("takes no folder of somebody else", () => {
    expect(refuseFolder(folder)).toBeUndefined();
    expect(refuseFolder(join(parent, "new"))).toBeUndefined();
    expect(refuseFolder(parent)).toMatch(/holds something else than letters: \.letters$/);
    expect(refuseFolder(join(folder, ".gitignore"))).toMatch(/is not a folder$/);
  });
});
