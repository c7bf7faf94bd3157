import { messagesOf } from "../src/locales/messages.ts";
import { define } from "./define.ts";
import { html } from "./html.ts";
import { correction, labels } from "./partials/header.ts";
import { SAID } from "./said.ts";
import { layout } from "./partials/layout.ts";
import { pages } from "./partials/teaser.ts";

export default define("corrections", (page) => {
  const m = messagesOf(page.shell);
  return layout(
    page,
    html`<header class="band header"${SAID}>
<h1>${m.text.corrections}</h1>
<div class="text"><p>${m.corrections.introduction} <a href="${page.feed.href}">${m.text.feed}</a></p></div>
</header>
${
  page.entries.length === 0
    ? html`<div class="band"><div class="text"><p${SAID}>${m.corrections.none}</p></div></div>\n`
    : page.entries.map(
        ({ of, labels: texts, correction: view }) => html`<section class="band section">
<h2><a href="${of.href}">${of.text}</a></h2>
<section class="text">${labels(texts)}${correction(view, m)}</section>
</section>
`,
      )
}${pages(page, m)}`,
  );
});
