import { editionInMail, type MailForm, viewMail } from "../../views/mail/mail.ts";
import { startEleventy } from "../print/views.ts";
import type { Archive } from "../read/archive.ts";
import { faultsOfMail } from "./faults-of-mail.ts";
import type { EditionText } from "../read/edition-text.ts";
import type { Fault } from "../verify/promise.ts";

/** An edition as mail. */
export interface Mail {
  readonly form: MailForm;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** What is wrong with it, a mistake of the program. */
  readonly faults: readonly Fault[];
  /** Its longest parts in the HTML, by their titles and bytes, the longest first. */
  readonly longest: readonly { readonly title: string; readonly bytes: number }[];
}

/** Prints an edition as mail and verifies it as the site is: by its paid links, its labels, its corrections and what is hidden. */
export async function makeMail(archive: Archive, text: EditionText, form: MailForm): Promise<Mail> {
  const { site, edition: whole } = text.load();
  const edition = editionInMail(whole, site.publication.base, form);
  const view = viewMail({ site, edition }, archive.site.vocabularies.site.announce?.mail?.postal);
  const path = { html: `/${edition.identity}.html`, text: `/${edition.identity}.txt` };
  const print = await startEleventy();
  const outputs = await print({ mailPages: [{ ...view, path: path.html }], mailTexts: [{ ...view, path: path.text }] });
  const [html, plain] = [path.html, path.text].map((own) =>
    String(outputs.find((output) => output.path === own)?.content ?? ""),
  ) as [string, string];
  const parts = { html: { path: path.html, content: html }, text: { path: path.text, content: plain } };
  const bytesOf = (...texts: readonly (string | undefined)[]) => Buffer.byteLength(texts.join(""));
  return {
    form,
    subject: view.subject,
    html,
    text: plain,
    faults: faultsOfMail(archive, text, form, parts, () => [view, [whole]]),
    longest: [
      ...view.edition.stories.map(({ title, summaryHtml, analysis }) => ({
        title,
        bytes: bytesOf(summaryHtml, analysis?.html),
      })),
      ...view.edition.sections.map(({ titleHtml, html: body }) => ({
        title: titleHtml.replace(/<[^>]*>/g, ""),
        bytes: bytesOf(body),
      })),
    ].sort((a, b) => b.bytes - a.bytes),
  };
}
