import { describe, expect, test } from "vitest";
import { PAGES, YIELDING } from "../../src/content/addresses.ts";
import { outlineEdition } from "../../src/content/outline.ts";
import { type Assets, viewShell } from "../../src/views/shell.ts";
import { listOverview } from "../../src/views/views.ts";
import subscribe from "../../templates/subscribe.11ty.ts";
import type { SubscribePage } from "../../src/views/pages/subscribe-page.ts";
import { readFiles } from "../publication.ts";

const SITE = `name: Update
url: https://update.example/news
zone: UTC
publisher: { name: Publisher }
slots: { evening: { name: Evening, time: "18:00" } }
byline: p
responsible: p
api: true
`;

const CONTENT: Readonly<Record<string, string>> = {
  "site.yaml": SITE,
  "people.yaml": "p: { name: Robin Example, role: Editor }\n",
  "topics.yaml": "t: { name: Topic }\n",
  "publishers.yaml": "w: { name: Wire, url: https://wire.example }\n",
  "affiliates.yaml": "post: { name: Post, url: https://post.example, hosts: [post.example] }\n",
  "editions/2026/03-04-evening/edition.md": "---\nstories: [a]\n---\nLede.\n",
  "editions/2026/03-04-evening/a.md": storyOf(""),
};

function storyOf(more: string): string {
  return `---
title: A story
topic: t
source: { publisher: w, title: Told, url: https://wire.example/a }
${more}---
Summary.
`;
}

function read(changed: Readonly<Record<string, string>> = {}) {
  const files = Object.entries({ ...CONTENT, ...changed }).map(([path, text]) => ({
    path,
    bytes: new TextEncoder().encode(text),
  }));
  const { site, diagnostics } = readFiles(files, Date.parse("2026-03-04T20:00:00Z"), false);
  const sheets = { print: "/-/print.css" };
  const assets = { stylesheet: "/-/style.css", sheets, script: { code: "", sha256: "" }, preload: [] };
  const shell = viewShell(site, assets as unknown as Assets, { cards: true, search: true });
  const isOut = ({ status }: { readonly status: string }) => status === "published";
  const editions = site.editions
    .map(outlineEdition)
    .map((edition) => ({ ...edition, stories: edition.stories.filter(isOut) }));
  const pages = listOverview({ ...site, month: "2026-03" }, editions, shell);
  const errors = diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message);
  const colophon = shell.colophon.map(({ href }) => href);
  const views = pages.flatMap(
    ({ kind, path, around }) =>
      (kind.view({ setting: site, shell, path, around, texts: [] })["subscribe"] ?? []) as SubscribePage[],
  );
  return { yielded: site.yielded, paths: pages.map(({ path }) => path), colophon, errors, views };
}

/** What the page says, where one address is configured. */
function render(more: string): string {
  const { views, errors } = read({ "site.yaml": SITE + more });
  expect(errors).toEqual([]);
  const [view] = views;
  return view ? (subscribe.render({ view }) as string) : "";
}

describe("a page whose address the format does not reserve", () => {
  test("stands at it, once, and in the colophon, where the publication has nothing there", () => {
    const { yielded, paths, colophon, errors } = read();
    expect(errors).toEqual([]);
    expect(yielded).toEqual([]);
    for (const path of YIELDING) {
      expect(paths.filter((each) => each === path)).toHaveLength(1);
      expect(colophon).toContain(`/news${path}`);
    }
  });

  const OWN_PAGE = "---\ntitle: Our own\n---\nWords.\n";
  const inSlots = `slots: { subscribe: { name: Noon, time: "12:00" }, evening: { name: Evening, time: "18:00" } }\n`;
  test.each([
    ["a standing page", { "pages/subscribe.md": OWN_PAGE }, 1],
    ["a slot", { "site.yaml": SITE.replace(/^slots:.*\n/m, inSlots) }, 1],
    ["a copied file", { "public/subscribe/index.html": "<!doctype html><title>Mail</title>" }, 0],
    ["a copied file in other capitals", { "public/Subscribe/index.html": "<!doctype html><title>Mail</title>" }, 0],
    ["an earlier address of a story", { "editions/2026/03-04-evening/a.md": storyOf("formerly: /subscribe/\n") }, 1],
    ["an earlier address of a page", { "pages/mail.md": OWN_PAGE.replace("title", "formerly: /subscribe\ntitle") }, 1],
  ])("gives way to %s, without a mistake", (_, content, others) => {
    const { yielded, paths, colophon, errors, views } = read(content);
    expect(errors).toEqual([]);
    expect(yielded).toEqual([PAGES.subscribe]);
    expect(views).toEqual([]);
    expect(paths.filter((path) => path === PAGES.subscribe)).toHaveLength(others);
    expect(paths).toContain(PAGES.trends);
    expect(colophon.filter((href) => href === `/news${PAGES.subscribe}`)).toHaveLength(
      "pages/subscribe.md" in content ? 1 : 0,
    );
  });

  test("stays where a copied file only has its name in its own", () => {
    const { yielded, paths, errors } = read({ "public/subscribe/picture.txt": "x", "public/subscribe.html": "x" });
    expect([yielded, errors]).toEqual([[], []]);
    expect(paths).toContain(PAGES.subscribe);
  });

  test("stays while only what readers cannot see yet stood there", () => {
    const draft = storyOf("formerly: /subscribe/\ndraft: true\n");
    const { yielded, paths } = read({
      "editions/2026/03-04-evening/b.md": draft,
      "editions/2026/03-04-evening/edition.md": "---\nstories: [a, b]\n---\nLede.\n",
    });
    expect(yielded).toEqual([]);
    expect(paths.filter((path) => path === PAGES.subscribe)).toHaveLength(1);
  });

  test("may be linked to from a text where it stands, as what has its place may be", () => {
    const page = "---\ntitle: Mail\n---\n[Subscribe](/subscribe/).\n";
    expect(read({ "pages/mail.md": page }).errors).toEqual([]);
    expect(read({ "pages/mail.md": page, "pages/subscribe.md": OWN_PAGE }).errors).toEqual([]);
    const moved = page.replace("title", "formerly: /subscribe/\ntitle");
    expect(read({ "pages/mail.md": moved }).errors).toEqual([]);
  });
});

describe("the page that says how to subscribe", () => {
  test("has whole addresses of feeds, which lead there below the site's path", () => {
    const { views } = read();
    expect(views[0]?.feeds.map(({ href, url }) => [href, url])).toEqual(
      ["/feed.xml", "/feed.json", "/stories.xml", "/evening/feed.xml"].map((path) => [
        `/news${path}`,
        `https://update.example/news${path}`,
      ]),
    );
  });

  test("leads to the list's own form where site.yaml has one, and says nothing of mail where not", () => {
    expect(render("subscribe: https://www.list.example/join?id=7&x\n")).toContain(
      '<p>Update also comes by e-mail: <a href="https://www.list.example/join?id=7&amp;x">sign up at list.example</a>.</p>',
    );
    expect(render("")).not.toMatch(/mail|sign up/);
  });

  test("has no form of its own", () => {
    expect(
      render("subscribe: https://list.example/\n").replace(/<details class="comfort">.*?<\/details>/s, ""),
    ).not.toMatch(/<(?:form|input|button)\b/);
  });

  test("discloses a form that a programme pays for, before it and beside it", () => {
    const html = render("subscribe: https://post.example/join\n");
    expect(html.indexOf('class="disclosure"')).toBeGreaterThan(0);
    expect(html.indexOf('class="disclosure"')).toBeLessThan(html.indexOf("https://post.example/join"));
    expect(html).toContain('<a href="https://post.example/join" rel="sponsored nofollow">sign up at post.example</a>');
  });

  test.each([
    ["http://list.example/", /list\.example/],
    ["desk@update.example", /desk@update\.example/],
    ["https://update.example/news/lists/", /no page “\/lists\/”/],
  ])("is not made with an address that is none or leads nowhere: %s", (address, message) => {
    const { errors } = read({ "site.yaml": `${SITE}subscribe: ${address}\n` });
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(message);
  });
});
