import { beforeAll, describe, expect, test } from "vitest";
import type { Assembled } from "../../tools/import/assemble/assemble.ts";
import { checkImport, filesOf, importFixture, importHtml, lossesOf } from "./importing.ts";

let imported: Assembled;
let files: ReadonlyMap<string, string>;
const read = (path: string) => files.get(`editions/2019/${path}.md`) ?? "";

beforeAll(async () => {
  imported = await importFixture("wordpress.xml");
  files = filesOf(imported);
});

describe("a WordPress export", () => {
  test("keeps every word of every text that may be written, and leaves no HTML", () => {
    const [hidden, ...others] = imported.accounts.toSorted((a, b) => b.lost.length - a.lost.length);
    expect(hidden?.title).toBe("A hidden page");
    expect(others).toHaveLength(13);
    expect(others.flatMap(({ lost }) => lost)).toEqual([]);
    expect(imported.accounts.flatMap(({ rules }) => rules)).toEqual([]);
  });

  test("passes the checks but for what no archive says: sources and writers", () => {
    const errors = checkImport(imported).filter(({ severity }) => severity === "error");
    const told = errors.filter(
      ({ rule, message }) => rule === "missing-key" && /“source”|nobody is named/.test(message),
    );
    expect(errors.length).toBe(told.length);
    expect(told.length).toBeGreaterThan(5);
  });

  test("has each kind of block in Markdown", () => {
    const text = read("04-02-morning/every-block");
    for (const part of [
      "water as H₂O and 10⁶ lamps",
      "## The uppermost heading\n\n### Below it\n",
      "- one\n  - inner [lamp](https://lamps.example.net/inner)\n- two\n",
      "4. four\n5. five\n",
      "> Outer words.\n>\n> > Inner words.\n>\n> A passer-by\n",
      '```\nif (a < b) { return "&"; }\n```\n',
      "| Street | Lamps |\n| - | -: |\n| Lantern | 12 |\n| Both \\| counted twice | |\n",
      "A lamp at dusk\n\nDusk in April\n",
      "[A map](https://maps.example.com/embed?x=1)",
      "A note[^1] at the end.\n\n[^1]: Said by *nobody*.\n",
    ])
      expect(text).toContain(part);
    expect(text).not.toContain("alert");
  });

  test("has paragraphs, breaks, captions and shortcodes of the old editor", () => {
    const text = read("04-02-evening/old-editor");
    for (const part of [
      "First line\\\nsecond line, [an earlier post](story:2019-04-02-morning/every-block) and [the same](story:2019-04-02-morning/every-block).",
      "> Said by somebody.\n>\n> Said again.\n",
      "Lamp\n\nThe lamp, lit\n\nWrite to us\n\n\\[sic] and \\[gallery] are words.",
      "**Wick**\n\nWhat burns\n",
      "[https://lamps.example.net/bare](https://lamps.example.net/bare) is an address.",
      "| Cotton | • thin • thick |",
    ])
      expect(text).toContain(part);
  });

  test("tells each loss: pictures, shortcodes, comments, old links, texts that nobody may see", () => {
    const losses = lossesOf(imported);
    for (const loss of [
      "a picture that was not fetched: http://lantern.example.org/wp-content/uploads/2019/04/lamp.jpg (“A lamp at dusk”)",
      "a gallery of pictures: http://lantern.example.org/wp-content/uploads/2019/04/lamp.jpg, number 91",
      'the shortcode [contact-form to="desk@lantern.example.org"]',
      "1 comment",
      "its excerpt: “Words that stand nowhere else: marzipan.”",
      "its author “Editorial team”, who is no person by the name or by the map",
      "a link into the old site, to what was not imported: http://lantern.example.org/wp-content/uploads/plan.pdf",
      "it was protected by a password: decide whether readers may see it",
      "it was “private”: decide whether readers may see it",
      "what WordPress filled in when the page was asked for: latest-posts",
      "its old address /topics/, which the site has for a page of its own",
      "a tag was shortened; it was “a tag with very many characters in its name”",
    ])
      expect(losses).toContain(loss);
    expect(
      losses.filter((loss) => loss.startsWith("the title was shortened; it was “A title that goes on")),
    ).toHaveLength(1);
    expect(imported.left).toEqual(
      expect.arrayContaining(["3 of the kind “nav_menu_item”", "“Thrown away”, which was in the state “trash”"]),
    );
  });

  test("has everything as drafts, with old addresses, and pages beside", () => {
    const texts = [...files].filter(([path]) => path.startsWith("editions/"));
    expect(texts.filter(([, text]) => !/^draft: true$/m.test(text)).map(([path]) => path)).toEqual([]);
    expect(read("04-02-morning/every-block")).toContain('formerly: ["/2019/04/every-block/", "/2019/04/all-blocks/"]');
    expect(files.get("pages/about.md")).toContain("We live [here](story:2019-04-02-morning/every-block).");
    expect([...files.keys()].filter((path) => path.startsWith("pages/"))).toEqual([
      "pages/about.md",
      "pages/topics-page.md",
    ]);
  });

  test("keeps signs that Markdown would take for its own", () => {
    const text = read("04-06-morning/signs");
    expect(text).toContain("\\* not a list\\\n\\# not a heading\\\n1\\. not a number\\\n");
    expect(text).toContain("\\- dash\n\n\\+ plus\n\n\\> quote\n\n\\`\\`\\`fence\n\nindented\n\n\\*\\*\\*\n\n\\=====");
  });

  test("knows other kinds of items, and authors and topics by other names, where the map says so", async () => {
    const other = await importFixture("wordpress.xml", {
      types: ["post", "recipe"],
      people: { "Editorial team": "Nell Example" },
      topics: { Streets: "roads" },
      citeOriginal: true,
    });
    expect([...filesOf(other).keys()].filter((path) => path.includes("/recipe.md"))).toHaveLength(1);
    expect(filesOf(other).get("topics.yaml")).toContain('roads:\n  name: "Streets"\n');
    expect(lossesOf(other).filter((loss) => loss.includes("Editorial team"))).toEqual([]);
    expect(checkImport(other).filter(({ message }) => message.includes("“source” is missing"))).toHaveLength(3);
  });

  test("gives the same bytes again", async () => {
    expect(filesOf(await importFixture("wordpress.xml"))).toEqual(files);
  });
});

describe("a post", () => {
  test("that is longer than a file may be is cut behind a block, and what was cut is told whole", async () => {
    const html = Array.from({ length: 3000 }, (_, index) => `<p>${`word${index} `.repeat(20)}</p>`).join("");
    const long = await importHtml({ html });
    const sizes = [...filesOf(long).values()].map((text) => Buffer.byteLength(text));
    expect(Math.max(...sizes)).toBeLessThan(256 * 1024);
    expect(lossesOf(long).find((loss) => loss.startsWith("the text is longer"))).toContain("word2999");
  });
});
