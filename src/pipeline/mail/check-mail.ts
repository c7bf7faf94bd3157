import type { Mail } from "./make-mail.ts";

/** Of the HTML, in bytes: Gmail cuts at 102 kB, and senders add to it. */
const MOST_BYTES = 80_000;

const inKilobytes = (bytes: number) => `${Math.ceil(bytes / 1000)} kB`;

/** Why a mail is too long, and what of it is longest. */
function tellTooLong({ form, longest }: Mail, bytes: number): string {
  const named = longest.slice(0, 3).map(({ title, bytes: own }) => `“${title}” (${inKilobytes(own)})`);
  const instead = form === "full" ? ", or mail its summaries alone, without --full" : "";
  return `the mail has ${inKilobytes(bytes)}, and mail programs cut what is longer than ${inKilobytes(MOST_BYTES)}: cut ${inKilobytes(bytes - MOST_BYTES)}${instead}. Its longest texts: ${named.join(", ")}`;
}

/** Why a mail may neither be written nor sent, each in a line; empty where it may. */
export function problemsOf(mail: Mail): string[] {
  const bytes = Buffer.byteLength(mail.html);
  return [
    ...mail.faults.map(({ path, message }) => `${path}: ${message}`),
    ...(bytes > MOST_BYTES ? [tellTooLong(mail, bytes)] : []),
  ];
}
