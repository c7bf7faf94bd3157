import fc from "fast-check";
import { expect, test } from "vitest";
import { stringify } from "yaml";
import { readPlainYaml } from "../../src/content/parse/plain-yaml.ts";
import { parseYaml } from "../../src/content/parse/yaml-source.ts";
import { HANG, runs } from "./runs.ts";

/** What editors write, and what only looks like it; short, so that one stands beside another by chance. */
const WORDS = fc.constantFrom(
  ..."a Title 12 1.5 1e5 0x1F 0o17 017 1_000 .5 -1 +1 ~ null NULL Null true True TRUE false no yes on .inf .nan - ? : # , & * ! | > % @ ` ' \" '' [ ] { } [] {} << = … é 漢 😀 \\ \\n // : ' it's a:b a: :a #a a# - ... ---".split(
    " ",
  ),
  "2026-03-04",
  "2026-03-04T18:30",
  "2026-03-04 18:30",
  "https://a.example/b?c=d#e",
  " ",
  "  ",
  "\u00A0",
  "\u0085",
  "\u2028",
  "\uFEFF",
  "\t",
  "\r",
  "\u0000",
);
const typed = fc.array(WORDS, { minLength: 1, maxLength: 4 }).map((words) => words.join(" "));
const scalar = fc.oneof(
  { weight: 3, arbitrary: typed },
  fc.array(WORDS, { maxLength: 3 }).map((words) => words.join("")),
  typed.map((text) => `"${text.replace(/["\\]/g, "")}"`),
  typed.map((text) => `'${text.replaceAll("'", "''")}'`),
  fc.array(typed, { maxLength: 3 }).map((items) => `[${items.join(", ")}]`),
  fc.array(typed, { maxLength: 3 }).map((items) => `[ ${items.map((item) => `"${item}"`).join(" ,")} ]`),
  fc.string({ unit: "grapheme", maxLength: 8 }),
);
const key = fc.constantFrom(
  ..."a b c title tags 1 10 1.5 null true a.b a-b _a __proto__ constructor toString -a 'a' \"a\" é".split(" "),
);
const lines = fc
  .array(
    fc.tuple(
      fc.constantFrom("", "", "  ", "  ", "    ", " ", "- ", "  - ", "    - ", "-   ", "- - "),
      fc.oneof(
        { weight: 3, arbitrary: fc.tuple(key, scalar).map(([name, value]) => `${name}: ${value}`) },
        { weight: 2, arbitrary: key.map((name) => `${name}:`) },
        scalar,
        fc.constantFrom("", "# a", "---", "..."),
      ),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.map(([indent, text]) => indent + text).join("\n"));

/** One value where one may stand: most texts of many lines are declined for any one of them. */
const short = fc
  .tuple(
    fc.constantFrom("a: ", "a: one\na: ", "a:\n  - ", "a:\n- b: ", "a: [", "a:\n  b: one\nc: ", "a:\n  - one\n  - "),
    fc.oneof(WORDS, scalar),
  )
  .map(([before, value]) => `${before}${value}${before.endsWith("[") ? "]" : ""}\n`);

const plainWord = fc.constantFrom(
  "one",
  "Two words",
  "true",
  "2026-03-04",
  "https://a.example/b",
  "a: b",
  "it's",
  "12",
);
const plainValue = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, plainWord, fc.boolean(), tie("list"), tie("mapping")),
  list: fc.array(fc.oneof(plainWord, tie("mapping")), { minLength: 1, maxLength: 3 }),
  mapping: fc.dictionary(fc.constantFrom("a", "b", "c", "title"), tie("value"), { minKeys: 1, maxKeys: 4 }),
})).mapping;
const written = plainValue.chain((value) =>
  fc.record({
    text: fc.constantFrom(
      stringify(value, { lineWidth: 0, aliasDuplicateObjects: false }),
      stringify(value, { lineWidth: 0, aliasDuplicateObjects: false, indentSeq: false }),
    ),
    cut: fc.option(fc.tuple(fc.nat(80), fc.nat(3), fc.oneof(WORDS, fc.constant("\n"), fc.constant("\n  "))), {
      freq: 2,
    }),
  }),
);
const mutated = written.map(({ text, cut }) => {
  if (!cut) return text;
  const [from, length, other] = cut;
  return text.slice(0, from) + other + text.slice(from + length);
});

function listPaths(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== "object" || value === null) return [path];
  return [
    path,
    ...Object.entries(value).flatMap(([step, item]) =>
      listPaths(item, [...path, Array.isArray(value) ? Number(step) : step]),
    ),
  ];
}

function check(text: string): void {
  const plain = readPlainYaml(text);
  if (!plain) return;
  const [quick, whole] = [parseYaml(text, 2), parseYaml(text, 2, true)];
  expect(whole.problems).toEqual([]);
  expect(quick.data).toStrictEqual(whole.data);
  expect(JSON.stringify(quick.data)).toBe(JSON.stringify(whole.data));
  expect(quick.problems).toEqual(whole.problems);
  expect(quick.suspects).toEqual(whole.suspects);
  for (const path of listPaths(whole.data)) {
    expect(quick.locate(path)).toEqual(whole.locate(path));
    expect(quick.locate(path, "key")).toEqual(whole.locate(path, "key"));
    expect(quick.typed(path)).toBe(whole.typed(path));
  }
}

test("what is read as plain YAML is what the parser of all of YAML reads", { timeout: HANG }, () => {
  fc.assert(fc.property(fc.oneof(short, lines, mutated), check), runs(4_000));
});

test("what a program writes of plain values is plain", () => {
  fc.assert(
    fc.property(plainValue, (value) => {
      const text = stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });
      expect(readPlainYaml(text)?.data).toEqual(value);
    }),
    runs(500),
  );
});
