import { define } from "./define.ts";
import { html, rendered } from "./html.ts";
import { corrections, credits, disclosure, labels } from "./partials/header.ts";
import { SAID } from "./said.ts";
import { layout } from "./partials/layout.ts";
import { anchor } from "./partials/link.ts";
import { pager, wayTo } from "./partials/pager.ts";
import { notice } from "./partials/preview.ts";
import { share } from "./partials/share.ts";
import { figure, sources, whatsNew } from "./partials/story.ts";
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
  const main = html`<article class="sheet story" data-light="${story.light}" ai-disclosure="${story.ai.level}">
<header class="band header">
${topic && html`<p class="kicker"><a href="${topic.href}">${topic.text}</a></p>\n`}<h1>${story.title}</h1>
${notice(story.notice)}${labels(story.ai.label === undefined ? [] : [story.ai.label])}${credits(story)}${disclosure(page.disclosure)}${corrections(story.corrections)}${figure(story, true)}</header>
<div class="band summary">
<div class="text">
${whatsNew(story)}${rendered(story.summaryHtml)}${page.thread && html`<p class="thread"${SAID}><a href="${page.thread.href}">All ${page.thread.of} stories about ${page.thread.text}</a></p>\n`}</div>
${sources(story, "h2")}</div>
${
  analysis &&
  html`<section class="band analysis" id="${analysis.id}">
<p class="kicker"><span class="part"${SAID}>Analysis</span></p>
<h2>${rendered(analysis.titleHtml)}${anchor(analysis.id)}</h2>
<div class="text">
${rendered(analysis.html)}</div>
</section>
`
}<section class="band section fine">
<h2${SAID}>How this story was made</h2>
<div class="text">
${page.inFull.map((text) => html`<p${SAID}>${text}</p>\n`)}${story.letters !== undefined && html`<p${SAID}><a href="${story.letters}">Write to the editors about this story</a></p>\n`}</div>
${tags.length > 0 && html`<ul class="tags" aria-label="Tags">${tags.map((tag) => html`<li>${tag}</li>`)}</ul>\n`}</section>
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
</article>`;
  return layout(page, main, story.light);
});
