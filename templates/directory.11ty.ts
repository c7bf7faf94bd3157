import { define } from "./define.ts";
import { html } from "./html.ts";
import { layout } from "./partials/layout.ts";
import { pages } from "./partials/teaser.ts";

export default define("directories", (page) => {
  const { kicker, title, introduction, groups, newer, older } = page;
  const main = html`<header class="band header">
${kicker && html`<p class="kicker"><a href="${kicker.href}">${kicker.text}</a></p>\n`}<h1>${title}</h1>
<div class="text"><p>${introduction}</p></div>
</header>
${groups.map(
  ({ heading, entries }) => html`<section class="band year">
${heading && html`<h2><a href="${heading.href}">${heading.text}</a></h2>\n`}<ul class="index${entries.every(({ description }) => description === undefined) && " wide"}">
${entries.map(({ href, text, count, description }) => html`<li><a href="${href}">${text}</a> <span class="count">${count}</span>${description !== undefined && html` <span class="description">${description}</span>`}</li>\n`)}</ul>
</section>
`,
)}${pages(newer, older)}`;
  return layout(page, main);
});
