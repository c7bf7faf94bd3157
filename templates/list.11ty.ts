import { define } from "./define.ts";
import { html } from "./html.ts";
import { disclosure } from "./partials/header.ts";
import { layout } from "./partials/layout.ts";
import { externalLink } from "./partials/link.ts";
import { SAID, said } from "./said.ts";
import { pages, teasers, timeline } from "./partials/teaser.ts";

export default define("lists", (page) => {
  const { kicker, title, introduction, website, feed, count, rows, number, of, newer, older } = page;
  const main = html`<header class="band header">
${kicker && html`<p class="kicker"${kicker.isSaid && SAID}><a href="${kicker.href}">${kicker.text}</a></p>\n`}<h1>${title}</h1>
${disclosure(page.disclosure)}<div class="text"><p>${introduction !== undefined && `${introduction} `}${said(`${count}${of > 1 ? `, page ${number} of ${of}` : ""}.`)}${website && html` ${externalLink(website)}`}${feed && html` <a href="${feed.href}"${SAID}>Feed</a>`}</p></div>
</header>
${page.isTimeline ? timeline(rows, "h2") : teasers(rows, "h2")}${pages(newer, older, `${number} of ${of}`)}`;
  return layout(page, main, page.light);
});
