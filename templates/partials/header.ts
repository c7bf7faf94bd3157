import { formatList } from "../../src/locales/format.ts";
import type { Messages } from "../../src/locales/locale.ts";
import type { AiView } from "../../src/views/parts/ai.ts";
import type { DisclosureView } from "../../src/views/parts/disclosure.ts";
import type { CorrectionView, PersonView } from "../../src/views/parts/story.ts";
import type { TimeView } from "../../src/views/parts/time.ts";
import { tagOfWords } from "../../src/locales/languages.ts";
import { type Html, html } from "../html.ts";
import { SAID } from "../said.ts";

/** A moment; its day is kept on one line. */
export function time({ iso, text, whole = "" }: TimeView): Html {
  const at = whole === "" ? -1 : text.indexOf(whole);
  if (at < 0 || whole === text) return html`<time datetime="${iso}">${text}</time>`;
  const [before, after] = [text.slice(0, at), text.slice(at + whole.length)];
  return html`<time datetime="${iso}">${before}<span class="whole">${whole}</span>${after}</time>`;
}

interface Credits {
  readonly byline: readonly PersonView[];
  readonly minutes: number;
  readonly ai: AiView;
  readonly published?: TimeView;
}

/** Byline, reading time and AI level, before the first paragraph; `language` is the publication's. */
export function credits({ byline, minutes, ai, published }: Credits, language: string, m: Messages): Html {
  const names = formatList(
    tagOfWords(language),
    byline.map(({ name }) => name),
  );
  return html`<div class="credits">
${byline.length > 0 && html`<p class="byline"${SAID}>${m.text.byline({ names })}</p>\n`}${published && html`<p class="published">${time(published)}</p>\n`}<p class="reading-time"${SAID}>${m.text.minutes({ count: minutes })}</p>
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
export function disclosure(view: DisclosureView | undefined, m: Messages): Html | undefined {
  if (!view) return undefined;
  return html`<div class="disclosure" role="note" aria-label="${m.text.commercialDisclosure}">
${view.paragraphs.map((text, index) => html`<p${index === 0 && SAID}>${index === 0 && html`<strong class="caps">${m.text.paidLinks}</strong> `}${text}</p>\n`)}</div>
`;
}

export function corrections(views: readonly CorrectionView[], m: Messages): Html | undefined {
  if (views.length === 0) return undefined;
  return html`<div class="corrections" role="note" aria-label="${m.text.corrections}">
${views.map((view) => correction(view, m))}</div>
`;
}

/** A correction with its moment; one that stands apart from its story leads there. */
export function correction({ label, of, at, text }: CorrectionView, m: Messages): Html {
  const entry = of
    ? m.corrections.entryOf.pieces({ story: html`<a href="${of.href}">${of.text}</a>`, time: time(at), text })
    : m.corrections.entry.pieces({ time: time(at), text });
  return html`<p class="correction"><strong class="caps"${SAID}>${label}</strong> ${entry}</p>\n`;
}
