import { type Handle, toMdast } from "hast-util-to-mdast";
import type { FootnoteDefinition, RootContent } from "mdast";
import { cleanHtml } from "./clean.ts";
import { attribute, textOf, withoutInvisible } from "./hast.ts";
import { NOTE_MARK } from "./elements.ts";
import { takeFootnotes } from "./footnotes.ts";
import { parseHtml } from "./html.ts";
import { linesToParagraphs } from "./lines.ts";
import { tidyBlocks } from "./tidy.ts";
import { wordsOf } from "./words.ts";

/** A text as blocks of Markdown. */
export interface Converted {
  readonly blocks: readonly RootContent[];
  /** Footnotes by their names, to stand in the file that refers to them. */
  readonly notes: ReadonlyMap<string, FootnoteDefinition>;
  /** All words that a reader saw, descriptions of pictures included. */
  readonly words: readonly string[];
  readonly losses: readonly string[];
  /** What was left out since it belongs to the old site's pages and not to the text. */
  readonly furniture: readonly string[];
}

export interface ConvertOptions {
  /** What the text is of, for a refusal. */
  readonly where: string;
  readonly hasLines: boolean;
  /** Classes whose elements are furniture. */
  readonly dropped: readonly string[];
}

const HANDLERS: Record<string, Handle> = {
  [NOTE_MARK]: (_, node) => {
    const identifier = attribute(node, "identifier");
    return { type: "footnoteReference", identifier, label: identifier };
  },
};

/** Converts HTML to blocks of Markdown. Nothing is dropped without a word. Throws a refusal at a text that costs too much. */
export function convertHtml(html: string, { where, hasLines, dropped }: ConvertOptions): Converted {
  const losses: string[] = [];
  const tell = (loss: string) => {
    if (!losses.includes(loss)) losses.push(loss);
  };
  const furniture: string[] = [];
  const parsed = parseHtml(html, where);
  const words = wordsOf(withoutInvisible(textOf(parsed.children)));
  const { root, notes: noted } = takeFootnotes(hasLines ? linesToParagraphs(parsed) : parsed, dropped, (said) =>
    furniture.push(said),
  );
  const convert = (children: typeof root.children): RootContent[] => {
    const tree = toMdast(cleanHtml({ type: "root", children }, tell), { handlers: HANDLERS });
    return tidyBlocks(tree.type === "root" ? tree.children : [tree], 0, tell);
  };
  const notes = new Map<string, FootnoteDefinition>();
  for (const [id, children] of noted)
    notes.set(id, {
      type: "footnoteDefinition",
      identifier: id,
      label: id,
      children: convert(children) as FootnoteDefinition["children"],
    });
  return { blocks: convert(root.children), notes, words, losses, furniture };
}
