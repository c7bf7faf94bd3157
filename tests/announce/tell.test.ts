import { describe, expect, test } from "vitest";
import type { Announcement, Channel, Outcome } from "../../src/pipeline/announce/channel.ts";
import type { Ledger } from "../../src/pipeline/announce/ledger.ts";
import { type Entry, formatEntry } from "../../src/pipeline/announce/ledger-lines.ts";
import { settle } from "../../src/pipeline/announce/settle.ts";
import { type Ended, LIMIT, tellAll } from "../../src/pipeline/announce/tell.ts";

const BEGIN = Date.parse("2026-03-04T18:05:00Z");

interface Desk extends Ledger {
  readonly entries: Entry[];
  now: number;
  /** How often something was added, as each costs a push. */
  pushes: number;
}

/** A ledger in memory, and a clock that stands still. */
function createDesk(...entries: Entry[]): Desk {
  const desk: Desk = {
    entries,
    now: BEGIN,
    pushes: 0,
    read: () => Promise.resolve([...entries]),
    add(decide) {
      const known = entries.map(formatEntry);
      const added = decide([...entries]).filter((entry) => !known.includes(formatEntry(entry)));
      entries.push(...added);
      if (added.length > 0) desk.pushes += 1;
      return Promise.resolve([...entries]);
    },
  };
  return desk;
}

/** A channel that answers what it is told to, and notes what it is asked. */
function createChannel(name: Channel["name"], send: () => Outcome, resume: () => Outcome = send) {
  const asked: string[] = [];
  const channel: Channel = {
    name,
    occasions: ["edition"],
    describe: ({ key }) => Promise.resolve(key),
    send: ({ key }) => {
      asked.push(`send ${key}`);
      return Promise.resolve(send());
    },
    resume: ({ key }, claimed) => {
      asked.push(`resume ${key} ${new Date(claimed).toISOString().slice(11, 16)}`);
      return Promise.resolve(resume());
    },
  };
  return { channel, asked };
}

const edition = (key: string): Announcement => ({
  key,
  occasion: "edition",
  identity: key,
  url: `https://a.example/${key}/`,
});

async function tell(
  desk: Desk,
  channels: readonly Channel[],
  keys: readonly string[] = ["e"],
  run = "a",
): Promise<string[]> {
  const ends: Ended[] = [];
  const tasks = channels.flatMap((channel) => keys.map((key) => ({ channel, announcement: edition(key) })));
  await tellAll(tasks, { ledger: desk, run, clock: () => desk.now, limit: LIMIT }, (ended) => ends.push(ended));
  return ends.map(({ channel, announcement, ending }) => `${channel.name} ${announcement.key} ${ending}`);
}

const lines = ({ entries }: Desk) => entries.map(({ verb, channel, key, run }) => `${verb} ${channel} ${key} ${run}`);

const done: Outcome = { kind: "done", receipt: "1" };
const later: Outcome = { kind: "later", problem: "503" };
const unknown: Outcome = { kind: "unknown", problem: "cut off" };
const refused: Outcome = { kind: "refused", problem: "550" };

const claimedBy = (run: string, minutes = 0): Entry => ({
  at: BEGIN + minutes * 60_000,
  verb: "claimed",
  channel: "mail",
  key: "e",
  run,
  note: "",
});

describe("a run", () => {
  test("claims before it tells, with one push for the end of one and the claim of the next", async () => {
    const desk = createDesk();
    const { channel, asked } = createChannel("mail", () => {
      asked.push(`${desk.entries.length} lines`);
      return done;
    });
    expect(await tell(desk, [channel], ["e", "f"])).toEqual(["mail e told", "mail f told"]);
    expect(asked).toEqual(["send e", "1 lines", "send f", "3 lines"]);
    expect(lines(desk)).toEqual(["claimed mail e a", "done mail e a", "claimed mail f a", "done mail f a"]);
    expect(desk.pushes).toBe(3);
  });

  test("does nothing of what is told, and says so", async () => {
    const desk = createDesk();
    const { channel, asked } = createChannel("mail", () => done);
    await tell(desk, [channel]);
    const pushes = desk.pushes;
    expect(await tell(desk, [channel], ["e"], "b")).toEqual(["mail e told-before"]);
    expect([asked, desk.pushes]).toEqual([["send e"], pushes]);
  });

  test.each<[what: string, outcome: Outcome, ending: string, last: string, again: string]>([
    ["a refusal, which is for good", refused, "refused", "refused mail e a", "refused-before"],
    ["what may be tried again", later, "later", "released mail e a", "told"],
    ["what may have been told", unknown, "later", "claimed mail e a", "wait"],
  ])("writes down %s", async (_, outcome, ending, last, again) => {
    const desk = createDesk();
    expect(await tell(desk, [createChannel("mail", () => outcome).channel])).toEqual([`mail e ${ending}`]);
    expect(lines(desk).at(-1)).toBe(last);
    expect(await tell(desk, [createChannel("mail", () => done).channel], ["e"], "b")).toEqual([`mail e ${again}`]);
  });

  test("goes on with the other channels and editions, whatever becomes of one: a channel that throws may have told", async () => {
    const desk = createDesk();
    const broken = createChannel("mastodon", () => {
      throw new Error("oh");
    });
    const fine = createChannel("mail", () => done);
    expect(await tell(desk, [broken.channel, createChannel("bluesky", () => later).channel, fine.channel])).toEqual([
      "mastodon e later",
      "bluesky e later",
      "mail e told",
    ]);
    expect(lines(desk)[0]).toBe("claimed mastodon e a");
    expect(lines(desk).join()).not.toContain("released mastodon");
  });

  test("leaves a young claim of another alone, and takes an old one over: to find out, not to tell", async () => {
    const desk = createDesk(claimedBy("x"));
    const { channel, asked } = createChannel("mail", () => done);
    desk.now = BEGIN + LIMIT - 1;
    expect(await tell(desk, [channel])).toEqual(["mail e wait"]);
    desk.now = BEGIN + LIMIT;
    expect(await tell(desk, [channel])).toEqual(["mail e told"]);
    expect(asked).toEqual(["resume e 18:05"]);
    expect(lines(desk)).toEqual(["claimed mail e x", "claimed mail e a", "done mail e a"]);
  });

  test("keeps a claim that it could not find out about, for the next to ask about the same first moment", async () => {
    const desk = createDesk(claimedBy("x"));
    const { channel, asked } = createChannel(
      "mail",
      () => done,
      () => later,
    );
    desk.now = BEGIN + LIMIT;
    expect(await tell(desk, [channel])).toEqual(["mail e later"]);
    desk.now += LIMIT;
    expect(await tell(desk, [channel], ["e"], "b")).toEqual(["mail e later"]);
    expect(asked).toEqual(["resume e 18:05", "resume e 18:05"]);
    expect(lines(desk)).toEqual(["claimed mail e x", "claimed mail e a", "claimed mail e b"]);
  });

  test("asks a person once nobody can find out, and does not try that again", async () => {
    const desk = createDesk(claimedBy("x"));
    const { channel, asked } = createChannel(
      "mail",
      () => done,
      () => unknown,
    );
    desk.now = BEGIN + LIMIT;
    expect(await tell(desk, [channel])).toEqual(["mail e ask"]);
    const pushes = desk.pushes;
    desk.now += 2 * LIMIT;
    expect(await tell(desk, [channel], ["e"], "b")).toEqual(["mail e ask"]);
    expect([asked, desk.pushes]).toEqual([["resume e 18:05"], pushes]);
  });

  test("tells nothing by a claim that has grown old before it was taken", async () => {
    const desk = createDesk();
    const slow: Ledger = {
      ...desk,
      async add(decide) {
        const entries = await desk.add(decide);
        desk.now += LIMIT / 2 + 1;
        return entries;
      },
    };
    const { channel, asked } = createChannel("mail", () => done);
    const ends: Ended[] = [];
    const given = { ledger: slow, run: "a", clock: () => desk.now, limit: LIMIT };
    await tellAll([{ channel, announcement: edition("e") }], given, (ended) => ends.push(ended));
    expect([asked, ends.map(({ ending }) => ending)]).toEqual([[], ["later"]]);
    expect(lines(desk)).toEqual(["claimed mail e a", "released mail e a"]);
  });

  test("stops where the ledger cannot be written", async () => {
    const problem = { problem: "no way to that host", isLasting: false };
    const { channel, asked } = createChannel("mail", () => done);
    const ledger: Ledger = { read: () => Promise.resolve([]), add: () => Promise.resolve(problem) };
    const given = { ledger, run: "a", clock: () => BEGIN, limit: LIMIT };
    expect(await tellAll([{ channel, announcement: edition("e") }], given, () => undefined)).toBe(problem);
    expect(asked).toEqual([]);
  });
});

describe("a person", () => {
  const unsure: Entry[] = [claimedBy("x"), { ...claimedBy("x", 11), verb: "unknown" }];
  const say = (desk: Desk, as: "sent" | "lost") =>
    settle(desk, { key: "e", channel: "mail", as, run: "p", clock: () => desk.now });

  test.each([
    ["sent", "mail e told-before"],
    ["lost", "mail e told"],
  ] as const)("says of what nobody knows that it was %s, which the next run goes by", async (as, ending) => {
    const desk = createDesk(...unsure);
    expect(await say(desk, as)).toBeUndefined();
    const { channel, asked } = createChannel("mail", () => done);
    expect(await tell(desk, [channel])).toEqual([ending]);
    expect(asked).toEqual(as === "sent" ? [] : ["send e"]);
  });

  test("lifts a refusal, once what was wrong is right", async () => {
    const desk = createDesk({ ...claimedBy("x"), verb: "refused" });
    expect(await say(desk, "sent")).toMatchObject({ isLasting: true });
    expect(await say(desk, "lost")).toBeUndefined();
    expect(await tell(desk, [createChannel("mail", () => done).channel])).toEqual(["mail e told"]);
  });

  test.each<[what: string, entries: Entry[], minutes: number, told: string]>([
    ["what was told", [{ ...claimedBy("x"), verb: "done" }], 0, "told already"],
    ["what nobody tried", [], 0, "nobody has tried"],
    ["what a run is telling", [claimedBy("x")], 9, "in ten minutes"],
  ])("has no say in %s", async (_, entries, minutes, told) => {
    const desk = createDesk(...entries);
    desk.now = BEGIN + minutes * 60_000;
    expect(await say(desk, "lost")).toMatchObject({ problem: expect.stringContaining(told) as string });
    expect(desk.pushes).toBe(0);
  });
});
