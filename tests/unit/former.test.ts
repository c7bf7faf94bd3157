import { describe, expect, test } from "vitest";
import { firstIdentity, formerOfStory, formerPath } from "../../src/content/former/former.ts";
import { createLedger } from "../../src/content/links/ledger.ts";
import { createLinkResolver } from "../../src/content/links/links.ts";
import { oldPathProblem, readOldPath } from "../../src/content/former/old-path.ts";
import { START } from "../../src/content/problems/diagnostic.ts";

const named = (...names: string[]) => names.map((name) => ({ name, at: START }));
const MOVED = { dateline: { date: "2026-03-05", slot: "evening" }, former: named("2026-03-04-evening", "/digest/12/") };

describe("a story was called", () => {
  test.each([
    ["as its edition was", [], ["2026-03-04-evening/a"]],
    [
      "otherwise in its edition, before that moved or after",
      ["2026-03-05-evening/b"],
      ["2026-03-04-evening/b", "2026-03-05-evening/b", "2026-03-04-evening/a"],
    ],
    ["otherwise elsewhere at first", ["2026-02-01-morning/z"], ["2026-02-01-morning/z", "2026-03-04-evening/a"]],
    ["at a path of an earlier site", ["/blog/a/"], ["/blog/a/", "2026-03-04-evening/a"]],
    ["what its own names say already", ["2026-03-04-evening/a"], ["2026-03-04-evening/a"]],
  ])("%s", (_, own, all) => {
    expect(formerOfStory(named(...own), "a", MOVED).map(({ name }) => name)).toEqual(all);
  });

  test("nothing else where nothing moved", () => {
    expect(formerOfStory([], "a", { ...MOVED, former: [] })).toEqual([]);
  });
});

test("feeds know a text by what it was called first, whatever paths an earlier site had for it", () => {
  const identity = "2026-03-05-evening/a";
  expect(firstIdentity({ identity })).toBe(identity);
  expect(firstIdentity({ identity, former: named("/blog/a/") })).toBe(identity);
  expect(firstIdentity({ identity, former: named("/blog/a/", "2026-03-04-evening/b", "2026-03-04-evening/c") })).toBe(
    "2026-03-04-evening/b",
  );
});

test.each([
  ["2026-03-04-evening", "/2026/03/04/evening/"],
  ["2026-03-04-late-evening/a-b", "/2026/03/04/late-evening/a-b/"],
  ["/blog/a/", "/blog/a/"],
])("%s stood at %s", (name, path) => {
  expect(formerPath(name)).toBe(path);
});

describe("a path of an earlier site", () => {
  test.each([
    ["/2019/05/a-post/", "/2019/05/a-post/"],
    ["/2019/05/a-post", "/2019/05/a-post/"],
    ["/post.html", "/post.html"],
    ["/a/index.html", "/a/"],
    ["/%C3%BCber-uns", "/über-uns/"],
    ["/u\u0308ber", "/über/"],
  ])("%s is %s", (text, path) => {
    expect(oldPathProblem(text)).toBeUndefined();
    expect(readOldPath(text)).toBe(path);
  });

  test.each([
    "/",
    "/a/../b/",
    "/./a/",
    "//evil.example/",
    "/a//b/",
    "/?p=12",
    "/a/#b",
    "/a\\b/",
    "/con/",
    "/a b/",
    "/a%00/",
    "/a%2F..%2Fb/",
    "/a./",
    `/${"a".repeat(250)}/`,
  ])("is not %s", (text) => {
    expect(oldPathProblem(text)).toMatchObject({ message: expect.stringContaining("“") as string });
  });
});

const evening = { date: "2026-03-04", slot: "evening" };

test.each<[string, string[], string[], string]>([
  ["never moved", [], [], "2026-03-04-evening/a"],
  ["called otherwise", ["2026-03-04-evening/b"], [], "2026-03-04-evening/b"],
  ["back at its first name", ["2026-03-04-evening/a", "2026-03-04-evening/b"], [], "2026-03-04-evening/a"],
  ["moved with its edition", [], ["2026-03-03-evening"], "2026-03-03-evening/a"],
  ["moved with its edition and back", [], ["2026-03-04-evening", "2026-03-03-evening"], "2026-03-04-evening/a"],
  ["called as it is called", ["2026-03-04-evening/a"], [], "2026-03-04-evening/a"],
  ["from another site", ["/old/"], [], "2026-03-04-evening/a"],
])("feeds know a story by its first name: %s", (_, own, edition, first) => {
  const names = formerOfStory(named(...own), "a", { dateline: evening, former: named(...edition) });
  expect(firstIdentity({ identity: "2026-03-04-evening/a", former: names })).toBe(first);
});

test.each([
  ["story:2026-03-04-evening/old#old_a-part", "/2026/03/05/evening/new/#new_a-part"],
  ["/2026/03/04/evening/old/#old_a-part", "/2026/03/05/evening/new/#new_a-part"],
  ["story:2026-03-04-evening/old#older_a-part", "/2026/03/05/evening/new/#older_a-part"],
  ["story:2026-03-04-evening/old", "/2026/03/05/evening/new/"],
  ["story:2026-03-05-evening/new#new_a-part", "/2026/03/05/evening/new/#new_a-part"],
])("a link to a part of a story that has another name now leads to the part as it is called now: %s", (link, href) => {
  const path = "/2026/03/05/evening/new/";
  const resolve = createLinkResolver(
    "",
    createLedger({}),
    {
      paths: new Map([[path, "published"]]),
      moved: new Map([["/2026/03/04/evening/old/", path]]),
      stories: new Map([
        ["2026-03-05-evening/new", path],
        ["2026-03-04-evening/old", path],
      ]),
    },
    "published",
  );
  expect(resolve(link)).toEqual({ href });
});
