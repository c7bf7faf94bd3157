import { readFileSync, statSync } from "node:fs";
import { cleanTyped } from "../../content/letters/intake.ts";
import { DAY } from "../../content/time/clock.ts";
import { dayOf, type Instant } from "../../content/time/calendar.ts";
import type { Stories } from "./form/open-stories.ts";
import type { MailLetter } from "./mail/read-mail.ts";
import { KEPT_DAYS, type Queue } from "./queue.ts";

/** What became of a mail: `left` says what of it is not in the letter. */
export type Imported =
  | { readonly kept: string; readonly left: readonly string[] }
  | { readonly known: string }
  | { readonly problem: string };

/** No mail with a letter in it is as large; in bytes. */
const MOST_FILE = 50 * 1024 * 1024;

/** How a mail is read as a letter. */
export type ReadMail = (bytes: Uint8Array) => Promise<MailLetter | { readonly problem: string }>;

/** Puts the letter of a mail's file into the queue, if it is about a story that took letters when it was sent. */
export async function importMail(
  path: string,
  read: ReadMail,
  queue: Pick<Queue, "add">,
  { site, find }: Stories,
  now: Instant,
): Promise<Imported> {
  if (statSync(path).size > MOST_FILE) return { problem: "it is too large for a letter" };
  const mail = await read(readFileSync(path));
  if ("problem" in mail) return { problem: mail.problem };
  // A sender's clock may be ahead.
  const at = Math.min(mail.at ?? now, now);
  // What is older is remembered no longer, so that it would come back after each decision.
  if (at <= now - KEPT_DAYS * DAY) return { problem: `it is older than ${KEPT_DAYS} days, for which letters are kept` };
  const story = find(mail.story, at);
  if (!story)
    return {
      problem: find(mail.story, now)
        ? `${mail.story} was not out when it was sent`
        : `there is no story “${mail.story}”`,
    };
  if (!story.isOpen) return { problem: `${story.identity} took no letters when it was sent` };
  const { name, email, text } = cleanTyped({ name: mail.name, email: mail.email ?? "", text: mail.text });
  const letter = { story: story.identity, name, email: email === "" ? undefined : email, at, text };
  const added = await queue.add(letter, mail.key, dayOf(at, site.publication.zone));
  if (added === "full") return { problem: "no more letters can be kept: accept or reject some of those that wait" };
  return "kept" in added ? { kept: added.kept, left: mail.left } : added;
}
