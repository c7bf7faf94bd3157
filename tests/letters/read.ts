import { type MailLetter, readMail } from "../../src/pipeline/letters/mail/read-mail.ts";

/** When the mails of tests are read. */
export const NOW = Date.UTC(2026, 2, 5);

/** The letter that a mail is; throws the problem of one that is none. */
export async function letterOf(bytes: Uint8Array): Promise<MailLetter> {
  const read = await readMail(bytes, NOW);
  if ("problem" in read) throw new Error(read.problem);
  return read;
}

/** Why a mail is no letter. */
export async function problemOf(bytes: Uint8Array): Promise<string> {
  const read = await readMail(bytes, NOW);
  return "problem" in read ? read.problem : `a letter: ${read.text}`;
}
