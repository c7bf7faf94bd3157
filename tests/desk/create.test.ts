import {
  existsSync,
  linkSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  mkdirSync,
} from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { beforeEach, describe, expect, test } from "vitest";
import { readMarkdownFile } from "../../src/content/parse/document.ts";
import type { Site } from "../../src/content/site.ts";
import { addEntry } from "../../src/pipeline/desk/add-entry.ts";
import { createEdition, createStory } from "../../src/pipeline/desk/create.ts";
import { placePicture } from "../../src/pipeline/desk/place-picture.ts";
import { readArchive } from "../../src/pipeline/read/publication.ts";
import { runWithin } from "../within.ts";
import { freshContent, taken } from "./desk-content.ts";

const fresh = freshContent();
const NOW = Date.parse("2026-03-04T19:00:00Z");
const DATELINE = { date: "2026-03-05", slot: "evening" };
const EDITION = "editions/2026/03-05-evening/edition.md";
let site: Site;

beforeEach(async () => {
  ({ site } = await readArchive({ content: fresh.content, now: NOW, preview: true }));
});

function read(name: string): string {
  return readFileSync(join(fresh.content, name), "utf8");
}

async function check(): Promise<string> {
  const { stdout } = await runWithin(["check", "--content", fresh.content, "--now", "2026-03-04T19:00:00Z"]);
  return stdout;
}

const STORY = () => ({
  dateline: DATELINE,
  title: "A “new” story: C# & more",
  topic: Object.keys(site.vocabularies.topics)[0] ?? "",
  sources: ["a", "b"].map((own) => ({
    publisher: Object.keys(site.vocabularies.publishers)[0] ?? "",
    title: `Source: ${own}`,
    url: `https://wire.example.org/${own}`,
    published: "2026-03-04",
    kind: own === "a" ? "primary" : undefined,
  })),
});

test("a story with two sources is a draft that check takes, in the running order of its edition", async () => {
  expect(taken(await createEdition(fresh.content, site, DATELINE))).toEqual({ name: EDITION, changed: [] });
  const { name, changed } = taken(await createStory(fresh.content, site, STORY()));
  expect([name, changed]).toEqual(["editions/2026/03-05-evening/a-new-story-c-more.md", [EDITION]]);
  expect(read(name).endsWith("---\n")).toBe(true);
  expect(read(name).match(/published: 2026-03-04/g)).toHaveLength(2);
  expect(read(EDITION)).toContain("  - a-new-story-c-more\n");
  const said = await check();
  expect(said).not.toMatch(/ error /);
});

test("a story that continues another one says so, and what is new", async () => {
  const follows = "2026-03-04-evening/open-model";
  const whatsNew = "It has a “second” part: C#";
  const { name } = taken(await createStory(fresh.content, site, { ...STORY(), follows, whatsNew }));
  const { document } = readMarkdownFile(name, Buffer.from(read(name)));
  expect(document?.yaml.data).toMatchObject({ follows, whatsNew });
});

test("what is there is never written over, and what check would refuse is refused", async () => {
  taken(await createStory(fresh.content, site, STORY()));
  const before = read("editions/2026/03-05-evening/a-new-story-c-more.md");
  expect(await createStory(fresh.content, site, STORY())).toHaveProperty(
    "refused",
    expect.stringContaining("exists already"),
  );
  expect(await createEdition(fresh.content, site, DATELINE)).toHaveProperty("refused");
  const wrong = [
    { title: "" },
    { title: "通义千问" },
    { slug: "../x" },
    { topic: "nothing" },
    { sources: [] },
    { follows: "../x" },
    { follows: "2026-03-04-evening/a\ndraft: false" },
    { follows: "2026-03-04-evening/a", whatsNew: "x".repeat(201) },
    { dateline: { date: "2026-02-30", slot: "evening" } },
    { dateline: { date: "2026-03-05", slot: "../x" } },
  ];
  for (const own of wrong)
    expect(await createStory(fresh.content, site, { ...STORY(), ...own })).toHaveProperty("refused");
  expect(read("editions/2026/03-05-evening/a-new-story-c-more.md")).toBe(before);
  expect(readdirSync(join(fresh.content, "editions/2026/03-05-evening")).sort()).toEqual([
    "a-new-story-c-more.md",
    "edition.md",
  ]);
});

test("nothing is made behind a link", async () => {
  mkdirSync(join(fresh.root, "elsewhere"));
  symlinkSync(join(fresh.root, "elsewhere"), join(fresh.content, "editions/2026/03-05-evening"));
  expect(await createEdition(fresh.content, site, DATELINE)).toHaveProperty("refused");
  expect(await createStory(fresh.content, site, STORY())).toHaveProperty("refused");
  expect(readdirSync(join(fresh.root, "elsewhere"))).toEqual([]);
});

describe("an entry of a vocabulary", () => {
  test.each([
    ["publishers", { name: "Why: “C#” & co", url: "https://voice.example.org" }, "why-c-co"],
    ["topics", { name: "Chips", aliases: ["silicon"] }, "chips"],
    ["people", { name: "Kim Example", role: "Editor" }, "kim-example"],
    ["affiliates", { name: "Book: shop", url: "https://shop.example.com", hosts: ["shop.example.com"] }, "book-shop"],
  ] as const)("of %s is its last line", async (vocabulary, entry, id) => {
    const before = read(`${vocabulary}.yaml`);
    expect(taken(await addEntry(fresh.content, site, vocabulary, entry))).toMatchObject({ id });
    const after = read(`${vocabulary}.yaml`);
    expect(after.startsWith(before.trimEnd())).toBe(true);
    expect(await check()).not.toMatch(/ error /);
    expect(await addEntry(fresh.content, site, vocabulary, entry)).toHaveProperty(
      "refused",
      expect.stringContaining("already"),
    );
  });

  test("that check would refuse is refused", async () => {
    const add = (entry: Record<string, unknown>, id?: string) => addEntry(fresh.content, site, "publishers", entry, id);
    expect(await add({ name: "A", url: "http://a.example" })).toHaveProperty("refused", expect.stringContaining("url"));
    expect(await add({ name: "A" })).toHaveProperty("refused");
    expect(await add({ name: "通义", url: "https://a.example/" })).toHaveProperty("refused");
    expect(await add({ name: "A", url: "https://a.example/" }, "A B")).toHaveProperty("refused");
    expect(await add({ name: "A", url: "https://a.example/", more: 1 })).toHaveProperty("refused");
  });
});

describe("a picture", () => {
  const draw = (background: string) => sharp({ create: { width: 8, height: 6, channels: 3, background } });
  const place = (name: string, bytes: Uint8Array) => placePicture(fresh.content, "2026-03-04-evening", name, bytes);

  test("has a name of the format, a free one, and the one that it has already", async () => {
    const [red, blue] = [await draw("red").png().toBuffer(), await draw("blue").png().toBuffer()];
    const first = { file: "my-photo-1.png", width: 8, height: 6 };
    expect(await place("C:\\fotos\\My Photo (1).JPG", red)).toEqual(first);
    expect(await place("my-photo-1.png", blue)).toEqual({ ...first, file: "my-photo-1-2.png" });
    expect(await place("My photo 1.png", red)).toEqual(first);
    expect(await place("写真.png", red)).toEqual({ ...first, file: "picture.png" });
    expect(await place("../../con.png", red)).toMatchObject({ file: "picture-con.png" });
    expect(readFileSync(join(fresh.content, "editions/2026/03-04-evening/my-photo-1.png"))).toEqual(red);
  });

  test.each([
    [
      "HEIC",
      Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypheic\0\0\0\0mif1heic")]),
      "save it as JPEG: shot.jpg",
    ],
    ["SVG", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"), "save it as PNG"],
    ["no picture", Buffer.from("hello"), "cannot be read as a picture"],
    ["cut short", Buffer.from("\x89PNG\r\n\x1A\n", "latin1"), "cut short"],
  ])("that is %s is refused with what to do", async (_, bytes, told) => {
    const names = readdirSync(join(fresh.content, "editions/2026/03-04-evening"));
    expect(await place("shot.jpg", bytes)).toHaveProperty("refused", expect.stringContaining(told));
    expect(readdirSync(join(fresh.content, "editions/2026/03-04-evening"))).toEqual(names);
  });

  test("does not go behind a link, nor over one", async () => {
    const red = await draw("red").png().toBuffer();
    writeFileSync(join(fresh.root, "elsewhere"), "x");
    linkSync(join(fresh.root, "elsewhere"), join(fresh.content, "editions/2026/03-04-evening/a.png"));
    expect(await place("a.png", red)).toMatchObject({ file: "a-2.png" });
    expect(readFileSync(join(fresh.root, "elsewhere"), "utf8")).toBe("x");
    rmSync(join(fresh.content, "editions/2026"), { recursive: true });
    expect(await place("a.png", red)).toHaveProperty("refused");
    expect(existsSync(join(fresh.content, "editions/2026"))).toBe(false);
  });
});
