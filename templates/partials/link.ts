import { ANCHOR } from "../../src/content/links/anchor.ts";
import { PAID_MARK } from "../../src/content/links/paid-mark.ts";
import { directionOf } from "../../src/content/words/language-tag.ts";
import type { ExternalLinkView } from "../../src/views/parts/link.ts";
import { type Html, html, rendered } from "../html.ts";

/** The link to itself at the end of a part's heading. */
export function anchor(id: string): Html {
  return html` ${rendered(ANCHOR)}href="#${id}" aria-label="Link to this part"></a>`;
}

/** A link out of the site; one that is paid for says so to people and to machines. */
export function externalLink({ href, text, paid, language }: ExternalLinkView): Html {
  const foreign =
    language !== undefined && html` hreflang="${language}" lang="${language}" dir="${directionOf(language)}"`;
  return paid
    ? html`<a href="${href}" rel="sponsored nofollow"${foreign}>${text}</a>${rendered(PAID_MARK)}`
    : html`<a href="${href}"${foreign}>${text}</a>`;
}
