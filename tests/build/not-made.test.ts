import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Run } from "../command.ts";
import { type Bench, createBench } from "./publication.ts";

interface Failure {
  /** The file of the program that is changed, and its line before which it then fails. */
  readonly path: string;
  readonly line: string;
  readonly when: string;
  readonly told: RegExp;
}

const FAILURES: Record<string, Failure> = {
  "a page of a story": {
    path: "templates/story.11ty.ts",
    line: "  const { topic, analysis, tags } = story;",
    when: 'story.title.startsWith("Lamps now come by post")',
    told: /editions\/2026\/03-04-morning\/lamps-by-post\.md:1:1 error not-made {2}\/2026\/03\/04\/morning\/lamps-by-post\/index\.html could not be made: it is too much/,
  },
  "a card": {
    path: "src/pipeline/print/cards/draw.ts",
    line: "  const { width, height } = CARD;",
    when: 'card.headline.startsWith("Number 4 of four stories whose short forms are")',
    told: /editions\/2026\/03-02-midday\/4th-long-short\.md:1:1 error not-made {2}\/2026\/03\/02\/midday\/4th-long-short\/card\.\w+\.png could not be made: it is too much/,
  },
  "a copy of a picture": {
    path: "src/pipeline/print/pictures.ts",
    line: "  const { format, width, height } = copy;",
    when: 'name === "house.jpg"',
    told: /editions\/2026\/03-01-morning\/house\.jpg:1:1 error not-made {2}a copy of this picture for \/2026\/03\/01\/morning\/ could not be made: it is too much/,
  },
};

let bench: Bench;
let built: Run;

beforeAll(() => {
  bench = createBench("--no-search");
  for (const { path, line, when } of Object.values(FAILURES)) {
    const file = join(bench.templates, "..", path);
    const source = readFileSync(file, "utf8");
    expect(source).toContain(line);
    writeFileSync(
      file,
      source.replace(line, () => `  if (${when}) throw new Error("it is too much");\n${line}`),
    );
  }
  built = bench.build("2026-03-05T00:00:00Z");
});

afterAll(() => {
  bench.remove();
});

describe("what cannot be made", () => {
  test.each(Object.entries(FAILURES))("is told with the content file that it was made for: %s", (_, { told }) => {
    expect(built.stdout).toMatch(told);
  });

  test("is told all at once, each once, and nothing is put in place", () => {
    expect(built.code).toBe(1);
    expect(built.stdout.match(/not-made .*/g)).toHaveLength(Object.keys(FAILURES).length);
    expect(built.stderr).toBe("");
    expect(bench.snapshot()).toEqual([]);
  });
});
