import { messagesOf } from "../src/locales/messages.ts";
import { define } from "./define.ts";
import { html } from "./html.ts";
import { disclosure } from "./partials/header.ts";
import { layout } from "./partials/layout.ts";
import { externalLink } from "./partials/link.ts";
import { SAID, said } from "./said.ts";
import { pages, teasers, timeline } from "./partials/teaser.ts";

export default define("lists", (page) => {
  const { kicker, title, introduction, website, feed, count: sum, rows, number, of } = page;
  const m = messagesOf(page.shell);
  const length = of > 1 ? m.list.lengthAndPage({ sum, number, of }) : m.list.length({ sum });
  const main = html`<header class="band header">
${kicker && html`<p class="kicker"${kicker.isSaid && SAID}><a href="${kicker.href}">${kicker.text}</a></p>\n`}<h1>${title}</h1>
${disclosure(page.disclosure, m)}<div class="text"><p>${introduction !== undefined && `${introduction} `}${said(length)}${website && html` ${externalLink(website, m)}`}${feed && html` <a href="${feed.href}"${SAID}>${m.text.feed}</a>`}</p></div>
</header>
${page.isTimeline ? timeline(rows, "h2") : teasers(rows, "h2")}${pages({ ...page, here: page }, m)}`;
  return layout(page, main, page.light);
});
