import type { Instant } from "../../../content/time/calendar.ts";

/** A letter as it came by mail, for an editor to accept or reject. */
export interface MailLetter {
  readonly story: string;
  readonly name: string;
  readonly email: string | undefined;
  readonly at: Instant | undefined;
  readonly text: string;
  readonly key: string;
  readonly left: readonly string[];
}

/** Reads a mail as a letter, or says why it is none. */
export function readMail(bytes: Uint8Array): Promise<MailLetter | { readonly problem: string }> {
  return Promise.resolve({ problem: `mail cannot be read yet (${bytes.length} bytes)` });
}
