import { eastAsianWidth } from "get-east-asian-width";
import { spellOut } from "../content/words/invisible.ts";

/** How many columns of a terminal a line may take. */
const WIDEST = 76;
const NO_WIDTH = /^[\p{M}\p{Cf}]$/u;
const TAB = "    ";

interface Cell {
  readonly shown: string;
  readonly width: number;
}

const CLUSTERS = new Intl.Segmenter();
/** A sign that several characters make up, which terminals show in the two columns of one. */
const JOINED_SIGN = /^\p{Extended_Pictographic}.*[\u200D\u{1F3FB}-\u{1F3FF}]/u;

/** A text as a terminal shows it, sign by sign. */
function cellsOf(text: string): Cell[] {
  return Array.from(CLUSTERS.segment(text), ({ segment }) =>
    JOINED_SIGN.test(segment) && spellOut(segment) === segment
      ? [{ shown: segment, width: 2 }]
      : Array.from(segment, cellOf),
  ).flat();
}

/** A character as a terminal shows it: a tab as blanks, what would be obeyed or is not seen by its number. */
function cellOf(character: string): Cell {
  const shown = character === "\t" ? TAB : spellOut(character);
  if (shown !== character) return { shown, width: shown.length };
  const width = NO_WIDTH.test(character) ? 0 : eastAsianWidth(character.codePointAt(0) ?? 0);
  return { shown, width };
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, { width }) => sum + width, 0);
}

/**
 * A line with a caret below the place that is meant: two lines, each indented. `column` counts UTF-16 units from 1. A long line is
 * cut on both sides, so that what stands round the caret is seen.
 */
export function quoteLine(line: string, column: number): string {
  const at = Math.min(column - 1, line.length);
  const before = cellsOf(line.slice(0, at));
  const after = cellsOf(line.slice(at));
  const isCutBefore = widthOf(before) > WIDEST / 2 && widthOf(before) + widthOf(after) > WIDEST;
  let from = 0;
  if (isCutBefore) while (widthOf(before.slice(from)) > WIDEST / 2) from++;
  const kept = before.slice(from);
  const lead = isCutBefore ? "…" : "";
  const room = WIDEST - widthOf(kept) - lead.length;
  let to = 0;
  for (let width = 0; to < after.length; to++) {
    width += after[to]?.width ?? 0;
    if (width > room) break;
  }
  const shown = [...kept, ...after.slice(0, to)].map((cell) => cell.shown).join("");
  const caret = " ".repeat(lead.length + widthOf(kept));
  return `    ${lead}${shown}${to < after.length ? "…" : ""}\n    ${caret}^`;
}
