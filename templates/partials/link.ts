import { anchorTo } from "../../src/content/links/anchor.ts";
import { paidMark } from "../../src/content/links/paid-mark.ts";
import type { Messages } from "../../src/locales/locale.ts";
import { directionOf } from "../../src/content/words/language-tag.ts";
import type { ExternalLinkView } from "../../src/views/parts/link.ts";
import { type Html, html, rendered } from "../html.ts";

/** The link to itself at the end of a part's heading. */
export function anchor(id: string, m: Messages): Html {
  return rendered(anchorTo(id, m));
}

/** A link out of the site; one that is paid for says so to people and to machines. */
export function externalLink({ href, text, paid, language }: ExternalLinkView, m: Messages): Html {
  const foreign =
    language !== undefined && html` hreflang="${language}" lang="${language}" dir="${directionOf(language)}"`;
  return paid
    ? html`<a href="${href}" rel="sponsored nofollow"${foreign}>${text}</a>${rendered(paidMark(m))}`
    : html`<a href="${href}"${foreign}>${text}</a>`;
}
