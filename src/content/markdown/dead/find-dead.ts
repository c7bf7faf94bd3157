import type { StateCore } from "markdown-it";
import type { Environment } from "../environment.ts";
import { type Dead, show, tell } from "./dead.ts";
import { findDeadLinks } from "./links.ts";
import { findDeadLines } from "./lines.ts";
import { findDeadMarks } from "./marks.ts";
import { mendLinks } from "./mend.ts";
import { offsetOf, type Written, writeOut } from "./written.ts";

/** Signs without one of which no Markdown is dead: most blocks of prose have none, which is quickly seen. */
const SIGNS = /[[\]*_`~=＊＃［{•‣⁃◦▪▸]|:\/\/|www\.|^[|:#]|\n(?:[^\s\w"'“‘(]|\d{1,3}[.)])/;

/** Likewise of what stayed text, once links, code and emphasis are taken for what they are. */
const LEFT = /[[\]*_`~=＊＃［{(•‣⁃◦▪▸]|:\/\/|www\.|^[|:#]|\n(?:[^\s\w"'“‘]|\d{1,3}[.)、．）])/;

/** A sign of emphasis that is left over beside emphasis: as many were typed on one side only. */
function findUneven({ text, pieces }: Written): Dead[] {
  return pieces.flatMap(({ token, start }, index) => {
    const [before, after] = [pieces[index - 1]?.token, pieces[index + 1]];
    const isOpen =
      token.nesting === 1 && token.markup.startsWith("*") && before?.type === "text" && before.content.endsWith("*");
    const isClose =
      token.nesting === -1 &&
      token.markup.startsWith("*") &&
      after?.token.type === "text" &&
      after.token.content.startsWith("*");
    if (!isOpen && !isClose) return [];
    const at = isOpen ? start - 1 : start;
    const problem = tell(
      `“*” is printed at “${show(text.slice(at, at + 40))}”`,
      "type as many “*” before the words as behind them",
    );
    return [{ at, end: at + 1, problem }];
  });
}

/**
 * Notes the Markdown of a document that took no effect, and takes its signs away where what was meant is beyond doubt. Words
 * within links are left alone, and so is whatever is code, or escaped.
 */
export function findDeadMarkdown({ tokens, env, Token }: StateCore): void {
  const environment = env as unknown as Environment;
  for (const [index, block] of tokens.entries()) {
    if (block.type !== "inline" || !SIGNS.test(block.content)) continue;
    const { type: parent = "" } = tokens[index - 1] ?? {};
    const written = writeOut(block, environment.positions);
    const { text } = written;
    if (!LEFT.test(text)) continue;
    const links = findDeadLinks(text);
    const found = [
      ...links,
      ...findDeadLines(text, {
        isHeading: parent === "heading_open",
        isParagraph: parent === "paragraph_open",
        isItem: parent === "paragraph_open" && tokens[index - 2]?.type === "list_item_open",
      }),
      ...findDeadMarks(text, parent === "paragraph_open").filter(
        (mark) => !links.some(({ at, end }) => mark.at < end && at < mark.end),
      ),
      ...findUneven(written),
    ];
    for (const { at, problem } of found) environment.dead.push({ block, offset: offsetOf(written, at), problem });
    mendLinks(block, written, links, (...parts) => new Token(...parts), environment.positions);
  }
}
