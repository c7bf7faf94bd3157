import type { Messages } from "../../src/locales/locale.ts";
import { type ChartView, type Drawn, joinSentences, type Table } from "../../src/views/trends/chart.ts";
import { type Marks, WIDTH } from "../charts/draw.ts";
import { HATCH } from "../charts/stack.ts";
import { type Html, html, rendered } from "../html.ts";
import { SAID } from "../said.ts";

// Its lines take the accent of the page, as the columns do.
const PATTERN = html`<defs><pattern id="${HATCH}" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0,0V5" stroke="var(--accent)" stroke-width="3"></path></pattern></defs>`;

function numbers(id: string, { caption, head, rows }: Table, m: Messages): Html {
  const [first = "", ...others] = head;
  return html`<details class="numbers">
<summary${SAID}>${m.trends.numbers}</summary>
<section class="table" aria-labelledby="${id}-table" tabindex="0">
<table>
<caption id="${id}-table"${SAID}>${caption}</caption>
<thead><tr><th scope="col">${first}</th>${others.map((name) => html`<th scope="col" class="align-right">${name}</th>`)}</tr></thead>
<tbody>
${rows.map(({ name, cells }) => html`<tr><th scope="row">${name}</th>${cells.map((cell) => html`<td class="align-right">${cell}</td>`)}</tr>\n`)}</tbody>
</table>
</section>
</details>
`;
}

function figure(
  { id, title, finding }: ChartView,
  { picture, table, how }: Drawn,
  { height, markup }: Marks,
  m: Messages,
): Html {
  return html`<figure class="chart">
<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="${id}-title ${id}-desc" fill="currentColor" text-anchor="middle">
<title id="${id}-title">${title}</title>
<desc id="${id}-desc">${joinSentences(finding, how, m)}</desc>
${picture.kind === "stack" && PATTERN}${rendered(markup)}
</svg>
<figcaption${SAID}>${how}</figcaption>
</figure>
${numbers(id, table, m)}`;
}

/** A picture with its finding above it and its numbers under it; where nothing is drawn, only why. */
export function chart(view: ChartView, marks: Marks | undefined, m: Messages): Html {
  return html`<section class="band section" id="${view.id}">
<h2${SAID}>${view.title}</h2>
<div class="text"><p${SAID}>${view.finding}</p></div>
${view.drawn && marks && figure(view, view.drawn, marks, m)}</section>
`;
}
