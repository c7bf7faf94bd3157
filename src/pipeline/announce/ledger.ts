import { setTimeout as wait } from "node:timers/promises";
import { type BranchFile, type GitProblem, type Moved, readNow, type Version, writeNext } from "../git/branch-file.ts";
import { type Entry, formatEntry, HEAD, parseLedger } from "./ledger-lines.ts";

/** The record of what was announced, which several runs may write at a time. */
export interface Ledger {
  readonly read: () => Promise<readonly Entry[] | GitProblem>;
  /**
   * Adds what `decide` makes of what is written; it is asked again where another run was quicker. Gives what is written once git has taken it, and a problem where
   * that is not known.
   */
  readonly add: (decide: (entries: readonly Entry[]) => readonly Entry[]) => Promise<readonly Entry[] | GitProblem>;
}

/** So many times another run may be quicker, and so many times on end git may fail. */
const MOST_OVERTAKEN = 50;
const MOST_FAILED = 4;

/** In milliseconds, until git is asked again after a failure; twice as long each time. */
const PAUSE = 1000;

/** What a version of the ledger's file says. */
export function entriesOf({ text }: Version): readonly Entry[] | GitProblem {
  const parsed = parseLedger(text);
  return "problem" in parsed ? { ...parsed, isLasting: true } : parsed;
}

function messageOf(entries: readonly Entry[]): string {
  return entries.map(({ verb, channel, key }) => `${verb} ${channel} ${key}`).join(", ");
}

/** Opens the ledger in a file of a branch. What is written goes through `redact`; `pause` is in milliseconds. */
export function openLedger(file: BranchFile, redact: (text: string) => string, pause = PAUSE): Ledger {
  // What this run knows is the newest until git says otherwise, so each line costs one call of the remote.
  let known: Version | undefined;
  const current = async (): Promise<Version | GitProblem> => {
    const version = known ?? (await readNow(file));
    if (!("problem" in version)) known = version;
    return version;
  };
  const attempt = async (decide: Parameters<Ledger["add"]>[0]): Promise<readonly Entry[] | GitProblem | Moved> => {
    const version = await current();
    if ("problem" in version) return version;
    const entries = entriesOf(version);
    if ("problem" in entries) return entries;
    const lines = version.text.split("\n");
    const added = decide(entries).filter((entry) => !lines.includes(redact(formatEntry(entry))));
    if (added.length === 0) return entries;
    const before = version.text === "" ? HEAD : version.text.replace(/\n*$/, "\n");
    const text = [before, ...added.map((entry) => `${redact(formatEntry(entry))}\n`)].join("");
    const next = await writeNext(file, version, text, messageOf(added));
    const isTaken = next !== "moved" && !("problem" in next);
    known = isTaken ? next : undefined;
    return isTaken ? entriesOf(next) : next;
  };
  return {
    async read() {
      const version = await current();
      return "problem" in version ? version : entriesOf(version);
    },
    async add(decide) {
      let [overtaken, failed] = [0, 0];
      for (;;) {
        const made = await attempt(decide);
        if (made === "moved") {
          overtaken += 1;
          if (overtaken > MOST_OVERTAKEN) return { problem: "other runs are always quicker", isLasting: false };
          await wait(Math.random() * Math.min(pause, 20 * overtaken));
        } else if ("problem" in made) {
          failed += 1;
          if (made.isLasting || failed >= MOST_FAILED) return made;
          await wait(pause * 2 ** (failed - 1));
        } else return made;
      }
    },
  };
}
