import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dropForbidden, findBadCharacters } from "../../src/content/words/characters.ts";
import { FLOWED, HTML, message, parts, PICTURE, PLAIN, STORY } from "./messages.ts";
import { letterOf, NOW, problemOf } from "./read.ts";
import { readMail } from "../../src/pipeline/letters/mail/read-mail.ts";

describe("a hostile mail", () => {
  const deep = Array.from({ length: 5000 }, (_, i) => [
    `--b${i}`,
    `Content-Type: multipart/mixed; boundary=b${i + 1}`,
    "",
  ]);
  const nested = { "Content-Type": "multipart/mixed; boundary=b0" };
  const LATER = Array.from({ length: 3000 }, (_, i) => ["--b0", `Content-Type: multipart/mixed; boundary=c${i}`, ""]);
  test.each([
    ["parts in parts", message(nested, deep.slice(0, 40).flat()), /damaged/],
    ["thousands of parts in parts", message(nested, deep.flat()), /damaged/],
    ["thousands of parts", message(nested, LATER.flat()), /damaged/],
    ["a line for each sign", message(PLAIN, ["a\n".repeat(300_000)]), /damaged/],
    ["endless headers", message({ ...PLAIN, X: "a".repeat(300_000) }, ["Words."]), /damaged/],
    ["a boundary that never comes", message(nested, ["Words."]), /no words of its own/],
    [
      "an empty boundary",
      message({ "Content-Type": 'multipart/mixed; boundary=""' }, ["--", "", "Words."]),
      /no words/,
    ],
    ["tags in tags", message(HTML, ["<div>".repeat(5000)]), /far more tags/],
    ["templates in templates", message(HTML, ["<template>".repeat(9000)]), /far more tags/],
    ["tags without end", message(HTML, ["<i>x</i>".repeat(20_000)]), /far more tags/],
    [
      "attributes without end",
      message(HTML, [`<p ${Array.from({ length: 9000 }, (_, i) => `a${i}`).join(" ")}>x`]),
      /far more tags/,
    ],
    [
      "base64 that is none",
      message({ ...PLAIN, "Content-Transfer-Encoding": "base64" }, ["=====", "%%%"]),
      /no words|a letter/,
    ],
  ])("ends in a problem: %s", async (_, bytes, problem) => {
    expect(await problemOf(bytes)).toMatch(problem);
  });

  test.each(["no-such-charset", "utf-16", "iso-2022-kr", "x".repeat(99)])(
    "is read in a wrong charset: %s",
    async (charset) => {
      const read = await readMail(message({ "Content-Type": `text/plain; charset=${charset}` }, ["Größe"]), NOW);
      expect("problem" in read || read.text !== "").toBe(true);
    },
  );

  test("whose HTML runs, loads or hides is words", async () => {
    const { text } = await letterOf(
      message(HTML, [
        "<p onclick=x>a<script>b</script><img src=https://t.example/p.gif alt=c><iframe srcdoc=d></iframe><svg><text>e</text></svg><!-- f --></p>",
      ]),
    );
    expect(text).toBe("a");
  });
});

const typed = fc.string({
  unit: fc.constantFrom("a", "é", "模", " ", "\r\n", ">", "<b>", "-- ", "&amp;", "[", "]", "\u202E", "\0", "=", "\t"),
  maxLength: 60,
});
const anyText = fc.oneof(typed, fc.string({ unit: "binary", maxLength: 60 }));
const address = fc.stringMatching(/^[a-z]{6,9}\.[0-9]{3}@[a-z]{5,8}\.example$/);

describe("any mail", () => {
  test("of any bytes is a letter or a problem", async () => {
    const head = fc.constantFrom(
      "",
      `Subject: [${STORY}]\r\nFrom: J <j@x.example>\r\n`,
      `Subject: [${STORY}]\nFrom: J <j@x.example>\nContent-Type: multipart/mixed; boundary=b\n\n--b\n`,
    );
    await fc.assert(
      fc.asyncProperty(
        head,
        fc.oneof(
          fc.uint8Array({ maxLength: 300 }),
          anyText.map((text) => Buffer.from(text)),
        ),
        async (first, rest) => {
          const read = await readMail(Buffer.concat([Buffer.from(first), rest]), NOW);
          if ("problem" in read) expect(read.problem).not.toBe("");
          else
            for (const text of [read.name, read.text])
              expect(
                findBadCharacters(text).filter(
                  ({ rule, severity }) => rule === "forbidden-character" && severity !== "warning",
                ),
              ).toEqual([]);
        },
      ),
      { numRuns: 1500 },
    );
  });

  test("shows the address of its sender only where the writer typed it", async () => {
    const own = (words: string, from: string) => [
      message({ ...PLAIN, From: from }, [words]),
      message({ ...FLOWED, From: from }, [words]),
      message({ ...HTML, From: from }, [words, `<a href="mailto:${from.replace(/.*<|>.*/g, "")}">me</a>`]),
      message(
        { From: from, "Content-Type": "multipart/mixed; boundary=b" },
        parts(
          "b",
          [PLAIN, [words]],
          [PICTURE, ["AA=="]],
          [HTML, [`x <a href='mailto:${from.replace(/.*<|>.*/g, "")}'>me</a>`]],
        ),
      ),
      message({ ...PLAIN, From: from }, [
        words || "a",
        "",
        "On 4 Mar 2026, J",
        `<${from.replace(/.*<|>.*/g, "")}> wrote:`,
        "> a",
      ]),
    ];
    await fc.assert(
      fc.asyncProperty(
        address,
        typed,
        fc.constantFrom("", "Jane", '"ADDRESS"', "Jane ADDRESS", "(ADDRESS)"),
        async (mail, words, name) => {
          for (const bytes of own(words, `${name.replace("ADDRESS", mail)} <${mail}>`)) {
            const read = await readMail(bytes, NOW);
            if (!("problem" in read)) expect(`${read.name}\n${read.text}`.toLowerCase()).not.toContain(mail);
          }
        },
      ),
      { numRuns: 300 },
    );
    expect((await letterOf(message(PLAIN, ["Write to jane@reader.example"]))).text).toContain("jane@reader.example");
  });

  test("holds no character that the format refuses", () => {
    const signs = [
      "a",
      "ก",
      "\u200B",
      "\u2060",
      "\uFE0F",
      "\u{1F3F4}",
      "\u{E0067}",
      "\u{E007F}",
      "\u0001",
      "\uD800",
      "\uFFFF",
      "\r",
      "\u2028",
      "\u200D",
      "🎈",
    ];
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...signs), maxLength: 12 }), (text) => {
        expect(findBadCharacters(dropForbidden(text))).toEqual([]);
      }),
      { numRuns: 5000 },
    );
    expect(dropForbidden("a\r\nb\rc\u2028d")).toBe("a\nb\nc\nd");
  });
});
