import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { acquireLock } from "../../src/pipeline/output/lock.ts";
import { placesOf, recover } from "../../src/pipeline/output/output.ts";
import { PROJECT, run } from "../command.ts";
import { createWorkshop, type Failure, type Workshop } from "./harness.ts";

let workshop: Workshop;
let older: string;
let newer: string;
let bringLast: () => void;
let bringSpare: () => void;

beforeAll(() => {
  workshop = createWorkshop();
  const built = (version: string): string => {
    workshop.write(version);
    expect(workshop.build()).toMatchObject({ code: 0 });
    return workshop.snapshot();
  };
  older = built("Oldham");
  bringLast = workshop.keep();
  newer = built("Newtown");
  expect(older).not.toBe(newer);
  expect(built("Oldham")).toBe(older);
  bringSpare = workshop.keep();
});

afterAll(() => {
  workshop.remove();
});

/** Brings back a site of “Oldham” that the next build makes anew, carries over by links, or makes of the site before. */
const BEGINNINGS = {
  "from nothing": () => {
    bringLast();
    workshop.forget();
  },
  "from the last site": () => {
    bringLast();
  },
  "from the site before": () => {
    bringSpare();
  },
};

interface Trial extends Failure {
  readonly begins: keyof typeof BEGINNINGS;
}

describe("a build whose disk", () => {
  test.each<Trial & { says: RegExp }>([
    { begins: "from nothing", call: "writeFileSync", at: 1, code: "ENOSPC", says: /: the disk is full/ },
    { begins: "from nothing", call: "writeFileSync", at: 20, code: "ENOSPC", says: /: the disk is full/ },
    { begins: "from nothing", call: "mkdirSync", at: 3, code: "ENOSPC", says: /: the disk is full/ },
    { begins: "from nothing", call: "openSync", at: 1, code: "EROFS", says: /: that disk can only be read/ },
    {
      begins: "from nothing",
      call: "writeFileSync",
      at: 30,
      code: "EACCES",
      says: /: this account may not write there/,
    },
    { begins: "from the last site", call: "writeFileSync", at: 1, code: "ENOSPC", says: /: the disk is full/ },
    { begins: "from the last site", call: "mkdirSync", at: 4, code: "ENOSPC", says: /: the disk is full/ },
    { begins: "from the site before", call: "writeFileSync", at: 1, code: "ENOSPC", says: /: the disk is full/ },
    { begins: "from the site before", call: "writeFileSync", at: 3, code: "EACCES", says: /: this account may not/ },
  ])(
    "refuses call $at of $call of a build $begins with $code says so in a line, and leaves the last site and nothing else",
    (trial) => {
      BEGINNINGS[trial.begins]();
      workshop.write("Newtown");
      const { code, stdout, stderr } = workshop.build(trial);
      expect(code).toBe(1);
      expect(stderr).toMatch(trial.says);
      expect(stderr).toContain(`${workshop.out} is as it was\n`);
      expect(`${stdout}${stderr}`).not.toMatch(/^\s+at /m);
      expect(workshop.snapshot()).toBe(older);
      expect(workshop.leftovers()).toEqual([]);
    },
  );

  test("refuses the state alone has its site, and the next build makes everything anew", () => {
    BEGINNINGS["from nothing"]();
    workshop.write("Newtown");
    // By then all files of the site are written.
    const writes = newer.split("\n").length;
    expect(workshop.build({ call: "writeFileSync", at: writes + 1, code: "ENOSPC" })).toMatchObject({
      code: 0,
      stderr: "",
    });
    expect(workshop.snapshot()).toBe(newer);
    expect(workshop.build()).toMatchObject({ code: 0, stderr: "" });
    expect(workshop.snapshot()).toBe(newer);
    expect(workshop.leftovers()).toEqual([]);
  });
});

describe("a build that is killed", () => {
  test.each<Trial>([
    { begins: "from nothing", call: "openSync", at: 1, code: "KILL" },
    { begins: "from nothing", call: "mkdirSync", at: 2, code: "KILL" },
    { begins: "from nothing", call: "writeFileSync", at: 1, code: "KILL" },
    { begins: "from nothing", call: "writeFileSync", at: 25, code: "KILL" },
    // The first clears away, after the exchange, what is known of an older site; the second gives back the lock.
    { begins: "from nothing", call: "rmSync", at: 1, code: "KILL" },
    { begins: "from nothing", call: "rmSync", at: 2, code: "KILL" },
    { begins: "from the last site", call: "writeFileSync", at: 1, code: "KILL" },
    { begins: "from the last site", call: "linkSync", at: 1, code: "KILL" },
    { begins: "from the last site", call: "linkSync", at: 9, code: "KILL" },
    { begins: "from the last site", call: "renameSync", at: 1, code: "KILL" },
    { begins: "from the site before", call: "renameSync", at: 1, code: "KILL" },
    { begins: "from the site before", call: "linkSync", at: 1, code: "KILL" },
    { begins: "from the site before", call: "rmSync", at: 4, code: "KILL" },
    { begins: "from the site before", call: "writeFileSync", at: 2, code: "KILL" },
    { begins: "from the site before", call: "renameSync", at: 2, code: "KILL" },
    { begins: "from the site before", call: "renameSync", at: 3, code: "KILL" },
  ])("at call $at of $call, $begins, leaves a whole site, and the next build just works", (trial) => {
    BEGINNINGS[trial.begins]();
    workshop.write("Newtown");
    expect(workshop.build(trial).code).toBeNull();
    expect([older, newer]).toContain(workshop.snapshot());
    expect(workshop.build()).toMatchObject({ code: 0, stderr: "" });
    expect(workshop.snapshot()).toBe(newer);
    expect(workshop.leftovers()).toEqual([]);
  });

  test("between two renames, on a disk that cannot exchange folders, has its last site put back", async () => {
    const places = placesOf(join(workshop.folder, "renames", "site"));
    for (const [folder, word] of [
      [places.stage, "half"],
      [places.previous, "whole"],
    ] as const) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, "index.html"), word);
    }
    const cleared = recover(places);
    expect(readFileSync(join(places.target, "index.html"), "utf8")).toBe("whole");
    expect([places.stage, places.previous].filter(existsSync)).toEqual([]);
    await cleared();
    expect(readdirSync(dirname(places.target))).toEqual([basename(places.target)]);
    rmSync(dirname(places.target), { recursive: true });
  });

  test("while what another left was being removed leaves that to the next", async () => {
    const places = placesOf(join(workshop.folder, "removals", "site"));
    for (const folder of [join(places.leftover, "at-1", "stage"), places.stage]) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, "index.html"), "half");
    }
    await recover(places)();
    expect(readdirSync(dirname(places.target))).toEqual([]);
    rmSync(dirname(places.target), { recursive: true });
  });
});

describe("two builds at once", () => {
  test("write one site, and one of them says that the other is writing", async () => {
    workshop.write("Newtown");
    const builds = [workshop.start(), workshop.start()];
    const codes = await Promise.all(builds.map(async (build) => (await once(build, "exit"))[0] as number));
    expect(codes).toContain(0);
    expect(codes.filter((code) => code !== 0 && code !== 75)).toEqual([]);
    expect(workshop.snapshot()).toBe(newer);
    expect(workshop.leftovers()).toEqual([]);
  });

  test("are told apart by a lock that ends with its process and leaves no file", () => {
    const lock = join(workshop.folder, ".site.lock");
    const release = acquireLock(lock);
    const before = workshop.snapshot();
    workshop.write("Oldham");
    expect(workshop.build()).toEqual({ code: 75, stdout: `another build is writing ${workshop.out}\n`, stderr: "" });
    expect(workshop.snapshot()).toBe(before);
    expect(acquireLock(lock)).toBeUndefined();
    release?.();
    expect(workshop.leftovers()).toEqual([]);
    expect(workshop.build()).toMatchObject({ code: 0 });
  });

  test.each(["", "nonsense", String(process.pid)])(
    "are not kept apart by a file of the lock's name that holds “%s”",
    (text) => {
      writeFileSync(join(workshop.folder, ".site.lock"), text);
      expect(workshop.build()).toMatchObject({ code: 0 });
      expect(workshop.leftovers()).toEqual([]);
    },
  );
});

describe("a template that", () => {
  let copy: string;

  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), "evening-update-build-"));
    for (const name of ["src", "templates", "public", ".eleventy.ts", "package.json", "tsconfig.json"])
      cpSync(join(PROJECT, name), join(copy, name), { recursive: true });
    symlinkSync(join(PROJECT, "node_modules"), join(copy, "node_modules"), "junction");
  });

  afterAll(() => {
    rmSync(copy, { recursive: true, force: true });
  });

  test.each<[what: string, from: string, to: string, says: RegExp]>([
    [
      "throws",
      "const { story,",
      'if (page.path !== "") throw new Error("no ink"); const { story,',
      /no ink \(templates\/story\.11ty\.ts:\d+/,
    ],
    [
      "forgets the summary",
      "${rendered(story.summaryHtml)}",
      "",
      /^\/2026\/03\/04\/evening\/open-model\/index\.html: the text of the story .* is not in it$/m,
    ],
    [
      "links to nothing",
      "<h2${SAID}>${m.edition.contents}</h2>",
      '<h2${SAID}><a href="/nowhere/">${m.edition.contents}</a></h2>',
      /^\/2026\/03\/04\/evening\/open-model\/index\.html: nothing stands at \/nowhere\/, to which it links$/m,
    ],
  ])("%s leaves the last site", (_, from, to, says) => {
    const template = join(copy, "templates/story.11ty.ts");
    const text = readFileSync(template, "utf8");
    expect(text).toContain(from);
    writeFileSync(template, text.replace(from, to));
    const before = workshop.snapshot();
    const { code, stdout, stderr } = run(
      ["build", "--content", join(workshop.folder, "content"), "--out", workshop.out],
      {
        main: join(copy, "src/run.mjs"),
      },
    );
    writeFileSync(template, text);
    expect(code).toBe(1);
    expect(stderr + stdout).toMatch(says);
    expect(workshop.snapshot()).toBe(before);
    expect(workshop.leftovers()).toEqual([]);
  });
});
