import type { EditionView } from "../../src/views/parts/edition.ts";
import type { NextEditionView } from "../../src/views/parts/next-edition.ts";
import type { Teaser } from "../../src/views/parts/teaser.ts";
import { type Html, html, rendered } from "../html.ts";
import { SAID } from "../said.ts";
import { advertisement } from "./advertisement.ts";
import { corrections, credits, disclosure, time } from "./header.ts";
import { anchor } from "./link.ts";
import { notice } from "./preview.ts";
import { wayTo } from "./pager.ts";
import { analysis, summary } from "./story.ts";

function contents({ contents, stories, minutes, summaryMinutes, hasAnalyses }: EditionView): Html {
  const count = stories.length === 1 ? "1 story" : `${stories.length} stories`;
  return html`<nav class="contents" aria-labelledby="_contents">
<h2 id="_contents"${SAID}>In this edition</h2>
<p class="length"${SAID}>${count} · ${minutes} min</p>
${hasAnalyses && html`<p class="summaries-only"${SAID}><label><input type="checkbox" id="_summaries"> Summaries only, ${summaryMinutes} min</label></p>\n`}<ol>
${contents.map(({ href, text, isSaid }, index) => html`<li${index < stories.length && html` class="story-item"`}${isSaid && SAID}><a href="${href}">${text}</a></li>\n`)}</ol>
</nav>
`;
}

function header(edition: EditionView, href: string | undefined): Html {
  const { slot, rest } = edition.headline;
  const words = html`${slot !== undefined && html`<span class="slot">${slot}</span> `}${rest}`;
  return html`<header class="band header">
<p class="day"><a class="kicker" href="${edition.slot.href}">${edition.slot.text}</a> ${time(edition.date)}</p>
<h1>${href === undefined ? words : html`<a href="${href}">${words}</a>`}</h1>
${notice(edition.notice)}${credits(edition)}${disclosure(edition.disclosure)}${corrections(edition.corrections)}${
    edition.ledeHtml !== "" &&
    html`<section class="lede">
${rendered(edition.ledeHtml)}</section>
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
<h2>${rendered(titleHtml)}${anchor(id)}</h2>
<section class="text">
${rendered(body)}</section>
</section>
`,
  );
}

interface Around {
  /** The edition that came next or is promised. */
  readonly following: NextEditionView | undefined;
  /** The edition that came next, if one has. */
  readonly next?: Teaser | undefined;
  /** Stands below the edition. */
  readonly after: Html | undefined;
  /** Makes its headline a link, as on the home page. */
  readonly href?: string;
}

function closing(next: NextEditionView): Html {
  return html`The next edition, <a href="${next.slot.href}">${next.slot.text}</a>, appears on ${time(next.time)}.`;
}

/** Where an edition ends: there is no more to read, and the next one comes at its hour. */
function end(edition: EditionView, { next, following }: Pick<Around, "next" | "following">): Html {
  if (!next)
    return html`<section class="band ending"><p class="closing end"${SAID}><strong>You’re up to date.</strong>${following && html` ${closing(following)}`}</p></section>\n`;
  const { href, title } = wayTo(next);
  return html`<section class="band ending"><p class="closing end"${SAID}><strong>You’re up to date</strong> with ${time(edition.dateSaid)}, ${edition.slot.text.toLowerCase()}. The next edition is out: <a href="${href}">${title}</a></p></section>\n`;
}

/** An edition whole, from its dateline to its disclosures. */
export function editionArticle(edition: EditionView, { next, following, after, href }: Around): Html {
  return html`<article class="sheet edition" id="_article" data-light="${edition.light}" ai-disclosure="${edition.ai.level}">
${header(edition, href)}<section class="sheet summaries">
${edition.stories.map((story, index) => [summary(story, index === 0), index === 0 && advertisement(edition.advertisement)])}</section>
${sections(edition)}${
    edition.hasAnalyses &&
    html`${following && html`<section class="band ending"><p class="closing"${SAID}>${closing(following)}</p></section>\n`}<section class="sheet analyses" id="_analyses">
${edition.stories.map(analysis)}</section>
`
  }${end(edition, { next, following })}<section class="band section fine">
<h2${SAID}>How this edition was made</h2>
<section class="text">
${edition.inFull.map((text) => html`<p${SAID}>${text}</p>\n`)}</section>
</section>
${after}<div class="band"><p class="back-to-top"${SAID}><a href="#_top">↑ Back to top</a></p></div>
</article>`;
}
