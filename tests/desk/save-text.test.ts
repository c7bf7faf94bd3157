import { spawn } from "node:child_process";
import {
  chmodSync,
  closeSync,
  existsSync,
  ftruncateSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { deskFolder } from "../../src/pipeline/desk/desk-folder.ts";
import { exchange, exchangeInSteps } from "../../src/pipeline/desk/exchange.ts";
import { listLate, settleLate } from "../../src/pipeline/desk/late.ts";
import { type OpenText, openText, versionOf } from "../../src/pipeline/desk/open-text.ts";
import { saveText } from "../../src/pipeline/desk/save-text.ts";
import { freshContent, taken } from "./desk-content.ts";

const NAME = "editions/2026/03-04-evening/open-model.md";
const fresh = freshContent();
let root = "";
let content = "";
let path = "";

beforeEach(() => {
  ({ root, content } = fresh);
  path = join(content, NAME);
});

function open(name = NAME): OpenText {
  return taken(openText(content, name));
}

function kept(): string[] {
  const folder = join(deskFolder(content), "replaced");
  return existsSync(folder) ? readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8")) : [];
}

function copies(): string[] {
  const folder = join(deskFolder(content), "copies");
  return readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
}

function strays(): string[] {
  return [...readdirSync(join(path, "..")), ...readdirSync(deskFolder(content))].filter((name) => name.startsWith("."));
}

test("a text is saved whole, with its byte-order mark, its line ends and its mode, and what it replaced is kept", async () => {
  writeFileSync(path, `\uFEFF${readFileSync(path, "utf8").replaceAll("\n", "\r\n")}`);
  chmodSync(path, 0o640);
  const { text, version } = open();
  expect(text.startsWith("\uFEFF---\r\n")).toBe(true);
  const saved = await saveText(content, NAME, `${text}x`, version);
  expect(saved).toEqual({ version: open().version });
  expect(readFileSync(path, "utf8")).toBe(`${text}x`);
  expect(statSync(path).mode & 0o777).toBe(0o640);
  expect([kept(), strays()]).toEqual([[text], []]);
});

test("a text that somebody else saved meanwhile is told, and not replaced", async () => {
  const { text, version } = open();
  writeFileSync(path, `${text}theirs`);
  const conflict = { text: `${text}theirs`, version: open().version };
  expect(await saveText(content, NAME, `${text}ours`, version)).toEqual({ conflict });
  expect(readFileSync(path, "utf8")).toBe(conflict.text);
  expect(await saveText(content, NAME, `${text}both`, conflict.version)).toEqual({ version: open().version });
});

test("a text that was deleted meanwhile, or came into being, is told", async () => {
  const { text, version } = open();
  rmSync(path);
  expect(await saveText(content, NAME, text, version)).toEqual({ conflict: { text: undefined, version: undefined } });
  expect(existsSync(path)).toBe(false);
  expect(await saveText(content, NAME, text, undefined)).toEqual({ version });
  expect(await saveText(content, NAME, "---\n---\n", undefined)).toEqual({ conflict: { text, version } });
  expect(strays()).toEqual([]);
});

describe("in the moment between the last look and the exchange", () => {
  const ours = () => join(root, "ours");
  const read = (file: string) => readFileSync(file, "utf8");

  test("what an editor writes comes back to its place", () => {
    writeFileSync(ours(), "ours");
    writeFileSync(path, "theirs");
    expect(exchange(ours(), path, "before", read)).toBe("changed");
    expect([read(path), read(ours())]).toEqual(["theirs", "ours"]);
  });

  test("an editor who writes once more has the last text in its place, and the one before is kept", () => {
    writeFileSync(ours(), "ours");
    writeFileSync(path, "first");
    let looks = 0;
    const exchanged = exchange(ours(), path, "before", (file) => {
      const found = read(file);
      if (++looks === 2) {
        writeFileSync(`${path}.new`, "second");
        renameSync(`${path}.new`, path);
      }
      return found;
    });
    expect(exchanged).toBe("changed");
    expect([read(path), read(ours())]).toEqual(["second", "first"]);
  });

  test.each([
    ["what was opened is replaced", "before", "done", "ours", "before"],
    ["what was not comes back to its place", "theirs", "changed", "theirs", "ours"],
  ])("on a disk that cannot exchange in one step, %s", (_, there, exchanged, atPath, aside) => {
    writeFileSync(ours(), "ours");
    writeFileSync(path, there);
    expect(exchangeInSteps(ours(), path, "before", read)).toBe(exchanged);
    expect([read(path), read(ours())]).toEqual([atPath, aside]);
  });

  test("on such a disk, a file that comes into being between the steps stays, and the old one is kept", () => {
    writeFileSync(ours(), "ours");
    writeFileSync(path, "before");
    const exchanged = exchangeInSteps(ours(), path, "before", (file) => {
      writeFileSync(path, "theirs");
      return read(file);
    });
    expect(exchanged).toBe("changed");
    expect([read(path), read(ours())]).toEqual(["theirs", "before"]);
  });

  test("a file that is removed stays so", () => {
    writeFileSync(ours(), "ours");
    rmSync(path);
    expect(exchange(ours(), path, "before", read)).toBe("gone");
    expect(existsSync(path)).toBe(false);
  });

  test("who has the file open writes into the one that is kept, and it is told", async () => {
    const { text, version } = open();
    const editor = openSync(path, "r+");
    await saveText(content, NAME, `${text}ours`, version);
    expect(listLate(content)).toEqual([]);
    writeSync(editor, `${text}late`, 0);
    closeSync(editor);
    expect(readFileSync(path, "utf8")).toBe(`${text}ours`);
    const there = open();
    expect(listLate(content)).toMatchObject([
      {
        name: NAME,
        what: expect.stringMatching(/^story “.+” of 2026-03-04-evening$/) as unknown,
        text: `${text}late`,
        now: { text: there.text, version: there.version },
      },
    ]);
  });
});

describe("of what is written into a file as it is replaced", () => {
  let editor = 0;

  /** Has a desk save a text that a program has open, and that program write. */
  async function writeLate(words: string): Promise<void> {
    const { text, version } = open();
    editor = openSync(path, "r+");
    await saveText(content, NAME, `${text}ours`, version);
    writeSync(editor, words, 0);
  }

  const look = () => listLate(content).map(({ kept, version, now }) => ({ kept, version, there: now.version }));

  afterEach(() => {
    closeSync(editor);
  });

  test("the file may stand: then it is told no more, and is kept, and what is written after that is told again", async () => {
    await writeLate("late");
    const [seen] = look();
    const { version } = open();
    expect(await settleLate(content, { kept: "", ...seen, stands: "file" })).toEqual({ version });
    expect(look()).toEqual([]);
    expect(kept().some((text) => text.startsWith("late"))).toBe(true);
    writeSync(editor, "more", 0);
    expect(listLate(content)[0]?.text).toMatch(/^more/);
  });

  test("it may take the place of the file, which is kept", async () => {
    await writeLate("late");
    const before = open();
    const [seen] = look();
    taken(await settleLate(content, { kept: "", ...seen, stands: "late" }));
    expect(open().text).toMatch(/^late/);
    expect(look()).toEqual([]);
    expect(kept()).toContain(before.text);
  });

  test("it is put back where the file is gone", async () => {
    await writeLate("late");
    rmSync(path);
    const [seen] = look();
    expect(seen?.there).toBeUndefined();
    taken(await settleLate(content, { kept: "", ...seen, stands: "late" }));
    expect(open().text).toMatch(/^late/);
  });

  test("nothing is decided on what is another text by now", async () => {
    await writeLate("late");
    const [seen] = look();
    writeSync(editor, "still", 0);
    expect(await settleLate(content, { kept: "", ...seen, stands: "late" })).toHaveProperty("refused");
    const [again] = look();
    writeFileSync(path, "somebody else’s");
    expect(await settleLate(content, { kept: "", ...again, stands: "late" })).toHaveProperty("conflict");
    expect(open().text).toBe("somebody else’s");
    expect(look()).toHaveLength(1);
  });

  test("what is no text is told of, and what the file says by now is not", async () => {
    await writeLate("late");
    writeSync(editor, Uint8Array.of(0xff), 0);
    expect(listLate(content)).toMatchObject([{ text: undefined, name: NAME }]);
    ftruncateSync(editor, 0);
    writeSync(editor, open().text, 0);
    expect(listLate(content)).toEqual([]);
  });
});

test("of two desks that save at once 200 times, no text is lost and each is told", async () => {
  const said = new Set<string>([open().text]);
  const write = async (who: string) => {
    const told = { saved: 0, conflicts: 0 };
    for (let round = 0; round < 200; round++) {
      const { text, version } = open();
      const mine = `${text}${who}${round}\n`;
      // The other has its turn between opening and saving.
      await new Promise(setImmediate);
      const saved = await saveText(content, NAME, mine, version);
      if ("version" in saved) {
        told.saved++;
        said.add(mine);
      } else if ("conflict" in saved) {
        told.conflicts++;
        expect(said).toContain(saved.conflict.text);
      }
    }
    return told;
  };
  const [a, b] = await Promise.all([write("a"), write("b")]);
  expect(a.saved + a.conflicts + b.saved + b.conflicts).toBe(400);
  const lines = readFileSync(path, "utf8").match(/^[ab]\d+$/gm) ?? [];
  expect(lines).toHaveLength(a.saved + b.saved);
  expect(new Set(lines).size).toBe(lines.length);
  expect(a.conflicts + b.conflicts).toBeGreaterThan(0);
  expect(strays()).toEqual([]);
});

/** Writes a file again and again for as long as it may, in its place or aside, as text editors do; says what it wrote. */
const EDITOR = `
const { renameSync, writeFileSync, readFileSync } = require("node:fs");
const [path, way] = process.argv.slice(1);
const pause = () => { for (let spin = Math.random() * 2e6; spin > 0; spin--); };
for (let round = 0; round < 200; round++) {
  const text = "---\\ntitle: theirs " + way + round + "\\n---\\n";
  if (way === "in-place") writeFileSync(path, text);
  else { writeFileSync(path + ".swp", text); renameSync(path + ".swp", path); }
  pause();
  process.stdout.write(JSON.stringify([text, readFileSync(path, "utf8")]) + "\\n");
}`;

test.each(["in-place", "aside"])(
  "an editor who writes %s at any moment loses nothing, and neither does the desk",
  async (way) => {
    const editor = spawn(process.execPath, ["-e", EDITOR, path, way], { stdio: ["ignore", "pipe", "inherit"] });
    const lines: string[] = [];
    createInterface(editor.stdout).on("line", (line) => lines.push(line));
    const ended = new Promise((done) => editor.on("close", done));
    const state = { isOpen: true };
    void ended.then(() => (state.isOpen = false));
    const told = new Set<string | undefined>();
    const ours: string[] = [];
    for (let round = 0; state.isOpen; round++) {
      const opened = openText(content, NAME);
      if ("refused" in opened) continue;
      told.add(opened.text);
      const text = `---\ntitle: ours ${round}\n---\n`;
      const saved = await saveText(content, NAME, text, opened.version);
      if ("version" in saved) ours.push(text);
      else if ("conflict" in saved) told.add(saved.conflict.text);
      await new Promise(setImmediate);
    }
    await ended;
    expect(lines).toHaveLength(200);
    // What it finds in its place and then overwrites itself is its own affair.
    const found = new Set([...kept(), ...copies(), readFileSync(path, "utf8"), ...told]);
    const written = lines.map((line) => JSON.parse(line) as [text: string, before: string]);
    expect(written.filter(([text, before]) => text !== before && !found.has(text))).toEqual([]);
    expect(found).toContain(written.at(-1)?.[0]);
    expect(ours.length).toBeGreaterThan(0);
    expect(ours.filter((text) => !copies().includes(text))).toEqual([]);
    expect(strays()).toEqual([]);
  },
);

describe("nothing is opened or written", () => {
  test.each([
    ["../outside.md"],
    ["editions/2026/03-04-evening/../../../../outside.md"],
    ["editions/2026/03-04-..\\..\\x/outside.md"],
    ["editions/2026/03-04-../outside.md"],
    ["/etc/passwd"],
    ["editions/2026/03-04-evening/.hidden.md"],
    ["editions/2026/03-04-evening/a.jpg"],
    ["theme.css"],
    ["public/a.md"],
    ["pages/A.md"],
    ["other.yaml"],
    ["pages/a\0.md"],
    [""],
  ])("by the name %j", async (name) => {
    expect(openText(content, name)).toHaveProperty("refused");
    expect(await saveText(content, name, "---\n---\n", undefined)).toHaveProperty("refused");
    expect(existsSync(join(content, "..", "outside.md"))).toBe(false);
  });

  test.each(["editions", "editions/2026", "editions/2026/03-04-evening", NAME])(
    "through a link at %s",
    async (part) => {
      const { text, version } = open();
      renameSync(join(content, part), join(root, "elsewhere"));
      symlinkSync(join(root, "elsewhere"), join(content, part));
      expect(openText(content, NAME)).toHaveProperty("refused");
      expect(await saveText(content, NAME, `${text}x`, version)).toHaveProperty("refused");
      expect(readFileSync(path, "utf8")).toBe(text);
    },
  );

  test("through a hard link, of a folder, of a large file or of one that is no UTF-8", async () => {
    const { text, version } = open();
    linkSync(path, join(root, "elsewhere"));
    expect(await saveText(content, NAME, `${text}x`, version)).toHaveProperty("refused");
    expect(readFileSync(join(root, "elsewhere"), "utf8")).toBe(text);
    rmSync(path);
    mkdirSync(path);
    expect(openText(content, NAME)).toHaveProperty("refused");
    rmSync(path, { recursive: true });
    writeFileSync(path, Buffer.alloc(300_000, 32));
    expect(openText(content, NAME)).toHaveProperty("refused");
    writeFileSync(path, Buffer.from([0xff, 0x41]));
    expect(openText(content, NAME)).toHaveProperty("refused");
  });

  test("of a text that is too large, or has half a character", async () => {
    const { version } = open();
    expect(await saveText(content, NAME, "x".repeat(300_000), version)).toHaveProperty("refused");
    expect(await saveText(content, NAME, "\uD83D", version)).toHaveProperty("refused");
    expect(versionOf(readFileSync(path))).toBe(version);
  });
});
