import { define } from "./define.ts";
import { html, rendered } from "./html.ts";
import { SAID } from "./said.ts";
import { layout } from "./partials/layout.ts";

export default define("search", (page) => {
  const { action, search, instead, shell } = page;
  const why = shell.preview
    ? "The preview has no search index: “npm run build” makes it."
    : "This copy of the site was made without a search index.";
  const main = html`<header class="band header"${SAID}>
<h1>Search</h1>
${
  search
    ? html`<form class="search" role="search" action="${action}" method="get" data-setup="${JSON.stringify(search.setup)}">
<p class="field"><label for="_q">Words to look for</label>
<input type="search" id="_q" name="q" autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="search"> <button type="submit">Search</button></p>
<p class="field"><label for="_order">Order</label> <select id="_order">
<option value="match">Best match</option>
<option value="newest">Newest first</option>
</select></p>
<details class="facets">
<summary>Narrow down</summary>
</details>
</form>
<p class="unscripted">Searching needs JavaScript, which this browser does not run.</p>
`
    : html`<p>${why}</p>\n`
}<p class="instead">Everything is also in ${instead.map(({ href, text }, at) => html`${at > 0 && (at === instead.length - 1 ? " and " : ", ")}<a href="${href}">${text}</a>`)}.</p>
</header>
${
  search &&
  html`<div class="sheet found" id="_found"></div>
${rendered(`<script src="${search.script}" defer></script>`)}`
}`;
  return layout(page, main);
});
