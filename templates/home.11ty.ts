import { messagesOf } from "../src/locales/messages.ts";
import { define } from "./define.ts";
import { html } from "./html.ts";
import { editionArticle } from "./partials/edition.ts";
import { SAID } from "./said.ts";
import { layout } from "./partials/layout.ts";
import { teasers } from "./partials/teaser.ts";

export default define("home", (page) => {
  const { edition, following, earlier, shell, archive } = page;
  const m = messagesOf(shell);
  const { language } = shell;
  const list = html`<section class="band section earlier" id="_earlier">
<h2${SAID}>${m.home.earlier}</h2>
${teasers(earlier, "h3")}<p class="onward"${SAID}><a href="${archive}">${m.home.archive}</a></p>
</section>
`;
  if (edition)
    return layout(
      page,
      editionArticle(
        edition,
        { language, following, after: (earlier.length > 0 && list) || undefined, href: edition.href },
        m,
      ),
      edition.light,
    );
  return layout(
    page,
    html`<header class="band header">
<h1>${shell.name}</h1>
<div class="text"><p${SAID}>${m.home.firstOnItsWay}</p></div>
</header>`,
  );
});
