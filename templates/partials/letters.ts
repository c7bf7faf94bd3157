import type { Messages } from "../../src/locales/locale.ts";
import { LETTERS_ID } from "../../src/views/parts/letter-count.ts";
import type { LinkView } from "../../src/views/parts/link.ts";
import type { LettersView, LetterView, Paragraphs } from "../../src/views/pages/story-letters.ts";
import { type Html, html } from "../html.ts";
import { SAID } from "../said.ts";
import { time } from "./header.ts";
import { anchor } from "./link.ts";

/** Plain text: what a reader wrote is escaped, and whole addresses in it alone are links. */
function plain(paragraphs: Paragraphs): Html[] {
  return paragraphs.map(
    (pieces) =>
      html`<p dir="auto">${pieces.map(({ text, href }) => (href === undefined ? text : html`<a href="${href}" rel="ugc nofollow">${text}</a>`))}</p>\n`,
  );
}

function letter({ id, name, at, paragraphs, reply }: LetterView, m: Messages): Html {
  return html`<article class="letter" id="letter-${id}">
<h3><bdi>${name}</bdi></h3>
<p class="day">${time(at)}</p>
${plain(paragraphs)}${
    reply &&
    html`<blockquote class="reply">
<p${SAID}><strong>${reply.by ? m.letters.answeredBy({ name: reply.by.name, role: reply.by.role }) : m.letters.answered}</strong></p>
${plain(reply.paragraphs)}</blockquote>
`
  }</article>
`;
}

/** The letters below a story, and how to write one while that is open. */
export function letters(view: LettersView | undefined, m: Messages): Html | undefined {
  if (!view) return undefined;
  const { open } = view;
  return html`<section class="band section letters" id="${LETTERS_ID}">
<h2${SAID}>${m.letters.letters}${anchor(LETTERS_ID, m)}</h2>
<section class="text">
${view.letters.map((own) => letter(own, m))}${
    open
      ? html`<p class="write"${SAID}>${open.ways.map(({ href, text }, index) => html`${index > 0 && " · "}<a href="${href}">${text}</a>`)}</p>
<p class="terms"${SAID}>${m.letters.terms} ${m.letters.until.pieces({ time: time(open.until) })}</p>
`
      : html`<p class="terms"${SAID}>${m.letters.closed}</p>\n`
  }</section>
</section>
`;
}

/** A line that tells how many letters stand below a story, and leads there. */
export function letterCount(link: LinkView | undefined): Html | undefined {
  return link && html`<p class="onward letter-count"${SAID}><a href="${link.href}">${link.text}</a></p>\n`;
}
