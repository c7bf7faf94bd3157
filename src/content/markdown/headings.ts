import type { Token } from "./parser.ts";
import { plainText } from "./text.ts";

/** Gives out the ids of one body, none of them twice. */
export interface Ids {
  readonly taken: ReadonlySet<string>;
  claim(text: string): string;
}

/**
 * The words of a heading as an id: the letters that were typed, in small ones and in Unicode's form C, with hyphens for all
 * else. Latin letters lose their accents; of other scripts marks are part of the word (プ, 한, की), and so are joiners.
 */
function slugify(text: string): string {
  // Of most headings there is nothing to compose.
  if (!/[^\0-\x7F]/.test(text)) return hyphenate(text.toLowerCase());
  const plain = text
    .normalize("NFD")
    .replace(/([\p{Script=Latin}\p{N}\p{P}\p{S}\p{Z}]|^)\p{M}+/gu, "$1")
    .replace(/(?![\u200C\u200D])\p{Cf}|[\uFE00-\uFE0F]/gu, "")
    .replace(/(?<![\p{L}\p{M}])[\u200C\u200D]|[\u200C\u200D](?![\p{L}\p{M}])/gu, "")
    .toLowerCase()
    .normalize("NFC");
  return hyphenate(plain);
}

function hyphenate(words: string): string {
  return words.replace(/[^\p{L}\p{M}\p{N}\u200C\u200D]+/gu, "-").replace(/^-|-$/g, "") || "section";
}

export function createIds(prefix: string): Ids {
  const taken = new Set<string>();
  // The last number given to each text, since counting from 2 every time takes minutes for thousands of like headings.
  const last = new Map<string, number>();
  return {
    taken,
    claim(text) {
      const base = `${prefix}_${slugify(text)}`;
      let count = last.get(base) ?? 1;
      let id = count === 1 ? base : `${base}-${count}`;
      while (taken.has(id)) id = `${base}-${++count}`;
      last.set(base, count);
      taken.add(id);
      return id;
    },
  };
}

/** Makes headings bold lines, where the page has no level for them. */
export function flattenHeadings(tokens: readonly Token[]): void {
  for (const [index, token] of tokens.entries()) {
    if (token.type !== "heading_open") continue;
    token.tag = "p";
    token.attrSet("class", "subhead");
    const close = tokens[index + 2];
    if (close) close.tag = "p";
  }
}

/** Gives the headings under a level-2 heading ids and a gapless order; one within a list or quotation becomes a bold line. */
export function levelHeadings(tokens: readonly Token[], ids: Ids): void {
  let last = 2;
  for (const [index, token] of tokens.entries()) {
    if (token.type !== "heading_open") continue;
    if (token.level > 0) {
      flattenHeadings(tokens.slice(index, index + 3));
      continue;
    }
    // A level-1 heading is an error, and shall not have the rest of the section rise with it.
    last = Math.min(Math.max(3, Number(token.tag.slice(1))), last + 1);
    token.tag = `h${last}`;
    const id = ids.claim(plainText(tokens[index + 1]?.children ?? null));
    token.attrSet("id", id);
    const close = tokens[index + 2];
    if (!close) continue;
    close.tag = token.tag;
    close.meta = { id };
  }
}
