import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Ledger, openLedger } from "../../src/pipeline/announce/ledger.ts";
import { type Entry, formatEntry, parseLedger, standingOf, turnOf } from "../../src/pipeline/announce/ledger-lines.ts";
import { readKnown } from "../../src/pipeline/git/branch-file.ts";
import { createRepository, type Repository, runGit } from "./repository.ts";

let repository: Repository;

beforeEach(() => {
  repository = createRepository();
});

afterEach(() => {
  repository.remove();
});

const AT = Date.parse("2026-03-04T18:05:00Z");

function entry(verb: Entry["verb"], run: string, minutes = 0, note = "", key = "2026-03-04-evening"): Entry {
  return { at: AT + minutes * 60_000, verb, channel: "mastodon", key, run, note };
}

const plain = (text: string) => text;

function open(clone = repository.clone(), isAlone = false): Ledger {
  return openLedger(repository.file(clone, isAlone), plain, 5);
}

/** Claims what is free, as a run does. */
const claim = (ledger: Ledger, run: string, key = "2026-03-04-evening") =>
  ledger.add((entries) =>
    standingOf(entries, "mastodon", key).kind === "free" ? [entry("claimed", run, 0, "", key)] : [],
  );

describe("lines of the ledger", () => {
  const standing = (...entries: readonly Entry[]) => standingOf(entries, "mastodon", "2026-03-04-evening");
  const claimed = (run: string, first: number, last: number) => ({
    kind: "claimed",
    run,
    first: AT + first * 60_000,
    last: AT + last * 60_000,
  });

  test.each<[what: string, entries: readonly Entry[], kind: string]>([
    ["nothing", [], "free"],
    ["a claim that was told", [entry("claimed", "a"), entry("done", "a")], "done"],
    ["a claim of what was told", [entry("done", "a"), entry("claimed", "b")], "done"],
    ["a claim that was let go", [entry("claimed", "a"), entry("released", "a")], "free"],
    ["what was refused", [entry("claimed", "a"), entry("refused", "a")], "refused"],
    ["a claim of what was refused", [entry("refused", "a"), entry("claimed", "b")], "refused"],
    ["what nobody knows", [entry("claimed", "a"), entry("unknown", "a")], "unknown"],
    ["a claim of what nobody knows", [entry("claimed", "a"), entry("unknown", "a"), entry("claimed", "b")], "unknown"],
    ["what a person knows went out", [entry("claimed", "a"), entry("unknown", "a"), entry("sent", "p")], "done"],
    ["what a person knows did not", [entry("claimed", "a"), entry("unknown", "a"), entry("lost", "p")], "free"],
    ["a refusal that a person lifts", [entry("refused", "a"), entry("lost", "p")], "free"],
    [
      "what a run told though another took over",
      [entry("claimed", "a"), entry("claimed", "b"), entry("done", "a")],
      "done",
    ],
  ])("say of %s what is so", (_, entries, kind) => {
    expect(standing(...entries).kind).toBe(kind);
  });

  test("leave a claim to whoever took it over, and remember when it was made first", () => {
    const taken = [entry("claimed", "a"), entry("claimed", "b", 11)];
    expect(standing(...taken)).toEqual(claimed("b", 0, 11));
    expect(standing(...taken, entry("released", "a", 12))).toEqual(claimed("b", 0, 11));
    expect(standing(...taken, entry("unknown", "a", 12))).toEqual(claimed("b", 0, 11));
    expect(standing(...taken, entry("released", "b", 12), entry("claimed", "c", 13))).toEqual(claimed("c", 13, 13));
  });

  test("give a claim ten minutes, and then to others", () => {
    const own = standing(entry("claimed", "a"));
    const turns = [0, 599_999, 600_000].map((after) => turnOf(own, AT + after, 600_000));
    expect(turns).toEqual(["wait", "wait", "resume"]);
    expect(turnOf(own, AT - 3_600_000, 600_000)).toBe("wait");
  });

  test("are read as they are written, on one line each", () => {
    const own = entry("refused", "a", 1, "550 no\n  such   list");
    expect(formatEntry(own)).toBe("2026-03-04T18:06:00.000Z refused mastodon 2026-03-04-evening a 550 no such list");
    expect(parseLedger(`# A remark\n${formatEntry(own)}\n`)).toEqual([{ ...own, note: "550 no such list" }]);
    expect(formatEntry(entry("done", "a", 0, "x".repeat(1000)))).toHaveLength(300 + 60);
  });

  test.each(["tomorrow claimed mastodon k a", "2026-03-04T18:06:00.000Z posted mastodon k a", "<<<<<<< HEAD"])(
    "that nobody understands are no ledger: %s",
    (line) => {
      expect(parseLedger(`# A remark\n${line}\n`)).toMatchObject({
        problem: expect.stringContaining("line 2") as string,
      });
    },
  );
});

describe("the ledger's branch", () => {
  test("begins with the first line, and touches nothing that is checked out", async () => {
    const clone = repository.clone();
    writeFileSync(join(clone, "draft.md"), "mine");
    writeFileSync(join(clone, "staged.md"), "mine");
    runGit(clone, "add", "staged.md");
    mkdirSync(join(clone, ".git/hooks"), { recursive: true });
    for (const hook of ["pre-push", "pre-commit"]) {
      writeFileSync(join(clone, ".git/hooks", hook), "#!/bin/sh\nexit 1\n");
      chmodSync(join(clone, ".git/hooks", hook), 0o755);
    }
    const before = [runGit(clone, "status", "--porcelain", "--branch"), readdirSync(clone)];
    const ledger = open(clone);
    expect(await ledger.read()).toEqual([]);
    await claim(ledger, "a");
    await ledger.add(() => [entry("done", "a", 1, "https://social.example/@desk/1")]);
    expect([runGit(clone, "status", "--porcelain", "--branch"), readdirSync(clone)]).toEqual(before);
    expect(repository.read().commits).toBe(2);
    expect(repository.read().text).toMatch(
      /^# .*\n2026-03-04T18:05:00.000Z claimed .*\n2026-03-04T18:06:00.000Z done .*\n$/,
    );
    expect(runGit(repository.remote, "ls-tree", "-r", "--name-only", "announced")).toBe("ledger\n");
    expect(runGit(repository.remote, "log", "-1", "--format=%an <%ae> %s", "announced")).toBe(
      "Paper <noreply@paper.example> done mastodon 2026-03-04-evening\n",
    );
  });

  test("is made by one run alone, where two begin it", async () => {
    const [a, b] = [open(), open()];
    expect([await a.read(), await b.read()]).toEqual([[], []]);
    const [ofA, ofB] = await Promise.all([claim(a, "a"), claim(b, "b")]);
    expect(ofA).toEqual(ofB);
    expect(ofA).toHaveLength(1);
    expect(repository.read().commits).toBe(1);
  });

  test("gives each claim to one run, and loses no line, where several write at a time", async () => {
    const runs = ["a", "b", "c"].map((run) => ({ run, ledger: open() }));
    const keys = ["1", "2", "3"];
    await Promise.all(
      runs.map(async ({ run, ledger }) => {
        for (const key of keys) await claim(ledger, run, key);
        await ledger.add(() => [entry("done", run, 1, "own", run)]);
      }),
    );
    const entries = await open().read();
    if ("problem" in entries) throw new Error(entries.problem);
    expect(
      entries
        .filter(({ verb }) => verb === "claimed")
        .map(({ key }) => key)
        .sort(),
    ).toEqual(keys);
    expect(
      entries
        .filter(({ verb }) => verb === "done")
        .map(({ run }) => run)
        .sort(),
    ).toEqual(["a", "b", "c"]);
    expect(runGit(repository.remote, "rev-list", "--merges", "--count", "announced")).toBe("0\n");
  });

  test("is pushed without force: what another run wrote meanwhile stays", async () => {
    const [a, b] = [open(), open()];
    await claim(a, "a");
    expect(await b.read()).toHaveLength(1);
    await a.add(() => [entry("done", "a", 1)]);
    // The other still believes that it is claimed, and is told better.
    const seen: number[] = [];
    await b.add((entries) => {
      seen.push(entries.length);
      return standingOf(entries, "mastodon", "2026-03-04-evening").kind === "done" ? [] : [entry("claimed", "b", 11)];
    });
    expect(seen).toEqual([1, 2]);
    expect(repository.read().text).not.toMatch(/ b$/m);
  });

  test("takes a line once, though the answer of the remote was lost", async () => {
    const clone = repository.clone();
    const ledger = open(clone);
    // The remote takes it, and the connection breaks before it says so.
    mkdirSync(join(repository.remote, "hooks"));
    const hook = join(repository.remote, "hooks/reference-transaction");
    const once = '[ "$1" = committed ] && [ ! -e ../broken ] && touch ../broken && kill -9 $PPID';
    writeFileSync(hook, `#!/bin/sh\n${once}\nexit 0\n`);
    chmodSync(hook, 0o755);
    const entries = await claim(ledger, "a");
    expect(entries).toHaveLength(1);
    expect(repository.read().commits).toBe(1);
    expect(existsSync(join(repository.folder, "broken"))).toBe(true);
  });

  test("stays on this computer where there is no remote, and git decides there, too", async () => {
    const clone = repository.clone();
    runGit(clone, "remote", "remove", "origin");
    const [a, b] = [open(clone, true), open(clone, true)];
    expect([await a.read(), await b.read()]).toEqual([[], []]);
    const [ofA, ofB] = await Promise.all([claim(a, "a"), claim(b, "b")]);
    expect(ofA).toEqual(ofB);
    await Promise.all([a.add(() => [entry("done", "a", 1)]), b.add(() => [entry("done", "b", 1, "", "other")])]);
    expect(await open(clone, true).read()).toHaveLength(3);
  });

  test("that is gone from the remote is asked for, and not begun again: all would be told twice", async () => {
    const clone = repository.clone();
    await claim(open(clone), "a");
    runGit(repository.remote, "update-ref", "-d", "refs/heads/announced");
    const told = await open(clone).read();
    expect(told).toMatchObject({ isLasting: true });
    const [, command = ""] = /give it back: git (.*)$/.exec((told as { problem: string }).problem) ?? [];
    runGit(clone, ...command.split(" "));
    expect(await open(clone).read()).toHaveLength(1);
  });

  test("that nobody understands, or that is something else, is left alone", async () => {
    const clone = repository.clone();
    const other = repository.clone();
    await claim(open(clone), "a");
    runGit(other, "fetch", "--quiet", "origin", "announced:announced");
    runGit(other, "switch", "--quiet", "announced");
    writeFileSync(join(other, "ledger"), "told everyone\n");
    runGit(other, "commit", "--quiet", "--all", "--message", "x");
    runGit(other, "push", "--quiet", "origin", "announced");
    expect(await open(clone).add(() => [entry("done", "a")])).toMatchObject({ isLasting: true });
    runGit(other, "mv", "ledger", "other");
    runGit(other, "commit", "--quiet", "--message", "y");
    runGit(other, "push", "--quiet", "origin", "announced");
    expect(await open(clone).read()).toMatchObject({
      problem: expect.stringContaining("the branch “announced” has no file “ledger”") as string,
    });
    expect(repository.read().text).toBe("");
  });

  test("that cannot be reached is a problem for a while; that may not be written, one for good", async () => {
    const clone = repository.clone();
    const ledger = open(clone);
    runGit(clone, "remote", "set-url", "origin", join(repository.folder, "nowhere.git"));
    expect(await claim(ledger, "a")).toMatchObject({ problem: expect.any(String) as string });
    runGit(clone, "remote", "set-url", "origin", repository.remote);
    mkdirSync(join(repository.remote, "hooks"));
    const hook = join(repository.remote, "hooks/pre-receive");
    writeFileSync(hook, "#!/bin/sh\nexit 1\n");
    chmodSync(hook, 0o755);
    expect(await claim(open(clone), "a")).toMatchObject({ isLasting: true });
    expect(repository.read().commits).toBe(0);
  });

  test("holds no secret, and a run that only looks asks no remote", async () => {
    const clone = repository.clone();
    const ledger = openLedger(repository.file(clone), (text) => text.replaceAll("hunter22", "[PASSWORD]"), 5);
    await ledger.add(() => [entry("done", "a", 0, "https://hunter22@a.example")]);
    expect(repository.read().text).toContain("https://[PASSWORD]@a.example");
    await ledger.add(() => [entry("done", "a", 0, "https://hunter22@a.example")]);
    expect(repository.read().commits).toBe(1);
    runGit(clone, "remote", "set-url", "origin", join(repository.folder, "nowhere.git"));
    expect(await readKnown(repository.file(clone))).toMatchObject({ text: repository.read().text });
  });
});
