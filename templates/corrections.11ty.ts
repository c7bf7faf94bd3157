import { define } from "./define.ts";
import { html } from "./html.ts";
import { correction, labels } from "./partials/header.ts";
import { SAID } from "./said.ts";
import { layout } from "./partials/layout.ts";
import { pages } from "./partials/teaser.ts";

export default define("corrections", (page) =>
  layout(
    page,
    html`<header class="band header"${SAID}>
<h1>Corrections</h1>
<div class="text"><p>What was wrong, and what is right. Each also stands at the top of its story. <a href="${page.feed.href}">Feed</a></p></div>
</header>
${
  page.entries.length === 0
    ? html`<div class="band"><div class="text"><p${SAID}>Nothing has been corrected so far.</p></div></div>\n`
    : page.entries.map(
        ({ of, labels: texts, correction: view }) => html`<section class="band section">
<h2><a href="${of.href}">${of.text}</a></h2>
<section class="text">${labels(texts)}${correction(view)}</section>
</section>
`,
      )
}${pages(page.newer, page.older)}`,
  ),
);
