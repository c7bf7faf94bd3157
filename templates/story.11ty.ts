import { define } from "./define.ts";
import { html, rendered } from "./html.ts";
import { corrections, credits, disclosure } from "./partials/header.ts";
import { SAID } from "./said.ts";
import { layout } from "./partials/layout.ts";
import { anchor } from "./partials/link.ts";
import { pager, wayTo } from "./partials/pager.ts";
import { notice } from "./partials/preview.ts";
import { share } from "./partials/share.ts";
import { aiLabel, aiNote, figure, sources, whatsNew } from "./partials/story.ts";
import { teasers } from "./partials/teaser.ts";

export default define("stories", (page) => {
  const { story, others, previous, next } = page;
  const { topic, analysis, tags } = story;
  const ways = [
    ...(previous
      ? [{ direction: "previous", relation: "prev", label: "Previous story", ...wayTo(previous) } as const]
      : []),
    ...(next ? [{ direction: "next", relation: "next", label: "Next story", ...wayTo(next) } as const] : []),
  ];
  // Sections in sections: reader modes give the words of each to what is around it, and so take all of the article for the text.
  const main = html`<article class="sheet story" id="_article" data-light="${story.light}" ai-disclosure="${story.ai.level}"><section class="sheet">
<header class="band header">
${topic && html`<p class="kicker"><a href="${topic.href}">${topic.text}</a></p>\n`}<h1>${story.title}</h1>
${notice(story.notice)}${aiLabel(story)}${credits(story)}${disclosure(page.disclosure)}${corrections(story.corrections)}${figure(story, true)}</header>
<section class="band summary">
<section class="text">
${aiNote(story, page.inFull[0] ?? "")}${whatsNew(story)}${rendered(story.summaryHtml)}${page.thread && html`<p class="thread"${SAID}><a href="${page.thread.href}">All ${page.thread.of} stories about ${page.thread.text}</a></p>\n`}</section>
${sources(story, "h2")}</section>
${
  analysis &&
  html`<section class="band analysis" id="${analysis.id}">
<p class="kicker"><span class="part"${SAID}>Analysis</span></p>
<h2>${rendered(analysis.titleHtml)}${anchor(analysis.id)}</h2>
${aiLabel(story)}<section class="text">
${rendered(analysis.html)}</section>
</section>
`
}<section class="band section fine">
<h2${SAID}>How this story was made</h2>
<section class="text">
${page.inFull.map((text) => html`<p${SAID}>${text}</p>\n`)}${story.letters !== undefined && html`<p${SAID}><a href="${story.letters}">Write to the editors about this story</a></p>\n`}</section>
${tags.length > 0 && html`<ul class="keywords" aria-label="Tags">${tags.map((tag) => html`<li>${tag}</li>`)}</ul>\n`}</section>
<section class="band section in-edition">
<h2${SAID}>In this edition</h2>
<p class="of"${SAID}>From <a href="${story.edition.href}">${story.edition.text}</a></p>
${teasers(others, "h3")}</section>
${
  page.related.length > 0 &&
  topic &&
  html`<section class="band section in-topic">
<h2${SAID}>More on <a href="${topic.href}">${topic.text}</a></h2>
${teasers(page.related, "h3")}</section>
`
}${share(page.share, "story")}${pager("Other stories", ways)}<div class="band"><p class="back-to-top"${SAID}><a href="#_top">↑ Back to top</a></p></div>
</section></article>`;
  return layout(page, main, story.light);
});
