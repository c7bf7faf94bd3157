import { define } from "./define.ts";
import { html } from "./html.ts";
import { SAID } from "./said.ts";
import { layout } from "./partials/layout.ts";
import { teasers } from "./partials/teaser.ts";

export default define("notFound", (page) =>
  layout(
    page,
    html`<header class="band header"${SAID}>
<h1>Page not found</h1>
<div class="text"><p>Nothing was ever published at this address, or it has moved. The latest edition is <a href="${page.shell.home}">on the front page</a>.</p></div>
</header>
${
  page.latest.length > 0 &&
  html`<section class="band section">
<h2${SAID}>Latest editions</h2>
${teasers(page.latest, "h3")}</section>`
}`,
  ),
);
