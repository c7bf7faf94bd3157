import { FALLBACK, isComplete } from "../src/locales/languages.ts";
import { type Html, html, rendered } from "./html.ts";

/** No text and no passage that an editor marked can have it: quotation marks in texts are escaped. */
const MARKS = ' said=""';

/** Attributes of an element whose words are the program's own, which are not in the publication's language. */
export const SAID = rendered(MARKS);

/** The program's own words beside others; they hold no element of this kind. */
export function said(words: Html | string): Html {
  return html`<span${SAID}>${words}</span>`;
}

const SPAN = new RegExp(`<span${MARKS}>(.*?)</span>`, "gs");

/** Markup with the program's words marked where they are in another language than the publication, and only there. */
export function settleSaid(markup: string, language: string): string {
  return isComplete(language)
    ? markup.replace(SPAN, "$1").replaceAll(MARKS, "")
    : markup.replaceAll(MARKS, ` lang="${FALLBACK}" dir="ltr"`);
}
