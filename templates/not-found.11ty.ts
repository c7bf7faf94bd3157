import { messagesOf } from "../src/locales/messages.ts";
import { define } from "./define.ts";
import { html } from "./html.ts";
import { SAID } from "./said.ts";
import { layout } from "./partials/layout.ts";
import { teasers } from "./partials/teaser.ts";

export default define("notFound", (page) => {
  const m = messagesOf(page.shell);
  const home = html`<a href="${page.shell.home}">${m.notFound.onFrontPage}</a>`;
  return layout(
    page,
    html`<header class="band header"${SAID}>
<h1>${m.notFound.title}</h1>
<div class="text"><p>${m.notFound.text.pieces({ link: home })}</p></div>
</header>
${
  page.latest.length > 0 &&
  html`<section class="band section">
<h2${SAID}>${m.notFound.latest}</h2>
${teasers(page.latest, "h3")}</section>`
}`,
  );
});
