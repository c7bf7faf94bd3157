import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** Quick, and without a site or a browser: `npm run test:unit`. */
const UNIT = [
  "tests/unit/**/*.test.ts",
  "tests/{commands,floors,invalid,new,sign,silent-edits,workflows}.test.ts",
  "tests/bench/*.test.ts",
  "tests/fuzz/known-texts.test.ts",
];
/** Many texts that nobody would write; no site and no browser either. */
const FUZZ = ["tests/fuzz/{body,pathological,story}.test.ts"];

export default defineConfig(({ mode }) => ({
  test: {
    pool: "forks",
    // Vitest would leave one processor to itself; builds and browsers wait more than it works.
    maxWorkers: availableParallelism(),
    testTimeout: 120_000,
    hookTimeout: 300_000,
    projects: [
      { extends: true, mode, test: { name: "unit", include: UNIT } },
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
