import type { Nodes, RootContent } from "mdast";
import { gfmFootnoteToMarkdown } from "mdast-util-gfm-footnote";
import { gfmStrikethroughToMarkdown } from "mdast-util-gfm-strikethrough";
import { gfmTableToMarkdown } from "mdast-util-gfm-table";
import { type Options, toMarkdown } from "mdast-util-to-markdown";

const OPTIONS: Options = {
  bullet: "-",
  emphasis: "*",
  fences: true,
  listItemIndent: "one",
  resourceLink: true,
  rule: "*",
  // Two lists in a row, which a comment would else keep apart: another kind of bullet does, too.
  join: [(left, right) => (left.type === "list" && right.type === "list" ? 1 : undefined)],
  extensions: [gfmTableToMarkdown({ tablePipeAlign: false }), gfmStrikethroughToMarkdown(), gfmFootnoteToMarkdown()],
};

const HIDDEN = /&#x([\dA-F]{4,5});/g;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Blocks as Markdown that ends with a line feed; empty where there are none. */
export function printBlocks(blocks: readonly RootContent[]): string {
  if (blocks.length === 0) return "";
  const printed = toMarkdown({ type: "root", children: [...blocks] } satisfies Nodes, OPTIONS);
  // Beside emphasis the printer hides a letter that would keep it from being some; to our reader these never do.
  return printed.replace(HIDDEN, (reference, code: string) => {
    const sign = String.fromCodePoint(Number.parseInt(code, 16));
    return UNSPACED.test(sign) ? sign : reference;
  });
}
