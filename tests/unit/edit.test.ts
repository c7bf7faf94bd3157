import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bytesOf, type Editable, openEditable } from "../../src/content/edit/editable.ts";
import {
  addFormer,
  addToRunningOrder,
  removeFromRunningOrder,
  renameEntry,
  renameFrontPicture,
  renameInRunningOrder,
  replacePublisher,
  replaceTopic,
} from "../../src/content/edit/front-matter.ts";

function open(text: string, path = "content/a.md"): Editable {
  const file = openEditable(path, Buffer.from(text));
  if (!file) throw new Error(`${text} cannot be read`);
  return file;
}

const markdown = (front: string, end = "\n") => ["---", ...front.split("\n"), "---", "Body: [a, b]", ""].join(end);

/** Changes a front matter in files of either kind of line ends, and gives what became of it. */
function edited(front: string, edit: (file: Editable) => Editable): string {
  const [unix, windows] = ["\n", "\r\n"].map((end) => {
    const after = edit(open(markdown(front, end))).text;
    const [head, tail] = [after.slice(0, 3 + end.length), after.slice(after.lastIndexOf(`---${end}Body`))];
    expect([head, tail]).toEqual([`---${end}`, `---${end}Body: [a, b]${end}`]);
    return after
      .slice(head.length, after.length - tail.length)
      .replace(/\r?\n$/, "")
      .replaceAll(end, "\n");
  });
  expect(windows).toBe(unix);
  return unix ?? "";
}

describe("a story leaves the running order", () => {
  test.each([
    ["of one line, as the first", "stories: [a, b, c]", "stories: [b, c]"],
    ["of one line, as the last", "stories: [b, a]", "stories: [b]"],
    ["of one line, with a final comma", "stories: [b, a, ]", "stories: [b, ]"],
    ["of one line, in quotes", `stories: ["a", 'b']`, "stories: ['b']"],
    ["of one, as the only one", "stories: [a]", "stories: []"],
    ["of several lines in brackets", "stories: [\n  a, # one ]\n  b # two\n]", "stories: [\n  # one ]\n  b # two\n]"],
    [
      "of several lines in brackets, as the last",
      "stories: [\n  b, # one\n  a # two\n]",
      "stories: [\n  b # one\n   # two\n]",
    ],
    ["of lines", "stories:\n  - b\n  - a\n# c\ntitle: T", "stories:\n  - b\n# c\ntitle: T"],
    ["of lines, with a comment", "stories:\n- a # why\n- b", "stories:\n# why\n- b"],
    ["of lines, as the only one", "stories: # order\n  - a\ntitle: T", "stories: [] # order\ntitle: T"],
    ["that does not have it", "stories: [b]", "stories: [b]"],
    ["that is not there", "title: T", "title: T"],
  ])("%s", (_, before, after) => {
    expect(edited(before, (file) => removeFromRunningOrder(file, "a"))).toBe(after);
  });
});

test.each([
  ["stories: [b, a, c] # as it was", "stories: [b, new, c] # as it was"],
  ["stories:\n  - 'a' # lead", "stories:\n  - new # lead"],
])("a story is renamed in its place of the running order: %s", (before, after) => {
  expect(edited(before, (file) => renameInRunningOrder(file, "a", "new"))).toBe(after);
});

test.each([
  ["stories: [b]", "stories: [b, 'true']".replaceAll("'", '"')],
  ["stories: [\n  b, # ]\n]", 'stories: [\n  b, "true", # ]\n]'],
])("a name that YAML would not take for text is put in quotes: %s", (before, after) => {
  expect(edited(before, (file) => addToRunningOrder(file, "true"))).toBe(after);
});

describe("what a text was called is kept, the oldest name first", () => {
  test.each([
    ["where it had no other name", "title: T", "title: T\nformerly: [2026-03-04-evening/a]"],
    [
      "beside a name alone",
      "formerly: /old/ # blog\ntitle: T",
      "formerly: [/old/, 2026-03-04-evening/a] # blog\ntitle: T",
    ],
    ["in a list of one line", "formerly: [/old/]", "formerly: [/old/, 2026-03-04-evening/a]"],
    [
      "in a list of lines",
      "formerly:\n  - /old/ # x\ntitle: T",
      "formerly:\n  - /old/ # x\n  - 2026-03-04-evening/a\ntitle: T",
    ],
    ["once only", "formerly: [2026-03-04-evening/a]", "formerly: [2026-03-04-evening/a]"],
    [
      "and again after others",
      "formerly: [2026-03-04-evening/a, /b/]",
      "formerly: [2026-03-04-evening/a, /b/, 2026-03-04-evening/a]",
    ],
  ])("%s", (_, before, after) => {
    expect(edited(before, (file) => addFormer(file, "2026-03-04-evening/a"))).toBe(after);
  });

  test("in a file that ends with its front matter, with a byte-order mark", () => {
    const before = Buffer.from("\uFEFF---\r\ntitle: T\r\n---");
    const file = openEditable("a.md", before);
    expect(Buffer.from(bytesOf(addFormer(file as Editable, "/old/"), before)).toString()).toBe(
      "\uFEFF---\r\ntitle: T\r\nformerly: [/old/]\r\n---",
    );
  });
});

describe("an entry of a vocabulary gets another id", () => {
  test.each([
    [
      "written in braces",
      "# All\nold: { name: Old } # x\nb: { name: B }\n",
      "# All\nnew: { name: Old, formerly: [old] } # x\nb: { name: B }\n",
    ],
    [
      "written in lines",
      "old:\n  name: Old # n\n  kind: press\nb: {name: B}\n",
      "new:\n  name: Old # n\n  formerly: [old]\n  kind: press\nb: {name: B}\n",
    ],
    [
      "whose first text has several lines",
      "old:\n  name: >-\n    Old\n    one\n  kind: press\n",
      "new:\n  name: >-\n    Old\n    one\n  formerly: [old]\n  kind: press\n",
    ],
    [
      "at the end of a file without a last line feed",
      '"old":\r\n  name: Old',
      "new:\r\n  name: Old\r\n  formerly: [old]\r\n",
    ],
    [
      "and had another one before",
      "old: { name: Old, formerly: older }\n",
      "new: { name: Old, formerly: [older, old] }\n",
    ],
    ["in lines within braces", "old: {\n  name: Old,\n}\n", "new: {\n  name: Old, formerly: [old]\n}\n"],
  ])("%s", (_, before, after) => {
    expect(renameEntry(open(before, "topics.yaml"), "old", "new").text).toBe(after);
  });
});

test("topic, publishers and picture are exchanged where they are named, and nowhere else", () => {
  const story =
    'topic: old # old\nsource:\n  - publisher: old\n    title: old\n  - { publisher: "old", title: x }\nimage: { src: old.png, alt: old }';
  expect(edited(story, (file) => replaceTopic(file, "old", "new"))).toBe(story.replace("topic: old", "topic: new"));
  expect(edited(story, (file) => replacePublisher(file, "old", "new"))).toBe(
    story.replace("publisher: old", "publisher: new").replace('publisher: "old"', "publisher: new"),
  );
  expect(edited("source:\n  publisher: old\n  title: T", (file) => replacePublisher(file, "old", "new"))).toBe(
    "source:\n  publisher: new\n  title: T",
  );
  expect(edited(story, (file) => renameFrontPicture(file, "old.png", "old-2.png"))).toBe(
    story.replace("old.png", "old-2.png"),
  );
});

test("whatever is done to a running order and undone leaves the file as it was", () => {
  const slug = fc.constantFrom("a", "b-1", "true", "1e3", "null", "x", "2026");
  const order = fc.uniqueArray(slug, { maxLength: 5 });
  const style = fc.constantFrom<(slugs: string[]) => string>(
    (slugs) => `stories: [${slugs.join(", ")}]`,
    (slugs) => `stories: [ ${slugs.join(" ,")} ] # ] , x`,
    (slugs) =>
      slugs.length > 0 ? `stories:\n${slugs.map((each) => `  - ${each} # - ${each}`).join("\n")}` : "stories: []",
    (slugs) => `stories: [\n${slugs.map((each) => `  # ${each},\n  ${each},`).join("\n")}\n]`,
  );
  fc.assert(
    fc.property(order, style, (slugs, write) => {
      const quoted = slugs.map((each) => JSON.stringify(each));
      const text = markdown(write(quoted));
      const file = open(text);
      expect(removeFromRunningOrder(addToRunningOrder(file, "new"), "new").text).toBe(text);
      for (const each of slugs) {
        const left = removeFromRunningOrder(file, each);
        expect((left.document.yaml.data as { stories: unknown }).stories).toEqual(
          slugs.filter((other) => other !== each),
        );
        expect(left.document.body).toBe(file.document.body);
      }
    }),
    { numRuns: 300 },
  );
});
