import { PAID_MARK } from "../../src/content/paid-mark.ts";
import type { ExternalLinkView } from "../../src/views/link.ts";
import { type Html, html, rendered } from "../html.ts";

/** A link out of the site; one that is paid for says so to people and to machines. */
export function externalLink({ href, text, paid }: ExternalLinkView): Html {
  return paid
    ? html`<a href="${href}" rel="sponsored nofollow">${text}</a>${rendered(PAID_MARK)}`
    : html`<a href="${href}">${text}</a>`;
}
