import { PAGES } from "../../content/addresses.ts";
import type { Edition } from "../../content/edition.ts";
import type { OwnMessages } from "../../locales/locale.ts";
import { originOf } from "../../content/publication.ts";
import { directionOf } from "../../content/words/language-tag.ts";
import type { Loaded } from "../page.ts";
import { describeBriefly } from "../pages/edition-page.ts";
import { type EditionView, viewEdition } from "../parts/edition.ts";
import { shorten } from "../parts/head.ts";
import { shortenEdition } from "./shorten-edition.ts";

/** How much of an edition its mail holds: summaries and sources, or all of it. */
export type MailForm = "short" | "full";

/** An edition as mail: one view for its HTML and for its plain text. */
export interface MailView {
  /** Of the file that is printed of it, as all views have one. */
  readonly path: string;
  readonly subject: string;
  /** What a list of mails shows beside the subject. */
  readonly preheader: string;
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  readonly messages: OwnMessages;
  /** Before which paths of this site are put, since a mail stands somewhere else. */
  readonly origin: string;
  /** Of the edition's page. */
  readonly url: string;
  readonly name: string;
  /** The home page. */
  readonly home: string;
  readonly publisher: string;
  readonly postal: string | undefined;
  readonly edition: EditionView;
}

/** In characters; mail programs show some hundred. */
const PREHEADER = 140;

/** What an edition is when it is mailed so: all that is told of it is told of what is printed. */
export function editionInMail(edition: Edition, base: string, form: MailForm): Edition {
  return form === "full" ? edition : shortenEdition(edition, base);
}

/** Derives the mail of an edition as it is mailed. Its two parts are printed of the same view, so that neither says what the other does not. */
export function viewMail(
  { site, edition }: Pick<Loaded, "site" | "edition">,
  postal: string | undefined,
): Omit<MailView, "path"> {
  const { publication } = site;
  const view = viewEdition(site, edition);
  return {
    subject: view.title,
    preheader: shorten(describeBriefly(edition) ?? "", PREHEADER),
    language: publication.language,
    direction: directionOf(publication.language),
    messages: publication.messages,
    origin: originOf(publication),
    url: publication.url + edition.path,
    name: publication.name,
    home: publication.url + PAGES.home,
    publisher: publication.publisher.name,
    postal,
    edition: view,
  };
}
