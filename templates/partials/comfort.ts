import type { Messages } from "../../src/locales/locale.ts";
import { rememberOf } from "../../src/content/words/remember.ts";
import { type Html, html } from "../html.ts";
import { SAID } from "../said.ts";

function choice(name: string, legend: string, values: Readonly<Record<string, string>>): Html {
  return html`<fieldset>
<legend>${legend}</legend>
${Object.entries(values).map(([value, text]) => html`<label><input type="radio" name="${name}" value="${value}" id="_${name}-${value === "" ? "normal" : value}"${value === "" && html` checked`}> ${text}</label>\n`)}</fieldset>
`;
}

/** How a reader likes to read. The style sheet alone does what is chosen; the script of the page remembers it. */
export const comfort = rememberOf(({ comfort: m }: Messages): Html => {
  const themes = { "": m.asSystem, light: m.light, dark: m.dark };
  const sizes = { "": m.normal, large: m.large, larger: m.larger };
  return html`<details class="comfort"${SAID}>
<summary>${m.reading}</summary>
<div class="choices">
${choice("theme", m.colours, themes)}${choice("text", m.text, sizes)}</div>
</details>
`;
});
