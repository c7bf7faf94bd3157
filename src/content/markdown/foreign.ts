import type { MarkdownIt } from "markdown-it";
import { directionOf, isLanguage } from "../words/language-tag.ts";

/** What stands behind words of another language, as Pandoc has it: `[mot juste]{lang=fr}`. */
const LANGUAGE = /\{\s*lang\s*=\s*("?)([A-Za-z\d-]+)\1\s*\}/y;

/** Lets an editor mark words of another language, so that they are spoken and hyphenated as what they are (WCAG 2.2, 3.1.2). */
export function markForeign(parser: MarkdownIt): void {
  // Where the last such braces of a block stand, since a text of thousands of brackets would else be searched from each.
  let known: { readonly state: object; readonly last: number } | undefined;
  parser.inline.ruler.before("link", "foreign", (state, silent) => {
    const { src, pos } = state;
    if (src.charCodeAt(pos) !== 0x5b) return false;
    if (known?.state !== state) known = { state, last: src.lastIndexOf("]{") };
    if (pos > known.last) return false;
    const end = parser.helpers.parseLinkLabel(state, pos);
    if (end < 0) return false;
    LANGUAGE.lastIndex = end + 1;
    const [whole = "", , tag = ""] = LANGUAGE.exec(src) ?? [];
    if (!isLanguage(tag)) return false;
    if (!silent) {
      const most = state.posMax;
      const open = state.push("foreign_open", "span", 1);
      open.attrSet("lang", tag);
      open.attrSet("dir", directionOf(tag));
      state.pos = pos + 1;
      state.posMax = end;
      parser.inline.tokenize(state);
      state.posMax = most;
      state.push("foreign_close", "span", -1);
    }
    state.pos = end + 1 + whole.length;
    return true;
  });
}
