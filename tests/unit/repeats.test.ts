import { describe, expect, test } from "vitest";
import { type Diagnostic, diagnose } from "../../src/content/problems/diagnostic.ts";
import { sortDiagnostics } from "../../src/content/problems/diagnostic-order.ts";
import { limitRepeats } from "../../src/content/problems/repeats.ts";

function many(count: number, path = "a.md", rule = "dead-link", severity: "error" | "warning" = "error") {
  return Array.from({ length: count }, (_, index) =>
    diagnose(path, { line: index + 1, column: 1 }, { rule, severity, message: `${severity} ${index + 1}` }),
  );
}

const last = (diagnostics: readonly Diagnostic[]) => diagnostics.at(-1);

describe("what is told of one file", () => {
  test("is all of it while it is short", () => {
    expect(sortDiagnostics(many(25))).toEqual(many(25));
  });

  test("is the first 25 of a kind, and the number of the others where they begin", () => {
    const told = sortDiagnostics(many(100_000).reverse());
    expect(told.slice(0, 25)).toEqual(many(25));
    expect(told).toHaveLength(26);
    expect(last(told)).toMatchObject({
      line: 26,
      rule: "dead-link",
      message: "… and 99975 more like this",
      more: 99_975,
    });
  });

  test("is counted right when it was limited part by part", () => {
    const parts = [...limitRepeats(many(30)), ...limitRepeats(many(40))];
    expect(last(limitRepeats(limitRepeats(parts)))).toMatchObject({ message: "… and 45 more like this" });
  });

  test("keeps each kind, each severity and each file apart", () => {
    const kinds = [
      ...many(30),
      ...many(30, "b.md"),
      ...many(30, "a.md", "raw-html"),
      ...many(2, "a.md", "dead-link", "warning"),
    ];
    const told = sortDiagnostics(kinds);
    expect(told.filter(({ more }) => more !== undefined).map(({ path, rule, more }) => [path, rule, more])).toEqual([
      ["a.md", "dead-link", 5],
      ["a.md", "raw-html", 5],
      ["b.md", "dead-link", 5],
    ]);
    expect(told.filter(({ severity }) => severity === "warning")).toHaveLength(2);
  });
});

test("the same problem at the same place is told once", () => {
  expect(sortDiagnostics([...many(3), ...many(3)])).toEqual(many(3));
});

test("a message that quotes a whole file is cut, and not within a character", () => {
  const { message, hint } = diagnose(
    "a.md",
    { line: 1, column: 1 },
    { rule: "x", message: "😀".repeat(5000), hint: "h" },
  );
  expect(message).toMatch(/^(😀){499}…$/u);
  expect(hint).toBe("h");
});
