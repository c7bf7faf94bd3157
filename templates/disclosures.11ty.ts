import { messagesOf } from "../src/locales/messages.ts";
import { define } from "./define.ts";
import { html } from "./html.ts";
import { SAID, said } from "./said.ts";
import { layout } from "./partials/layout.ts";
import { pages } from "./partials/teaser.ts";

export default define("disclosures", (page) => {
  const m = messagesOf(page.shell);
  const json = html`<a href="${page.json}">${m.disclosures.asJson}</a>`;
  return layout(
    page,
    html`<header class="band header"${SAID}>
<h1>${m.disclosures.disclosures}</h1>
<div class="text"><p>${m.disclosures.introduction.pieces({ link: json })}</p></div>
</header>
${page.records.map(
  ({ edition, texts }) => html`<section class="band section">
<h2><a href="${edition.href}">${edition.text}</a></h2>
<section class="text">
${texts.length === 0 && html`<p${SAID}>${m.disclosures.none}</p>\n`}${texts.map(
    ({ of, statements }) => html`<h3><a href="${of.href}">${of.text}</a></h3>
<ul>
${statements.map(({ label, text, isSaid }) => html`<li><strong class="caps"${SAID}>${label}</strong> ${isSaid ? said(text) : text}</li>\n`)}</ul>
`,
  )}</section>
</section>
`,
)}${pages(page, m)}`,
  );
});
