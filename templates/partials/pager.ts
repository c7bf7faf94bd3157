import type { Messages } from "../../src/locales/locale.ts";
import { tellLabels } from "../../src/views/parts/labels.ts";
import type { Teaser } from "../../src/views/parts/teaser.ts";
import { type Html, html } from "../html.ts";
import { SAID } from "../said.ts";

interface Way {
  readonly direction: "previous" | "next";
  readonly relation: "prev" | "next" | undefined;
  readonly label: string;
  readonly href: string;
  readonly title: string;
}

/** Where a teaser leads and its words on one line, with the labels to be seen before following it. */
export function wayTo({ href, prefix, text, labels }: Teaser, m: Messages): Pick<Way, "href" | "title"> {
  return { href, title: tellLabels([prefix, text].filter(Boolean).join(" "), labels, m) };
}

/** Ways to what stands before and after a page. */
export function pager(label: string, ways: readonly Way[], m: Messages): Html | undefined {
  if (ways.length === 0) return undefined;
  const words = ({ direction, label }: Way) => m.pager[direction]({ label });
  return html`<nav class="pager band" aria-label="${label}">
<ul>
${ways.map((way) => html`<li class="${way.direction}"><a href="${way.href}"${way.relation !== undefined && html` rel="${way.relation}"`}><span class="pager-label"${SAID}>${words(way)}</span> <span class="pager-title">${way.title}</span></a></li>\n`)}</ul>
</nav>
`;
}
