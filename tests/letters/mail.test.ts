import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { listMessages } from "../../src/pipeline/letters/mail/list-messages.ts";
import { MOST_MAIL } from "../../src/pipeline/letters/mail/read-mail.ts";
import { EXAMPLES, message, PLAIN, STORY } from "./messages.ts";
import { letterOf, NOW, problemOf } from "./read.ts";

const folder = mkdtempSync(join(tmpdir(), "evening-update-mail-"));

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("a letter by mail", () => {
  test.each(EXAMPLES)("is what its writer wrote: $name", async ({ bytes, text, left = [] }) => {
    expect(await letterOf(bytes)).toMatchObject({
      story: STORY,
      name: "Jane Reader",
      email: "jane@reader.example",
      at: Date.UTC(2026, 2, 4, 19, 15),
      text,
      left,
    });
  });

  const word = (text: string) => Buffer.from(text).toString("base64");
  test.each([
    ["as a link writes it", `Ein Modell [${STORY}]`],
    ["behind a prefix, before a server's note", `Re: AW: [list] A model [${STORY}] [external]`],
    ["folded", `Re: A model that is long\r\n [2026-03-04-evening/\r\n open-model]`],
    ["UTF-8, B", `=?UTF-8?B?${word(`Größe 模型 [${STORY}]`)}?=`],
    [
      "UTF-8, B, in two words",
      `=?UTF-8?B?${word("Größe [2026-03-04-eve")}?=\r\n =?UTF-8?B?${word("ning/open-model]")}?=`,
    ],
    ["UTF-8, Q", "=?utf-8?Q?Gr=C3=B6=C3=9Fe_=5B2026-03-04-evening/open-model=5D?="],
    ["ISO-8859-1, Q", "=?iso-8859-1?Q?Gr=F6=DFe_=5B2026-03-04-evening=2Fopen-model=5D?="],
  ])("names its story in its subject: %s", async (_, Subject) => {
    expect(await letterOf(message({ ...PLAIN, Subject }, ["Words."]))).toMatchObject({ story: STORY });
  });

  test.each(["Hello", "Re: [list] news", "[2026-03-04-evening]", `(${STORY})`, undefined])(
    "that names none is told what a subject holds: %s",
    async (Subject) => {
      expect(await problemOf(message({ ...PLAIN, Subject }, ["Words."]))).toMatch(
        /^the subject names no story; it must hold the story's identity in square brackets, such as \[/,
      );
    },
  );

  test.each([
    ["jane@reader.example", /gives no name/],
    ["<jane@reader.example>", /gives no name/],
    [undefined, /gives no name/],
    ['"jane@reader.example" <jane@reader.example>', /gives no name/],
    ['"jane@reader.example" <other@reader.example>', /holds an e-mail address/],
    ['"Jane (jane＠reader.example)" <x@y.example>', /holds an e-mail address/],
    ['"Jane jane@localhost" <jane@localhost>', /holds an e-mail address/],
    ["=?utf-8?q?jane=40reader.example?= <jane@reader.example>", /holds an e-mail address|gives no name/],
    [`${"J".repeat(81)} <jane@reader.example>`, /has 81 characters; 80 is the most/],
    ["=?utf-8?q?=E2=80=8B=C2=AD?= <jane@reader.example>", /gives no name/],
  ])("from %s is a problem", async (From, problem) => {
    expect(await problemOf(message({ ...PLAIN, From }, ["Words."]))).toMatch(problem);
  });

  test.each([
    ['"Reader, Jane" <jane@reader.example>', "Reader, Jane"],
    ["jane@reader.example (Jane Reader)", "Jane Reader"],
    ["=?iso-8859-1?Q?J=FCrgen?= =?utf-8?q?_=F0=9F=8E=88?= <j@reader.example>", "Jürgen 🎈"],
    ["=?utf-8?q?J=E2=80=AEane?= <jane@reader.example>", "Jane"],
  ])("from %s has a name", async (From, name) => {
    expect(await letterOf(message({ ...PLAIN, From }, ["Words."]))).toMatchObject({ name });
  });

  test.each([
    ["4 Mar 2026 20:15 GMT", Date.UTC(2026, 2, 4, 20, 15)],
    ["Wed, 04 Mar 2026 20:15:00 +0100 (CET)", Date.UTC(2026, 2, 4, 19, 15)],
    ["Thu, 05 Mar 2026 12:00:00 +0000", NOW],
    ["Sat, 07 Mar 2026 12:00:00 +0000", undefined],
    ["Thu, 01 Jan 1970 00:00:00 +0000", undefined],
    ["99 Mar 2026 20:15:00 +0000", undefined],
    ["5", undefined],
    [undefined, undefined],
  ])("of the date %s", async (Date, at) => {
    expect((await letterOf(message({ ...PLAIN, Date }, ["Words."]))).at).toBe(at);
  });

  test("has a key of its Message-ID, and without one of its bytes", async () => {
    const key = async (id: string | undefined, words: string): Promise<string> =>
      (await letterOf(message({ ...PLAIN, "Message-ID": id }, [words]))).key;
    expect(await key("<1@x.example>", "a")).toBe(await key("<1@x.example>", "b"));
    expect(await key("<1@x.example>", "a")).not.toBe(await key("<2@x.example>", "a"));
    expect(await key(undefined, "a")).toBe(await key(undefined, "a"));
    expect(await key(undefined, "a")).not.toBe(await key(undefined, "b"));
  });

  test.each([
    ["only an answered message", message(PLAIN, ["On 4 Mar 2026, The Desk wrote:", "> Words."]), /no words of its own/],
    ["nothing", message(PLAIN, []), /no words of its own/],
    ["3,001 characters", message(PLAIN, ["🎈".repeat(3001)]), /has 3001 characters; 3000 is the most/],
    ["too many bytes", message(PLAIN, ["a".repeat(MOST_MAIL)]), /has 2\.0 MB; 2 MB is the most/],
  ])("of %s is a problem", async (_, bytes, problem) => {
    expect(await problemOf(bytes)).toMatch(problem);
  });
});

describe("the messages of a path", () => {
  function put(path: string): void {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), "x");
  }
  const list = (path: string) => listMessages(join(folder, path)).map((each) => relative(folder, each));

  test("are the file, those of a Maildir, or the .eml files of a folder", () => {
    for (const path of ["one.txt", "box/cur/2:2,S", "box/new/1", "box/tmp/3", "box/cur/.hidden", "box/4.eml"])
      put(path);
    for (const path of ["many/b.eml", "many/a.EML", "many/note.txt", "many/deep/c.eml"]) put(path);
    symlinkSync(join(folder, "one.txt"), join(folder, "many/link.eml"));
    expect(list("one.txt")).toEqual(["one.txt"]);
    expect(list("box")).toEqual(["box/new/1", "box/cur/2:2,S"]);
    expect(list("many")).toEqual(["many/a.EML", "many/b.eml"]);
    expect(() => list("none")).toThrow(/ENOENT/);
  });
});
