import { define } from "./define.ts";
import { html, rendered } from "./html.ts";
import { disclosure } from "./partials/header.ts";
import { layout } from "./partials/layout.ts";

export default define("standing", (page) =>
  layout(
    page,
    html`<article class="sheet page">
<header class="band header">
<h1>${page.title}</h1>
${disclosure(page.disclosure)}</header>
<div class="band">
<section class="text">
${rendered(page.openingHtml)}${page.responsible && html`<p>Responsible for the content: ${page.responsible.name}, ${page.responsible.role}.</p>\n`}${page.sections.map(
      ({ id, titleHtml, html: body }) => html`<h2 id="${id}">${rendered(titleHtml)}</h2>
${rendered(body)}`,
    )}</section>
</div>
</article>`,
  ),
);
