import fc from "fast-check";
import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { cleanTyped, findFaults } from "../../src/content/letters/intake.ts";
import { acceptLetter } from "../../src/pipeline/letters/accept-letter.ts";
import { deskFolder } from "../../src/pipeline/desk/desk-folder.ts";
import type { LetterRecord } from "../../src/pipeline/letters/letter-record.ts";
import { openQueue, type Queue } from "../../src/pipeline/letters/queue.ts";
import type { Archive } from "../../src/pipeline/read/archive.ts";
import { readArchive } from "../../src/pipeline/read/publication.ts";
import { run } from "../command.ts";
import { HOSTILE_STORIES } from "../hostile.ts";
import { layLetterSite, NOW, send, STORY, askToken, TYPED } from "./letter-site.ts";
import { serveLetters } from "./serve-letters.ts";

const site = layLetterSite();
const LETTER = { ...TYPED, story: STORY, at: NOW - 1000 };
const DECISION = { by: "robin-example", at: NOW, reply: undefined };

let queue: Queue;
let archive: Archive;

const read = () => readArchive({ content: site.content, now: NOW, preview: false });

beforeEach(async () => {
  rmSync(site.queue, { recursive: true, force: true });
  rmSync(join(site.content, "letters"), { recursive: true, force: true });
  queue = openQueue(site.queue);
  archive = await read();
});

afterAll(() => {
  rmSync(site.folder, { recursive: true, force: true });
});

async function wait(letter: Partial<typeof LETTER> = {}): Promise<LetterRecord> {
  const added = await queue.add({ ...LETTER, ...letter }, JSON.stringify(letter), "2026-03-05");
  const record = queue.get(added !== "full" && "kept" in added ? added.kept : "");
  if (!record) throw new Error("the letter was not kept");
  return record;
}

const accept = (record: LetterRecord, decision = {}) =>
  acceptLetter(site.content, archive, queue, record, { ...DECISION, ...decision });

const letters = () => archive.site.letters.all.map(({ id, letter }) => ({ id, ...letter }));

describe("a letter that is accepted", () => {
  test("is a file as the format has it, and no more in the queue", async () => {
    const record = await wait();
    const reply = { by: "robin-example", text: "Thanks.\n\n---\n: “Yes”" };
    const { path = "", diagnostics } = accept(record, { reply });
    expect(diagnostics).toEqual([]);
    expect(path).toBe(`letters/2026/${record.id}.md`);
    expect(readFileSync(join(site.content, path), "utf8")).toMatch(
      /^---\nstory: 2026-03-04-evening\/open-model\nname: Ada Example\nat: 2026-03-05T11:59\naccepted:\n {2}by: robin-example\n {2}at: 2026-03-05T12:00\nreply:\n/,
    );
    expect(queue.list().letters).toEqual([]);
    archive = await read();
    expect(letters()).toMatchObject([{ id: record.id, name: TYPED.name, text: TYPED.text, reply }]);
    const check = run(["check", "--content", site.content, "--now", new Date(NOW).toISOString()]);
    expect([check.code, check.stdout.includes("letters/2026")]).toEqual([0, false]);
  });

  test("is told all that is wrong, and waits on", async () => {
    const record = await wait({ story: "2026-03-04-evening/open-modle", text: "Write to Ada@example.net." });
    const { path, diagnostics } = accept(record, { by: "nobody" });
    expect(path).toBeUndefined();
    expect(diagnostics.map(({ rule }) => rule).sort()).toEqual([
      "letter-address",
      "letter-address",
      "unknown-person",
      "unknown-story",
    ]);
    expect(queue.list().letters).toHaveLength(1);
    expect(existsSync(join(site.content, "letters"))).toBe(false);
  });

  test("where another file stands leaves that as it is", async () => {
    const record = await wait();
    const path = join(site.content, "letters/2026", `${record.id}.md`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, "mine");
    expect(accept(record).diagnostics.map(({ rule }) => rule)).toEqual(["letter-id"]);
    expect(readFileSync(path, "utf8")).toBe("mine");
    expect(queue.list().letters).toHaveLength(1);
  });

  test("again, after a run was cut off behind the file, is there once", async () => {
    const record = await wait();
    acceptLetter(site.content, archive, { settle: () => undefined }, record, DECISION);
    expect(queue.list().letters).toHaveLength(1);
    const path = join(site.content, `letters/2026/${record.id}.md`);
    linkSync(path, join(deskFolder(site.content), `.${record.id}.md.aside`));
    archive = await read();
    expect(accept(record, { at: NOW - 500 }).diagnostics).toEqual([]);
    expect(queue.list().letters).toEqual([]);
    expect(readdirSync(join(site.content, "letters/2026"))).toEqual([`${record.id}.md`]);
    expect(statSync(path).nlink).toBe(1);
  });

  test("comes back from its file whatever it says, or is refused by the form", async () => {
    const piece = fc.constantFrom(
      "---",
      "\n",
      "\n\n",
      ": ",
      "#",
      "'",
      '"',
      "|",
      ">",
      "- ",
      "{",
      "<b>",
      "a",
      "é",
      "1",
      " ",
    );
    const words = fc.array(piece, { minLength: 1, maxLength: 20 }).map((parts) => parts.join(""));
    await fc.assert(
      fc.asyncProperty(words, words, words, async (name, text, answer) => {
        rmSync(join(site.content, "letters"), { recursive: true, force: true });
        const typed = cleanTyped({ name, email: "", text });
        if (Object.values(findFaults(typed)).some((faults) => faults.length > 0)) return;
        const id = "03-05-aaaaaa";
        const record = { ...LETTER, ...typed, email: undefined, id, key: "a" };
        const reply = answer.trim() === "" ? undefined : { by: "robin-example", text: answer.trim() };
        expect(accept(record, { reply }).diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
        const { site: again } = await read();
        expect(again.letters.all[0]?.letter).toMatchObject({ name: typed.name, text: typed.text, reply });
      }),
      { numRuns: 60 },
    );
  });

  test("has no address of its writer in any byte", async () => {
    await fc.assert(
      fc.asyncProperty(fc.emailAddress(), fc.boolean(), async (email, isTold) => {
        rmSync(join(site.content, "letters"), { recursive: true, force: true });
        const record = await wait({ email, text: isTold ? `I am ${email.toUpperCase()} indeed.` : "Nothing." });
        expect(accept(record).path === undefined).toBe(isTold);
        const folder = join(site.content, "letters/2026");
        for (const name of existsSync(folder) ? readdirSync(folder) : [])
          expect(readFileSync(join(folder, name), "utf8").toLowerCase()).not.toContain(email.toLowerCase());
        queue.settle(record.id);
        for (const name of readdirSync(site.queue, { recursive: true, encoding: "utf8" }))
          if (name.includes("/")) expect(readFileSync(join(site.queue, name), "utf8")).not.toContain(email);
        expect(queue.list().letters).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

describe("the command", () => {
  const letter = (...args: string[]) =>
    run(["letters", ...args, "--queue", site.queue, "--now", new Date(NOW).toISOString()]);

  test("shows what was sent as text that no terminal obeys", async () => {
    const record = await wait({ name: "Eve\u001B[2J", text: "\u202Eone\nname: two\r\u0007" });
    const { stdout } = letter("show", record.id, "--content", site.content);
    expect(stdout).toContain("name: Eve<U+001B>[2J\n");
    expect(stdout).toContain("\n    <U+202E>one\n    name: two<U+000D><U+0007>\n");
    const list = letter("list", "--content", site.content).stdout;
    expect(list).toMatch(
      /^03-05-\w{6} {2}2026-03-05 11:59 {2}\S+ {2}Eve<U\+001B>\[2J: <U\+202E>one name: two .*\n1 letter waits\n$/,
    );
  });

  test("accepts, rejects and deletes, and says so", async () => {
    const [one, two] = [await wait(), await wait({ text: "Two." })];
    await wait({ text: "Three." });
    const wrong = letter("accept", "03-05-aaaaa", "--by", "robin-example", "--content", site.content);
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining("no letter “03-05-aaaaa” waits")]);
    const refused = letter("accept", one.id, "--by", "robyn-example", "--content", site.content);
    expect(refused.code).toBe(1);
    expect(refused.stdout).toMatch(/error unknown-person .*\n {4}hint: did you mean “robin-example”\?\n/);
    expect(letter("accept", one.id, "--by", "robin-example", "--content", site.content).stdout).toMatch(/^wrote /);
    expect(letter("reject", two.id).stdout).toBe(`deleted ${two.id}\n`);
    expect(letter("purge").stdout).toBe("deleted 0 letters\n");
    expect(letter("purge", "--all").stdout).toBe("deleted 1 letter\n");
    expect(letter("list", "--content", site.content).stdout).toBe("0 letters wait\n");
  });

  test("takes no folder that git tracks or that is somebody else’s", () => {
    const { code, stderr } = run(["letters", "reject", "03-05-aaaaaa", "--queue", site.content]);
    expect([code, stderr]).toEqual([2, expect.stringContaining("holds something else than letters")]);
  });
});

test("known hostile texts stay text in the form and in the file, or are refused", async () => {
  const server = await serveLetters(site);
  const base = readFileSync(join(site.content, `editions/2026/03-04-evening/open-model.md`), "utf8");
  for (const [kind, change] of Object.entries(HOSTILE_STORIES)) {
    const text = Buffer.from(change(base)).toString("utf8").slice(0, 2900);
    const form = { name: TYPED.name, text: `<script>alert(1)</script>\n${text}`, story: STORY };
    const response = await send(server.url, { ...form, token: await askToken(server.url) });
    expect([kind, response.status]).toEqual([kind, expect.toSatisfy((status) => status === 303 || status === 422)]);
    expect(await response.text()).not.toContain("<script");
  }
  await server.close();
  archive = await read();
  const waiting = server.queue.list().letters;
  expect(waiting.length).toBeGreaterThan(30);
  for (const record of waiting)
    expect(accept(record).diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  archive = await read();
  expect(
    letters()
      .map(({ text }) => text)
      .sort(),
  ).toEqual(waiting.map(({ text }) => text).sort());
});
