import { messagesOf } from "../src/locales/messages.ts";
import { define } from "./define.ts";
import { html } from "./html.ts";
import { layout } from "./partials/layout.ts";
import { SAID } from "./said.ts";
import { pages } from "./partials/teaser.ts";

export default define("directories", (page) => {
  const m = messagesOf(page.shell);
  const { kicker, title, introduction, groups } = page;
  const main = html`<header class="band header">
${kicker && html`<p class="kicker"${kicker.isSaid && SAID}><a href="${kicker.href}">${kicker.text}</a></p>\n`}<h1${SAID}>${title}</h1>
<div class="text"><p${SAID}>${introduction}</p></div>
</header>
${groups.map(
  ({ heading, entries }) => html`<section class="band year">
${heading && html`<h2><a href="${heading.href}">${heading.text}</a></h2>\n`}<ul class="index${entries.every(({ description, said }) => (description ?? said) === undefined) && " wide"}">
${entries.map(({ href, text, count, description, said }) => html`<li><a href="${href}">${text}</a> <span class="count"${SAID}>${count}</span>${description !== undefined && html` <span class="description">${description}</span>`}${said !== undefined && html` <span class="description"${SAID}>${said}</span>`}</li>\n`)}</ul>
</section>
`,
)}${pages(page, m)}`;
  return layout(page, main);
});
