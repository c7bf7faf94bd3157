import { type Finding, orAllow } from "./text/finding.ts";
import type { Field } from "./text/reading.ts";

const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"“”]{3,}/;
const MARKDOWN =
  /\*\*(?=\S)([^*\n]{1,200}?)(?<=\S)\*\*|(?<![\p{L}\p{N}_])__(?=\S)([^_\n]{1,200}?)(?<=\S)__(?![\p{L}\p{N}_])|\[([^[\]\n]{1,200})\] ?\((?:https?:|mailto:|story:|\/)[^()\s]*\)|^#{1,6} (\S.*)$|(?<!`)`([^`\n]{1,200})`(?!`)|\[\[([^[\]\n]{1,200})\]\]|^[-*•] (\S.*)$/mu;
/** Signs without which a text has neither. */
const SIGNS = /[*_[`#]|:\/\/|www\.|^[-•]/m;
const FIELD_OF_ADDRESS = /[.,;:!?)\]’']+$/;

/** Finds addresses and Markdown in texts of the front matter, which are shown as they are typed. */
export function findTyped(fields: readonly Field[]): Finding[] {
  return fields.flatMap(({ text, at }): Finding[] => {
    if (!SIGNS.test(text)) return [];
    const found: Finding[] = [];
    const markdown = MARKDOWN.exec(text);
    const [address] = ADDRESS.exec(text) ?? [];
    if (markdown) {
      const [typed = "", ...groups] = markdown as readonly (string | undefined)[];
      const words = groups.find((group) => group !== undefined) ?? "";
      found.push({
        at: at + markdown.index,
        end: at + markdown.index + typed.length,
        severity: "warning",
        rule: "looks-like-markdown",
        message: `“${typed}” is no Markdown here: readers see its signs`,
        hint: `type “${words}”${orAllow("looks-like-markdown", typed)}`,
      });
    }
    if (address !== undefined && !(markdown?.[0] ?? "").includes(address.slice(0, 12))) {
      const typed = address.replace(FIELD_OF_ADDRESS, "");
      found.push({
        at: at + text.indexOf(typed),
        end: at + text.indexOf(typed) + typed.length,
        severity: "warning",
        rule: "bare-url",
        message: `“${typed}” is printed as text, not as a link`,
        hint: `say what stands there, and put the address under “source” or into the text below${orAllow("bare-url", typed)}`,
      });
    }
    return found;
  });
}
