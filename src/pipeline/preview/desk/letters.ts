import { type Diagnostic, isError } from "../../../content/problems/diagnostic.ts";
import type { Calls, Refused } from "../../../views/desk/calls.ts";
import { viewWaiting } from "../../../views/desk/letters.ts";
import { acceptLetter } from "../../letters/accept-letter.ts";
import { findQueue } from "../../letters/enter-queue.ts";
import type { LetterRecord } from "../../letters/letter-record.ts";
import { usualQueue } from "../../letters/queue-folder.ts";
import { KEPT_DAYS, type Queue } from "../../letters/queue.ts";
import type { Archive } from "../../read/archive.ts";
import type { DeskContext } from "./context.ts";

type Ask<Name extends keyof Calls> = Calls[Name]["ask"];
type Answer<Name extends keyof Calls> = Promise<Calls[Name]["answer"]>;

/** So many letters at once. */
const MOST_LETTERS = 20;

const NO_LETTER: Refused = {
  refused: "This letter does not wait any more: it was decided, or its time to wait was over.",
};

/** How old a letter is says this computer's clock, and not that of the preview, which may be of another day: nothing is deleted by it. */
function openLetters({ queue }: DeskContext) {
  return findQueue(queue ?? usualQueue(), Date.now());
}

/** How many letters wait; undefined where none ever came. */
export async function countLetters(context: DeskContext): Promise<number | undefined> {
  const queue = await openLetters(context);
  // Why the queue cannot be read is told to whoever opens it.
  return queue && ("refused" in queue ? 0 : queue.list().letters.length);
}

/** The stories of some identities, as they are called now. */
function findStories({ editions, site: { renamed } }: Archive, letters: readonly LetterRecord[]) {
  const current = (identity: string): string => renamed.get(identity) ?? identity;
  const wanted = new Set(letters.map(({ story }) => current(story)));
  const stories = editions.flatMap((edition) =>
    edition.outline().stories.filter(({ identity }) => wanted.has(identity)),
  );
  const byIdentity = new Map(stories.map((story) => [story.identity, story]));
  return (identity: string) => byIdentity.get(current(identity));
}

/** The letters that wait, the oldest first. */
export async function listLetters({ from = 0 }: Ask<"letters">, context: DeskContext): Answer<"letters"> {
  const queue = await openLetters(context);
  if (!queue) return { letters: [], all: 0, days: KEPT_DAYS, broken: [] };
  if ("refused" in queue) return queue;
  const { archive } = await context.read();
  const { letters, broken } = queue.list();
  const shown = letters.slice(from, from + MOST_LETTERS);
  const { zone } = archive.site.publication;
  const setting = { now: context.clock(), zone, storyOf: findStories(archive, shown) };
  return {
    letters: viewWaiting(shown, setting),
    all: letters.length,
    days: KEPT_DAYS,
    broken: broken.map(queue.pathOf),
  };
}

/** The queue with a letter in it that waits. */
async function findLetter(
  id: string,
  context: DeskContext,
): Promise<{ readonly queue: Queue; readonly letter: LetterRecord } | Refused> {
  const queue = await openLetters(context);
  if (!queue) return NO_LETTER;
  if ("refused" in queue) return queue;
  const letter = queue.get(id);
  return letter ? { queue, letter } : NO_LETTER;
}

function tell({ message, hint }: Diagnostic): string {
  return hint === undefined ? message : `${message} (${hint})`;
}

/** Makes a letter part of the content, if nothing is wrong with it, and deletes it from the queue with its address. */
export async function acceptWaiting(
  { id, by, reply }: Ask<"acceptLetter">,
  context: DeskContext,
): Answer<"acceptLetter"> {
  const { archive } = await context.read();
  const found = await findLetter(id, context);
  if ("refused" in found) return found;
  const decision = { by, at: context.clock(), reply };
  const { path, diagnostics } = acceptLetter(context.content, archive, found.queue, found.letter, decision);
  if (path !== undefined) return { path, told: diagnostics.map(tell) };
  const why = diagnostics.filter(isError).map(tell).join("; ");
  return { refused: `This letter cannot be published: ${why}. What its reader wrote is in ${found.queue.pathOf(id)}.` };
}

/** Deletes a letter with its address. */
export async function rejectWaiting({ id }: Ask<"rejectLetter">, context: DeskContext): Answer<"rejectLetter"> {
  const found = await findLetter(id, context);
  if ("refused" in found) return found;
  found.queue.settle(id);
  return { id };
}
