import { type Html, html } from "../html.ts";
import { SAID } from "../said.ts";

const THEMES = { "": "As the system", light: "Light", dark: "Dark" };
const SIZES = { "": "Normal", large: "Large", larger: "Larger" };

function choice(name: string, legend: string, values: Readonly<Record<string, string>>): Html {
  return html`<fieldset>
<legend>${legend}</legend>
${Object.entries(values).map(([value, text]) => html`<label><input type="radio" name="${name}" value="${value}" id="_${name}-${value === "" ? "normal" : value}"${value === "" && html` checked`}> ${text}</label>\n`)}</fieldset>
`;
}

/** How a reader likes to read. The style sheet alone does what is chosen; the script of the page remembers it. */
export const comfort = html`<details class="comfort"${SAID}>
<summary>Reading</summary>
<div class="choices">
${choice("theme", "Colours", THEMES)}${choice("text", "Text", SIZES)}</div>
</details>
`;
