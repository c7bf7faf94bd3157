import type { Messages } from "../../locales/locale.ts";
import { escapeHtml } from "../words/escape-html.ts";

/** The link to itself at the end of a part's heading, behind a space; its sign is the style sheet's, so that it is no word of the text. */
export function anchorTo(id: string, m: Messages): string {
  return ` <a class="anchor" href="#${escapeHtml(id)}" aria-label="${escapeHtml(m.prose.linkToPart)}"></a>`;
}

/** Every such link in HTML of this project's making, with the space before it. */
export const ANCHORS = / <a class="anchor" [^>]*><\/a>/g;
