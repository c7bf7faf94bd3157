import type { Instant } from "../../content/time/calendar.ts";
import type { MailForm } from "../../views/mail/mail.ts";

/** What of a mail is not in its parts. */
export interface Envelope {
  readonly identity: string;
  readonly form: MailForm;
  readonly subject: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly host: string;
  /** Stands in its header, so that two runs of one clock make the same bytes. */
  readonly date: Instant;
}

/**
 * A mail as a message of both its parts (RFC 5322, RFC 2046): the same bytes for the same mail. It names no receiver; who sends it does, and adds
 * how to leave the list (RFC 2369, RFC 8058).
 */
export async function composeMessage(
  { identity, form, subject, from, host, date }: Envelope,
  { html, text }: { readonly html: string; readonly text: string },
): Promise<Buffer> {
  const { createTransport } = await import("nodemailer");
  const transport = createTransport({ streamTransport: true, buffer: true, newline: "windows" });
  const { message } = await transport.sendMail({
    messageId: `<${identity}.${form}@${host}>`,
    date: new Date(date),
    from,
    subject,
    headers: { "List-Id": `<${host}>`, "X-Auto-Response-Suppress": "OOF, AutoReply" },
    text,
    html,
    textEncoding: "quoted-printable",
    // Its own would be random.
    baseBoundary: `${identity}.${form}`,
  });
  if (!Buffer.isBuffer(message)) throw new Error("the message was not composed at once");
  return message;
}
