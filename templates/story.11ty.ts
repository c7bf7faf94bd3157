import { messagesOf } from "../src/locales/messages.ts";
import { define } from "./define.ts";
import { html, rendered } from "./html.ts";
import { corrections, credits, disclosure } from "./partials/header.ts";
import { SAID } from "./said.ts";
import { letters } from "./partials/letters.ts";
import { layout } from "./partials/layout.ts";
import { anchor } from "./partials/link.ts";
import { pager, wayTo } from "./partials/pager.ts";
import { notice } from "./partials/preview.ts";
import { share } from "./partials/share.ts";
import { aiLabel, aiNote, figure, sources, whatsNew } from "./partials/story.ts";
import { teasers } from "./partials/teaser.ts";

export default define("stories", (page) => {
  const { story, others, previous, next, shell } = page;
  const m = messagesOf(shell);
  const { topic, analysis, tags } = story;
  const ways = [
    ...(previous
      ? [{ direction: "previous", relation: "prev", label: m.story.previous, ...wayTo(previous, m) } as const]
      : []),
    ...(next ? [{ direction: "next", relation: "next", label: m.story.next, ...wayTo(next, m) } as const] : []),
  ];
  // Sections in sections: reader modes give the words of each to what is around it, and so take all of the article for the text.
  const main = html`<article class="sheet story" id="_article" data-light="${story.light}" ai-disclosure="${story.ai.level}"><section class="sheet">
<header class="band header">
${topic && html`<p class="kicker"><a href="${topic.href}">${topic.text}</a></p>\n`}<h1>${story.title}</h1>
${notice(story.notice)}${aiLabel(story)}${credits(story, shell.language, m)}${disclosure(page.disclosure, m)}${corrections(story.corrections, m)}${figure(story, true)}</header>
<section class="band summary">
<section class="text">
${aiNote(story, page.inFull[0] ?? "")}${whatsNew(story, m)}${rendered(story.summaryHtml)}${page.thread && html`<p class="thread"${SAID}><a href="${page.thread.href}">${m.story.thread({ count: page.thread.of, thread: page.thread.text })}</a></p>\n`}</section>
${sources(story, "h2", m)}</section>
${
  analysis &&
  html`<section class="band analysis" id="${analysis.id}">
<p class="kicker"><span class="part"${SAID}>${m.story.analysis}</span></p>
<h2>${rendered(analysis.titleHtml)}${anchor(analysis.id, m)}</h2>
${aiLabel(story)}<section class="text">
${rendered(analysis.html)}</section>
</section>
`
}<section class="band section fine">
<h2${SAID}>${m.story.howMade}</h2>
<section class="text">
${page.inFull.map((text) => html`<p${SAID}>${text}</p>\n`)}</section>
${tags.length > 0 && html`<ul class="keywords" aria-label="${m.story.tags}">${tags.map((tag) => html`<li>${tag}</li>`)}</ul>\n`}</section>
${letters(page.letters, m)}<section class="band section in-edition">
<h2${SAID}>${m.edition.contents}</h2>
<p class="of"${SAID}>${m.story.fromEdition.pieces({ edition: html`<a href="${story.edition.href}">${story.edition.text}</a>` })}</p>
${teasers(others, "h3")}</section>
${
  page.related.length > 0 &&
  topic &&
  html`<section class="band section in-topic">
<h2${SAID}>${m.story.moreOn.pieces({ topic: html`<a href="${topic.href}">${topic.text}</a>` })}</h2>
${teasers(page.related, "h3")}</section>
`
}${share(page.share, "story", m)}${pager(m.story.others, ways, m)}<div class="band"><p class="back-to-top"${SAID}><a href="#_top">${m.page.backToTop}</a></p></div>
</section></article>`;
  return layout(page, main, story.light);
});
