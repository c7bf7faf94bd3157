import type { Messages } from "../../src/locales/locale.ts";
import type { MailView } from "../../src/views/mail/mail.ts";
import type { StoryView } from "../../src/views/parts/story.ts";
import { formatList } from "../../src/locales/format.ts";
import { tagOfWords } from "../../src/locales/languages.ts";
import { ANCHORS } from "../../src/content/links/anchor.ts";
import { type Html, html, rendered } from "../html.ts";
import { SAID, settleSaid } from "../said.ts";
import { advertisement } from "./advertisement.ts";
import { corrections, disclosure, time } from "./header.ts";
import { aiLabel, figure, sources, whatsNew } from "./story.ts";

function story(view: StoryView, m: Messages): Html {
  return html`<article>
${view.topic && html`<p class="kicker">${view.topic.text}</p>\n`}<h2><a href="${view.href}">${view.title}</a></h2>
${aiLabel(view)}${figure(view, false)}${whatsNew(view, m)}${rendered(view.summaryHtml)}
${sources(view, "h3", m)}</article>
`;
}

function analysis(view: StoryView, m: Messages): Html | undefined {
  const { analysis: own, short } = view;
  if (!own) return undefined;
  return html`<article>
<p class="kicker"${SAID}>${m.story.analysis}: ${short}</p>
<h2>${rendered(own.titleHtml)}</h2>
${aiLabel(view)}${rendered(own.html)}
</article>
`;
}

/** An edition as its mail has it, without addresses made whole and without styles: of this both parts are printed. */
export function mailContent(mail: MailView, m: Messages): string {
  const { edition, url, name, home, language } = mail;
  const names = formatList(
    tagOfWords(language),
    edition.byline.map((person) => person.name),
  );
  const content = html`<p class="name"><a href="${home}">${name}</a></p>
<p class="kicker">${edition.slot.text} · ${time(edition.date)}</p>
<h1><a href="${url}">${mail.subject}</a></h1>
<p class="facts"${SAID}>${names !== "" && html`${m.text.byline({ names })}<br>`}${edition.ai.line}</p>
${disclosure(edition.disclosure, m)}${corrections(edition.corrections, m)}${rendered(edition.ledeHtml)}
${edition.stories.map((own, index) => [story(own, m), index === 0 && advertisement(edition.advertisement, m)])}${edition.sections.map(
    ({ titleHtml, html: body }) => html`<article>
<h2>${rendered(titleHtml)}</h2>
${rendered(body)}
</article>
`,
  )}${edition.stories.map((own) => analysis(own, m))}<article>
<h2${SAID}>${m.edition.howMade}</h2>
${edition.inFull.map((text) => html`<p${SAID}>${text}</p>\n`)}<p${SAID}><a href="${url}">${m.mail.onWeb}</a></p>
<p class="facts"${SAID}>${m.page.publishedBy({ name, publisher: mail.publisher })}${mail.postal !== undefined && html`<br>${mail.postal}`}</p>
</article>
`;
  return settleSaid(content.markup, language).replace(ANCHORS, "");
}
