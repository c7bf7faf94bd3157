import { messagesOf } from "../src/locales/messages.ts";
import type { LinkView } from "../src/views/parts/link.ts";
import { define } from "./define.ts";
import { html, rendered } from "./html.ts";
import { SAID } from "./said.ts";
import { layout } from "./partials/layout.ts";

const link = ({ href, text }: LinkView) => html`<a href="${href}">${text}</a>`;

export default define("search", (page) => {
  const { action, search, instead, shell } = page;
  const { search: words } = messagesOf(shell);
  const elsewhere = words.instead.pieces({
    archive: link(instead.archive),
    topics: link(instead.topics),
    publishers: link(instead.publishers),
  });
  const main = html`<header class="band header"${SAID}>
<h1>${words.title}</h1>
${
  search
    ? html`<form class="search" role="search" action="${action}" method="get" data-setup="${JSON.stringify(search.setup)}">
<p class="field"><label for="_q">${words.words}</label>
<input type="search" id="_q" name="q" autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="search"> <button type="submit">${words.submit}</button></p>
<p class="field"><label for="_order">${words.order}</label> <select id="_order">
<option value="match">${words.bestMatch}</option>
<option value="newest">${words.newestFirst}</option>
</select></p>
<details class="facets">
<summary>${words.narrow}</summary>
</details>
</form>
<p class="unscripted">${words.needsScript}</p>
`
    : html`<p>${shell.preview ? words.noneInPreview : words.noneInCopy}</p>\n`
}<p class="instead">${elsewhere}</p>
</header>
${
  search &&
  html`<div class="sheet found" id="_found"></div>
${rendered(`<script src="${search.script}" defer></script>`)}`
}`;
  return layout(page, main);
});
