import { expect, test } from "vitest";
import { checkImport, filesOf, importPosts, lossesOf } from "./importing.ts";

const html = '<p>Words <a href="https://a.example.net/x">out</a>.</p>';
const OLD = "https://old.example.org";

test("each old address leads to one text, and what cannot lead on is told and left out", async () => {
  const imported = await importPosts([
    { title: "One", name: "one", html, address: `${OLD}/?p=12`, aliases: ["/one.php?id=3"] },
    { title: "Two", name: "two", html, address: `${OLD}/same/`, aliases: ["/café/強調/", "/Same"] },
    { title: "Three", name: "three", html, address: `${OLD}/same/`, aliases: ["/SAME", "/caf%C3%A9/強調"] },
    {
      title: "Four",
      name: "four",
      html,
      address: `${OLD}/same/index.html`,
      aliases: ["/2025/11/12/evening/two/", "/x y/"],
    },
    { title: "Five", name: "five", html, address: "/2025/11/12/evening/FIVE", aliases: ["/about"] },
    { kind: "page", title: "About", name: "about", html, address: "/about/" },
  ]);
  const led = [...filesOf(imported)].flatMap(([path, text]) => {
    const [, former] = /^formerly: (.*)$/m.exec(text) ?? [];
    return former === undefined ? [] : [[path, former]];
  });
  expect(led).toEqual([["editions/2025/11-12-evening/two.md", '["/same/", "/caf%C3%A9/%E5%BC%B7%E8%AA%BF/"]']]);
  expect(lossesOf(imported).filter((loss) => loss.startsWith("its old address"))).toEqual([
    "its old address /?p=12, from which no page can lead on",
    "its old address /one.php?id=3, from which no page can lead on",
    "its old address /same/, which “Two” had, too",
    "its old address /SAME, which “Two” had, too",
    "its old address /caf%C3%A9/%E5%BC%B7%E8%AA%BF, which “Two” had, too",
    "its old address /same/index.html, which “Two” had, too",
    "its old address /2025/11/12/evening/two/, which the site has for a page of its own",
    "its old address /x%20y/, from which no page can lead on",
    "its old address /about, which the site has for a page of its own",
  ]);
  expect(checkImport(imported).filter(({ rule }) => rule !== "missing-key")).toEqual([]);
});
