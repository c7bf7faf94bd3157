import { messagesOf } from "../src/locales/messages.ts";
import { define } from "./define.ts";
import { html, rendered } from "./html.ts";
import { disclosure } from "./partials/header.ts";
import { layout } from "./partials/layout.ts";

export default define("standing", (page) => {
  const m = messagesOf(page.shell);
  return layout(
    page,
    html`<article class="sheet page">
<header class="band header">
<h1>${page.title}</h1>
${disclosure(page.disclosure, m)}</header>
<div class="band">
<section class="text">
${rendered(page.openingHtml)}${page.responsible && html`<p>${m.page.responsibleInRole(page.responsible)}</p>\n`}${page.sections.map(
      ({ id, titleHtml, html: body }) => html`<h2 id="${id}">${rendered(titleHtml)}</h2>
${rendered(body)}`,
    )}</section>
</div>
</article>`,
  );
});
