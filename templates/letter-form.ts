import { messagesOf } from "../src/locales/messages.ts";
import type { FieldView, Hidden, LetterPage } from "../src/views/letters/form-view.ts";
import { type Html, html } from "./html.ts";

/** The name of the field that no person sees. */
export const TRAP = "homepage";

function describedBy({ id, note, faults }: FieldView): Html | undefined {
  const ids = [...(note === undefined ? [] : [`${id}-note`]), ...(faults.length === 0 ? [] : [`${id}-fault`])];
  return ids.length === 0 ? undefined : html` aria-describedby="${ids.join(" ")}"`;
}

function field(view: FieldView): Html {
  const { id, label, required, note, value, faults } = view;
  const state = html`${required !== undefined && html` required=""`}${faults.length > 0 && html` aria-invalid="true"`}${describedBy(view)}`;
  return html`<div class="field">
<label for="${id}">${label}${required !== undefined && html` <span class="mark">(${required})</span>`}</label>
${note !== undefined && html`<p class="note" id="${id}-note">${note}</p>\n`}${
    faults.length > 0 && html`<p class="fault" id="${id}-fault">${faults.join(" ")}</p>\n`
  }${
    id === "text"
      ? // A browser drops the first line feed of the field.
        html`<textarea id="text" name="text" rows="12" dir="auto"${state}>\n${value}</textarea>`
      : html`<input id="${id}" name="${id}" type="${id === "email" ? "email" : "text"}" autocomplete="${id}" dir="auto" value="${value}"${state}>`
  }
</div>
`;
}

function form(fields: readonly FieldView[], { story, token, action, empty }: Hidden, send: string): Html {
  return html`<form method="post" action="${action}" novalidate>
<input type="hidden" name="story" value="${story}">
<input type="hidden" name="token" value="${token}">
<div class="trap"><label for="${TRAP}">${empty}</label> <input id="${TRAP}" name="${TRAP}" tabindex="-1" autocomplete="off"></div>
${fields.map(field)}<p><button>${send}</button></p>
</form>
`;
}

function alert({ alert, form }: LetterPage): Html | undefined {
  if (!alert) return undefined;
  const wrong = form?.fields.filter(({ faults }) => faults.length > 0) ?? [];
  return html`<div class="alert" role="alert">
<h2>${alert.heading}</h2>
${alert.text !== undefined && html`<p>${alert.text}</p>\n`}${
    wrong.length > 0 &&
    html`<ul>
${wrong.map(({ id, label, faults }) => html`<li><a href="#${id}">${label}</a>: ${faults.join(" ")}</li>\n`)}</ul>
`
  }</div>
`;
}

/** A page of the server that takes letters, with the styles that its policy names by their digest. */
export function printLetterPage(page: LetterPage, styles: string): string {
  const { language, direction, site, heading, story, words, back } = page;
  const { letterForm: m } = messagesOf(site);
  const lead = (of: NonNullable<LetterPage["story"]>) =>
    html`<a href="${of.url}"><cite lang="${site.language}" dir="auto">${of.title}</cite></a>`;
  const title = story ? `${heading}: ${story.title}` : heading;
  return html`<!doctype html>
<html lang="${language}" dir="${direction}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} – ${site.name}</title>
<style>${{ markup: styles }}</style>
<header><p><a href="${site.url}/" lang="${site.language}">${site.name}</a></p></header>
<main>
<h1>${heading}</h1>
${story && html`<p class="story">${m.about.pieces({ title: lead(story) })}</p>\n`}${alert(page)}${words.map((sentence) => html`<p>${sentence}</p>\n`)}${
    page.form && form(page.form.fields, page.form.hidden, page.form.send)
  }<p><a href="${back.href}">${back.text}</a></p>
</main>
</html>
`.markup;
}
