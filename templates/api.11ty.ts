import { messagesOf } from "../src/locales/messages.ts";
import { define } from "./define.ts";
import { html } from "./html.ts";
import { layout } from "./partials/layout.ts";
import { offered } from "./partials/offered.ts";
import { SAID } from "./said.ts";

export default define("api", (page) => {
  const { api: words } = messagesOf(page.shell);
  const { documents, shell } = page;
  return layout(
    page,
    html`<header class="band header">
<h1${SAID}>${words.title}</h1>
</header>
<section class="band section">
<section class="text">
<p${SAID}>${words.introduction({ name: shell.name })}</p>
<ul>
${documents.map(offered)}</ul>
<p${SAID}>${words.versions}</p>
<p${SAID}>${words.labels}</p>
</section>
</section>`,
  );
});
