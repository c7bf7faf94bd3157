import { problemsOf } from "../../mail/check-mail.ts";
import { makeMail, type Mail } from "../../mail/make-mail.ts";
import type { Archive } from "../../read/archive.ts";
import type { Announcement, Failure } from "../channel.ts";
import { describeMissing, findVisible } from "../find-edition.ts";

/** The mail of an announcement in its short form, verified; why there is none where readers may not see the edition, or it may not be sent so. */
export async function mailOf(archive: Archive, announcement: Announcement): Promise<Mail | Failure> {
  const text = findVisible(archive, announcement);
  if (!text) return describeMissing(announcement);
  const mail = await makeMail(archive, text, "short");
  const problems = problemsOf(mail);
  return problems.length === 0 ? mail : { kind: "later", problem: problems.join("; ") };
}

/** A mail for a person to read before it goes out. */
export async function describeMail(archive: Archive, announcement: Announcement, how: string): Promise<string> {
  const mail = await mailOf(archive, announcement);
  return "kind" in mail ? mail.problem : `${how}:\n\nSubject: ${mail.subject}\n\n${mail.text}`;
}
