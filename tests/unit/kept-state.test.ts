import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
  appendFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { PageRecord } from "../../src/pipeline/pages/page-record.ts";
import { isSameInput, isStill, knowInput, takeChanged, takeInput } from "../../src/pipeline/state/inputs.ts";
import { packPages, unpackPages } from "../../src/pipeline/state/kept-pages.ts";
import { makeTwin } from "../../src/pipeline/state/make-twin.ts";
import { readPiece, writePiece } from "../../src/pipeline/state/pieces.ts";
import { differences, type Program } from "../../src/pipeline/state/program.ts";
import { isUntouched, OTHER_TEXT, pickStamps, stampAgain, stampFolder } from "../../src/pipeline/state/stamps.ts";
import { readTable, writeTable } from "../../src/pipeline/state/tables.ts";

let folder: string;
let content: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "evening-update-state-"));
  content = join(folder, "content");
  for (const name of ["a/one.md", "a/two.md", "b/three.md"]) {
    mkdirSync(join(content, name, ".."), { recursive: true });
    writeFileSync(join(content, name), `text of ${name}`);
  }
  settle();
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** What happens to files, each in a way that names and sizes alone may not tell. */
const CHANGES: Readonly<Record<string, () => void>> = {
  "a file written in place": () => {
    writeFileSync(join(content, "a/one.md"), "Text of a/one.md");
  },
  "a file written in place whose time was put back": () => {
    const path = join(content, "a/one.md");
    const { atime, mtime } = statSync(path);
    writeFileSync(path, "Text of a/one.md");
    utimesSync(path, atime, mtime);
  },
  "a file more": () => {
    writeFileSync(join(content, "b/four.md"), "four");
  },
  "a file less": () => {
    rmSync(join(content, "b/three.md"));
  },
  "another name": () => {
    renameSync(join(content, "a/one.md"), join(content, "a/other.md"));
  },
  "a folder moved": () => {
    renameSync(join(content, "a"), join(content, "c"));
  },
  "a file that became a folder": () => {
    rmSync(join(content, "a/one.md"));
    mkdirSync(join(content, "a/one.md"));
  },
};

/** Has a moment go by, after which no file is taken for one that may be written again within the same time. */
function settle(): void {
  const now = Date.now;
  const later = now() + 60_000;
  Date.now = () => later;
  restore = () => {
    Date.now = now;
  };
}
let restore: () => void = () => undefined;
afterEach(() => {
  restore();
});

describe("what a folder held", () => {
  test("is taken down the same by what was known of it", () => {
    const first = takeInput(content);
    const second = takeInput(content, first);
    expect([...second.digests]).toEqual([...first.digests]);
    expect(second.stamps).toEqual(first.stamps);
    expect(knowInput(second, first).namesIn("a/")).toEqual(["one.md", "two.md"]);
    expect(isStill(second, first, () => false)).toBe(true);
  });

  test.each(Object.keys(CHANGES))("is not after %s", (what) => {
    const first = takeInput(content);
    CHANGES[what]?.();
    const second = takeInput(content, first);
    expect(isSameInput(first, second)).toBe(false);
    expect([...second.digests]).toEqual([...takeInput(content).digests]);
    expect(isStill(first, undefined, () => true)).toBe(false);
  });

  test("so recently that its time could not tell is read again", () => {
    restore();
    const first = takeInput(content);
    const known = knowInput(takeInput(content, first), first);
    expect(known.namesIn("a/")).toBeUndefined();
    expect(known.isSame("a/one.md")).toBe(true);
  });

  test("is as it was but for the files that are said to be changed", () => {
    const first = takeInput(content);
    writeFileSync(join(content, "a/one.md"), "other");
    const again = takeChanged(first, [join(content, "a/one.md")]);
    const { isSame } = knowInput(again, first);
    expect(["a/one.md", "a/two.md"].map(isSame)).toEqual([false, true]);
  });
});

describe("a site", () => {
  test("that nobody touched is known by its stamps", () => {
    expect(isUntouched(content, stampFolder(content, OTHER_TEXT), OTHER_TEXT)).toBe(true);
  });

  test.each(Object.keys(CHANGES).filter((what) => !what.endsWith("put back")))("is not known after %s", (what) => {
    const stamps = stampFolder(content, OTHER_TEXT);
    const { atime } = statSync(content);
    for (const name of ["a/one.md", "a", "b", ""]) utimesSync(join(content, name), atime, new Date(1000));
    const old = stampFolder(content, OTHER_TEXT);
    expect(isUntouched(content, stamps, OTHER_TEXT)).toBe(false);
    CHANGES[what]?.();
    expect(isUntouched(content, old, OTHER_TEXT)).toBe(false);
  });

  test("that is not there has no stamps, and is untouched while it is not", () => {
    const path = join(folder, "none");
    const none = stampFolder(path, OTHER_TEXT);
    expect(none.paths).toEqual([]);
    expect(isUntouched(path, none, OTHER_TEXT)).toBe(true);
    mkdirSync(path);
    expect(isUntouched(path, none, OTHER_TEXT)).toBe(false);
  });

  test("is stamped again where it was touched", () => {
    const stamps = stampFolder(content, OTHER_TEXT);
    appendFileSync(join(content, "a/one.md"), "more");
    rmSync(join(content, "b/three.md"));
    writeFileSync(join(content, "b/four.md"), "four");
    const touched = ["/a/one.md", "/b/three.md", "/b/four.md", "/b"];
    const parts = [pickStamps(stamps, "folders"), pickStamps(stamps, "files")];
    const again = stampAgain(content, parts, touched, OTHER_TEXT);
    expect(isUntouched(content, again, OTHER_TEXT)).toBe(true);
    expect([...again.paths].sort()).toEqual([...stampFolder(content, OTHER_TEXT).paths].sort());
  });
});

describe("a twin of a site", () => {
  const order = () => {
    const stamps = stampFolder(content, OTHER_TEXT);
    const [folders, files] = (["folders", "files"] as const).map((what) => pickStamps(stamps, what).paths);
    return { site: content, twin: join(folder, "twin"), folders: [...(folders ?? [])].reverse(), files: files ?? [] };
  };

  test("has its files by second names, nothing of what was there before, and is known by its folders", () => {
    const { twin, ...rest } = order();
    mkdirSync(join(twin, "old"), { recursive: true });
    const stamps = makeTwin({ twin, ...rest });
    expect([...stampFolder(twin, OTHER_TEXT).paths].sort()).toEqual([...rest.folders, ...rest.files].sort());
    for (const path of rest.files) expect(statSync(twin + path).ino).toBe(statSync(content + path).ino);
    expect([...stamps.paths].sort()).toEqual([...rest.folders].sort());
    expect(isUntouched(twin, stamps, OTHER_TEXT)).toBe(true);
  });

  test("is none where a file of the site is gone", () => {
    const asked = order();
    rmSync(join(content, "a/one.md"));
    expect(() => makeTwin(asked)).toThrow("ENOENT");
  });
});

describe("a table", () => {
  const path = () => join(folder, "table");
  const tables = [
    { texts: [], numbers: new Float64Array() },
    { texts: [""], numbers: new Float64Array([NaN]) },
    { texts: ["/a\nb", "", "/größe/記事"], numbers: new Float64Array([1.5, -2, 2 ** 60]) },
  ];

  test.each(tables)("gives what was written", (table) => {
    expect(readTable(path(), writeTable(path(), table))).toEqual(table);
  });

  test("that is missing, damaged or another is as none", () => {
    expect(readTable(path(), "")).toBeUndefined();
    const digest = writeTable(path(), { texts: ["/a", "/b"], numbers: new Float64Array([1, 2]) });
    const whole = readFileSync(path());
    for (let at = 0; at < whole.length; at++) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      writeFileSync(path(), damaged);
      expect(readTable(path(), digest), `byte ${at}`).toBeUndefined();
      writeFileSync(path(), whole.subarray(0, at));
      expect(readTable(path(), digest), `${at} bytes`).toBeUndefined();
    }
    writeTable(path(), { texts: ["/a"], numbers: new Float64Array() });
    expect(readTable(path(), digest)).toBeUndefined();
  });
});

test.each(["plain", "„Größe“ – ’tis", "朝刊の記事はすべて人が書いた", "\0\u007f\ud800😀\u2028"])(
  "a piece of the state gives back “%s”",
  (text) => {
    const path = join(folder, "piece");
    expect(readPiece(path, writePiece(path, { [text]: [text] }))).toEqual({ [text]: [text] });
  },
);

test("records of pages are kept whole", () => {
  const pages = new Map<string, PageRecord>([
    ["/a/", { key: "k", files: ["/a/index.html", "/a/b/index.html"], leads: ["/c/", "/d/#e"] }],
    ["/b/", { key: "k", files: ["/b"], leads: [], heavy: { "/b": 7 }, facts: { of: [1] } }],
    ["/c/", { key: "k", files: ["/a\nname", "/c"] }],
    ["/d/", { key: "k", files: [] }],
  ]);
  const kept = JSON.parse(JSON.stringify(packPages(pages))) as ReturnType<typeof packPages>;
  const again = unpackPages([kept]);
  expect(JSON.parse(JSON.stringify([...again]))).toEqual([...pages]);
  expect(JSON.stringify(packPages(again))).toBe(JSON.stringify(kept));
});

describe("the program", () => {
  const program: Program = { program: "1", platform: "linux x64", icu: "78.2", tz: "2025c" };

  test("is the same while nothing is another on which a byte depends", () => {
    expect(differences(program, { ...program })).toEqual([]);
  });

  test("is another where languages, time zones or the computer are, and says which", () => {
    expect(differences({ ...program, tz: "2026a" }, program)).toEqual(["Node’s time zones (2025c, now 2026a)"]);
    expect(differences({ ...program, platform: "linux arm64" }, program)).toEqual([
      "the computer (linux x64, now linux arm64)",
    ]);
    expect(differences({ ...program, zlib: "1.3" }, program)).toEqual(["Node’s packing (zlib) (none, now 1.3)"]);
  });

  test("is another where its sources are", () => {
    for (const before of ["1 v20", { ...program, program: "0", tz: "2026a" }])
      expect(differences(program, before)).toEqual(["this program is another"]);
  });
});
