import type { Messages } from "../../src/locales/locale.ts";
import type { LinkView } from "../../src/views/parts/link.ts";
import type { Teaser } from "../../src/views/parts/teaser.ts";
import { type Html, html, rendered } from "../html.ts";
import { SAID } from "../said.ts";
import { time } from "./header.ts";

function row(
  { href, text, prefix, light, ai, dateline, topic, labels, letters, notice, note }: Teaser,
  level: "h2" | "h3",
): Html {
  const tag = rendered(level);
  const marks = [...labels, ...(notice === undefined ? [] : [notice])];
  return html`<li class="band teaser" data-light="${light}" ai-disclosure="${ai}">
<p class="day">${time(dateline)}</p>
<${tag}><a href="${href}">${prefix !== undefined && html`<span class="slot">${prefix}</span> `}${text}</a></${tag}>
${(marks.length > 0 || topic || letters) && html`<p class="labels">${topic && html`<a class="topic" href="${topic.href}">${topic.text}</a> `}${marks.map((label) => html`<span class="label"${SAID}>${label}</span> `)}${letters && html`<a class="letter-count"${SAID} href="${letters.href}">${letters.text}</a>`}</p>\n`}${note !== undefined && html`<p class="note">${note}</p>\n`}</li>
`;
}

export function teasers(rows: readonly Teaser[], level: "h2" | "h3"): Html | undefined {
  return rows.length === 0
    ? undefined
    : html`<ul class="sheet teasers">
${rows.map((teaser) => row(teaser, level))}</ul>
`;
}

/** Rows of which each tells what happened since the one below it. */
export function timeline(rows: readonly Teaser[], level: "h2" | "h3"): Html {
  return html`<ol class="sheet teasers timeline" reversed>
${rows.map((teaser) => row(teaser, level))}</ol>
`;
}

interface Ways {
  readonly newer: LinkView | undefined;
  readonly older: LinkView | undefined;
  /** Which page this is, of how many. */
  readonly here?: { readonly number: number; readonly of: number };
}

/** Ways to the newer and older pages of a list. */
export function pages({ newer, older, here }: Ways, m: Messages): Html | undefined {
  if (!newer && !older) return undefined;
  return html`<nav class="band" aria-label="${m.pager.pages}">
<ul class="pages">
${newer && html`<li${SAID}><a href="${newer.href}" rel="prev">${m.pager.newer}</a></li>\n`}${here && html`<li${SAID}><span aria-current="page">${m.pager.here(here)}</span></li>\n`}${older && html`<li${SAID}><a href="${older.href}" rel="next">${m.pager.older}</a></li>\n`}</ul>
</nav>
`;
}
