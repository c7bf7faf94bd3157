import { describe, expect, test } from "vitest";
import { createFinder } from "../../src/pipeline/verify/finder.ts";
import type { Edition } from "../../src/content/edition.ts";
import type { Story } from "../../src/content/story.ts";
import { openFixture, print, verifySite } from "./verified-site.ts";

const STORY = "/2026/03/04/morning/lamps-by-post/";
const API = "/api/1/editions/2026-03-04-morning.json";

/** A front matter of which every text is long enough to be looked for. */
const SECRET = {
  title: "The headline of a story that nobody may read yet",
  short: "The short headline of that story",
  topic: "weather",
  tags: ["a tag that nobody may read yet"],
  source: [
    { publisher: "lamp-works", title: "A source that nobody may know of yet", url: "https://works.example/embargo" },
    { publisher: "lamp-works", title: "Another source that nobody may know of", url: "https://works.example/second" },
  ],
  image: { src: "a.png", alt: "A picture that nobody may see yet", credit: "A draughtswoman whom nobody may know yet" },
  whatsNew: "What is new and may not be known yet",
  corrections: [{ at: "2026-03-05T09:00", kind: "update" as const, text: "A correction that nobody may read yet" }],
};

const { site, outputs, faultsAfter } = await openFixture();

/** The fixture's editions with other texts of what readers may not see. */
function changeHidden(change: (story: Story) => Story): Edition[] {
  return site.editions.map((edition) => ({
    ...edition,
    stories: edition.stories.map((story) => (story.status === "published" ? story : change(story))),
  }));
}

/** The faults of the fixture's site when these are its editions and a page of it holds these words. */
function faultsWith(editions: Edition[], words: string): string[] {
  const altered = outputs.map((output) =>
    output.path === "/about/index.html" && typeof output.content === "string"
      ? { ...output, content: output.content.replace("</main>", `<p>${words}</p></main>`) }
      : output,
  );
  return print(verifySite(altered, { ...site, editions }));
}

describe("a site about to be put in place", () => {
  test("has no fault as it is built", () => {
    expect(outputs.length).toBeGreaterThan(50);
    expect(verifySite(outputs, site)).toEqual([]);
  });

  test("is refused when a page is missing, by every file that leads to it", () => {
    const faults = faultsAfter(new RegExp(`^${STORY}index.html$`), () => undefined);
    expect(faults).toContain(`${STORY}index.html: the text of the story ${STORY} is not in it`);
    expect(faults).toContain(`/2026/03/04/morning/index.html: nothing stands at ${STORY}, to which it links`);
    expect(faults).toContain(`/stories.xml: nothing stands at ${STORY}, to which it links`);
    expect(faults).toContain(`/sitemap.xml: nothing stands at ${STORY}, to which it links`);
  });

  test.each([
    ["its edition", /^\/2026\/03\/04\/morning\/index\.html$/],
    ["its topic", /^\/topics\/(?:[a-z-]+)\/index\.html$/],
    ["the feed of its topic", /^\/topics\/(?:[a-z-]+)\/feed\.xml$/],
    ["the feed of its slot", /^\/morning\/feed\.xml$/],
    ["the feed of editions", /^\/feed\.xml$/],
    ["the JSON feed", /^\/feed\.json$/],
    ["the feed of stories", /^\/stories\.xml$/],
    ["the sitemap", /^\/sitemap\.xml$/],
    ["the sitemap of news", /^\/news-sitemap\.xml$/],
  ])("is refused when a story is not in %s", (_, pattern) => {
    const faults = faultsAfter(pattern, (content) => content.replaceAll(STORY, "/about/"));
    expect(faults.filter((fault) => fault.endsWith(`: the story ${STORY} is not in it`))).toHaveLength(1);
  });

  test.each([
    ["is lost", ' id="letter-03-02-k3x9q2"', "", "03-02-k3x9q2", "is not in it as it was accepted"],
    ["loses words", "twice in the sun", "twice", "03-02-k3x9q2", "is not in it as it was accepted"],
    ["loses its answer", "will be drawn again", "stays", "03-02-k3x9q2", "is not in it as it was accepted"],
    [
      "is another",
      "letter-03-03-b7m2t4",
      "letter-03-03-b7m2t5",
      "03-03-b7m2t5",
      "is in it, and was not written to this story or not accepted",
    ],
  ])("is refused when a letter %s", (_, from, to, id, why) => {
    const page = "/2026/03/01/morning/weather-house/index.html";
    expect(faultsAfter(new RegExp(`^${page}$`), (content) => content.replaceAll(from, to))).toContain(
      `${page}: the letter ${id} ${why}`,
    );
  });

  test("is refused when words of a letter to a hidden story stand anywhere", () => {
    const text = "Words of a letter that nobody may read yet, since its story is not out";
    const letter = { id: "a", name: "Wick", at: 0, accepted: { by: "ida-inkwell", at: 0 }, reply: undefined, text };
    const faults = faultsWith(
      changeHidden((story) => ({ ...story, letters: [letter] })),
      text,
    );
    expect(faults).toEqual([expect.stringMatching(/about\/index\.html: it holds “Words of a letter/)]);
  });

  test("is refused when a part that a link names is not on its page", () => {
    const id = "weather-house_measured-over-a-week";
    const page = /^\/2026\/03\/01\/morning\/weather-house\/index\.html$/;
    expect(faultsAfter(page, (content) => content.replaceAll(` id="${id}"`, ""))).toContain(
      `${STORY}index.html: nothing stands at /2026/03/01/morning/weather-house/#${id}, to which it links`,
    );
  });

  test.each([
    ["a picture of an Atom feed", /^\/stories\.xml$/, /(<media:thumbnail url="[^"]*\/)[^"/]*"/g, '$1gone.png"'],
    ["the icon of an Atom feed", /^\/feed\.xml$/, /(<icon>[^<]*\/)[^</]*</, "$1gone.png<"],
    ["the logo of an Atom feed", /^\/feed\.xml$/, /(<logo>[^<]*\/)[^</]*</, "$1gone.png<"],
    ["a picture of the JSON Feed", /^\/feed\.json$/, /("image": "[^"]*\/)[^"/]*"/, '$1gone.png"'],
    ["the icon of the JSON Feed", /^\/feed\.json$/, /("icon": "[^"]*\/)[^"/]*"/, '$1gone.png"'],
    ["a link of llms.txt", /^\/llms\.txt$/, /(\]\([^)]*\/)\)/, "$1gone.png)"],
    ["an edition that the API lists", /^\/api\/1\/index\.json$/, /("json": "[^"]*\/)[^"/]*"/, '$1gone.png"'],
    ["a picture of the API", /^\/api\/1\/editions\/.*\.json$/, /("image": \{\s*"url": "[^"]*\/)[^"/]*"/, '$1gone.png"'],
    ["a sitemap that robots.txt names", /^\/robots\.txt$/, /^(Sitemap: .*\/).*$/m, "$1gone.png"],
  ])("is refused when nothing stands at %s", (_, file, from, to) => {
    const faults = faultsAfter(file, (content) => content.replace(from, to));
    expect(faults.filter((fault) => /: nothing stands at .*gone\.png, to which it links$/.test(fault))).not.toEqual([]);
  });

  test.each([
    ["a story", `"id": "2026-03-04-morning/lamps-by-post"`, `"id": "2026-03-04-morning/lamps"`, "it has the stories"],
    ["the level of a text", /"level": "human-only"/g, '"level": "ai-assisted"', "and it says ai-assisted"],
    ["a disclosure", /"paid": true,\s*"text"/g, '"paid": true, "words"', "paid links, and it does not say so"],
    [
      "the word that a text has paid links",
      /"paid": true,\s*"text"/g,
      '"paid": false, "text"',
      "paid links, and it does not say so",
    ],
    ["the text of a story", /"html": "/g, '"html": "","was": "', "the text of the story"],
    ["a key that it must have", /"updated"/g, '"changed"', "updated: Invalid input"],
    ["the mark of a paid link", / <span class=.{1,80}\(paid link\)/g, "", "does not stand behind the link"],
  ])("is refused when an edition of the API lacks %s", (_, from, to, fault) => {
    const faults = faultsAfter(/^\/api\/1\/editions\/2026-03-04-morning\.json$/, (content) =>
      content.replaceAll(from, to),
    );
    expect(faults).toContainEqual(expect.stringMatching(`^${API}: .*${fault.replace(/[()]/g, ".")}`));
  });

  test("is refused when the API lacks an edition, or its list does", () => {
    expect(faultsAfter(/^\/api\/1\/editions\/2026-03-04-morning\.json$/, () => undefined)).toContain(
      `${API}: it is missing`,
    );
    const listed = (content: string) => content.replace("/editions/2026-03-04-morning.json", "/index.json");
    expect(faultsAfter(/^\/api\/1\/index\.json$/, listed)).toContain(
      "/api/1/index.json: 2026-03-04-morning is not in it",
    );
  });

  test.each([
    ["an Atom feed", /^\/stories\.xml$/, " id=&quot;weather-house__note-1&quot;"],
    ["the JSON Feed", /^\/feed\.json$/, String.raw` id=\"weather-house__note-1\"`],
  ])("is refused when an entry of %s names a part of itself that it does not have", (_, file, id) => {
    expect(faultsAfter(file, (content) => content.replaceAll(id, ""))).toEqual([
      expect.stringContaining(": nothing stands at #weather-house__note-1, to which it links"),
    ]);
  });

  test.each([
    ["the sitemap of news", "/news-sitemap.xml", "<news:title>"],
    ["llms.txt", "/llms.txt", "- ["],
    ["the list of the API", "/api/1/index.json", '"title": "'],
    ["an edition of the API", API, '"short": "'],
    ["a summary of a feed", "/stories.xml", "<summary>"],
  ])("is refused when %s has words of a hidden story", (_, path, before) => {
    const hidden = site.editions.flatMap(({ stories }) => stories).filter(({ status }) => status !== "published");
    const [words = ""] = hidden.map(({ summary }) => summary.opening).filter((opening) => opening.length > 30);
    const faults = faultsAfter(new RegExp(`^${path.replace(".", "\\.")}$`), (content) =>
      content.replace(before, `${before}${words} `),
    );
    expect(faults).toEqual([expect.stringContaining(`${path}: it holds “`)]);
  });

  test("is refused when two files have one address", () => {
    const [first] = outputs;
    expect(print(verifySite([...outputs, { path: first?.path ?? "", content: "" }], site))).toContain(
      `${first?.path ?? ""}: two files have this address`,
    );
  });

  test("is refused when a story file is in no edition of the model", () => {
    const identities = new Set([...site.identities, "2026-03-04-morning/lost"]);
    expect(print(verifySite(outputs, { ...site, identities }))).toEqual([
      `/: ${identities.size} stories were read, and ${site.identities.size} accounted for`,
    ]);
  });

  test("is refused when it holds the words or the address of what is not published", () => {
    const hidden = site.editions.flatMap(({ stories }) => stories).filter(({ status }) => status !== "published");
    expect(hidden.length).toBeGreaterThan(2);
    for (const { identity, path, summary, title } of hidden) {
      const words = summary.opening.length > 30 ? summary.opening : title;
      const told = faultsAfter(/^\/about\/index\.html$/, (content) =>
        content.replace("</main>", `<p>${words}</p></main>`),
      );
      expect(told).toHaveLength(1);
      expect(told[0]).toMatch(`/about/index.html: it holds “`);
      expect(told[0]).toMatch(`of ${identity}, which is not published`);
      expect(print(verifySite([...outputs, { path: `${path}photo.jpg`, content: new Uint8Array() }], site))).toContain(
        `${path}photo.jpg: it belongs to ${identity}, which is not published`,
      );
    }
  });

  test.each([
    ["title", SECRET.title],
    ["short", SECRET.short],
    ["tag", SECRET.tags[0]],
    ["first source", SECRET.source[0]?.title],
    ["second source", SECRET.source[1]?.title],
    ["picture's description", SECRET.image.alt],
    ["caption", SECRET.image.credit],
    ["news", SECRET.whatsNew],
    ["correction", SECRET.corrections[0]?.text],
  ])("is refused when it holds the %s of a hidden story", (_, words = "") => {
    const told = faultsWith(
      changeHidden((story) => ({ ...story, front: SECRET })),
      words,
    );
    expect(told).toEqual([expect.stringContaining(`it holds “${words}”`)]);
  });

  test.each(["title", "description"])("is refused when it holds the %s of a hidden edition", (key) => {
    const words = `The ${key} of an edition that nobody may read yet`;
    const editions = site.editions.map((edition) =>
      edition.status === "published"
        ? edition
        : { ...edition, title: key === "title" ? words : undefined, front: { [key]: words } },
    );
    expect(faultsWith(editions, words)).toEqual([expect.stringContaining(`it holds “${words}”`)]);
  });

  test("may hold words that a draft shares with a published text", () => {
    const published = site.editions.flatMap(({ stories }) => stories).filter(({ status }) => status === "published");
    for (const { front, body } of published)
      expect(
        print(verifySite(outputs, { ...site, editions: changeHidden((story) => ({ ...story, front, body })) })),
      ).toEqual([]);
  });

  test("may hold a draft's tag that a published text has with a word of it stressed", () => {
    const tag = "retrieval-augmented generation";
    const editions = changeHidden((story) => ({ ...story, front: { ...story.front, tags: [tag] } })).map((edition) => ({
      ...edition,
      stories: edition.stories.map((story): Story => {
        if (story.status !== "published") return story;
        const html = `${story.summary.html}<p>It is <em>retrieval-augmented</em> generation.</p>`;
        return { ...story, body: { ...story.body, sections: [{ ...story.summary, html }] } };
      }),
    }));
    const told = faultsWith(editions, `It is ${tag}.`);
    expect(told.filter((fault) => fault.includes(": it holds "))).toEqual([]);
  });

  test.each([
    ['<img src="https://cdn.example/a.png" width="1" height="1">', "https://cdn.example/a.png"],
    ['<img src="/favicon.svg" srcset="//cdn.example/b.png 2x" width="1" height="1">', "//cdn.example/b.png"],
    ['<script src="https://cdn.example/a.js"></script>', "https://cdn.example/a.js"],
    ['<link rel="preconnect" href="https://cdn.example">', "https://cdn.example"],
    ['<link rel="stylesheet" href="https://cdn.example/a.css">', "https://cdn.example/a.css"],
    ['<iframe src="https://cdn.example/"></iframe>', "https://cdn.example/"],
  ])("is refused when a page asks another host: %s", (element, address) => {
    expect(
      faultsAfter(/^\/about\/index\.html$/, (content) => content.replace("</main>", `${element}</main>`)),
    ).toContain(`/about/index.html: it has browsers ask another host for ${address}`);
  });

  test.each(["@import 'https://cdn.example/a.css';", "a { background: url(//cdn.example/a.png) }"])(
    "is refused when the stylesheet asks another host: %s",
    (rule) => {
      expect(faultsAfter(/\/style\.\w+\.css$/, (content) => content + rule)).toHaveLength(1);
    },
  );

  test("is refused when a picture has no size of its own, and the text would move", () => {
    const [fault] = faultsAfter(/^\/about\/index\.html$/, (content) =>
      content.replace("</main>", '<img src="/favicon.svg" alt="" height="3"></main>'),
    );
    expect(fault).toBe(
      "/about/index.html: the picture /favicon.svg has no width and height, so the text would move when it comes",
    );
  });

  test("may show addresses and tags as words", () => {
    const words = "&lt;a href=&quot;/nowhere/&quot;&gt; and href=&quot;#nothing&quot;";
    expect(
      faultsAfter(/^\/about\/index\.html$/, (content) => content.replace("</main>", `<p>${words}</p></main>`)),
    ).toEqual([]);
  });
});

test("a site may cite what another program serves at its host", () => {
  const link = `<p><a href="${site.publication.url}/shop/">Shop</a></p></main>`;
  expect(faultsAfter(/^\/about\/index\.html$/, (content) => content.replace("</main>", link))).toEqual([]);
});

describe("the finder of many words", () => {
  const needles = ["abcdef", "bcdefg", "xyzxyz1", "дверь и"];
  const find = createFinder(needles, 6);

  test.each(["", "abc", "abcdef", "zabcdefg", "xyzxyzxyz1", "a дверь и b", "xyzxyz2", "abcde fabcdef"])(
    "finds in “%s” what a plain search finds",
    (text) => {
      expect(new Set(find(text))).toEqual(new Set(needles.filter((needle) => text.includes(needle))));
    },
  );
});
