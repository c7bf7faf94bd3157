import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { caniemail } from "caniemail";
import { simpleParser } from "mailparser";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createLedger } from "../../src/content/links/ledger.ts";
import { readPlainText } from "../../src/content/markup/html.ts";
import { messagesOf } from "../../src/locales/messages.ts";
import { verifyMail } from "../../src/pipeline/verify/verify-mail.ts";
import { editionInMail } from "../../src/views/mail/mail.ts";
import { PUBLICATIONS } from "../fixtures.ts";
import { readWhole, type WholePublication } from "../publication.ts";
import { runWithin } from "../within.ts";

const NOW = "2026-03-06T00:00:00Z";
const FORMS = ["short", "full"] as const;

const folder = mkdtempSync(join(tmpdir(), "evening-update-mail-"));
const { content } = PUBLICATIONS.example;
let example: WholePublication;

/** What a mail of an edition comes to, by its form, each written once. */
const written = new Map<string, { html: string; text: string; message: Buffer }>();

async function write(identity: string, form: (typeof FORMS)[number], from = content, out = join(folder, form)) {
  const options = ["--content", from, "--now", NOW, "--out", out, ...(form === "full" ? ["--full"] : [])];
  const run = await runWithin(["mail", identity, ...options]);
  return { run, out };
}

function readMail(out: string, identity: string) {
  const read = (ending: string) => readFileSync(join(out, `${identity}.${ending}`));
  return { html: read("html").toString(), text: read("txt").toString(), message: read("eml") };
}

beforeAll(async () => {
  example = await readWhole(content, Date.parse(NOW));
  for (const { identity } of example.site.editions.slice(-8))
    for (const form of FORMS) {
      const { run, out } = await write(identity, form);
      expect(run).toMatchObject({ code: 0, stderr: "" });
      written.set(`${identity} ${form}`, readMail(out, identity));
    }
}, 300_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Every mail with its edition as it is printed in it. */
function* mails() {
  const { site } = example;
  for (const edition of site.editions.slice(-8))
    for (const form of FORMS) {
      const mail = written.get(`${edition.identity} ${form}`);
      if (!mail) throw new Error(`${edition.identity} was not written`);
      yield { form, edition, printed: editionInMail(edition, site.publication.base, form), ...mail };
    }
}

describe("the mails of eight editions, short and full", () => {
  test("are the same bytes in a second run", async () => {
    const [{ identity } = { identity: "" }] = example.site.editions.slice(-1);
    for (const form of FORMS) {
      const { out } = await write(identity, form, content, join(folder, "again", form));
      expect(readMail(out, identity)).toEqual(written.get(`${identity} ${form}`));
    }
  });

  test("are messages that a mail program reads as they were written", async () => {
    const letters = (text: string) => text.replace(/\r\n/g, "\n").trimEnd();
    for (const { edition, html, text, message } of mails()) {
      const parsed = await simpleParser(message, { skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true });
      expect(letters(parsed.text ?? "")).toBe(letters(text));
      expect(letters(parsed.html || "")).toBe(letters(html));
      expect(parsed.subject).toBe(/<title>(.*)<\/title>/.exec(html)?.[1]);
      expect(parsed.date?.toISOString()).toBe("2026-03-06T00:00:00.000Z");
      expect(parsed.messageId).toContain(edition.identity);
      expect(parsed.attachments).toEqual([]);
    }
  });

  test("have the same links, labels and corrections in both parts", () => {
    for (const { html, text, printed } of mails()) {
      const inHtml = Array.from(html.matchAll(/<a href="([^"#]*)"/g), ([, href = ""]) => href.replaceAll("&amp;", "&"));
      for (const address of inHtml) expect(text).toContain(address);
      const plain = readPlainText(html);
      for (const { title, corrections } of printed.stories)
        for (const words of [title, ...corrections.map((own) => own.text)]) {
          expect(plain).toContain(words);
          expect(text).toContain(words);
        }
    }
  });

  test("tell of paid links where they hold one, and only there", () => {
    const m = messagesOf(example.site.publication);
    const told = [...mails()].map(({ edition, form, html, text, printed }) => {
      const pays = printed.programmes.length + printed.stories.reduce((sum, own) => sum + own.programmes.length, 0) > 0;
      expect(html.includes('class="disclosure"'), `${edition.identity} ${form}`).toBe(pays);
      expect(text.includes(`${m.text.paidLinks} This edition contains`), `${edition.identity} ${form}`).toBe(pays);
      return { form, pays };
    });
    // An edition pays by a link of an analysis alone, so that its short mail tells of none.
    expect(told.filter(({ pays }) => pays).map(({ form }) => form)).toContain("full");
    expect(told.filter(({ pays, form }) => pays && form === "short").length).toBeLessThan(
      told.filter(({ pays, form }) => pays && form === "full").length,
    );
  });

  test("use nothing that Gmail or Apple Mail do not know", () => {
    for (const { html, edition } of mails()) {
      const { issues } = caniemail({ clients: ["gmail.*", "apple-mail.*"], html });
      expect([...issues.errors.values()].flat(), edition.identity).toEqual([]);
    }
  });

  test("load nothing but a story's own picture, and no part of them is relative", () => {
    for (const { html } of mails()) {
      const loaded = Array.from(html.matchAll(/\ssrc="([^"]*)"/g), ([, src = ""]) => src);
      for (const src of loaded) expect(src).toMatch(/^https:\/\/example\.org\/.*\.(?:png|jpe?g|webp|avif|gif)$/);
      expect(html).not.toMatch(/\s(?:href|src)="(?!https:\/\/|mailto:)/);
      expect(html).not.toMatch(/<style|<script|<link|url\(/);
    }
  });

  test("hide the words that a list of mails shows, and print them in no text part", () => {
    for (const { html, text } of mails()) {
      const hidden = /<div [^>]*aria-hidden="true">([^<]*)</.exec(html)?.[1] ?? "";
      expect(hidden).not.toBe("");
      expect(text.startsWith(hidden.slice(0, 30))).toBe(false);
    }
  });
});

describe("a mail is refused", () => {
  let own: string;
  beforeAll(() => {
    own = join(folder, "own");
    cpSync(content, own, { recursive: true });
  });

  test("of an edition that nobody has, with the nearest name", async () => {
    const { run } = await write("2026-03-04-evenin", "short");
    expect(run.code).toBe(2);
    expect(run.stderr).toContain("2026-03-04-evening");
  });

  test("of one that has not appeared", async () => {
    const run = await runWithin(["mail", "2026-03-05-evening", "--content", own, "--now", "2026-03-04T00:00:00Z"]);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain("is not published yet");
  });

  test("of one with an error, and nothing is written", async () => {
    const path = join(own, "editions/2026/03-05-evening/c2pa-content-credentials.md");
    const before = readFileSync(path, "utf8");
    writeFileSync(path, before.replace(/^topic: .*$/m, "topic: modles"));
    const { run, out } = await write("2026-03-05-evening", "short", own, join(folder, "wrong"));
    writeFileSync(path, before);
    expect(run.code).toBe(1);
    expect(run.stdout).toContain("unknown-topic");
    expect(run.stdout).toContain("nothing was written");
    expect(() => readdirSync(out)).toThrow();
  });

  test("that is longer than mail programs show, with the texts to cut", async () => {
    const path = join(own, "editions/2026/03-05-evening/c2pa-content-credentials.md");
    const before = readFileSync(path, "utf8");
    const long = Array.from(
      { length: 900 },
      (_, at) => `Paragraph ${at} has a number of words, and none of them is another’s: ${at * 7}.`,
    );
    writeFileSync(
      path,
      `${before}\n## Much more of it\n\n${long.join("\n\n")}\n`.replace(/## (?!Much)[^]*?(?=## Much)/, ""),
    );
    const full = await write("2026-03-05-evening", "full", own, join(folder, "long"));
    expect(full.run.code).toBe(1);
    expect(full.run.stdout).toMatch(/the mail has \d+ kB.*cut \d+ kB.*without --full.*“[^”]*” \(\d+ kB\)/);
    expect((await write("2026-03-05-evening", "short", own, join(folder, "long"))).run.code).toBe(0);
    writeFileSync(path, before);
  });
});

describe("the verifier finds in a mail", () => {
  const m = messagesOf({ language: "en", messages: {} });
  const ledger = createLedger({
    shop: { name: "Shop", url: "https://shop.example", hosts: ["shop.example"] },
  });
  const html =
    '<div class="disclosure">Paid links</div><p>One</p><a href="https://shop.example/a" rel="sponsored nofollow">It</a> <span class="paid">(paid link)</span>';
  const text = "Paid links …\n\nOne\n\nIt <https://shop.example/a> (paid link)\n";
  const edition = {
    ai: "human-only",
    programmes: ["shop"],
    corrections: [],
    stories: [{ title: "One", ai: "ai-autonomous", corrections: [{ text: "Two, not three." }] }],
  };
  const label = "AI-generated";
  const find = (inHtml: string, inText: string, own: object = edition) =>
    verifyMail(
      { html: { path: "/a.html", content: inHtml }, text: { path: "/a.txt", content: inText } },
      own as never,
      ledger,
      m,
    ).map(({ path, message }) => `${path} ${message}`);
  const whole = (part: string) => `${part} ${label} Two, not three.`;

  test("nothing where all is said", () => {
    expect(find(whole(html), whole(text))).toEqual([]);
  });

  test.each([
    [
      "a paid link that is not marked in the text part",
      whole(html),
      whole(text.replace(" (paid link)", "")),
      "does not stand behind",
    ],
    [
      "a paid link that is not disclosed in the text part",
      whole(html),
      whole(text.replace("Paid links …", "")),
      "no disclosure stands before",
    ],
    [
      "a paid link that one part does not have",
      whole(html),
      whole(text.replace(/It .*\n/, "It\n")),
      "does not have the paid links",
    ],
    ["a label that is missing", whole(html), `${text} Two, not three.`, `/a.txt “${label}” is not in it`],
    ["a correction that is missing", `${html} ${label}`, whole(text), "/a.html “Two, not three.” is not in it"],
    ["an address that is not whole", whole(`${html}<a href="/x/">x</a>`), whole(text), "no whole address"],
  ])("%s", (_, inHtml, inText, message) => {
    expect(find(inHtml, inText).join("\n")).toContain(message);
  });

  test("a disclosure without a paid link", () => {
    const own = { ...edition, programmes: [] };
    expect(find(whole('<div class="disclosure">Paid links</div><p>One</p>'), whole("One"), own).join("\n")).toContain(
      "holds none",
    );
  });
});
