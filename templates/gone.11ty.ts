import { messagesOf } from "../src/locales/messages.ts";
import { define } from "./define.ts";
import { html } from "./html.ts";
import { SAID } from "./said.ts";
import { layout } from "./partials/layout.ts";

export default define("gone", (page) => {
  const { gone: m, notFound } = messagesOf(page.shell);
  const since = html`<time datetime="${page.since.iso}">${page.since.text}</time>`;
  const home = html`<a href="${page.shell.home}">${notFound.onFrontPage}</a>`;
  return layout(
    page,
    html`<header class="band header">
<h1${SAID}>${page.isStory ? m.story : m.edition}</h1>
<div class="text">
<p${SAID}>${m.since.pieces({ day: since })}</p>
${page.reason && html`<p>${page.reason}</p>\n`}<p${SAID}>${m.onward.pieces({ link: home })}</p>
</div>
</header>`,
  );
});
