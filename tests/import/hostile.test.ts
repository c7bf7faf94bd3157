import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Refusal } from "../../tools/import/archive/refusal.ts";
import { convertHtml } from "../../tools/import/convert/convert.ts";
import { readFeed } from "../../tools/import/read/feed.ts";
import { listFolder } from "../../tools/import/read/folder.ts";
import { readMarkdownArchive } from "../../tools/import/read/markdown.ts";
import { readWxr } from "../../tools/import/read/wxr.ts";
import { run } from "../command.ts";
import { ARCHIVES, filesOf, IMPORT, importHtml, importPosts, listAll, lossesOf } from "./importing.ts";

const GOOD = readFileSync(join(ARCHIVES, "edition.xml"), "utf8");
const LAYOUT = { posts: [], pages: [], keys: {}, paths: undefined, site: undefined };
const BOMB = `<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>`;

function withProlog(prolog: string): string {
  return GOOD.replace("?>", `?>\n${prolog}`);
}

function withBody(html: string): string {
  return GOOD.replace(
    /<content:encoded>.*?<\/content:encoded>/s,
    `<content:encoded><![CDATA[${html}]]></content:encoded>`,
  );
}

const HOSTILE: Record<string, { bytes: string | Uint8Array; says: RegExp }> = {
  "entities that multiply": { bytes: withProlog(BOMB).replace("three stories", "&c;"), says: /document type/ },
  "an entity from a file": {
    bytes: withProlog('<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    says: /document type/,
  },
  "an entity that is not declared": { bytes: GOOD.replace("Harbour Digest", "&bomb;"), says: /not well-formed/ },
  "an end that is missing": { bytes: GOOD.slice(0, GOOD.length / 2), says: /cut off/ },
  "a name that leads out": {
    bytes: GOOD.replace("<wp:post_name>harbour", "<wp:post_name>../../../harbour"),
    says: /leads out of its folder/,
  },
  "an encoded name that leads out": {
    bytes: GOOD.replace("<wp:post_name>harbour", "<wp:post_name>%2e%2e%2fharbour"),
    says: /leads out/,
  },
  "an address that leads out": { bytes: GOOD.replace("/2025/11/12/harbour", "/2025/../../harbour"), says: /leads out/ },
  "an attachment that leads out": {
    bytes: GOOD.replace(
      "<wp:post_id>",
      "<wp:attachment_url>https://x.example/../../etc/passwd</wp:attachment_url><wp:post_id>",
    ),
    says: /leads out/,
  },
  "a NUL": { bytes: GOOD.replace("Three decisions", "Three\0decisions"), says: /NUL/ },
  "bytes that are no UTF-8": {
    bytes: Buffer.concat([Buffer.from(GOOD), Buffer.from([0xff, 0xfe])]),
    says: /not UTF-8/,
  },
  "another encoding": { bytes: GOOD.replace('encoding="UTF-8"', 'encoding="ISO-8859-1"'), says: /ISO-8859-1/ },
  "elements within elements": { bytes: GOOD.replace("<item>", "<x>".repeat(100_000)), says: /deep/ },
  "a text of elements within elements": { bytes: withBody("<div>".repeat(50_000)), says: /deep/ },
  "marks that are opened again in each paragraph": {
    bytes: withBody(
      "<p>" + Array.from({ length: 150 }, (_, at) => `<b class=${at}>`).join("") + "</p><p>x".repeat(2000),
    ),
    says: /more than \d+ elements/,
  },
  "a text longer than any": { bytes: withBody("word ".repeat(500_000)), says: /is the most/ },
  "a file larger than any": { bytes: new Uint8Array(65 * 1024 * 1024), says: /MiB/ },
  "a feed that is no export": { bytes: "<rss><channel><title>x</title></channel></rss>", says: /no WordPress export/ },
  nothing: { bytes: "", says: /not well-formed|holds nothing/ },
};

/** Reads an export and converts what it holds, as the command does before it writes anything. */
async function importBytes(bytes: string | Uint8Array): Promise<unknown> {
  const { posts } = readWxr(Buffer.from(bytes as Uint8Array), "export.xml", ["post"]);
  return importPosts(posts);
}

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "evening-update-import-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("a hostile export", () => {
  test.each(Object.entries(HOSTILE))("with %s is refused whole", async (_, { bytes, says }) => {
    const failure: unknown = await importBytes(bytes).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Refusal);
    expect((failure as Refusal).message).toMatch(says);
  });

  test("writes nothing, and is told in one line without a stack", () => {
    const file = join(folder, "bomb.xml");
    writeFileSync(file, withProlog(BOMB));
    const out = join(folder, "refused/content");
    const { code, stdout, stderr } = run(["wxr", file, "--out", out], { main: IMPORT });
    expect({ code, stdout, lines: stderr.trimEnd().split("\n").length }).toEqual({ code: 1, stdout: "", lines: 1 });
    expect(stderr).toContain("bomb.xml has a document type");
    expect(listAll(folder)).toEqual(["bomb.xml"]);
  });

  test.each(["[caption ", "[a b=c]", "<!-- wp:x {", "{{< x ", "[embed]", "[[["])(
    "of thousands of “%s” takes no longer than its length",
    async (sign) => {
      const imported = await importBytes(withBody(sign.repeat(20_000)));
      expect(imported).toBeDefined();
    },
  );
});

describe("a hostile feed", () => {
  test.each([
    ["entities", `${BOMB}<rss><channel><title>&c;</title></channel></rss>`, /document type/],
    ["an end that is missing", "<rss><channel><title>x", /cut off/],
    ["JSON that ends early", '{"version":"https://jsonfeed.org/version/1.1","items":[', /no feed/],
    ["JSON within JSON", `{"items":${"[".repeat(200_000)}`, /no feed/],
    ["something else", "<html><body>no feed</body></html>", /no feed/],
  ])("with %s is refused", (_, text, says) => {
    expect(() => readFeed(Buffer.from(text), "feed.xml")).toThrow(says);
  });
});

describe("a hostile folder", () => {
  const file = (path: string, text: string | Uint8Array) => ({
    path,
    size: text.length,
    read: () => Buffer.from(text as Uint8Array),
  });

  test.each([
    ["a slug that leads out", "---\ntitle: A\nslug: ../../x\ndate: 2024-01-01\n---\nx", /leads out/],
    ["an address that leads out", "---\ntitle: A\npermalink: /a/../../x\ndate: 2024-01-01\n---\nx", /leads out/],
    ["a NUL", "---\ntitle: A\n---\n\0", /NUL/],
    ["bytes that are no UTF-8", Buffer.from([0x41, 0xff]), /not UTF-8/],
    ["a text larger than any", "x".repeat(1024 * 1024 + 1), /is the most/],
  ])("with %s is refused", (_, text, says) => {
    expect(() => readMarkdownArchive([file("a.md", text)], LAYOUT)).toThrow(says);
  });

  test("is read no further than itself: links and pictures that lead out are told, and not followed", async () => {
    const archive = join(folder, "archive");
    mkdirSync(archive);
    writeFileSync(join(folder, "secret.md"), "---\ntitle: Secret\ndate: 2024-01-01\n---\nSecret.");
    symlinkSync(join(folder, "secret.md"), join(archive, "link.md"));
    symlinkSync(folder, join(archive, "folder"));
    const left: string[] = [];
    expect(listFolder(archive, (path) => left.push(path))).toEqual([]);
    expect(left).toEqual(["folder, which is a symbolic link", "link.md, which is a symbolic link"]);
    const html = '<p><img src="../../../../etc/secret.png" alt="A secret"></p>';
    const imported = await importHtml({ html, folder: "posts", origin: "posts/a.md" });
    expect(lossesOf(imported)).toContain(
      "a picture that is not in the archive: ../../../../etc/secret.png (“A secret”)",
    );
    expect([...filesOf(imported).keys()].filter((path) => path.endsWith(".png"))).toEqual([]);
  });

  test("of unclosed templates, and of deep Markdown, takes no longer than its length", () => {
    for (const sign of [
      "{{< x ",
      "{% x ",
      "{{ x ",
      "<Foo a={",
      "`",
      "> ",
      "- ",
      "![a](",
      "import {",
      "export const x",
      "{/*",
    ])
      expect(readMarkdownArchive([file("a.mdx", sign.repeat(20_000))], LAYOUT).posts, sign).toHaveLength(1);
  });
});

describe("HTML", () => {
  test("that spans more cells than there are is a table of some size", () => {
    const { blocks } = convertHtml('<table><tr><td colspan="100000" rowspan="100000">x</td></tr></table>', {
      where: "x",
      hasLines: false,
      dropped: [],
    });
    expect(JSON.stringify(blocks).length).toBeLessThan(10_000);
  });
});
