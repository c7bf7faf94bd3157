import { describe, expect, test } from "vitest";
import { readMarkdownFile } from "../../src/content/parse/document.ts";
import type { Diagnostic } from "../../src/content/problems/diagnostic.ts";
import { describeForm } from "../../src/content/schema/form.ts";
import { storySchema } from "../../src/content/schema/schema.ts";
import { validate } from "../../src/content/schema/validate.ts";
import { placeProblems } from "../../src/views/desk/place-problems.ts";

const PATH = "content/editions/2026/03-04-evening/lamps.md";

function place(front: string, ...more: readonly Diagnostic[]) {
  const bytes = Buffer.from(`---\n${front}\n---\n\nA lamp.\n`);
  const { document } = readMarkdownFile(PATH, bytes);
  if (!document) throw new Error("no document");
  const { diagnostics } = validate(document, storySchema);
  const open = { path: PATH, document, label: "content", fields: describeForm(storySchema) };
  return placeProblems([...diagnostics, ...more], open);
}

const told = (hint: string, rule: string): Diagnostic => ({
  severity: "error",
  path: PATH,
  line: 2,
  column: 1,
  rule,
  message: "it is missing",
  hint,
});

describe("a problem that asks for one more line", () => {
  test("is at the field of that key, and says what to do there", () => {
    const found = place(
      "title: A lamp\ntopic: lamps",
      told("add a line “affiliate: true”", "missing-disclosure"),
      told("add a line “whatsNew: …”, what has changed since, in at most 200 characters", "missing-whats-new"),
    );
    expect(found.slice(-2).map(({ place: at, hint }) => [at, hint])).toEqual([
      [{ path: ["affiliate"] }, "set “Has paid links” to yes"],
      [{ path: ["whatsNew"] }, "fill in “What is new in it”, what has changed since, in at most 200 characters"],
    ]);
  });

  test("is in the entry that lacks it, without a word of how far right", () => {
    const found = place("title: A lamp\ntopic: lamps\nsource:\n  - title: Lamps\n    publisher: lamp-works");
    const [missing] = found.filter(({ place: at }) => at && "path" in at && at.path[0] === "source");
    expect(missing).toMatchObject({ place: { path: ["source", 0, "url"] } });
    expect(missing?.hint).toMatch(/^fill in “[^”]+”$/);
  });

  test("stays as it is for a key that the form does not have", () => {
    const [found] = place("title: A lamp\ntopic: lamps", told("add a line “wick: …”", "missing-wick")).slice(-1);
    expect([found?.place, found?.hint]).toEqual([{ path: ["title"] }, "add a line “wick: …”"]);
  });
});
