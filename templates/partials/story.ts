import { PICTURE_SIZES } from "../../src/content/markdown/options.ts";
import type { Messages } from "../../src/locales/locale.ts";
import type { StoryView } from "../../src/views/parts/story.ts";
import { type Html, html, rendered } from "../html.ts";
import { SAID, said } from "../said.ts";
import { labels } from "./header.ts";
import { anchor, externalLink } from "./link.ts";
import { notice } from "./preview.ts";

/** A story's picture; `isFirst` on a page, it is fetched at once. */
export function figure({ image }: StoryView, isFirst: boolean): Html | undefined {
  if (!image) return undefined;
  const { href, width, height, alt, formats = [] } = image;
  const img = html`<img src="${href}" width="${width}" height="${height}" alt="${alt}"${isFirst ? html` fetchpriority="high"` : html` loading="lazy"`} decoding="async">`;
  return html`<figure class="figure">
${formats.length === 0 ? img : html`<picture>${formats.map(({ type, srcset }) => html`<source type="${type}" srcset="${srcset}" sizes="${PICTURE_SIZES}">`)}${img}</picture>`}
${image.credit !== undefined && html`<figcaption><span class="credit">${image.credit}</span></figcaption>\n`}</figure>
`;
}

/** The label of a text that a machine wrote, beside its headline. */
export function aiLabel({ ai }: StoryView): Html | undefined {
  return labels(ai.label === undefined ? [] : [ai.label]);
}

/**
 * The same within the text and in a sentence: a reader mode keeps what it takes for the text, and may drop the header with
 * the label in it.
 */
export function aiNote({ ai: { label } }: StoryView, inFull: string): Html | undefined {
  if (label === undefined) return undefined;
  return html`<p class="run-in ai-note"${SAID}><strong class="caps">${label}</strong> ${inFull}</p>\n`;
}

/** What has changed since the story that this one follows. */
export function whatsNew({ whatsNew }: StoryView, m: Messages): Html | undefined {
  if (!whatsNew) return undefined;
  const { text, previous } = whatsNew;
  return html`<p class="run-in whats-new"><strong class="caps"${SAID}>${m.story.whatsNew}</strong> ${text}${previous && html` <span class="previously">${said(m.story.previously)} <a href="${previous.href}">${previous.text}</a></span>`}</p>
`;
}

/** What a story rests on. */
export function sources({ sources }: StoryView, level: "h2" | "h3" | "h4", m: Messages): Html | undefined {
  if (sources.length === 0) return undefined;
  const tag = rendered(level);
  return html`<section class="sources">
<${tag}${SAID}>${m.story.sources({ count: sources.length })}</${tag}>
<ul>
${sources.map(({ publisher, link, about, archived }) => html`<li><cite><a href="${publisher.href}">${publisher.text}</a></cite> ${externalLink(link, m)} <span class="about"${SAID}>${about.join(" · ")}${archived !== undefined && html` · <a href="${archived}">${m.story.archivedCopy}</a>`}</span></li>\n`)}</ul>
</section>
`;
}

/** A story's summary where its edition is shown whole; `after` stands below it. */
export function summary(story: StoryView, isFirst: boolean, m: Messages, after?: Html): Html {
  return html`<article class="band story summary" id="${story.slug}" ai-disclosure="${story.ai.level}">
${story.topic && html`<p class="kicker"><a href="${story.topic.href}">${story.topic.text}</a></p>\n`}<h2><a href="${story.href}">${story.title}</a></h2>
${notice(story.notice)}${aiLabel(story)}${figure(story, isFirst)}<section class="text">
${whatsNew(story, m)}${rendered(story.summaryHtml)}</section>
${sources(story, "h3", m)}${story.analysis && html`<p class="onward onward-analysis"${SAID}><a href="#${story.analysis.id}">${m.story.readAnalysis}</a></p>\n`}${after}</article>
`;
}

/** A story's analysis below its edition, with a way back to the summary. */
export function analysis(story: StoryView, m: Messages): Html | undefined {
  if (!story.analysis) return undefined;
  const { id, titleHtml, html: body } = story.analysis;
  return html`<article class="band analysis" id="${id}" ai-disclosure="${story.ai.level}">
<p class="kicker"><span class="part"${SAID}>${m.story.analysis}</span> <a href="${story.href}">${story.short}</a></p>
<h2>${rendered(titleHtml)}${anchor(id, m)}</h2>
${aiLabel(story)}<section class="text">
${rendered(body)}</section>
<p class="back"${SAID}><a href="#${story.slug}">${m.story.backToSummary}</a></p>
</article>
`;
}
