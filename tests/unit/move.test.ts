import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { carryOutAll } from "../../src/commands/move/carry-out.ts";
import { openContent } from "../../src/commands/move/open-content.ts";
import { planMove } from "../../src/commands/move/plan-move.ts";
import { PUBLICATIONS } from "../fixtures.ts";
import { runWithin } from "../within.ts";

const { content: FIXTURE, now: NOW } = PUBLICATIONS.fixture;
const E = "editions/2026";
let content = "";

beforeEach(() => {
  content = join(mkdtempSync(join(tmpdir(), "evening-update-move-")), "content");
  cpSync(FIXTURE, content, { recursive: true });
});

afterEach(() => {
  rmSync(join(content, ".."), { recursive: true, force: true });
});

function move(from: string, to: string, now: string = NOW) {
  return runWithin(["move", from, to, "--content", content, "--now", now]);
}

async function moved(from: string, to: string, now: string = NOW): Promise<string[]> {
  const { code, stdout, stderr } = await move(from, to, now);
  expect([code, stderr]).toEqual([0, ""]);
  return stdout.trimEnd().split("\n");
}

function read(path: string): string {
  return readFileSync(join(content, path), "utf8");
}

function write(path: string, text: string): void {
  mkdirSync(join(content, path, ".."), { recursive: true });
  writeFileSync(join(content, path), text);
}

function edit(path: string, from: string, to: string): void {
  expect(read(path)).toContain(from);
  write(path, read(path).replace(from, to));
}

/** Every file and its bytes. */
function tree(folder = content): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, "base64")]),
  );
}

/** The errors that `check` tells of the whole publication. */
async function errors(now: string = NOW): Promise<string[]> {
  const { stdout } = await runWithin(["check", "--content", content, "--now", now]);
  return stdout.split("\n").filter((line) => / error /.test(line));
}

describe("a story", () => {
  test("comes to another edition with its name, its place in both running orders and what it was called", async () => {
    const before = read(`${E}/03-04-morning/ferry-tickets.md`);
    const said = await moved("2026-03-04-morning/ferry-tickets", "2026-03-02-midday/tickets");
    expect(said.map((line) => line.replaceAll(/\S*\/content\//g, "content/"))).toEqual([
      "changed content/editions/2026/03-04-morning/ferry-tickets.md: it was called 2026-03-04-morning/ferry-tickets",
      "moved content/editions/2026/03-04-morning/ferry-tickets.md to content/editions/2026/03-02-midday/tickets.md",
      "changed content/editions/2026/03-02-midday/edition.md: “tickets” is in its running order",
      "changed content/editions/2026/03-04-morning/edition.md: “ferry-tickets” is no more in its running order",
    ]);
    expect(read(`${E}/03-02-midday/tickets.md`)).toBe(
      before.replace("\n---\n", "\nformerly: [2026-03-04-morning/ferry-tickets]\n---\n"),
    );
    expect(read(`${E}/03-04-morning/edition.md`)).toContain("stories: [lamps-by-post, main, top, contents]");
    expect(read(`${E}/03-02-midday/edition.md`)).toMatch(/stories: \[.*, tickets\]|- tickets\n/);
    expect(await errors()).toEqual([]);
  });

  test("gets another name in its edition, in its place of the running order, and can get its old one back", async () => {
    await moved("2026-03-04-morning/ferry-tickets", "2026-03-04-morning/tickets");
    expect(read(`${E}/03-04-morning/edition.md`)).toContain("[lamps-by-post, tickets, main, top, contents]");
    await moved("2026-03-04-morning/tickets", "2026-03-04-morning/ferry-tickets");
    expect(read(`${E}/03-04-morning/edition.md`)).toBe(
      readFileSync(join(FIXTURE, E, "03-04-morning/edition.md"), "utf8"),
    );
    expect(read(`${E}/03-04-morning/ferry-tickets.md`)).toContain(
      "formerly: [2026-03-04-morning/ferry-tickets, 2026-03-04-morning/tickets]",
    );
    expect(await errors()).toEqual([]);
  });

  test("has an edition made for it where there is none, which readers see if they could see the story", async () => {
    await moved("2026-03-04-morning/ferry-tickets", "2026-02-28-morning/tickets");
    expect(read(`${E}/02-28-morning/edition.md`)).toContain("stories:\n  - tickets");
    expect(read(`${E}/02-28-morning/edition.md`)).not.toContain("draft");
    expect(await errors()).toEqual([]);
  });

  test("that nobody could read is called as it is called, and so is the edition made for it", async () => {
    await moved("2026-03-04-late-evening/canary-draft-story", "2026-04-01-morning/later");
    expect(read(`${E}/04-01-morning/later.md`)).not.toContain("formerly");
    expect(read(`${E}/04-01-morning/edition.md`)).toContain("draft: true");
    expect(existsSync(join(content, E, "04-01-morning/canary-story.png"))).toBe(true);
    expect(existsSync(join(content, E, "03-04-late-evening/canary-story.png"))).toBe(false);
  });

  test("that was signed is signed still", async () => {
    await moved("2026-03-04-morning/lamps-by-post", "2026-03-02-midday/lamps");
    // Its time has come an hour later.
    await moved("2026-03-04-late-evening/assisted", "2026-03-02-midday/machine", "2026-03-06T00:00:00Z");
    expect(read(`${E}/03-02-midday/machine.md`)).toContain("formerly: [2026-03-04-late-evening/assisted]");
    expect((await errors("2026-03-06T00:00:00Z")).filter((line) => line.includes("sign-off"))).toEqual([]);
  });

  test("leaves an edition of which nothing is left but its place, which then leads on", async () => {
    write(`${E}/02-27-morning/edition.md`, "---\nstories: [only]\n---\n");
    write(`${E}/02-27-morning/only.md`, read(`${E}/03-04-morning/ferry-tickets.md`));
    write(`${E}/02-27-morning/.gitkeep`, "");
    const said = await moved("2026-02-27-morning/only", "2026-02-28-morning/only");
    expect(said.at(-1)).toBe("2026-02-27-morning leads on to 2026-02-28-morning");
    expect(existsSync(join(content, E, "02-27-morning"))).toBe(false);
    expect(read(`${E}/02-28-morning/edition.md`)).toContain("formerly: [2026-02-27-morning]");
    expect(await errors()).toEqual([]);
  });

  test("leaves an edition that has words of its own, which stay, and it is said what to do", async () => {
    write(`${E}/02-27-morning/edition.md`, "---\nstories:\n  - only # alone\n---\nThe lede.\n");
    write(`${E}/02-27-morning/only.md`, read(`${E}/03-04-morning/ferry-tickets.md`));
    const said = await moved("2026-02-27-morning/only", "2026-02-28-morning/only");
    expect(said.at(-1)).toMatch(/^2026-02-27-morning has no story any more.* write “gone: \{ at: … \}” into it$/);
    expect(read(`${E}/02-27-morning/edition.md`)).toBe("---\nstories: []\n  # alone\n---\nThe lede.\n");
  });
});

describe("the pictures of a story", () => {
  const STORY = "2026-03-01-morning/weather-house";
  const png = (name: string) => readFileSync(join(FIXTURE, E, "03-01-morning", name));

  test("come with it", async () => {
    await moved(STORY, "2026-03-02-midday/house");
    expect(readdirSync(join(content, E, "03-01-morning")).sort()).toEqual([
      ...["bridge-mended.md", "bridge.avif", "edition.md", "plan.png"],
    ]);
    expect(readdirSync(join(content, E, "03-02-midday"))).toEqual(expect.arrayContaining(["gut.webp", "house.jpg"]));
    expect(await errors()).toEqual([]);
  });

  test("stay as well where another text shows them", async () => {
    edit(`${E}/03-01-morning/edition.md`, "(plan.png)", "(gut.webp)");
    edit(`${E}/03-01-morning/bridge-mended.md`, "bridge.avif", "house.jpg");
    const said = await moved(STORY, "2026-03-02-midday/house");
    expect(said.filter((line) => line.startsWith("copied"))).toHaveLength(2);
    for (const name of ["gut.webp", "house.jpg"])
      for (const edition of ["03-01-morning", "03-02-midday"])
        expect(readFileSync(join(content, E, edition, name))).toEqual(png(name));
    expect(await errors()).toEqual([]);
  });

  test("get other names where others have theirs, and the story shows them by these", async () => {
    cpSync(join(content, E, "03-01-morning/bridge.avif"), join(content, E, "03-02-midday/x.avif"));
    for (const name of ["gut.webp", "house.jpg"])
      cpSync(join(content, E, `03-01-morning/${name}`), join(content, E, `03-02-midday/other.${name}`));
    writeFileSync(join(content, E, "03-02-midday/gut.webp"), "another");
    writeFileSync(join(content, E, "03-02-midday/house.jpg"), "another");
    for (const name of readdirSync(join(content, E, "03-02-midday")).filter((name) => /^(x|other)/.test(name)))
      rmSync(join(content, E, "03-02-midday", name));
    await moved(STORY, "2026-03-02-midday/house");
    const story = read(`${E}/03-02-midday/house.md`);
    expect(story).toContain("src: house-2.jpg");
    expect(story).toContain('](gut-2.webp "Not to scale")');
    expect(readFileSync(join(content, E, "03-02-midday/gut-2.webp"))).toEqual(png("gut.webp"));
    expect(readFileSync(join(content, E, "03-02-midday/gut.webp"), "utf8")).toBe("another");
    expect(existsSync(join(content, E, "03-01-morning/gut.webp"))).toBe(false);
  });

  test("are not there twice where they are there already", async () => {
    cpSync(join(content, E, "03-01-morning/gut.webp"), join(content, E, "03-02-midday/gut.webp"));
    await moved(STORY, "2026-03-02-midday/house");
    expect(readdirSync(join(content, E, "03-02-midday")).filter((name) => name.startsWith("gut"))).toEqual([
      "gut.webp",
    ]);
    expect(existsSync(join(content, E, "03-01-morning/gut.webp"))).toBe(false);
  });

  test("keep a signed text where it is, if it would have to show them by other names", async () => {
    await runWithin([...["sign", STORY, "--by", "ida-inkwell", "--fact-checked", "--content", content, "--now", NOW]]);
    writeFileSync(join(content, E, "03-02-midday/gut.webp"), "another");
    const before = tree();
    const { code, stderr } = await move(STORY, "2026-03-02-midday/house");
    expect([code, stderr]).toEqual([2, expect.stringMatching(/“gut\.webp”.* signed .*; nothing was written\n$/)]);
    expect(tree()).toEqual(before);
  });
});

describe("an edition", () => {
  test("comes to another day with all that is in its folder", async () => {
    const names = readdirSync(join(content, E, "03-01-morning")).sort();
    await moved("2026-03-01-morning", "2026-02-28-midday");
    expect(readdirSync(join(content, E, "02-28-midday")).sort()).toEqual(names);
    expect(existsSync(join(content, E, "03-01-morning"))).toBe(false);
    expect(read(`${E}/02-28-midday/edition.md`)).toContain("formerly: [2026-03-01-morning]\n---\n");
  });

  test("without a file of its own gets one that says what it was called, and an empty year goes", async () => {
    await moved("2025-12-31-late-evening", "2026-01-01-morning");
    expect(read(`${E}/01-01-morning/edition.md`)).toBe("---\nformerly: [2025-12-31-late-evening]\n---\n");
    expect(readdirSync(join(content, "editions"))).toEqual(["2026"]);
    expect(await errors()).toEqual([]);
    expect(await moved("2025-12-31-late-evening", "2026-01-01-morning")).toEqual([
      "2025-12-31-late-evening is at editions/2026/01-01-morning already",
    ]);
  });

  test("can have its old day back, and so can a topic and a page their names", async () => {
    for (const [from, to] of [
      ["2026-03-01-morning", "2026-02-28-midday"],
      ["topics/boats", "topics/ships"],
      ["pages/tools", "pages/our-tools"],
    ] as const) {
      await moved(from, to);
      await moved(to, from);
    }
    expect(read(`${E}/03-01-morning/edition.md`)).toContain("formerly: [2026-03-01-morning, 2026-02-28-midday]");
    expect(await errors()).toEqual([]);
  });

  test("that nobody could read is called as it is called", async () => {
    await moved("2026-03-05-morning", "2026-03-06-morning");
    expect(read(`${E}/03-06-morning/edition.md`)).not.toContain("formerly");
  });
});

describe("what a vocabulary and a page are called", () => {
  test("a topic, where it is defined and where stories name it", async () => {
    await moved("topics/boats", "topics/ships");
    expect(read("topics.yaml")).toMatch(/^ships:\n {2}name: Boats & “Bridges”\n {2}formerly: \[boats\]\n/);
    expect(Object.values(tree()).some((bytes) => /^topic: boats$/m.test(Buffer.from(bytes, "base64").toString()))).toBe(
      false,
    );
    expect(await errors()).toEqual([]);
  });

  test("a publisher", async () => {
    const said = await moved("publishers/lamp-works", "publishers/lamps");
    // Sources are signed with their publishers.
    expect(said.at(-1)).toMatch(/assisted\.md is signed as it stands, and goes on naming “lamp-works”/);
    expect(read("publishers.yaml")).toMatch(/^lamps:\n {2}name: Lamp Works & Daughters\n {2}formerly: \[lamp-works\]/m);
    expect(await errors()).toEqual([]);
  });

  test("a page", async () => {
    await moved("pages/tools", "pages/our-tools");
    expect(read("pages/our-tools.md")).toContain("formerly: [tools]\n---\n");
    expect(existsSync(join(content, "pages/tools.md"))).toBe(false);
  });
});

describe("nothing is done", () => {
  const STORY = "2026-03-04-morning/ferry-tickets";

  test.each([
    [
      "to a story that is not there",
      "2026-03-04-morning/fery-tickets",
      "2026-03-04-morning/b",
      /did you mean “2026-03-04-morning\/ferry-tickets”/,
    ],
    ["where a story is", STORY, "2026-03-04-morning/main", /main\.md exists already/],
    [
      "where a slot is unknown",
      STORY,
      "2026-03-04-mornign/b",
      /“mornign” is not a slot of site\.yaml; did you mean “morning”/,
    ],
    ["where a name is reserved", STORY, "2026-03-04-morning/edition", /keeps this name for itself/],
    ["where a name is another's", STORY, "2026-03-04-morning/topics", /keeps for itself/],
    ["on a day that is none", STORY, "2026-02-30-morning/b", /2026-02-30 is not a day/],
    ["for its own name", STORY, STORY, /is called so already/],
    ["for a name of another kind", STORY, "2026-03-04-morning", /another kind/],
    ["for what names nothing", "ferry-tickets", STORY, /names nothing that can be moved/],
    ["to an edition that is not there", "2026-03-09-morning", "2026-03-10-morning", /no edition “2026-03-09-morning”/],
    ["where an edition is", "2026-03-04-morning", "2026-03-02-midday", /03-02-midday exists already/],
    [
      "to a topic that is not there",
      "topics/boots",
      "topics/b",
      /no “boots” in topics\.yaml; did you mean “topics\/boats”/,
    ],
    ["where a topic is", "topics/boats", "topics/lamps", /stands in topics\.yaml already/],
    ["for an id that is none", "topics/boats", "topics/12", /not a number alone/],
    ["where a page is", "pages/about", "pages/tools", /exists already/],
    ["for the id of a slot", "pages/about", "pages/midday", /keeps for itself/],
  ])("%s", async (_, from, to, said) => {
    const before = tree();
    const { code, stdout, stderr } = await move(from, to);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(said);
    expect(tree()).toEqual(before);
  });

  test("to a file that cannot be read", async () => {
    edit(`${E}/03-04-morning/ferry-tickets.md`, "---\n", "--\n");
    expect((await move(STORY, "2026-03-04-morning/b")).stderr).toMatch(/no story “.*” that can be read/);
  });

  test("behind a link", async () => {
    const elsewhere = join(content, "..", "elsewhere");
    mkdirSync(elsewhere);
    symlinkSync(elsewhere, join(content, E, "03-09-morning"), "junction");
    expect((await move(STORY, "2026-03-09-morning/b")).stderr).toMatch(/03-09-morning is a link/);
    renameSync(join(content, "editions"), join(content, "..", "own"));
    symlinkSync(join(content, "..", "own"), join(content, "editions"), "junction");
    expect((await move(STORY, "2026-03-02-midday/b")).code).toBe(2);
    expect(readdirSync(elsewhere)).toEqual([]);
  });
});

describe("a move that is cut off anywhere is completed by the next one", () => {
  test.each([
    ["2026-03-01-morning/weather-house", "2026-03-02-midday/house"],
    ["2026-03-01-morning/weather-house", "2026-02-01-morning/house"],
    ["2026-03-04-morning/main", "2026-03-04-morning/principal"],
    ["2025-12-31-late-evening", "2026-01-01-morning"],
    ["2026-03-01-morning", "2026-02-28-midday"],
    ["2026-02-27-morning/only", "2026-02-26-morning/only"],
    ["topics/boats", "topics/ships"],
    ["publishers/lamp-works", "publishers/lamps"],
    ["pages/tools", "pages/our-tools"],
  ])("%s to %s", async (from, to) => {
    edit(`${E}/03-01-morning/edition.md`, "(plan.png)", "(gut.webp)");
    writeFileSync(join(content, E, "03-02-midday/house.jpg"), "another");
    write(`${E}/02-27-morning/edition.md`, "---\nstories: [only]\n---\n");
    write(`${E}/02-27-morning/only.md`, read(`${E}/03-04-morning/ferry-tickets.md`));
    const start = join(content, "..", "start");
    cpSync(content, start, { recursive: true });
    const lay = () => {
      rmSync(content, { recursive: true });
      cpSync(start, content, { recursive: true });
    };
    const { steps } = planMove(from, to, openContent(content, Date.parse(NOW)));
    expect(steps.length).toBeGreaterThan(1);
    await moved(from, to);
    const whole = tree();
    for (let done = 0; done < steps.length; done++) {
      lay();
      let count = 0;
      const cut = () => {
        if (++count === done) throw new Error("cut off");
      };
      if (done > 0)
        expect(() => {
          carryOutAll(content, steps, cut);
        }).toThrow("cut off");
      // Nothing is lost meanwhile: every file's bytes are there, but for those of texts that say more now.
      const { code, stderr } = await move(from, to);
      expect([code, stderr], `after ${done} of ${steps.length} steps`).toEqual([0, ""]);
      expect(tree(), `after ${done} of ${steps.length} steps`).toEqual(whole);
    }
  });
});
