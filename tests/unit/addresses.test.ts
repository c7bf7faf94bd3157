import { expect, test } from "vitest";
import { addressesIn, createOwnReader } from "../../src/pipeline/verify/addresses.ts";
import type { Publication } from "../../src/content/publication.ts";

const publication = { url: "https://site.example", base: "/news" } as Publication;

const find = (html: string) => {
  const { promised, mentioned } = addressesIn(
    { path: "/index.html", content: html },
    [html],
    createOwnReader(publication),
  );
  return { promised: [...promised], mentioned: [...mentioned] };
};

test.each<[what: string, html: string, promised: string[], mentioned: string[]]>([
  ["a link", '<a class="x" href="/news/about/">', ["/about/"], []],
  ["a picture", '<img\nsrc="/news/a.png" alt="">', ["/a.png"], []],
  ["where a page sends its readers", '<meta http-equiv="refresh" content="0; url=/news/b/">', ["/b/"], []],
  ["a part of the page", '<a href="#note">', ["#note"], []],
  ["a whole address", '<a href="https://site.example/c?d=1&amp;e#f">', [], ["/c#f"]],
  ["several in their order", '<a href="/news/2/"><img src="/news/1.png">', ["/2/", "/1.png"], []],
  ["no description", '<meta name="description" content="/news/a/"><p title="/news/b/" data-href="/news/c/">', [], []],
  ["no other site", '<a href="https://other.example/"><a href="/other/"><a href="//news/">', [], []],
  ["no code", '<code>&lt;a href=/news/x&gt; href=&quot;/news/y&quot;</code><a href="/news/z">', ["/z"], []],
])("of HTML is found %s", (_, html, promised, mentioned) => {
  expect(find(html)).toEqual({ promised, mentioned });
});
