import type { Instant } from "../../content/time/calendar.ts";
import type { Archive } from "../read/archive.ts";
import type { Envelope } from "./compose.ts";
import type { Mail } from "./make-mail.ts";

/** The address that mails of a publication are from, as its settings say; undefined where they name none. */
export function senderOf({ site: { publication, vocabularies } }: Archive): string | undefined {
  return vocabularies.site.announce?.mail?.from ?? publication.publisher.email;
}

/** The envelope of an edition's mail, sent at a moment; from nobody’s address where the settings name none. */
export function envelopeOf(archive: Archive, { form, subject }: Mail, identity: string, date: Instant): Envelope {
  const { publication, vocabularies } = archive.site;
  return {
    identity,
    form,
    subject,
    from: { name: publication.name, address: senderOf(archive) ?? `noreply@${publication.host}` },
    host: publication.host,
    unsubscribe: vocabularies.site.announce?.mail?.unsubscribe,
    date,
  };
}
