import { describe, expect, test } from "vitest";
import { classify } from "../../src/content/files/layout.ts";

const SLOTS = ["morning", "evening"];
const told = (path: string) => {
  const place = classify(path, SLOTS);
  return "rule" in place ? place.rule : place.kind;
};

describe("what a file is follows from its path", () => {
  test.each([
    ["site.yaml", "vocabulary"],
    ["sponsors.yaml", "vocabulary"],
    ["pages/about.md", "page"],
    ["editions/2026/03-04-evening/edition.md", "edition"],
    ["editions/2026/03-04-evening/a.md", "story"],
    ["editions/2024/02-29-morning/a.md", "story"],
    [`editions/2026/03-04-evening/${"a".repeat(80)}.md`, "story"],
    ["editions/2026/03-04-evening/a.jpg", "picture"],
    ["editions/2026/03-04-evening/a-2.avif", "picture"],
    ["topic.yaml", "unknown-file"],
    ["site.yml", "unknown-file"],
    ["README.md", "unknown-file"],
    ["pages/legal/terms.md", "unknown-file"],
    ["editions/a.md", "unknown-file"],
    ["editions/2026/a.md", "unknown-file"],
    ["editions/2026/03-04-evening/pictures/a.jpg", "unknown-file"],
    ["drafts/2026/03-04-evening/a.md", "unknown-file"],
    ["pages/About.md", "file-name"],
    ["pages/house.jpg", "file-name"],
    ["editions/2026/03-04-evening/My Story.md", "file-name"],
    ["editions/2026/03-04-evening/a.markdown", "file-name"],
    ["editions/2026/03-04-evening/a.11ty.js", "file-name"],
    ["editions/2026/03-04-evening/a.gif", "file-name"],
    ["editions/2026/03-04-evening/a.svg", "file-name"],
    ["editions/2026/03-04-evening/-a.md", "file-name"],
    ["editions/2026/03-04-evening/.md", "file-name"],
    [`editions/2026/03-04-evening/${"a".repeat(81)}.md`, "file-name"],
    ["editions/2026/02-31-evening/a.md", "folder-name"],
    ["editions/2026/02-29-evening/a.md", "folder-name"],
    ["editions/2026/evening/a.md", "folder-name"],
    ["editions/26/03-04-evening/a.md", "folder-name"],
    ["editions/2026/03-04-noon/a.md", "unknown-slot"],
    ...["archive", "topics", "index", "2026", "con", "com1", "evening", "about"].map((slug) => [
      `editions/2026/03-04-evening/${slug}.md`,
      "reserved-name",
    ]),
    ...["topics", "search", "edition", "morning", "2026", "nul"].map((id) => [`pages/${id}.md`, "reserved-name"]),
    ["pages/evenings.md", "page"],
  ] as [string, string][])("%s is told as %s", (path, expected) => {
    expect(told(path)).toBe(expected);
  });

  test("with its date, slot and slug", () => {
    expect(classify("editions/2026/03-04-evening/a.md", SLOTS)).toEqual({
      kind: "story",
      dateline: { date: "2026-03-04", slot: "evening" },
      slug: "a",
    });
  });
});

test.each([
  ["editions/2026/03-04-evening/My Story.md", "rename it: my-story.md"],
  ["editions/2026/03-04-evening/Ångström & Co..md", "rename it: angstrom-co.md"],
  ["editions/2026/03-04-evening/Chart 1.PNG", "rename it: chart-1.png"],
  ["editions/2026/03-04-evening/a_b.markdown", "rename it: a-b.md"],
  ["pages/Über uns.md", "rename it: uber-uns.md"],
  ["pages/house.jpg", "use at most 80 lower-case letters, digits and hyphens, then .md"],
  ["editions/2026/03-04-evenin/a.md", "did you mean “evening”?"],
  ["editions/2026/03-04-noon-special/a.md", "the slots are morning, evening"],
  ["people.yml", "did you mean “people.yaml”?"],
])("%s is answered “%s”", (path, hint) => {
  expect(classify(path, SLOTS)).toMatchObject({ hint });
});
