import type { AiView } from "../../src/views/parts/ai.ts";
import type { DisclosureView } from "../../src/views/parts/disclosure.ts";
import type { CorrectionView, PersonView } from "../../src/views/parts/story.ts";
import type { TimeView } from "../../src/views/parts/time.ts";
import { PHRASES } from "../../src/views/parts/phrase.ts";
import { type Html, html } from "../html.ts";
import { SAID } from "../said.ts";

export function time({ iso, text }: TimeView): Html {
  return html`<time datetime="${iso}">${text}</time>`;
}

export function minutesOf(minutes: number): string {
  return minutes === 1 ? "1 minute’s reading" : `${minutes} minutes’ reading`;
}

function names(people: readonly PersonView[]): string {
  return new Intl.ListFormat(PHRASES, { type: "conjunction" }).format(people.map(({ name }) => name));
}

interface Credits {
  readonly byline: readonly PersonView[];
  readonly minutes: number;
  readonly ai: AiView;
  readonly published?: TimeView;
}

/** Byline, reading time and AI level, before the first paragraph. */
export function credits({ byline, minutes, ai, published }: Credits): Html {
  return html`<div class="credits">
${byline.length > 0 && html`<p class="byline"${SAID}>By ${names(byline)}</p>\n`}${published && html`<p class="published">${time(published)}</p>\n`}<p class="reading-time"${SAID}>${minutesOf(minutes)}</p>
<p class="ai-level"${SAID}>${ai.line}</p>
</div>
`;
}

export function labels(texts: readonly string[]): Html | undefined {
  return texts.length === 0
    ? undefined
    : html`<p class="labels">${texts.map((text, index) => html`${index > 0 && " "}<span class="label"${SAID}>${text}</span>`)}</p>\n`;
}

/** The commercial disclosure: real text that stands before the first paid link. */
export function disclosure(view: DisclosureView | undefined): Html | undefined {
  if (!view) return undefined;
  return html`<aside class="disclosure" aria-label="Commercial disclosure">
${view.paragraphs.map((text, index) => html`<p${index === 0 && SAID}>${index === 0 && html`<strong class="caps">Paid links</strong> `}${text}</p>\n`)}</aside>
`;
}

export function corrections(views: readonly CorrectionView[]): Html | undefined {
  if (views.length === 0) return undefined;
  return html`<aside class="corrections" aria-label="Corrections">
${views.map(correction)}</aside>
`;
}

export function correction({ label, of, at, text }: CorrectionView): Html {
  return html`<p class="correction"><strong class="caps"${SAID}>${label}</strong> ${of && html`<a href="${of.href}">${of.text}</a>, `}${time(at)}: ${text}</p>\n`;
}
