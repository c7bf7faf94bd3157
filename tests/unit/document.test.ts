import { describe, expect, test } from "vitest";
import { type Reading, readMarkdownFile, readYamlFile } from "../../src/content/parse/document.ts";

const read = (text: string | Uint8Array) =>
  readMarkdownFile("a.md", typeof text === "string" ? Buffer.from(text) : text);
const told = ({ diagnostics }: Reading) => diagnostics.map(({ line, column, rule }) => `${line}:${column} ${rule}`);

describe("a file is split into front matter and body", () => {
  test.each<[string, string, unknown, string, number]>([
    ["with LF", "---\na: 1\n---\nBody\n", { a: 1 }, "Body\n", 4],
    ["with CRLF", "---\r\na: x\r\n---\r\nBody\r\n", { a: "x" }, "Body\r\n", 4],
    ["with a byte-order mark", "\uFEFF---\na: 1\n---\nBody\n", { a: 1 }, "Body\n", 4],
    ["with empty front matter", "---\n---\nBody\n", {}, "Body\n", 3],
    ["with blank front matter", "---\n\n\n---\nBody\n", {}, "Body\n", 5],
    ["with comments as front matter", "---\n# a: 1\n---\nBody\n", {}, "Body\n", 4],
    ["without a body", "---\na: 1\n---", { a: 1 }, "", 3],
    ["with a rule in the body", "---\na: 1\n---\nBody\n\n---\n\nMore\n", { a: 1 }, "Body\n\n---\n\nMore\n", 4],
    ["with code in the body", "---\na: 1\n---\n---js\nx\n---\n", { a: 1 }, "---js\nx\n---\n", 4],
  ])("%s", (_, text, data, body, bodyLine) => {
    const reading = read(text);
    expect(told(reading)).toEqual([]);
    expect(reading.document?.yaml.data).toEqual(data);
    expect(reading.document).toMatchObject({ body, bodyLine });
  });

  test("and its body begins on the line that is told", () => {
    const text = "---\na: 1\n---\n\n\nBody\n";
    const { document } = read(text);
    const line = (document?.bodyLine ?? 0) - 1 + (document?.body.split("\n").indexOf("Body") ?? 0);
    expect(text.split("\n")[line]).toBe("Body");
  });
});

test.each([
  ["behind a space that does not break", "\u00A0"],
  ["behind blank lines", "\n\n\u2003"],
])("front matter that only looks like a comment is read, not passed over: %s", (_, above) => {
  const { document } = read(`---\n${above}# a: 1\n---\nBody\n`);
  expect(document?.yaml.data).toEqual({ [`${above.replaceAll("\n", "")}# a`]: 1 });
});

describe("a fence that is not one is told at its line", () => {
  test.each([
    ["a language behind it", "---js\n{ a: 1 }\n---\n", "1:1 front-matter"],
    ["a language behind a space", "--- js\na: 1\n---\n", "1:1 front-matter"],
    ["a space behind it", "--- \na: 1\n---\n", "1:1 front-matter"],
    ["four dashes", "----\na: 1\n----\n", "1:1 front-matter"],
    ["four dashes at the end", "---\na: 1\n----\nBody\n", "3:1 front-matter"],
    ["a language at the end", "---\na: 1\n---js\nBody\n", "3:1 front-matter"],
    ["none at all", "Body\n", "1:1 front-matter"],
    ["none at the end", "---\na: 1\nBody\n", "3:1 front-matter"],
    ["an empty line before it", "\n---\na: 1\n---\n", "1:1 front-matter"],
    ["an indent", " ---\na: 1\n---\n", "1:1 front-matter"],
    ["an empty file", "", "1:1 front-matter"],
    ["+++", "+++\na = 1\n+++\n", "1:1 front-matter"],
  ])("%s", (_, text, expected) => {
    const reading = read(text);
    expect(told(reading)).toEqual([expected]);
    expect(reading.document).toBeUndefined();
  });
});

describe("an encoding that is not UTF-8 is told", () => {
  test.each([
    ["UTF-16, little end first", Buffer.from("\uFEFF---\na: 1\n---\n", "utf16le"), "1:1 encoding"],
    ["UTF-16, big end first", Buffer.from("\uFEFF---\n", "utf16le").swap16(), "1:1 encoding"],
    ["UTF-16 without a mark", Buffer.from("---\na: 1\n---\n", "utf16le"), "1:1 encoding"],
    ["UTF-16, big end first, without a mark", Buffer.from("---\na: 1\n", "utf16le").swap16(), "1:1 encoding"],
    ["half of a surrogate pair", Buffer.from([0x61, 0x3a, 0x20, 0xed, 0xa0, 0xbd]), "1:4 encoding"],
    ["a wrong byte behind a right U+FFFD", Buffer.from([0x61, 0xef, 0xbf, 0xbd, 0xef, 0xbf, 0x41]), "1:3 encoding"],
    ["a wrong byte behind a byte-order mark", Buffer.from([0xef, 0xbb, 0xbf, 0x61, 0x0a, 0xff]), "2:1 encoding"],
    ["an overlong slash", Buffer.from([0x61, 0xc0, 0xaf]), "1:2 encoding"],
    ["Latin-1", Buffer.from("---\na: caf\xE9\n---\n", "latin1"), "2:7 encoding"],
    ["a character cut short", Buffer.from("---\na: é\n---\n").subarray(0, 8), "2:4 encoding"],
  ])("%s", (_, bytes, expected) => {
    expect(told(read(bytes))).toEqual([expected]);
    expect(told(readYamlFile("a.yaml", bytes))).toEqual([expected]);
  });
});

describe("positions", () => {
  test.each([
    ["---\na: 1\na: 2\n---\n", "3:1 duplicate-key"],
    ["---\r\na: 1\r\na: 2\r\n---\r\n", "3:1 duplicate-key"],
    ["\uFEFF---\na: 1\na: 2\n---\n", "3:1 duplicate-key"],
    ["---\na: &x y\n---\n", "2:4 yaml-feature"],
    ["---\na:\n\t- b\n---\n", "3:1 yaml-syntax"],
    ["---\na: 1\n---\nBody\u202E\n", "4:5 forbidden-character"],
    ["---\na: 1\n---\n😀\u200B\n", "4:3 forbidden-character"],
  ])("of %j are the file's: %s", (text, expected) => {
    expect(told(read(text))).toEqual([expected]);
  });
});

describe("size", () => {
  test("of 256 KiB is the most", () => {
    const text = (size: number) => `---\na: 1\n---\n${"x".repeat(size - 13)}`;
    expect(told(read(text(256 * 1024)))).toEqual([]);
    expect(told(read(text(256 * 1024 + 1)))).toEqual(["1:1 file-too-large"]);
  });

  test("of front matter is 16 KiB at most, counted in bytes", () => {
    const text = (comment: string) => `---\n#${comment}\n---\n`;
    expect(told(read(text("x".repeat(16 * 1024 - 1))))).toEqual([]);
    expect(told(read(text("x".repeat(16 * 1024))))).toEqual(["1:1 front-matter"]);
    expect(told(read(text("é".repeat(8 * 1024))))).toEqual(["1:1 front-matter"]);
  });

  test.each([
    ["in the body", `---\na: 1\n---\n${"\n".repeat(40_000)}Body\n`, []],
    ["in the front matter", `---\na: 1\n${"\n".repeat(40_000)}---\nBody\n`, ["1:1 front-matter"]],
    ["as many as fit in the front matter", `---\n${"\n".repeat(16_000)}---\nBody\n`, []],
    ["before the front matter", `${"\n".repeat(40_000)}---\n---\n`, ["1:1 front-matter"]],
  ])("of 40,000 blank lines %s is no burden", (_, text, expected) => {
    expect(told(read(text))).toEqual(expected);
  });
});

test("a lone carriage return is told where it stands, and kept as it was typed", () => {
  const reading = read("---\na: 1\n---\nOne\rtwo\nthree\r\n");
  expect(told(reading)).toEqual(["4:4 forbidden-character"]);
  expect(reading.document?.body).toBe("One\rtwo\nthree\r\n");
});

test("a bad file read twice is bad twice", () => {
  const text = "---\na: [\n---\n";
  expect(told(read(text))).toEqual(told(read(text)));
  expect(read(text).document).toBeUndefined();
});
