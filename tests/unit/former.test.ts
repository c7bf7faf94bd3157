import { expect, test } from "vitest";
import { firstIdentity, formerOfStory } from "../../src/content/former.ts";
import { createLedger } from "../../src/content/links/ledger.ts";
import { createLinkResolver } from "../../src/content/links/links.ts";

const at = { line: 1, column: 1 };
const former = (...names: string[]) => names.map((name) => ({ name, at }));
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
  const names = formerOfStory(former(...own), "a", { dateline: evening, former: former(...edition) });
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
