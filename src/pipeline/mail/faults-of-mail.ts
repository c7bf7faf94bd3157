import { messagesOf } from "../../locales/messages.ts";
import { editionInMail, type MailForm } from "../../views/mail/mail.ts";
import { viewEditionAi } from "../../views/parts/ai.ts";
import { type Archive, secretsIn } from "../read/archive.ts";
import type { EditionText } from "../read/edition-text.ts";
import type { GivenValues } from "../verify/given.ts";
import type { Fault } from "../verify/promise.ts";
import { superviseArchive } from "../verify/supervise.ts";
import { type MailParts, verifyMail } from "../verify/verify-mail.ts";

/**
 * What is wrong with the parts of the mail of an edition, as of the site: its paid links, its labels, its corrections and what is hidden;
 * `given` is what they were made of.
 */
export function faultsOfMail(
  archive: Archive,
  text: EditionText,
  form: MailForm,
  parts: MailParts,
  given: GivenValues,
): Fault[] {
  const { site, edition: whole } = text.load();
  const edition = editionInMail(whole, site.publication.base, form);
  const verifier = superviseArchive(archive, secretsIn(archive));
  verifier.look([parts.html, parts.text], given);
  const line = viewEditionAi(site, edition, edition.stories).line;
  return [
    ...verifier.faults(),
    ...verifyMail(parts, edition, archive.site.ledger, messagesOf(site.publication), [line]),
  ];
}
