import type { EditionView } from "../../src/views/edition.ts";
import { type Html, html, rendered } from "../html.ts";
import { advertisement } from "./advertisement.ts";
import { corrections, credits, disclosure, time } from "./header.ts";
import { notice } from "./preview.ts";
import { analysis, summary } from "./story.ts";

function contents({ contents, stories, minutes }: EditionView): Html {
  const count = stories.length === 1 ? "1 story" : `${stories.length} stories`;
  return html`<nav class="contents" aria-labelledby="_contents">
<h2 id="_contents">In this edition</h2>
<p class="length">${count} · ${minutes} min</p>
<ol>
${contents.map(({ href, text }, index) => html`<li${index < stories.length && html` class="story-item"`}><a href="${href}">${text}</a></li>\n`)}</ol>
</nav>
`;
}

function header(edition: EditionView, href: string | undefined): Html {
  const { slot, rest } = edition.headline;
  const words = html`${slot !== undefined && html`<span class="slot">${slot}</span> `}${rest}`;
  return html`<header class="band header">
<p class="dateline"><a class="kicker" href="${edition.slot.href}">${edition.slot.text}</a> ${time(edition.date)}</p>
<h1>${href === undefined ? words : html`<a href="${href}">${words}</a>`}</h1>
${notice(edition.notice)}${credits(edition)}${disclosure(edition.disclosure)}${corrections(edition.corrections)}${
    edition.ledeHtml !== "" &&
    html`<div class="lede">
${rendered(edition.ledeHtml)}</div>
`
  }${contents(edition)}</header>
`;
}

function sections({ sections }: EditionView): Html[] {
  return sections.map(
    (
      { id, titleHtml, html: body },
      index,
    ) => html`<section class="band section${index === 0 && " nut-graf"}" id="${id}">
<h2>${rendered(titleHtml)}</h2>
<div class="text">
${rendered(body)}</div>
</section>
`,
  );
}

/** An edition whole, from its dateline to its disclosures; `href` makes its headline a link, as on the home page. */
export function editionArticle(edition: EditionView, after: Html | undefined, href?: string): Html {
  return html`<article class="sheet edition" data-light="${edition.light}" ai-disclosure="${edition.ai.level}">
${header(edition, href)}<div class="sheet summaries">
${edition.stories.map((story, index) => [summary(story, index === 0), index === 0 && advertisement(edition.advertisement)])}</div>
${sections(edition)}${edition.closing && html`<div class="band ending"><p class="closing">The next edition, <a href="${edition.closing.slot.href}">${edition.closing.slot.text}</a>, appears on ${time(edition.closing.time)}.</p></div>\n`}${
    edition.hasAnalyses &&
    html`<div class="sheet analyses" id="_analyses">
${edition.stories.map(analysis)}</div>
`
  }<section class="band section fine">
<h2>How this edition was made</h2>
<div class="text">
${edition.inFull.map((text) => html`<p>${text}</p>\n`)}</div>
</section>
${after}<div class="band"><p class="back-to-top"><a href="#_top">↑ Back to top</a></p></div>
</article>`;
}
