import { expect, test } from "vitest";
import { isPerson } from "../../src/content/words/is-person.ts";

test.each([
  "Anna Staff",
  "Dr. Anna Staff",
  "Staff, Anna",
  "Anna von Staff",
  "Olivia Staffé",
  "Sam Teamer",
  "Ed Desk",
  "李明",
])("“%s” may be a person", (name) => {
  expect(isPerson(name, ["Evening Update", "Update Desk"])).toBe(true);
});

test.each([
  "Staff",
  "STAFF",
  "The Staff",
  "Staff writer",
  "Staff Writers",
  "News Staff",
  "Our editorial staff",
  "Staff and Wire",
  "Evening Update Staff",
  "Staff of the Update Desk",
  "Editorial Team",
  "Qwen Team",
  "The Newsroom",
  "The Editors",
])("“%s” is none", (name) => {
  expect(isPerson(name, ["Evening Update", "Update Desk"])).toBe(false);
});
