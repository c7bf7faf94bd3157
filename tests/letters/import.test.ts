import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readStories, type Stories } from "../../src/pipeline/letters/form/open-stories.ts";
import { importMail } from "../../src/pipeline/letters/import-mail.ts";
import type { MailLetter } from "../../src/pipeline/letters/mail/read-mail.ts";
import { openQueue, type Queue } from "../../src/pipeline/letters/queue.ts";
import { run } from "../command.ts";
import { EXAMPLES, message, PLAIN } from "./messages.ts";
import { layLetterSite, NOW, STORY, TYPED } from "./letter-site.ts";

const DAY = 86_400_000;
const site = layLetterSite();
const path = join(site.folder, "letter.eml");
const MAIL = { ...TYPED, story: STORY, at: NOW - DAY / 4, key: "message-1", left: ["2 attachments"] };

let queue: Queue;
let stories: Stories;

beforeAll(() => {
  writeFileSync(path, "mail");
  queue = openQueue(site.queue);
  stories = readStories(site.content, NOW);
});

afterAll(() => {
  rmSync(site.folder, { recursive: true, force: true });
});

const take = (mail: Partial<MailLetter> | { readonly problem: string }, now = NOW) =>
  importMail(path, () => Promise.resolve("problem" in mail ? mail : { ...MAIL, ...mail }), queue, stories, now);

test("a mail is a letter once, also after it was decided", async () => {
  const first = await take({});
  const [{ id } = { id: "" }] = queue.list().letters;
  expect(first).toEqual({ kept: id, left: ["2 attachments"] });
  expect(queue.get(id)).toEqual({ ...TYPED, id, story: STORY, at: MAIL.at, key: "message-1" });
  expect(await take({})).toEqual({ known: id });
  queue.settle(id);
  expect(await take({}, NOW + 29 * DAY)).toEqual({ known: id });
  // By then it is remembered no longer.
  expect(await take({}, NOW + 30 * DAY)).toEqual({ problem: expect.stringContaining("older than 30 days") as string });
});

test("no mail is from the future", async () => {
  const kept = await take({ at: NOW + 300 * DAY, key: "future" });
  expect("kept" in kept && queue.get(kept.kept)?.at).toBe(NOW);
});

test.each([
  [{ story: "2026-03-04-evening/unknown" }, NOW, "there is no story “2026-03-04-evening/unknown”"],
  [{ at: NOW - 2 * DAY }, NOW, `${STORY} was not out when it was sent`],
  [{ at: NOW + 14 * DAY }, NOW + 15 * DAY, `${STORY} took no letters when it was sent`],
  [{ problem: "it has no words" }, NOW, "it has no words"],
])("a mail is not taken: %j", async (mail, now, problem) => {
  expect(await take({ key: JSON.stringify(mail), ...mail }, now)).toEqual({ problem });
});

test("the command takes the letters of a Maildir of real mails once, with their words alone", () => {
  const maildir = join(site.folder, "Maildir");
  for (const name of ["cur", "new", "tmp"]) mkdirSync(join(maildir, name), { recursive: true });
  const [mail] = EXAMPLES;
  writeFileSync(join(maildir, "new", "1.M1P1.host"), mail?.bytes ?? "");
  writeFileSync(join(maildir, "cur", "2.M2P2.host:2,S"), message({ ...PLAIN, Subject: "No story" }, ["Words."]));
  const other = join(site.folder, "other");
  const args = ["--content", site.content, "--queue", other, "--now", new Date(NOW).toISOString()];
  const importAll = () => run(["letters", "import", maildir, ...args]);
  const first = importAll();
  expect(first.code, first.stderr).toBe(1);
  expect(first.stdout).toMatch(/1\.M1P1\.host {2}kept: 03-04-/);
  expect(first.stdout).toMatch(/not taken: the subject names no story/);
  expect(openQueue(other).list().letters).toMatchObject([{ story: STORY, name: "Jane Reader", text: mail?.text }]);
  expect(importAll().stdout).toMatch(/\n0 letters kept, 1 known, 1 not taken\n$/);
});

test("the command tells of each mail, and of a path where there is none", () => {
  const args = ["--content", site.content, "--queue", site.queue, "--now", new Date(NOW).toISOString()];
  const { code, stdout } = run(["letters", "import", join(site.folder, "missing.eml"), ...args]);
  expect(code).toBe(1);
  expect(stdout).toMatch(/missing\.eml {2}not taken: .*\n0 letters kept, 0 known, 1 not taken\n$/);
});
