import { resolve } from "node:path";
import { hintNearest } from "../../content/words/nearest.ts";
import { spellOut } from "../../content/words/invisible.ts";
import type { Instant } from "../../content/time/calendar.ts";
import { readStories, type Stories } from "../../pipeline/letters/form/open-stories.ts";
import { type Entered, enterQueue } from "../../pipeline/letters/enter-queue.ts";
import { isLetterId, type LetterRecord } from "../../pipeline/letters/letter-record.ts";
import { usualQueue } from "../../pipeline/letters/queue-folder.ts";
import type { Queue } from "../../pipeline/letters/queue.ts";
import { requireFolder, UsageError } from "../options.ts";
import { formatReport } from "../report.ts";

/** Opens the queue, and deletes what is too old in it. Throws a UsageError where its folder is somebody else's, or git tracks a file of it. */
export async function openLetters(given: string | undefined, now: Instant): Promise<Entered> {
  const folder = given === undefined ? usualQueue() : resolve(given);
  const entered = await enterQueue(folder, now);
  if ("refused" in entered) throw new UsageError(entered.refused);
  return entered;
}

/** The letter of an id. Throws a UsageError where there is none. */
export function requireLetter(queue: Queue, id: string): LetterRecord {
  const letter = queue.get(id);
  if (letter) return letter;
  const { letters, broken } = queue.list();
  if (isLetterId(id) && broken.includes(id)) throw new UsageError(`${queue.pathOf(id)} cannot be read`);
  const near = hintNearest(
    id,
    letters.map((other) => other.id),
  );
  throw new UsageError(`no letter “${spellOut(id)}” waits; ${near ?? "npm run letters -- list shows those that do"}`);
}

/** The stories of a content folder. Throws a UsageError where its site.yaml cannot say which of them are open. */
export function requireStories(content: string, now: Instant): Stories {
  const stories = readStories(requireFolder(content), now);
  if (stories.wrong.length > 0) throw new UsageError(`${formatReport(stories.wrong, "text")}so no letters are taken`);
  return stories;
}
