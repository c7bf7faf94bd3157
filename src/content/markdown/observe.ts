import type { MarkdownIt, StateBlock, Token } from "markdown-it";
import { findDeadMarkdown } from "./dead/find-dead.ts";
import { findHiddenWords } from "./hidden.ts";
import type { Environment } from "./environment.ts";

// Without “[” in it, since thousands of marks that never end would else be read to the end of the text, each.
const NOTE_MARK = /\[\^[^\][\s]+\]/g;

function environmentOf(state: { env: unknown }): Environment {
  return state.env as Environment;
}

function ruleNamed<Rule extends (...args: never) => unknown>(
  ruler: { getRules(chain: string): Rule[] },
  name: string,
): Rule {
  const rule = ruler.getRules("").find((known) => known.name === name);
  if (!rule) throw new Error(`the Markdown parser has no rule “${name}”`);
  return rule;
}

/** The cells of a row as the parser divides it, each with its place in the row. */
function divideRow(row: string): { text: string; from: number }[] {
  const cells: { text: string; from: number }[] = [];
  let from = 0;
  for (const { index } of row.matchAll(/(?<!\\)\|/g)) {
    cells.push({ text: row.slice(from, index), from });
    from = index + 1;
  }
  cells.push({ text: row.slice(from), from });
  if (cells[0]?.text === "") cells.shift();
  if (cells.at(-1)?.text.trim() === "") cells.pop();
  return cells;
}

/** Gives the cells of a table their places, which the parser does not, and notes the cells that it leaves out. */
function observeRows(state: StateBlock, tokens: readonly Token[]): void {
  let line = 0;
  let start = 0;
  let cells: ReturnType<typeof divideRow> = [];
  let column = 0;
  for (const token of tokens) {
    if (token.type === "tr_open") {
      [line] = token.map ?? [0];
      const begin = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
      start = begin - (state.src.lastIndexOf("\n", begin) + 1);
      cells = divideRow(state.src.slice(begin, state.eMarks[line]).trimEnd());
      column = 0;
    } else if (token.type === "inline") {
      const { text = "", from = 0 } = cells[column++] ?? {};
      token.map = [line, line + 1];
      token.meta = { column: start + from + text.length - text.trimStart().length };
    } else if (token.type === "tr_close") {
      const lost = cells.slice(column).find(({ text }) => text.trim() !== "");
      if (lost) {
        const indent = lost.text.length - lost.text.trimStart().length;
        environmentOf(state).surplus.push({ line, column: start + lost.from + indent, text: lost.text.trim() });
      }
    }
  }
}

/** Marks of footnotes that stayed text; quotation marks within them are still as they were typed. */
function observeUnknownNotes(block: Token, environment: Environment): void {
  if (!block.content.includes("^")) return;
  let cursor = 0;
  for (const child of block.children ?? []) {
    if (child.type !== "text") continue;
    for (const [mark] of child.content.matchAll(NOTE_MARK)) {
      const offset = Math.max(cursor, block.content.indexOf(mark, cursor));
      cursor = offset + mark.length;
      environment.unknownNotes.push({ block, offset, mark });
    }
  }
}

/** Makes the parser note in its environment what it reads and does not print, and where things stand. */
export function observe(parser: MarkdownIt): void {
  const table = ruleNamed(parser.block.ruler, "table");
  const alternatives = { alt: ["paragraph", "reference"] };
  parser.block.ruler.at(
    "table",
    (state, start, end, silent) => {
      const before = state.tokens.length;
      if (!table(state, start, end, silent)) return false;
      if (!silent) observeRows(state, state.tokens.slice(before));
      return true;
    },
    alternatives,
  );
  const note = ruleNamed(parser.block.ruler, "footnote_def");
  parser.block.ruler.at(
    "footnote_def",
    (state, start, end, silent) => {
      const before = state.tokens.length;
      if (!note(state, start, end, silent)) return false;
      const opened = silent ? undefined : state.tokens[before];
      if (opened) opened.map = [start, state.line];
      return true;
    },
    alternatives,
  );

  const mark = ruleNamed(parser.inline.ruler, "footnote_ref");
  const whole = new RegExp(NOTE_MARK, "y");
  parser.inline.ruler.at("footnote_ref", (state, silent) => {
    whole.lastIndex = state.pos;
    return whole.test(state.src) && mark(state, silent);
  });

  const State = parser.inline.State;
  parser.inline.State = class extends State {
    override push(...parts: Parameters<InstanceType<typeof State>["push"]>): Token {
      const token = super.push(...parts);
      if (token.type !== "text") environmentOf(this).positions.set(token, this.pos);
      return token;
    }
  };

  parser.core.ruler.before("strip_references", "definitions", (state) => {
    for (const { type, meta, map } of state.tokens)
      if (type === "reference_definition")
        environmentOf(state).definitions.push({ label: String(meta?.["label"]), lines: map ?? [0, 1] });
  });
  parser.core.ruler.after("inline", "words", (state) => {
    const environment = environmentOf(state);
    for (const block of state.tokens) {
      if (block.type !== "inline") continue;
      environment.hidden.push(...findHiddenWords(block, environment.positions));
      observeUnknownNotes(block, environment);
    }
    findDeadMarkdown(state);
  });
}
