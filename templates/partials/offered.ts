import type { OfferedFeed } from "../../src/views/pages/subscribe-page.ts";
import { type Html, html } from "../html.ts";
import { said } from "../said.ts";

/** An address that a narrow page breaks behind a slash; who copies it copies no more than its signs. */
const breakable = (url: string) =>
  url.split(/(?<=[^/:]\/)(?=.)/).map((part, at) => html`${at > 0 && html`<wbr>`}${part}`);

/** What a program may read, by its name and its whole address. */
export function offered({ href, url, text }: OfferedFeed): Html {
  return html`<li>${said(text)}<br>\n<a href="${href}">${breakable(url)}</a></li>\n`;
}
