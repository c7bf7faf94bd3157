import type { Problem } from "../problems/diagnostic.ts";
import { type Level, type Line, nextOf, type State } from "./line-state.ts";
import { syntax } from "./line-values.ts";

function nameSpaces(count: number): string {
  return count === 0 ? "no space" : count === 1 ? "one space" : `${count} spaces`;
}

/** A line that stands at no level: how many spaces stand before those to which it may belong. */
function tellIndent(indent: number, levels: readonly Level[], first: number): Problem {
  const places = levels.map(
    ({ indent: own, name, line }) => `${nameSpaces(own)}, as before “${name}” in line ${line + first}`,
  );
  return syntax(
    `this line begins with ${nameSpaces(indent)}, and so belongs to nothing above it`,
    `begin it with ${[...new Set(places)].join("; or with ")}`,
  );
}

/** A line that stands otherwise than those below it that belong to it or stand beside it. */
function tellFirst(indent: number, wanted: number, below: { name: string; line: number }): Problem {
  return syntax(
    `this line begins with ${nameSpaces(indent)}, which does not fit the lines below it`,
    `begin it with ${nameSpaces(wanted)}, so that “${below.name}” in line ${below.line} can follow it`,
  );
}

/** Where the lines below an entry of a list, two or more, agree on another indent than its first key has: that indent. */
export function agreedBelow(state: State, at: number, indent: number): number | undefined {
  const indents: number[] = [];
  for (let next = nextOf(state, at); next; next = nextOf(state, next.at)) {
    const own = next.line.lead.length;
    if (own <= indent || next.line.key === undefined || next.line.dashes !== "") break;
    indents.push(own);
  }
  const [agreed] = indents;
  return indents.length > 1 && indents.every((own) => own === agreed) ? agreed : undefined;
}

/** What is wrong with where a line stands, and how many spaces it is to begin with. */
export function judgeIndent(
  state: State,
  at: number,
  indent: number,
  line: Line,
): { readonly problem: Problem; readonly wanted: number; readonly column: number } | undefined {
  const { levels, opens, first, base } = state;
  const isList = line.dashes !== "";
  const last = levels.at(-1);
  const fits = levels.filter((level) => level.indent <= indent);
  const top = fits.at(-1);
  const next = nextOf(state, at);
  const name = next?.line.key ?? "";
  const below = { name, line: (next?.at ?? 0) + first };
  if (levels.length === 0 && indent > base)
    return {
      problem: syntax("this line does not begin as far left as those below it", "delete the spaces at its beginning"),
      wanted: base,
      column: 0,
    };
  if (/[\t\p{Zs}]/u.test(line.lead.replaceAll(" ", ""))) {
    const wanted = opens ? (last?.indent ?? 0) + 2 : (last?.indent ?? 0);
    const what = line.lead.includes("\t") ? "a tab" : "a space that does not break";
    const hint = `type ${nameSpaces(wanted)} in the place of ${line.lead.includes("\t") ? "the tab" : "what stands before this line"}`;
    return { problem: syntax(`${what} cannot indent YAML`, hint), wanted, column: 0 };
  }
  const agreed = isList && line.key !== undefined ? agreedBelow(state, at, indent) : undefined;
  if (agreed !== undefined && agreed !== indent + line.dashes.length && agreed >= line.dashes.length) {
    const wanted = agreed - line.dashes.length;
    return { problem: tellFirst(indent, wanted, below), wanted, column: indent };
  }
  const stands =
    levels.length === 0 ||
    (opens && last !== undefined && indent > last.indent) ||
    (top?.indent === indent && (!top.isList || isList)) ||
    (opens && isList && last?.indent === indent);
  if (stands) {
    // A line to the left of two that stand as those above it do.
    const own = next?.line.lead.length ?? 0;
    const closes = line.value !== "" && !isList && next?.line.key !== undefined && next.line.dashes === "";
    if (closes && own > indent && levels.some((level) => level.indent === own && !level.isList))
      return { problem: tellFirst(indent, own, below), wanted: own, column: indent };
    return undefined;
  }
  if (last === undefined) return undefined;
  const over = levels.find((level) => level.indent > indent && level.isList === isList);
  const under = fits.filter((level) => level.indent < indent && level.isList === isList).at(-1);
  const near = [over ?? (indent > last.indent ? last : undefined), under].filter((level) => level !== undefined);
  return { problem: tellIndent(indent, near, first), wanted: near[0]?.indent ?? 0, column: indent };
}
