import { expect, test } from "vitest";
import { movePart } from "../../src/content/former/moved-part.ts";

const KNOWN = {
  paths: new Map([
    ["/e/", "published"],
    ["/e/a/", "published"],
    ["/f/z/", "published"],
    ["/e/gone/", "gone"],
  ]),
  moved: new Map([
    ["/old/", "/e/"],
    ["/old/b/", "/e/a/"],
    ["/e/b/", "/e/a/"],
    ["/e/left/", "/f/z/"],
    ["/e/bad/", "/e/gone/"],
  ]),
};

test.each([
  ["a part of a page that stands", "#a_why", "/e/a/", "/e/a/", "/e/a/#a_why"],
  ["a part of a story that was renamed", "#b_why", "/e/b/", "/e/a/", "/e/a/#a_why"],
  ["with a question", "?x#b", "/e/b/", "/e/a/", "/e/a/?x#a"],
  ["a renamed story on its edition's page", "#b_why", "/e/", "/e/", "/e/#a_why"],
  ["a story renamed when its edition moved", "#b", "/old/", "/e/", "/e/#a"],
  ["a story that left the edition", "#left", "/e/", "/e/", "/f/z/"],
  ["a part of one that left the edition", "#left_why", "/e/", "/e/", "/f/z/#z_why"],
  ["a story that was taken back", "#gone_why", "/e/", "/e/", "/e/gone/"],
  ["one that was renamed and taken back", "#bad", "/e/", "/e/", "/e/gone/"],
  ["a part of nothing", "#nothing", "/e/", "/e/", "/e/#nothing"],
  ["a part in another alphabet", "#자주", "/e/", "/e/", "/e/#자주"],
])("%s", (_, suffix, asked, path, expected) => {
  const now = movePart(suffix, asked, path, KNOWN);
  expect(now.path + now.suffix).toBe(expected);
});
