import type { Instant } from "../../content/time/calendar.ts";
import type { GitProblem } from "../git/branch-file.ts";
import type { Announcement, Channel, Outcome } from "./channel.ts";
import type { Ledger } from "./ledger.ts";
import { type Entry, standingOf, turnOf, type Verb } from "./ledger-lines.ts";

/** An announcement for a channel. */
export interface Task {
  readonly channel: Channel;
  readonly announcement: Announcement;
}

/** How a run tells. */
export interface Telling {
  readonly ledger: Ledger;
  /** Names this run and no other, without white space. */
  readonly run: string;
  /** The real time, whatever moment is built for. */
  readonly clock: () => Instant;
  /** So many milliseconds a run has to end what it claimed; then another may take over. */
  readonly limit: number;
}

/** What came of a task: told now or before, refused now or before, or not told: by this run (`later`), by another that is telling (`wait`), or for a person to find out (`ask`). */
export type Ending = "told" | "told-before" | "refused" | "refused-before" | "later" | "wait" | "ask";

export interface Ended extends Task {
  readonly ending: Ending;
  /** A receipt, or what was wrong. */
  readonly note: string;
}

/** In milliseconds: calls have half a minute each, and a channel makes a few. */
export const LIMIT = 600_000;

const FINDS_OUT = "it may have been told; a later run finds out";
const NOBODY_KNOWS = "it may have been told, and nobody can find out";

/** What the ledger says of a task that needs nothing more, or that this run may not touch; undefined where this run may go on. */
export function endedBefore(
  task: Task,
  entries: readonly Entry[],
  { clock, limit }: Pick<Telling, "clock" | "limit">,
): Ended | undefined {
  const standing = standingOf(entries, task.channel.name, task.announcement.key);
  if (standing.kind === "done") return { ...task, ending: "told-before", note: standing.note };
  if (standing.kind === "refused") return { ...task, ending: "refused-before", note: standing.note };
  if (standing.kind === "unknown") return { ...task, ending: "ask", note: standing.note };
  return turnOf(standing, clock(), limit) === "wait" ? { ...task, ending: "wait", note: "" } : undefined;
}

/** What a channel makes of a claim: a channel that throws may have told before. */
async function attempt({ channel, announcement }: Task, claimed: Instant | undefined): Promise<Outcome> {
  try {
    return await (claimed === undefined ? channel.send(announcement) : channel.resume(announcement, claimed));
  } catch (error) {
    return { kind: "unknown", problem: error instanceof Error ? error.message : String(error) };
  }
}

/** How a task ends by what came of it, and the line that says so; without one the claim stays, for another run to take over. */
function conclude(outcome: Outcome, isResumed: boolean): { ending: Ending; verb?: Verb; note: string } {
  switch (outcome.kind) {
    case "done":
      return { ending: "told", verb: "done", note: outcome.receipt };
    case "refused":
      return { ending: "refused", verb: "refused", note: outcome.problem };
    case "later":
      // Of what an earlier run may have told, this one has found out nothing.
      return { ending: "later", ...(!isResumed && { verb: "released" }), note: outcome.problem };
    case "open":
      return { ending: "later", note: `${FINDS_OUT}: ${outcome.problem}` };
    case "unknown":
      // Whoever sent has no way to know; whoever resumes is the one to find out.
      return isResumed
        ? { ending: "ask", verb: "unknown", note: `${NOBODY_KNOWS}: ${outcome.problem}` }
        : { ending: "later", note: `${FINDS_OUT}: ${outcome.problem}` };
  }
}

/**
 * Tells, one task after another. Each is claimed in the ledger before, by a push that also says how the one before it ended; so a run that dies leaves one
 * claim without an end, and nobody tells without a claim that git has taken. A claim of another run is left alone while it is younger than the limit, and
 * taken over after that by a claim of its own, again for git to decide. What is claimed too long ago (the computer slept, say) is not sent any more.
 * `onEnd` is called for each task. Gives what is wrong with the ledger, which ends all.
 */
export async function tellAll(
  tasks: readonly Task[],
  { ledger, run, clock, limit }: Telling,
  onEnd: (ended: Ended) => void,
): Promise<GitProblem | undefined> {
  let unwritten: Entry[] = [];
  for (const task of tasks) {
    const { channel, announcement } = task;
    const about = { channel: channel.name, key: announcement.key, run };
    const entries = await ledger.add((known) => {
      const turn = turnOf(standingOf(known, about.channel, about.key), clock(), limit);
      const isOpen = turn === "tell" || turn === "resume";
      return isOpen ? [...unwritten, { ...about, at: clock(), verb: "claimed", note: "" }] : unwritten;
    });
    if ("problem" in entries) return entries;
    unwritten = [];
    const standing = standingOf(entries, about.channel, about.key);
    if (standing.kind !== "claimed" || standing.run !== run) {
      const ended = endedBefore(task, entries, { clock, limit });
      onEnd(ended ?? { ...task, ending: "later", note: "another run has it" });
      continue;
    }
    const isResumed = standing.first !== standing.last;
    const outcome: Outcome =
      clock() - standing.last > limit / 2
        ? { kind: "later", problem: "claiming it took too long" }
        : await attempt(task, isResumed ? standing.first : undefined);
    const { ending, verb, note } = conclude(outcome, isResumed);
    if (verb) unwritten.push({ ...about, at: clock(), verb, note });
    onEnd({ ...task, ending, note });
  }
  const entries = await ledger.add(() => unwritten);
  return "problem" in entries ? entries : undefined;
}
