import type { Problem } from "../problems/diagnostic.ts";
import { shorten } from "../words/shorten.ts";
import { agreedBelow, judgeIndent } from "./line-indents.ts";
import { endOfFlow, judgeBare, judgeBullet, judgeDash } from "./line-lists.ts";
import { isNothing, nextOf, readLine, type State, type Told } from "./line-state.ts";
import { endOf, judgeValue, syntax } from "./line-values.ts";

/** What is wrong in a line, and where; both count from 0. */
export interface LineMistake {
  readonly line: number;
  readonly column: number;
  readonly problem: Problem;
}

/** The mistakes of a text that is no YAML, and the text as it was meant. */
export interface Mended {
  readonly mistakes: readonly LineMistake[];
  readonly text: string;
}

/** Who has mended these knows how to mend the rest. */
const MOST_FOUND = 100;

/** Looks at one line; false where the text ends. */
function lookAt(state: State, at: number): boolean {
  const { lines } = state;
  let typed = lines[at] ?? "";
  let line = readLine(typed);
  if (isNothing(line.content)) return true;
  // What follows is another document, which the parser tells.
  if (/^(?:---|\.\.\.)(?: |$)/.test(typed)) return false;
  if (state.skipBelow >= 0 && line.lead.length > state.skipBelow) return true;
  state.skipBelow = -1;
  const { flow } = state;
  if (flow && at <= flow.to) {
    if (line.lead.length <= flow.indent) {
      const problem = syntax(
        `this line goes on with the list of line ${flow.from + state.first}`,
        "put the whole list on one line, or type spaces before this one",
      );
      state.found.push({ problem, mended: "", line: at, column: 0, more: [] });
      lines[at] = " ".repeat(flow.indent + 1) + typed;
    }
    return true;
  }
  if (state.shift && line.lead.length <= state.shift.below) state.shift = undefined;
  const bullet = judgeBullet(typed, line, state);
  if (bullet) [typed, line] = [bullet.line, readLine(bullet.line)];
  const moved = state.shift?.by ?? 0;
  let indent = line.lead.length + moved;
  let told: Told | undefined = bullet;
  if (!told && line.key === undefined && line.dashes === "") {
    told = judgeBare(state, at, line);
    if (!told) return true;
  }
  const { key, value, rest } = line;
  const dash = told ? undefined : judgeDash(state, indent, line);
  if (dash) [told, line] = [dash, { ...line, dashes: "", content: rest }];
  const { dashes } = line;
  const isList = dashes !== "";
  const wrongPlace = told && told !== bullet ? undefined : judgeIndent(state, at, indent, line);
  if (wrongPlace && !told) {
    const by = wrongPlace.wanted - line.lead.length;
    const agreed = agreedBelow(state, at, line.lead.length);
    if (isList && agreed === line.lead.length + dashes.length) state.shift = { below: line.lead.length, by };
    told = { ...wrongPlace, mended: line.content, ...(by !== 0 && { kind: `indent ${wrongPlace.wanted}` }) };
  }
  if (wrongPlace) indent = wrongPlace.wanted;
  const next = nextOf(state, at)?.line;
  const to = /^[[{]/.test(value) && endOf(value) === undefined ? endOfFlow(lines, at, value) : undefined;
  const isEnd = !next || next.dashes !== "" || next.key !== undefined || next.lead.length <= line.lead.length;
  const isLast = to === undefined && isEnd;
  const wrong = told ? undefined : judgeValue(key === undefined ? rest : value, isLast);
  const written = typed.slice(typed.length - line.content.length);
  let content = told && told !== bullet ? told.mended : written;
  if (wrong && (key !== undefined || isList)) {
    const column = typed.length - (key === undefined ? rest : value).length;
    told = { ...wrong, column };
    content = typed.slice(line.lead.length, column) + wrong.mended;
  }
  if (told) tell(state, at, told);
  if (told || moved !== 0) lines[at] = " ".repeat(indent) + content;
  state.levels = state.levels.filter(
    (level) => level.indent < indent || (level.indent === indent && (level.isList || !isList)),
  );
  const name = key ?? shorten(rest, 20);
  const place = (own: number, list: boolean) => {
    const known = state.levels.find((level) => level.indent === own && level.isList === list);
    if (known) Object.assign(known, { name, line: at });
    else state.levels.push({ indent: own, isList: list, name, line: at });
  };
  const isEntry = isList || told?.kind === "bullet";
  if (isEntry) place(indent, true);
  if (key !== undefined || (told && !isEntry)) place(indent + dashes.length, false);
  state.opens = key !== undefined && (value === "" || value.startsWith("#"));
  if (/^[|>][+-]?\d?\s*$/.test(value)) state.skipBelow = indent;
  else if (to !== undefined) state.flow = { indent, from: at, to };
  else if (/^["']/.test(value) && endOf(value) === undefined && !isLast) state.skipBelow = indent;
  return true;
}

/** Takes a mistake down, with the one of the line above if both are the same. */
function tell({ found }: State, line: number, told: Told): void {
  const last = found.at(-1);
  const end = last && (last.more.at(-1) ?? last.line);
  if (told.kind !== undefined && last?.kind === told.kind && end === line - 1) last.more.push(line);
  else found.push({ ...told, line, more: [] });
}

/**
 * Looks line by line for the mistakes at which a parser stumbles, often lines later and more than once. To be asked only of a
 * text that is no YAML. `first` is the number of the file's line on which the text begins.
 */
export function mendLines(text: string, first: number): Mended {
  const lines = text.split("\n").map((line) => line.replace(/\r$/, ""));
  // Spread into Math.min, the lines of a large file would not fit the stack.
  const base = lines.reduce(
    (least, line) => (/^ *[^\s#]/.test(line) ? Math.min(least, line.search(/\S/)) : least),
    Infinity,
  );
  const none = { levels: [], opens: true, skipBelow: -1, shift: undefined, flow: undefined };
  const state: State = { lines, first, base, found: [], ...none };
  for (let at = 0; at < lines.length && state.found.length < MOST_FOUND && lookAt(state, at); at++);
  const mistakes = state.found.map(({ line, column, problem, more }) => {
    const [one, last = one] = [more[0], more.at(-1)];
    if (one === undefined || last === undefined) return { line, column, problem };
    const others = one === last ? `line ${one + first}` : `lines ${one + first} to ${last + first}`;
    return { line, column, problem: { ...problem, hint: `${problem.hint ?? ""}; ${others} likewise` } };
  });
  return { mistakes, text: lines.join("\n") };
}
