import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: ["tests/global-setup.ts"],
    pool: "forks",
    // Eleventy loads .eleventy.ts and the templates by itself, so every worker needs the loader that npm's scripts use.
    execArgv: ["--import", "tsx"],
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
});
