import type { Instant } from "../../content/time/calendar.ts";
import type { MailForm } from "../../views/mail/mail.ts";

/** What of a mail is not in its parts. */
export interface Envelope {
  readonly identity: string;
  readonly form: MailForm;
  readonly subject: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly host: string;
  /** Where a reader leaves the list, by an address that takes the post of RFC 8058 too. */
  readonly unsubscribe: string | undefined;
  /** Stands in its header, so that two runs of one clock make the same bytes. */
  readonly date: Instant;
  /** The list that it is sent to; it names no receiver where there is none. */
  readonly to?: string;
  readonly signature?: Signature;
}

/** With what a message is signed (RFC 6376). */
export interface Signature {
  readonly domainName: string;
  readonly keySelector: string;
  /** In PEM. */
  readonly privateKey: string;
}

/** How to leave a list, as mail programs offer it beside the subject (RFC 2369, 3.2; RFC 8058). */
function leaveBy(address: string | undefined): Readonly<Record<string, string>> {
  if (address === undefined) return {};
  return { "List-Unsubscribe": `<${address}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };
}

/** A mail as a message of both its parts (RFC 5322, RFC 2046): the same bytes for the same mail. */
export async function composeMessage(
  { identity, form, subject, from, host, unsubscribe, date, to, signature }: Envelope,
  { html, text }: { readonly html: string; readonly text: string },
): Promise<Buffer> {
  const { createTransport } = await import("nodemailer");
  const transport = createTransport({ streamTransport: true, buffer: true, newline: "windows" });
  const { message } = await transport.sendMail({
    messageId: `<${identity}.${form}@${host}>`,
    date: new Date(date),
    from,
    ...(to !== undefined && { to }),
    subject,
    headers: { "List-Id": `<${host}>`, ...leaveBy(unsubscribe), "X-Auto-Response-Suppress": "OOF, AutoReply" },
    text,
    html,
    textEncoding: "quoted-printable",
    // Its own would be random.
    baseBoundary: `${identity}.${form}`,
    // A list has an id of its own, and puts that in place of ours.
    ...(signature && { dkim: { ...signature, skipFields: "list-id" } }),
  });
  if (!Buffer.isBuffer(message)) throw new Error("the message was not composed at once");
  return message;
}
