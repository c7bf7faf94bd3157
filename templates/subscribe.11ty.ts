import { messagesOf } from "../src/locales/messages.ts";
import { define } from "./define.ts";
import { html } from "./html.ts";
import { disclosure } from "./partials/header.ts";
import { layout } from "./partials/layout.ts";
import { externalLink } from "./partials/link.ts";
import { offered } from "./partials/offered.ts";
import { SAID } from "./said.ts";

export default define("subscribe", (page) => {
  const m = messagesOf(page.shell);
  const { subscribe: words } = m;
  const { signUp, feeds, shell } = page;
  return layout(
    page,
    html`<header class="band header">
<h1${SAID}>${words.title}</h1>
${disclosure(page.disclosure, m)}</header>
${
  signUp &&
  html`<section class="band section">
<h2${SAID}>${words.mail}</h2>
<section class="text">
<p${SAID}>${words.mailed.pieces({ name: shell.name, link: externalLink(signUp, m) })}</p>
</section>
</section>
`
}<section class="band section">
<h2${SAID}>${words.feedReader}</h2>
<section class="text">
<p${SAID}>${words.introduction}</p>
<ul>
${feeds.map(offered)}</ul>
</section>
</section>`,
  );
});
