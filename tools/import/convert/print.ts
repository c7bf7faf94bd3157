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

/** Blocks as Markdown that ends with a line feed; empty where there are none. */
export function printBlocks(blocks: readonly RootContent[]): string {
  if (blocks.length === 0) return "";
  return toMarkdown({ type: "root", children: [...blocks] } satisfies Nodes, OPTIONS);
}
