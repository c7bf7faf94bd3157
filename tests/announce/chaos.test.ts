import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LONG } from "../fuzz/runs.ts";
import { bundleRunner, type Outcome, type Trial, weather } from "./chaos.ts";
import { createService } from "./chaos-service.ts";

const SEEDS = Number(process.env["SEEDS"] ?? (LONG ? 500 : 50));
/** So many seeds are tried at a time: a runner mostly waits for git. */
const ABREAST = 4;

const keys = ["2026-03-04-morning", "2026-03-04-evening"] as const;

const TRIAL: Trial = {
  module: "chaos-channels.ts",
  channels: ["mastodon", "mail"],
  announcements: keys.map((key) => ({ key, occasion: "edition", identity: key, url: `https://paper.example/${key}/` })),
  createService: (own) => createService(own, keys[1]),
};

let runner: Awaited<ReturnType<typeof bundleRunner>> | undefined;

beforeAll(async () => {
  runner = await bundleRunner(TRIAL.module);
});

afterAll(() => runner?.remove());

describe(`two runners at a time under ${SEEDS} seeds, killed, unheard and refused`, () => {
  test("tell everything once, and nothing twice", async () => {
    const outcomes = new Map<number, Outcome>();
    const seeds = Array.from({ length: SEEDS }, (_, index) => index + 1);
    const work = async (): Promise<void> => {
      for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift())
        outcomes.set(seed, await weather(runner?.path ?? "", TRIAL, seed));
    };
    await Promise.all(Array.from({ length: ABREAST }, work));
    const all = [...outcomes].sort(([a], [b]) => a - b);
    const wrong = all.filter(([, own]) => own.doubles.length > 0 || own.omissions.length > 0 || !own.isQuiet);
    expect(wrong).toEqual([]);
    // The weather was bad enough for that to mean something.
    const sum = (of: (own: Outcome) => number) => all.reduce((total, [, own]) => total + of(own), 0);
    expect(sum(({ killed }) => killed)).toBeGreaterThan(SEEDS / 4);
    expect(sum(({ settled }) => settled)).toBeGreaterThan(0);
  }, 1_200_000);
});
