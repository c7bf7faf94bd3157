import type { Messages } from "../../src/locales/locale.ts";
import type { EditionView } from "../../src/views/parts/edition.ts";
import type { NextEditionView } from "../../src/views/parts/next-edition.ts";
import type { Teaser } from "../../src/views/parts/teaser.ts";
import { type Html, html, rendered } from "../html.ts";
import { SAID } from "../said.ts";
import { advertisement } from "./advertisement.ts";
import { corrections, credits, disclosure, time } from "./header.ts";
import { letterCount } from "./letters.ts";
import { anchor } from "./link.ts";
import { notice } from "./preview.ts";
import { wayTo } from "./pager.ts";
import { player } from "./recording.ts";
import { analysis, summary } from "./story.ts";

function contents(edition: EditionView, m: Messages): Html {
  const { contents, stories, minutes, summaryMinutes, hasAnalyses } = edition;
  const length = [m.text.stories({ count: stories.length }), m.text.minutesShort({ count: minutes })];
  return html`<nav class="contents" aria-labelledby="_contents">
<h2 id="_contents"${SAID}>${m.edition.contents}</h2>
<p class="length"${SAID}>${length.join(" · ")}</p>
${hasAnalyses && html`<p class="summaries-only"${SAID}><label><input type="checkbox" id="_summaries"> ${m.edition.summariesOnly({ count: summaryMinutes })}</label></p>\n`}<ol>
${contents.map(({ href, text, isSaid }, index) => html`<li${index < stories.length && html` class="story-item"`}${isSaid && SAID}><a href="${href}">${text}</a></li>\n`)}</ol>
</nav>
`;
}

function header(edition: EditionView, { href, language }: Pick<Around, "href" | "language">, m: Messages): Html {
  const { slot, rest } = edition.headline;
  const words = html`${slot !== undefined && html`<span class="slot">${slot}</span> `}${rest}`;
  return html`<header class="band header">
<p class="day"><a class="kicker" href="${edition.slot.href}">${edition.slot.text}</a> ${time(edition.date)}</p>
<h1>${href === undefined ? words : html`<a href="${href}">${words}</a>`}</h1>
${notice(edition.notice)}${credits(edition, language, m)}${disclosure(edition.disclosure, m)}${corrections(edition.corrections, m)}${player(edition.recording, m)}${
    edition.ledeHtml !== "" &&
    html`<section class="lede">
${rendered(edition.ledeHtml)}</section>
`
  }${contents(edition, m)}</header>
`;
}

function sections({ sections }: EditionView, m: Messages): Html[] {
  return sections.map(
    (
      { id, titleHtml, html: body },
      index,
    ) => html`<section class="band section${index === 0 && " nut-graf"}" id="${id}">
<h2>${rendered(titleHtml)}${anchor(id, m)}</h2>
<section class="text">
${rendered(body)}</section>
</section>
`,
  );
}

interface Around {
  /** The publication's. */
  readonly language: string;
  /** The edition that came next or is promised. */
  readonly following: NextEditionView | undefined;
  /** The edition that came next, if one has. */
  readonly next?: Teaser | undefined;
  /** Stands below the edition. */
  readonly after: Html | undefined;
  /** Makes its headline a link, as on the home page. */
  readonly href?: string;
}

function closing(next: NextEditionView, m: Messages): Html {
  const slot = html`<a href="${next.slot.href}">${next.slot.text}</a>`;
  return html`${m.edition.nextAppears.pieces({ slot, time: time(next.time) })}`;
}

/** Where an edition ends: there is no more to read, and the next one comes at its hour. */
function end(edition: EditionView, { next, following }: Pick<Around, "next" | "following">, m: Messages): Html {
  if (!next)
    return html`<section class="band ending"><p class="closing end"${SAID}><strong>${m.edition.upToDate}</strong>${following && html` ${closing(following, m)}`}</p></section>\n`;
  const { href, title } = wayTo(next, m);
  const upToDate = m.edition.upToDateWith.pieces({ slot: edition.slot.text, date: time(edition.dateSaid) });
  const isOut = m.edition.nextIsOut.pieces({ edition: html`<a href="${href}">${title}</a>` });
  return html`<section class="band ending"><p class="closing end"${SAID}><strong>${upToDate}</strong> ${isOut}</p></section>\n`;
}

/** An edition whole, from its dateline to its disclosures. */
export function editionArticle(edition: EditionView, { next, following, after, ...around }: Around, m: Messages): Html {
  return html`<article class="sheet edition" id="_article" data-light="${edition.light}" ai-disclosure="${edition.ai.level}">
${header(edition, around, m)}<section class="sheet summaries">
${edition.stories.map((story, index) => [summary(story, index === 0, m, letterCount(story.letterCount)), index === 0 && advertisement(edition.advertisement, m)])}</section>
${sections(edition, m)}${
    edition.hasAnalyses &&
    html`${following && html`<section class="band ending"><p class="closing"${SAID}>${closing(following, m)}</p></section>\n`}<section class="sheet analyses" id="_analyses">
${edition.stories.map((story) => analysis(story, m))}</section>
`
  }${end(edition, { next, following }, m)}<section class="band section fine">
<h2${SAID}>${m.edition.howMade}</h2>
<section class="text">
${edition.inFull.map((text) => html`<p${SAID}>${text}</p>\n`)}</section>
</section>
${after}<div class="band"><p class="back-to-top"${SAID}><a href="#_top">${m.page.backToTop}</a></p></div>
</article>`;
}
