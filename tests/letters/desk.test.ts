import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { openQueue } from "../../src/pipeline/letters/queue.ts";
import type { SentLetter } from "../../src/pipeline/letters/letter-record.ts";
import { type AnswerCall, createCalls } from "../../src/pipeline/preview/desk/calls.ts";
import type { DeskContext } from "../../src/pipeline/preview/desk/context.ts";
import type { OpenPublication } from "../../src/pipeline/read/archive.ts";
import { readArchive } from "../../src/pipeline/read/publication.ts";
import { layLetterSite, NOW, STORY, TYPED } from "./letter-site.ts";

const DAY = 86_400_000;
const site = layLetterSite();
const cache = process.env["EVENING_UPDATE_CACHE"];
process.env["EVENING_UPDATE_CACHE"] = join(site.folder, "cache");

let context: DeskContext;
let call: AnswerCall;

beforeEach(() => {
  rmSync(site.queue, { recursive: true, force: true });
  rmSync(join(site.content, "letters"), { recursive: true, force: true });
  context = {
    content: site.content,
    clock: () => NOW,
    // Of what was read, letters ask for the archive alone.
    read: async () =>
      ({ archive: await readArchive({ content: site.content, now: NOW, preview: true }) }) as OpenPublication,
    problems: () => [],
    queue: site.queue,
  };
  call = createCalls(context);
});

afterAll(() => {
  if (cache === undefined) delete process.env["EVENING_UPDATE_CACHE"];
  else process.env["EVENING_UPDATE_CACHE"] = cache;
  rmSync(site.folder, { recursive: true, force: true });
});

/** Puts a letter into the queue that came a moment ago, by this computer's clock; gives its id. */
async function wait(letter: Partial<SentLetter> = {}): Promise<string> {
  const sent = { ...TYPED, story: STORY, at: Date.now(), ...letter };
  const added = await openQueue(site.queue).add(sent, JSON.stringify(sent), "2026-03-05");
  if (added === "full" || !("kept" in added)) throw new Error("the letter was not kept");
  return added.kept;
}

const waiting = () =>
  openQueue(site.queue)
    .list()
    .letters.map(({ id }) => id);

/** Every file of the content folder, and what it says. */
function readContent(): string {
  const names = readdirSync(site.content, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return names.map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8")).join("\n");
}

describe("the desk", () => {
  test("makes no queue where none is, and says that none ever came", async () => {
    expect(await call("setup", {})).not.toHaveProperty("letters");
    expect(await call("letters", {})).toEqual({ letters: [], all: 0, days: 30, broken: [] });
    expect(await call("rejectLetter", { id: "03-05-aaaaaa" })).toHaveProperty("refused");
    expect(existsSync(site.queue)).toBe(false);
  });

  test("lists letters with the headlines of their stories, the oldest first, and files that it cannot read", async () => {
    const at = Date.now() - 2 * DAY;
    const second = await wait({ at: at + 1, name: "B" });
    const first = await wait({ at, story: "no-such-story", email: undefined });
    writeFileSync(join(site.queue, "03-05-zzzzzz.json"), "{");
    expect(await call("setup", {})).toMatchObject({ letters: 2 });
    expect(await call("letters", {})).toEqual({
      letters: [
        expect.objectContaining({ id: first, story: "no-such-story", path: undefined, email: undefined }),
        {
          id: second,
          story: "Example Labs opens its model",
          path: "/2026/03/04/evening/open-model/",
          name: "B",
          email: TYPED.email,
          when: expect.stringMatching(/^on .* at \d\d:\d\d$/) as string,
          text: TYPED.text,
        },
      ],
      all: 2,
      days: 30,
      broken: [join(site.queue, "03-05-zzzzzz.json")],
    });
  });

  test("gives twenty letters at once, and the others when they are asked for", async () => {
    const at = Date.now();
    for (let nth = 0; nth < 21; nth++) await wait({ at: at + nth, name: `N ${nth}` });
    const first = await call("letters", {});
    const more = await call("letters", { from: 20 });
    if (!first || "refused" in first || !more || "refused" in more) throw new Error("refused");
    expect([first.letters.length, first.all]).toEqual([20, 21]);
    expect(more.letters.map(({ name }) => name)).toEqual(["N 20"]);
  });

  test("makes a letter a file with what is answered, and lets go of its address", async () => {
    const id = await wait();
    const reply = { by: "robin-example", text: "Thanks.\n\nWe look into it." };
    const path = `letters/2026/${id}.md`;
    expect(await call("acceptLetter", { id, by: "robin-example", reply })).toEqual({ path, told: [] });
    const { archive } = await context.read();
    const [letter] = archive.site.letters.to(STORY);
    expect(letter).toMatchObject({
      id,
      name: TYPED.name,
      text: TYPED.text,
      reply,
      accepted: { by: "robin-example", at: NOW },
    });
    expect(waiting()).toEqual([]);
    expect(readContent()).not.toContain(TYPED.email);
    expect(await call("acceptLetter", { id, by: "robin-example" })).toEqual({
      refused: expect.stringContaining("does not wait any more") as string,
    });
  });

  test("says what keeps a letter from being published, all of it, and it waits on", async () => {
    const id = await wait({ story: "2026-03-04-evening/open-modle" });
    const answer = await call("acceptLetter", { id, by: "robin-exampel" });
    expect(answer).toEqual({
      refused: expect.stringMatching(/^This letter cannot be published: .*open-modle.*; .*robin-exampel.*/) as string,
    });
    expect(waiting()).toEqual([id]);
    expect(existsSync(join(site.content, "letters"))).toBe(false);
  });

  test("deletes a letter that is not wanted, once", async () => {
    const id = await wait();
    expect(await call("rejectLetter", { id })).toEqual({ id });
    expect(waiting()).toEqual([]);
    expect(await call("rejectLetter", { id })).toHaveProperty("refused");
    expect(readdirSync(site.queue).sort()).toEqual([".gitignore", "done"]);
  });

  test("deletes by this computer's clock alone what waits for too long, whatever day the preview shows", async () => {
    context = { ...context, clock: () => Date.now() + 400 * DAY };
    call = createCalls(context);
    const id = await wait();
    await wait({ at: Date.now() - 31 * DAY, name: "Old" });
    expect(await call("letters", {})).toMatchObject({ all: 1 });
    expect(waiting()).toEqual([id]);
  });

  test("touches no queue that is somebody else's, or that git tracks", async () => {
    const id = await wait();
    execFileSync("git", ["init", "-q", site.folder]);
    execFileSync("git", ["-C", site.folder, "add", "-f", join(site.queue, `${id}.json`)]);
    const refused = { refused: expect.stringContaining("git") as string };
    expect(await call("letters", {})).toEqual(refused);
    expect(await call("acceptLetter", { id, by: "robin-example" })).toEqual(refused);
    expect(await call("setup", {})).toMatchObject({ letters: 0 });
    rmSync(join(site.folder, ".git"), { recursive: true });
    writeFileSync(join(site.queue, "mine.txt"), "");
    expect(await call("rejectLetter", { id })).toEqual({
      refused: expect.stringContaining("holds something else than letters") as string,
    });
    expect(existsSync(join(site.queue, `${id}.json`))).toBe(true);
  });

  test.each(["../secret", "done", "03-05-AAAAAA", "letters/2026/x", "\u0000", "constructor"])(
    "takes %j for no letter",
    async (id) => {
      await wait();
      const outside = join(dirname(site.queue), "secret.json");
      mkdirSync(dirname(outside), { recursive: true });
      writeFileSync(outside, JSON.stringify({ ...TYPED, id, story: STORY, key: "k", at: new Date().toISOString() }));
      expect(await call("acceptLetter", { id, by: "robin-example" })).toHaveProperty("refused");
      expect(await call("rejectLetter", { id })).toHaveProperty("refused");
      expect(existsSync(outside)).toBe(true);
    },
  );

  test("refuses what is no question at all", async () => {
    const id = await wait();
    expect(await call("acceptLetter", { id })).toBeUndefined();
    expect(await call("acceptLetter", { id, by: "robin-example", email: true })).toBeUndefined();
    expect(await call("acceptLetter", { id, by: "robin-example", reply: { by: "robin-example" } })).toBeUndefined();
    expect(await call("letters", { from: -1 })).toBeUndefined();
    expect(waiting()).toEqual([id]);
  });

  test("writes no address that came with a letter, whatever it looks like", async () => {
    const address = fc
      .tuple(fc.emailAddress(), fc.constantFrom("", "+a", ".b"), fc.boolean())
      .map(([own, more, isLoud]) =>
        own.replace("@", `${more}@`).replace(/^.*$/, (all) => (isLoud ? all.toUpperCase() : all)),
      );
    const words = fc.constantFrom(
      "One line.",
      "Sehr geehrte Redaktion: “ja”",
      "- a\n- b\n\n---\n\n# c",
      "النص هنا",
      "&lt;b&gt; <b>x</b>",
    );
    await fc.assert(
      fc.asyncProperty(address, words, fc.boolean(), async (email, text, isTyped) => {
        rmSync(site.queue, { recursive: true, force: true });
        rmSync(join(site.content, "letters"), { recursive: true, force: true });
        const id = await wait({ email, text: isTyped ? `${text}\n\nWrite to ${email}, please.` : text });
        const answer = await call("acceptLetter", { id, by: "robin-example" });
        expect(answer).toHaveProperty(isTyped ? "refused" : "path");
        expect(readContent().toLowerCase()).not.toContain(email.toLowerCase());
        expect(waiting()).toEqual(isTyped ? [id] : []);
      }),
      { numRuns: 60 },
    );
  });
});
