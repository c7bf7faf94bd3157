import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openKept } from "../../src/pipeline/state/kept.ts";
import { readSealed, writeSealed } from "../../src/pipeline/state/sealed.ts";
import { bundleScript } from "../../src/pipeline/look/scripts.ts";
import { readPiece, writePiece } from "../../src/pipeline/state/pieces.ts";
import { DAY, makeFolder, prune, writeWhole } from "../../src/cache.mjs";
import { PROJECT } from "../command.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "evening-update-cache-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Every file below a folder. */
const filesIn = (path: string): string[] =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

function age(path: string, days: number): void {
  const then = (Date.now() - days * DAY) / 1000;
  utimesSync(path, then, then);
}

describe("a file is written whole or not at all", () => {
  test("in a folder that is made for it", () => {
    writeWhole(join(folder, "a", "b", "file"), "text");
    expect(filesIn(folder)).toEqual([join(folder, "a", "b", "file")]);
  });

  test("and nothing is left of one that the disk refuses", () => {
    mkdirSync(join(folder, "file", "full"), { recursive: true });
    expect(() => {
      writeWhole(join(folder, "file"), "text");
    }).toThrow();
    expect(readdirSync(folder)).toEqual(["file"]);
  });
});

describe("a folder is made whole or not at all", () => {
  const isMade = () => existsSync(join(folder, "made", "file"));
  const fill = (text: string) => (stage: string) => {
    writeFileSync(join(stage, "file"), text);
    return Promise.resolve();
  };

  test("and nothing is left of one that failed", async () => {
    const failing = (stage: string) => fill("half")(stage).then(() => Promise.reject(new Error("no ink")));
    await expect(makeFolder(join(folder, "made"), isMade, failing)).rejects.toThrow("no ink");
    expect(readdirSync(folder)).toEqual([]);
  });

  test("and the first of two stays", async () => {
    await makeFolder(join(folder, "made"), isMade, fill("first"));
    await makeFolder(join(folder, "made"), isMade, fill("second"));
    expect(filesIn(folder).map((path) => readFileSync(path, "utf8"))).toEqual(["first"]);
  });

  test("and one that lost a part gives way", async () => {
    writeWhole(join(folder, "made", "rest"), "");
    await makeFolder(join(folder, "made"), isMade, fill("whole"));
    expect(filesIn(folder)).toEqual([join(folder, "made", "file")]);
  });
});

describe("what is old is let go", () => {
  test("as entries of a folder", () => {
    for (const [name, days] of [
      ["old", 3],
      ["new", 1],
    ] as const) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, "file"), "");
      age(join(folder, name), days);
    }
    prune(folder, 2 * DAY);
    expect(readdirSync(folder)).toEqual(["new"]);
  });

  test("as files, however deep they lie", () => {
    for (const [name, days] of [
      ["old", 3],
      ["new", 1],
    ] as const) {
      writeWhole(join(folder, "deep", name), "");
      age(join(folder, "deep", name), days);
    }
    age(join(folder, "deep"), 3);
    prune(folder, 2 * DAY, "files");
    expect(filesIn(folder)).toEqual([join(folder, "deep", "new")]);
  });
});

/** Every way of reading what is kept, with what it gives for a damaged file. */
const READERS = [
  ["a sealed file", (path: string) => readSealed(path)?.body],
  ["a piece of the state", (path: string) => readPiece(path)],
] as const;

describe.each(READERS)("%s", (_, read) => {
  const path = () => join(folder, "kept");

  test("that is missing is as none", () => {
    expect(read(path())).toBeUndefined();
  });

  test("that was cut short, damaged or lengthened is as none", () => {
    writePiece(path(), { title: "„Größe“" });
    const whole = readFileSync(path());
    expect(read(path())).toBeDefined();
    for (let length = 0; length < whole.length; length++) {
      writeFileSync(path(), whole.subarray(0, length));
      expect(read(path()), `${length} bytes`).toBeUndefined();
    }
    for (let at = 0; at < whole.length; at++) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      writeFileSync(path(), damaged);
      expect(read(path()), `byte ${at}`).toBeUndefined();
    }
    writeFileSync(path(), Buffer.concat([whole, Buffer.from(" ")]));
    expect(read(path())).toBeUndefined();
  });
});

test("a sealed file gives back its bytes and their digest", () => {
  const bytes = Uint8Array.from([0, 255, 10, 13]);
  const digest = writeSealed(join(folder, "file"), bytes);
  expect(readSealed(join(folder, "file"))).toEqual({ body: Buffer.from(bytes), digest });
  expect(digest).toHaveLength(22);
});

test("a piece of the state is read only where it is the one that is asked for", () => {
  const path = join(folder, "piece");
  const [first, second] = [writePiece(path, { a: 1 }), writePiece(path, { a: "ü" })];
  expect(readPiece(path, first)).toBeUndefined();
  expect(readPiece(path, second)).toEqual({ a: "ü" });
});

describe("kept files", () => {
  const make = (text: string) => () => Promise.resolve(Buffer.from(text));

  test("are made once, and again when they are damaged", async () => {
    const kept = openKept("things", folder);
    expect(String(await kept.get("name", make("first")))).toBe("first");
    expect(String(await kept.get("name", make("second")))).toBe("first");
    const [path = ""] = filesIn(folder).filter((file) => file.endsWith("name"));
    writeFileSync(path, readFileSync(path).subarray(1));
    expect(String(await kept.get("name", make("third")))).toBe("third");
  });

  test("that the disk refuses are made each time", async () => {
    writeFileSync(join(folder, "things"), "not a folder");
    const kept = openKept("things", folder);
    expect(String(await kept.get("name", make("first")))).toBe("first");
    expect(String(await kept.get("name", make("second")))).toBe("second");
  });

  test("that nobody asked for in months are let go, and those in use stay", async () => {
    const before = openKept("things", folder);
    for (const name of ["used", "unused"]) await before.get(name, make(name));
    for (const path of filesIn(folder)) age(path, 100);
    const kept = openKept("things", folder);
    await kept.get("used", make("again"));
    await kept.get("another", make("another"));
    expect(existsSync(join(folder, "things", "us", "used"))).toBe(true);
    expect(existsSync(join(folder, "things", "un", "unused"))).toBe(false);
  });
});

test("a bundled script that was damaged is bundled again", async () => {
  const text = await bundleScript("page.ts", true);
  for (const path of filesIn(join(PROJECT, ".cache", "scripts")))
    writeFileSync(path, readFileSync(path).subarray(0, 100));
  expect(await bundleScript("page.ts", true)).toBe(text);
});
