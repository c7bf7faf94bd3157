import type { FootnoteDefinition, RootContent } from "mdast";
import { renderBody } from "../../../src/content/markdown/body.ts";
import { MOST_TEXT } from "../../../src/content/files/size.ts";
import { textOf } from "../convert/hast.ts";
import { parseHtml } from "../convert/html.ts";
import { printBlocks } from "../convert/print.ts";
import { plainWords, tidyBlocks } from "../convert/tidy.ts";
import { wordsOf } from "../convert/words.ts";

/** For front matter and what stands around a text. In bytes. */
const RESERVE = 20 * 1024;

/** The names of the footnotes that blocks refer to, in order. */
export function notesIn(nodes: readonly RootContent[]): string[] {
  return nodes.flatMap((node) => {
    if (node.type === "footnoteReference") return [node.identifier];
    return "children" in node ? notesIn(node.children) : [];
  });
}

/** Blocks with the footnotes that they refer to, and those that these refer to, behind them. */
export function withNotes(
  blocks: readonly RootContent[],
  notes: ReadonlyMap<string, FootnoteDefinition>,
): RootContent[] {
  const wanted = new Set(notesIn(blocks));
  for (const name of wanted) for (const more of notesIn(notes.get(name)?.children ?? [])) wanted.add(more);
  return [...blocks, ...[...wanted].flatMap((name) => notes.get(name) ?? [])];
}

/** Blocks as a body that a file takes: what goes beyond that is cut off behind a block, and told whole. */
export function printBody(blocks: readonly RootContent[], tell: (loss: string) => void): string {
  const tidied = tidyBlocks(blocks, 0, tell);
  const whole = printBlocks(tidied);
  if (Buffer.byteLength(whole) <= MOST_TEXT - RESERVE) return whole;
  let size = 0;
  const at = tidied.findIndex((block) => (size += Buffer.byteLength(printBlocks([block])) + 1) > MOST_TEXT - RESERVE);
  tell(`the text is longer than a file may be; from here on it was left out: ${plainWords(tidied.slice(at)).trim()}`);
  return printBlocks(tidied.slice(0, at));
}

/** What the generator's own reader makes of a body: its words, and the rules that it breaks. */
export function readBack(markdown: string, language: string): { words: string[]; rules: string[] } {
  const body = renderBody(markdown, {
    language,
    messages: {},
    prefix: "",
    line: 1,
    link: (href) => ({ href }),
    picture: (href) => ({ href, width: 1, height: 1 }),
  });
  const html = body.sections.map((section) => `<h2>${section.titleHtml ?? ""}</h2>${section.html}`).join("\n");
  return {
    words: wordsOf(textOf(parseHtml(html, "what was written").children)),
    rules: body.problems.map(({ rule }) => rule),
  };
}
