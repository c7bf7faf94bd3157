import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** Quick, and without a site or a browser: `npm run test:unit`. */
const UNIT = [
  "tests/unit/**/*.test.ts",
  "tests/editor/*.test.ts",
  "tests/desk/*.test.ts",
  "tests/gather/*.test.ts",
  "tests/announce/!(chaos).test.ts",
  "tests/letters/!(kills).test.ts",
  "tests/{commands,floors,invalid,lost-addresses,new,sign,silent-edits,tidy,workflows}.test.ts",
  "tests/import/**/*.test.ts",
  "tests/repeats/*.test.ts",
  "tests/bench/report/targets.test.ts",
];
/** In a process of its own: what it says of fonts in the environment, a library in a thread of another does not hear. */
const DRAWING = ["tests/unit/cards.test.ts"];
/** Many texts, most of which nobody would write; no site and no browser either. */
const FUZZ = ["tests/fuzz/{body,known-texts,pathological,plain-yaml,story,tidy}.test.ts"];

export default defineConfig(({ mode }) => ({
  test: {
    pool: "forks",
    // Vitest would leave one processor to itself; builds and browsers wait more than it works.
    maxWorkers: availableParallelism(),
    testTimeout: 120_000,
    hookTimeout: 300_000,
    projects: [
      // Half of their time would go into loading the same modules for each file anew.
      { extends: true, mode, test: { name: "unit", include: UNIT, exclude: DRAWING, pool: "threads", isolate: false } },
      { extends: true, mode, test: { name: "unit-drawing", include: DRAWING } },
      { extends: true, mode, test: { name: "fuzz", include: FUZZ } },
      {
        extends: true,
        mode,
        test: {
          name: "site",
          include: ["tests/**/*.test.ts"],
          exclude: [...UNIT, ...FUZZ],
          globalSetup: ["tests/global-setup.ts"],
        },
      },
    ],
  },
}));
