import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PUBLICATIONS } from "../fixtures.ts";
import { LONG } from "../fuzz/runs.ts";
import { bundleRunner, type Outcome, type Trial, weather } from "./chaos.ts";
import { BEGIN, createNetworks, createNewsletter } from "./chaos-fakes.ts";
import { announcementsOf, openArchive } from "./deps.ts";

const SEEDS = Number(process.env["SEEDS"] ?? (LONG ? 500 : 50));
/** So many seeds are tried at a time: a runner mostly waits for git. */
const ABREAST = 2;

const { content } = PUBLICATIONS.example;
const real = announcementsOf(await openArchive({ content, now: new Date(BEGIN).toISOString() })).slice(-2);

const TRIALS: readonly (Trial & { readonly name: string; readonly seeds: number })[] = [
  {
    name: "Mastodon, Bluesky and a list",
    seeds: SEEDS,
    module: "chaos-networks.ts",
    channels: ["mastodon", "bluesky", "mail"],
    announcements: real,
    createService: (own) => createNetworks(own, real),
    content,
  },
  {
    name: "Buttondown",
    // Each runner prints the mail anew, which takes it most of its time.
    seeds: Math.ceil(SEEDS / 5),
    module: "chaos-drafts.ts",
    channels: ["mail"],
    announcements: real,
    createService: createNewsletter,
    content,
  },
];

describe.each(TRIALS)("two runners at a time, killed, unheard and refused, with $name, under $seeds seeds", (trial) => {
  let runner: Awaited<ReturnType<typeof bundleRunner>> | undefined;

  beforeAll(async () => {
    runner = await bundleRunner(trial.module);
  });

  afterAll(() => runner?.remove());

  test("tell everything once, and nothing twice", async () => {
    const outcomes = new Map<number, Outcome>();
    const seeds = Array.from({ length: trial.seeds }, (_, index) => index + 1);
    const work = async (): Promise<void> => {
      for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift())
        outcomes.set(seed, await weather(runner?.path ?? "", trial, seed));
    };
    await Promise.all(Array.from({ length: ABREAST }, work));
    const all = [...outcomes].sort(([a], [b]) => a - b);
    const wrong = all.filter(([, own]) => own.doubles.length > 0 || own.omissions.length > 0 || !own.isQuiet);
    expect(wrong).toEqual([]);
    // The weather was bad enough for that to mean something.
    const sum = (of: (own: Outcome) => number) => all.reduce((total, [, own]) => total + of(own), 0);
    expect(sum(({ killed }) => killed)).toBeGreaterThan(trial.seeds / 4);
    // Of mail to a list nobody can find out whether it went out; all else finds out by itself.
    expect(sum(({ settled }) => settled) > 0).toBe(trial.module === "chaos-networks.ts");
  }, 2_400_000);
});
