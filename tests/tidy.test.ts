import { mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { labelOf } from "../src/pipeline/read/label.ts";
import { layMistakes } from "./fixtures.ts";
import { readWhole } from "./publication.ts";
import { runWithin } from "./within.ts";

const NOW = Date.parse("2026-03-05T00:00:00Z");
const STORY = "editions/2026/03-04-evening/open-model.md";
const EDITION = "editions/2026/03-04-evening/edition.md";

let folder = "";
let content = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "evening-update-tidy-"));
  content = layMistakes(join(folder, "content"));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const read = (path: string) => readFileSync(join(content, path), "utf8");
const write = (path: string, text: string) => {
  writeFileSync(join(content, path), text);
};
const check = async () =>
  (await readWhole(content, NOW)).diagnostics.map(
    ({ line, rule, message, hint }) => `${line} ${rule} ${message}; ${hint ?? ""}`,
  );

const story = (front: string) => `---\ntitle: Example Labs opens its model\n${front}---\nIt is on the web.\n`;
const SOURCE = "source: { publisher: example-wire, title: T, url: https://wire.example.org/labs }\n";

/** What an editor types, and what it is as the format says. */
const SHORTHANDS: readonly (readonly [what: string, path: string, typed: string, tidy: string])[] = [
  [
    "a publisher by its name",
    STORY,
    story(`topic: models\n${SOURCE.replace("example-wire", "Example Wire")}`),
    story(`topic: models\n${SOURCE}`),
  ],
  [
    "a publisher by its name in other letters",
    STORY,
    story(`topic: models\n${SOURCE.replace("example-wire", '"EXAMPLE  wire"')}`),
    story(`topic: models\n${SOURCE}`),
  ],
  [
    "a topic by its name",
    STORY,
    story(`topic: Policy # of the state\n${SOURCE}`),
    story(`topic: policy # of the state\n${SOURCE}`),
  ],
  [
    "an alias of a topic in other letters",
    STORY,
    story(`topic: LLMs # as they say\n${SOURCE}`),
    story(`topic: models # as they say\n${SOURCE}`),
  ],
  [
    "a person by name",
    STORY,
    story(`byline: Robin Example\ntopic: models\n${SOURCE}`),
    story(`byline: robin-example\ntopic: models\n${SOURCE}`),
  ],
  [
    "people by name in a list",
    STORY,
    story(`byline:\n  - Robin Example # the editor\ntopic: models\n${SOURCE}`),
    story(`byline:\n  - robin-example # the editor\ntopic: models\n${SOURCE}`),
  ],
  [
    "a time with a space",
    STORY,
    story(`publish: 2026-03-04 18:30\ntopic: models\n${SOURCE}`),
    story(`publish: 2026-03-04T18:30\ntopic: models\n${SOURCE}`),
  ],
  [
    "a time with a space in a correction",
    STORY,
    story(`topic: models\n${SOURCE}corrections:\n  - at: "2026-03-04 20:00"\n    kind: correction\n    text: So.\n`),
    story(`topic: models\n${SOURCE}corrections:\n  - at: 2026-03-04T20:00\n    kind: correction\n    text: So.\n`),
  ],
  [
    "a source that is an address",
    STORY,
    story("topic: models\nsource: https://www.wire.example.org/labs/ # found by Ana\n"),
    story(
      'topic: models\nsource: { publisher: example-wire, title: "wire.example.org/labs", url: "https://www.wire.example.org/labs/" } # found by Ana\n',
    ),
  ],
  [
    "sources that are addresses",
    STORY,
    story("topic: models\nsource:\n  - https://wire.example.org/a\n  - https://wire.example.org/b\n"),
    story(
      'topic: models\nsource:\n  - { publisher: example-wire, title: "wire.example.org/a", url: "https://wire.example.org/a" }\n  - { publisher: example-wire, title: "wire.example.org/b", url: "https://wire.example.org/b" }\n',
    ),
  ],
  [
    "a file in the running order",
    EDITION,
    "---\nstories: [open-model.md]\n---\nOne story.\n",
    "---\nstories: [open-model]\n---\nOne story.\n",
  ],
  [
    "a file in a running order of lines",
    EDITION,
    "---\r\nstories:\r\n  - 'open-model.md'\r\n---\r\nOne story.\r\n",
    "---\r\nstories:\r\n  - open-model\r\n---\r\nOne story.\r\n",
  ],
];

describe("what an editor types", () => {
  test.each(SHORTHANDS)("is understood, and written as the format says: %s", async (_, path, typed, tidy) => {
    write(path, typed);
    expect(await check()).toEqual([]);
    const { site } = await readWhole(content, NOW);
    const asked = await runWithin(["tidy", "--content", content, "--check"]);
    expect([asked.code, read(path)]).toEqual([1, typed]);
    expect(await runWithin(["tidy", "--content", content])).toMatchObject({ code: 0, stderr: "" });
    expect(read(path)).toBe(tidy);
    expect(await check()).toEqual([]);
    const [edition] = (await readWhole(content, NOW)).site.editions;
    // What readers see and what a review covers is the same.
    expect(
      edition?.stories.map(({ digest, sources, byline, topic, publish }) => ({
        digests: digest(),
        sources,
        byline,
        topic,
        publish,
      })),
    ).toEqual(
      site.editions[0]?.stories.map(({ digest, sources, byline, topic, publish }) => ({
        digests: digest(),
        sources,
        byline,
        topic,
        publish,
      })),
    );
    expect((await runWithin(["tidy", "--content", content])).stdout).toBe("nothing to tidy\n");
  });

  test("is understood in site.yaml", async () => {
    const before = read("site.yaml");
    write("site.yaml", before.replace("responsible: robin-example", "responsible: Robin Example"));
    expect(await check()).toEqual([]);
    await runWithin(["tidy", "--content", content]);
    expect(read("site.yaml")).toBe(before);
  });

  test.each([
    [
      "a publisher",
      "publishers.yaml",
      "example-wire: { name: Wire, url: https://wire.example.org }\nother-wire: { name: wire, url: https://other.example.org }\n",
      story(`topic: models\n${SOURCE.replace("example-wire", "Wire")}`),
      "4 unknown-publisher 2 publishers are called “Wire”; type the id of the one that is meant: example-wire, other-wire",
    ],
    [
      "a person",
      "people.yaml",
      "robin-example: { name: Robin Example, role: Editor }\nrobin: { name: Robin  Example, role: Writer }\n",
      story(`byline: [robin, Robin Example]\ntopic: models\n${SOURCE}`),
      "3 unknown-person 2 people are called “Robin Example”; type the id of the one that is meant: robin-example, robin",
    ],
    [
      "a topic",
      "topics.yaml",
      "models: { name: Models, aliases: [open weights] }\npolicy: { name: Open-weights }\nopen: { name: Open weights }\n",
      story(`topic: Open Weights\n${SOURCE}`),
      "3 unknown-topic 3 topics are called “Open Weights”; type the id of the one that is meant: policy, open, models",
    ],
    [
      "a source that is an address",
      "publishers.yaml",
      "example-wire: { name: Wire, url: https://wire.example.org }\nlabs: { name: Labs, url: https://www.wire.example.org/ }\n",
      story("topic: models\nsource: https://wire.example.org/labs\n"),
      '4 unknown-publisher 2 publishers have the host “wire.example.org”; type { publisher: example-wire, title: …, url: "https://wire.example.org/labs" }, or instead of “example-wire”: labs',
    ],
    [
      "a source at the host of others",
      "publishers.yaml",
      "example-wire: { name: Wire, url: https://wire.example.org/news }\nlabs: { name: Labs, url: https://wire.example.org/labs }\n",
      story("topic: models\nsource: https://wire.example.org/a\n"),
      '4 unknown-publisher 2 publishers have the host “wire.example.org”; type { publisher: example-wire, title: …, url: "https://wire.example.org/a" }, or instead of “example-wire”: labs',
    ],
  ])("is not understood where several may be meant, and all are named: %s", async (_, path, vocabulary, text, told) => {
    write(path, vocabulary);
    write(STORY, text);
    expect(await check()).toEqual([told]);
    expect((await runWithin(["tidy", "--content", content])).stdout).toBe("nothing to tidy\n");
  });

  test("is told in one line where an address is of no publisher", async () => {
    write(STORY, story("topic: models\nsource: https://www.post.example.net/a\n"));
    expect(await check()).toEqual([
      '4 unknown-publisher “post.example.net” is not a publisher in publishers.yaml; for a new publisher, add a line to publishers.yaml: post-example-net: { name: …, url: "https://post.example.net" }',
    ]);
    expect((await runWithin(["tidy", "--content", content])).stdout).toBe("nothing to tidy\n");
  });

  test("is tidied beside mistakes, and a link to a file is left alone", async () => {
    write(STORY, story(`byline: Robin Example\ntopic: nothing\n${SOURCE}`));
    const other = join(folder, "other.md");
    writeFileSync(other, read(STORY));
    symlinkSync(other, join(content, "editions/2026/03-04-evening/linked.md"));
    const { stdout } = await runWithin(["tidy", "--content", content]);
    expect(stdout).toContain("“Robin Example” → robin-example");
    expect(read(STORY)).toContain("byline: robin-example\n");
    expect(readFileSync(other, "utf8")).toContain("byline: Robin Example\n");
  });

  test("is told where it had to stay, and fails", async () => {
    const typed = story(`publish: 2026-03-04 18:30\nbyline: >-\n  Robin\n  Example\ntopic: models\n${SOURCE}`);
    write(STORY, typed);
    write(EDITION, "---\nstories: [open-model.md\n---\nOne story.\n");
    const told = await runWithin(["tidy", "--content", content]);
    const label = `${labelOf(content)}/${STORY}`;
    expect({ ...told, stdout: told.stdout.split("\n") }).toEqual({
      code: 1,
      stderr: "",
      stdout: [
        `${labelOf(content)}/${EDITION} cannot be read, so it stays: check tells why`,
        `${label}:3:10 “2026-03-04 18:30” → 2026-03-04T18:30`,
        `${label}:4:9 “Robin Example” is understood, and stays: change it by hand`,
        "1 place tidied in 1 file; something stays as it was in 2 files",
        "",
      ],
    });
    expect(read(STORY)).toBe(typed.replace("04 18", "04T18"));
    const { code, stdout } = await runWithin(["tidy", "--content", content]);
    expect([code, stdout.split("\n").at(-2)]).toEqual([1, "something stays as it was in 2 files"]);
    writeFileSync(join(content, STORY), Buffer.from([0x2d, 0xff]));
    expect(await runWithin(["tidy", "--content", content])).toMatchObject({
      code: 1,
      stdout: expect.stringContaining("open-model.md is not UTF-8") as string,
    });
  });

  test("keeps the rights of its file", async () => {
    write(STORY, story(`byline: Robin Example\ntopic: models\n${SOURCE}`));
    const mode = statSync(join(content, STORY)).mode;
    await runWithin(["tidy", "--content", content]);
    expect(statSync(join(content, STORY)).mode).toBe(mode);
  });
});
