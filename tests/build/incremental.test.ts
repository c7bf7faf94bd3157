import { spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { HANG, LONG, runs } from "../fuzz/runs.ts";
import { type Bench, createBench } from "./publication.ts";

const NOW = "2026-03-05T00:00:00Z";
const CLOCKS = [NOW, "2026-03-05T12:00:00Z", "2026-03-02T20:00:00Z", "2026-04-02T00:00:00Z", "2026-03-05T00:00:01Z"];
const EDITIONS = "editions/2026";

let bench: Bench;
/** Brings back the site of the publication as it is at first, and what its build knew. */
let bringFirst: () => void;

beforeAll(() => {
  bench = createBench("--unpublished");
  expect(bench.build(NOW)).toMatchObject({ code: 0 });
  bringFirst = bench.keep();
});

beforeEach(() => {
  bench.reset();
});

afterAll(() => {
  bench.remove();
});

function filesIn(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function pick<T>(items: readonly T[], number: number): T {
  return items[number % items.length] as T;
}

function change(path: string, from: RegExp | string, to: string): void {
  writeFileSync(path, readFileSync(path, "utf8").replace(from, to));
}

function stories(): string[] {
  return filesIn(join(bench.content, EDITIONS), ".md").filter((path) => !path.endsWith("edition.md"));
}

/** Writes a letter to the story of a file, which may be gone by now or hidden. */
function writeLetter(id: string, story: string, text: string): void {
  const [, date = "", slug = ""] = /2026[/\\](.*)[/\\](.*)\.md$/.exec(story) ?? [];
  const front = `story: 2026-${date}/${slug}\nname: Wick\nat: 2026-03-04T08:00\naccepted: { by: ida-inkwell, at: 2026-03-04T09:00 }\n`;
  mkdirSync(join(bench.content, "letters/2026"), { recursive: true });
  writeFileSync(join(bench.content, "letters/2026", `${id}.md`), `---\n${front}---\n${text}\n`);
}

/** What may happen between two builds; `number` says to which of several files. */
const EVENTS: Record<string, (number: number) => void | Promise<void>> = {
  nothing: () => undefined,
  "a word more": (number) => {
    change(pick(stories(), number), /\n$/, ` Word${number}.\n`);
  },
  "another title": (number) => {
    change(pick(stories(), number), /^title: .*$/m, `title: Title ${number}`);
  },
  "a draft": (number) => {
    change(pick(stories(), number), /^title:/m, "draft: true\ntitle:");
  },
  "no draft": (number) => {
    change(pick(stories(), number), /^draft: true\n/m, "");
  },
  "a new edition": (number) => {
    const folder = join(bench.content, EDITIONS, `02-${String((number % 28) + 1).padStart(2, "0")}-midday`);
    cpSync(join(bench.content, EDITIONS, "03-02-midday"), folder, { recursive: true });
  },
  "a story moved": (number) => {
    const path = pick(stories(), number);
    if (existsSync(path)) renameSync(path, join(bench.content, EDITIONS, "03-01-morning", `moved-${number}.md`));
  },
  "a story deleted": (number) => {
    const path = pick(stories(), number);
    rmSync(path);
    change(
      join(path, "..", "edition.md"),
      new RegExp(`\\b${/([\w-]+)\.md$/.exec(path)?.[1] ?? ""}, |, ${/([\w-]+)\.md$/.exec(path)?.[1] ?? ""}\\b`),
      "",
    );
  },
  "a letter": (number) => {
    writeLetter(`03-04-letter-${number}`, pick(stories(), number), `Letter ${number}.`);
  },
  "a letter less": (number) => {
    const letters = filesIn(join(bench.content, "letters"), ".md");
    if (letters.length > 0) rmSync(pick(letters, number));
  },
  "another word for a topic": (number) => {
    change(join(bench.content, "topics.yaml"), /name: Weather.*/, `name: Weather ${number}`);
  },
  "a publisher by its name": (number) => {
    change(pick(stories(), number), /publisher: town-crier$/m, "publisher: The Town Crier");
  },
  "names of publishers exchanged": () => {
    const path = join(bench.content, "publishers.yaml");
    const others: Record<string, string> = { "The Town Crier": "The Wick Review", "The Wick Review": "The Town Crier" };
    writeFileSync(
      path,
      readFileSync(path, "utf8").replace(/The Town Crier|The Wick Review/g, (name) => others[name] ?? name),
    );
  },
  "another tagline": (number) => {
    change(join(bench.content, "site.yaml"), /^tagline: .*$/m, `tagline: News ${number}`);
  },
  "another calendar": (number) => {
    const calendars = [
      "",
      "calendar: { days: [mon, tue, wed, thu, fri] }\n",
      `calendar: { except: 2026-03-0${5 + (number % 3)} }\n`,
    ];
    change(join(bench.content, "site.yaml"), /^(?:calendar:.*\n)?zone:/m, `${pick(calendars, number)}zone:`);
  },
  "another house style": (number) => {
    const styles = [
      "spelling: en-US\n",
      "names: { Lamp: [lamp] }\n",
      "allow: { name-spelling: [lamp] }\nnames: { Lamp: [lamp] }\n",
    ];
    writeFileSync(join(bench.content, "house.yaml"), pick(styles, number));
  },
  "another style": (number) => {
    change(join(bench.templates, "styles/base.css"), /$/, `\n@layer base { .x${number} { color: red; } }\n`);
  },
  "another template": (number) => {
    change(
      join(bench.templates, "partials/layout.ts"),
      /<footer class="colophon[^"]*"/,
      `<footer class="colophon c${number}"`,
    );
  },
  "a file touched": (number) => {
    utimesSync(pick(stories(), number), number, number);
  },
  "a page changed by hand": (number) => {
    const pages = existsSync(bench.out) ? filesIn(bench.out, ".html") : [];
    if (pages.length > 0) writeFileSync(pick(pages, number), "by hand");
  },
  "a page deleted by hand": (number) => {
    const pages = existsSync(bench.out) ? filesIn(bench.out, ".html") : [];
    if (pages.length > 0) rmSync(pick(pages, number));
  },
  "a file put into the site": (number) => {
    if (existsSync(join(bench.out, "topics"))) writeFileSync(join(bench.out, "topics", `stray-${number}.txt`), "stray");
  },
  "the state cut short": (number) => {
    for (const path of existsSync(bench.state) ? filesIn(bench.state, "") : [])
      writeFileSync(path, readFileSync(path).subarray(0, number * 7));
  },
  "the state lost": () => {
    rmSync(bench.state, { recursive: true, force: true });
  },
  "a build killed": async (number) => {
    const build = bench.start(NOW);
    const ended = once(build, "exit");
    await wait((number * 37) % 700);
    build.kill("SIGKILL");
    await ended;
  },
};

/** Builds by the state and without it, and holds the two against each other. */
function compare(now: string, what: string): void {
  const before = bench.snapshot();
  const { code, stdout, stderr } = bench.build(now, "--format", "json");
  const cold = bench.buildCold(now);
  expect({ code, stdout, what }).toEqual({ code: cold.code, stdout: cold.stdout, what });
  expect(bench.snapshot(), what).toEqual(code === 0 ? cold.site : before);
  if (code === 0) expect(stderr).not.toMatch(/mistake of the program/);
}

describe("a build that finds", () => {
  test("nothing changed says so, with the same warnings, and writes nothing", () => {
    const first = bench.build(NOW, "--format", "json");
    utimesSync(join(bench.out, "index.html"), 1, 1);
    expect(bench.build(NOW).stdout).not.toContain("nothing has changed");
    const before = bench.snapshot();
    const second = bench.build(NOW, "--format", "json");
    expect(second.stdout).toBe(first.stdout);
    expect(second.stderr).toContain("nothing has changed");
    expect(bench.snapshot()).toEqual(before);
  });

  test("another house style tells anew what is wrong with texts that did not change", () => {
    bringFirst();
    const house = join(bench.content, "house.yaml");
    const count = () => {
      compare(NOW, "another house style");
      const found = JSON.parse(bench.build(NOW, "--format", "json").stdout) as { readonly rule: string }[];
      return found.filter(({ rule }) => rule === "name-spelling").length;
    };
    writeFileSync(house, "names: { Lamp: [lamp] }\n");
    expect(count()).toBeGreaterThan(0);
    writeFileSync(house, "names: { Lamp: [lamp] }\nallow: { name-spelling: [lamp] }\n");
    expect(count()).toBe(0);
    writeFileSync(house, "names: { Lamp: [lamp] }\n");
    expect(count()).toBeGreaterThan(0);
  });

  test("the same bytes under another time does not build again", () => {
    bringFirst();
    for (const path of stories()) utimesSync(path, 1000, 1000);
    expect(bench.build(NOW).stdout).toContain("nothing has changed");
  });

  test("the clock moved on to nothing new does not build again, and does when a story is due", () => {
    expect(bench.build("2026-03-05T00:00:01Z").stdout).toContain("nothing has changed");
    expect(bench.build("2026-03-05T23:00:00Z").stdout).not.toContain("nothing has changed");
    compare(NOW, "the clock back");
  });

  test("site and state brought back from an archive, as a runner does, does not build again", () => {
    const folder = join(bench.out, "..");
    const archive = join(folder, "kept.tar");
    expect(bench.build(NOW)).toMatchObject({ code: 0 });
    const tar = (...words: string[]) => spawnSync("tar", ["-C", folder, ...words], { encoding: "utf8" });
    expect(tar("--format=pax", "-cf", archive, "site", "state")).toMatchObject({ status: 0 });
    for (const path of [bench.out, bench.state]) rmSync(path, { recursive: true });
    expect(tar("-xf", archive)).toMatchObject({ status: 0 });
    expect(bench.build(NOW).stdout).toContain("nothing has changed");
  });

  test("warnings is asked by --strict to fail as ever", () => {
    const { code, stdout } = bench.build(NOW, "--strict");
    expect(stdout).toContain("warning");
    expect(code).toBe(1);
  });
});

test.each([
  "a word more",
  "another title",
  "a new edition",
  "a story deleted",
  "a letter",
  "a letter less",
  "another word for a topic",
  "another calendar",
  "another style",
])("a build after %s does not take it for nothing", async (what) => {
  bringFirst();
  await EVENTS[what]?.(5);
  const { code, stdout } = bench.build(NOW);
  expect(code, stdout).toBe(0);
  expect(stdout).not.toContain("nothing has changed");
  compare(NOW, what);
});

test("an address that is another publisher’s than it was is read again, though no entry changed that it names", () => {
  bringFirst();
  const path = join(bench.content, EDITIONS, "03-03-midday/chinese.md");
  change(path, /^source: .*$/m, "source: https://crier.example/river/1");
  compare(NOW, "a source that is an address");
  change(join(bench.content, "publishers.yaml"), /$/, "river: { name: River, url: https://crier.example/river }\n");
  compare(NOW, "a publisher whose address is nearer");
  expect(readFileSync(join(bench.out, "publishers/river/index.html"), "utf8")).toContain("/2026/03/03/midday/chinese/");
});

test("a first change that is refused leaves nothing that would be in the site once it is mended", () => {
  bringFirst();
  const [path = ""] = stories();
  const text = readFileSync(path);
  change(path, /^title: .*$/m, "title:");
  compare(NOW, "refused");
  writeFileSync(path, text);
  for (const what of ["mended", "changed again"]) {
    change(path, /\n$/, " More.\n");
    compare(NOW, what);
  }
});

test.each(["", "evening-update state 0 x\n{}", "evening-update state 1 x\n{}", "garbage\0\u00ff"])(
  "a state that holds “%s” is as good as none",
  (text) => {
    bringFirst();
    for (const path of filesIn(bench.state, "")) writeFileSync(path, text);
    const { code, stdout, stderr } = bench.build(NOW);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).not.toContain("nothing has changed");
    compare(NOW, text);
  },
);

/** So much happens in a history, each time another: one long one has more interplay than two short ones, and each event costs two whole builds. */
const EVENTS_OF_HISTORY = 6;

/** In milliseconds: a dozen builds, which the other tests of a run slow down several times. */
const MOST_OF_HISTORY = LONG ? HANG : 300_000;

test(
  "whatever happens between builds, each makes what a build without a state makes, byte for byte",
  async () => {
    const event = fc.record({
      what: fc.constantFrom(...Object.keys(EVENTS)),
      number: fc.nat(60),
      now: fc.constantFrom(NOW, NOW, NOW, NOW, ...CLOCKS),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(event, { minLength: EVENTS_OF_HISTORY, maxLength: EVENTS_OF_HISTORY }),
        async (events) => {
          bench.reset();
          for (const { what, number, now } of events) {
            await EVENTS[what]?.(number);
            compare(now, what);
          }
        },
      ),
      { ...runs(1, 10), endOnFailure: true },
    );
  },
  MOST_OF_HISTORY,
);
