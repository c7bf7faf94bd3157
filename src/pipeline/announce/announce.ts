import { randomBytes } from "node:crypto";
import type { Instant } from "../../content/time/calendar.ts";
import type { Publication } from "../../content/publication.ts";
import { askGit, remoteOf } from "../git/git.ts";
import { type BranchFile, type GitProblem, readKnown } from "../git/branch-file.ts";
import type { Archive } from "../read/archive.ts";
import type { Announcement, Channel } from "./channel.ts";
import { entriesOf, type Ledger } from "./ledger.ts";
import { type Patience, waitUntilLive } from "./live.ts";
import { type Ended, endedBefore, LIMIT, type Task, tellAll } from "./tell.ts";

/** The branch that keeps what was announced, and the file in it. */
export const BRANCH = "announced";
const NAME = "ledger";

/** Where the ledger is of the repository that a folder stands in; undefined where there is none. */
export async function findLedger(folder: string, { name, host }: Publication): Promise<BranchFile | undefined> {
  if ((await askGit(folder, "rev-parse", "--git-dir")) === undefined) return undefined;
  const author = { name, email: `noreply@${host}` };
  return { folder, branch: BRANCH, name: NAME, remote: await remoteOf(folder), author };
}

/** A name that no other run has. */
export function nameRun(): string {
  return randomBytes(6).toString("hex");
}

/** What is due on each channel, in the order in which it is told. */
export function listTasks(channels: readonly Channel[], due: readonly Announcement[]): Task[] {
  return channels.flatMap((channel) =>
    due
      .filter(({ occasion }) => channel.occasions.includes(occasion))
      .map((announcement) => ({ channel, announcement })),
  );
}

/** What an announcement would be, for a person to read; of what is told or settled already, how it ended. */
export interface Preview extends Task {
  readonly ended: Ended | undefined;
  readonly text: string;
}

/** Says what would be told, by the ledger as this computer last knew it. No socket is opened. */
export async function previewAll(tasks: readonly Task[], file: BranchFile): Promise<readonly Preview[] | GitProblem> {
  const version = await readKnown(file);
  const entries = "problem" in version ? version : entriesOf(version);
  if ("problem" in entries) return entries;
  const previews: Preview[] = [];
  for (const task of tasks) {
    const ended = endedBefore(task, entries, { clock: Date.now, limit: LIMIT });
    previews.push({ ...task, ended, text: ended ? "" : await task.channel.describe(task.announcement) });
  }
  return previews;
}

/** What telling hangs on. */
export interface Announcing {
  readonly archive: Pick<Archive, "get">;
  readonly ledger: Ledger;
  readonly run: string;
  readonly patience: Patience;
  readonly clock?: () => Instant;
  readonly limit?: number;
}

/**
 * Tells what has not been told, once the live pages are those of this checkout; `onEnd` is called for each task. Gives what is wrong with the ledger, without
 * which nothing is told.
 */
export async function announceAll(
  tasks: readonly Task[],
  { archive, ledger, run, patience, clock = Date.now, limit = LIMIT }: Announcing,
  onEnd: (ended: Ended) => void,
): Promise<GitProblem | undefined> {
  const entries = await ledger.read();
  if ("problem" in entries) return entries;
  const open: Task[] = [];
  for (const task of tasks) {
    const ended = endedBefore(task, entries, { clock, limit });
    if (ended) onEnd(ended);
    else open.push(task);
  }
  const editions = new Map(
    open.flatMap(({ announcement: { identity, url } }) => {
      const text = archive.get(identity);
      return text ? [[identity, { text, url }] as const] : [];
    }),
  );
  const missing = await waitUntilLive([...editions.values()], patience);
  const live: Task[] = [];
  for (const task of open) {
    const note = missing.get(task.announcement.identity);
    if (note === undefined) live.push(task);
    else onEnd({ ...task, ending: "later", note });
  }
  return tellAll(live, { ledger, run, clock, limit }, onEnd);
}
