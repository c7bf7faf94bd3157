import type { Problem } from "../problems/diagnostic.ts";
import { shorten } from "../words/shorten.ts";
import { quote } from "./yaml-wording.ts";

/** What is wrong in a line, where (both count from 0), and the line as it was meant. */
export interface LineMistake {
  readonly line: number;
  readonly column: number;
  readonly problem: Problem;
  readonly mended: string;
}

interface Level {
  readonly indent: number;
  readonly isList: boolean;
  /** What stands there first or last, to be named. */
  name: string;
  line: number;
}

const KEY = /^("[^"]*"|'[^']*'|[^\s:"'#[\]{}&*!|>%@`][^:]*?):(?:[ \t]+(.*))?$/;
const BAD_COLON = /^([\p{L}_][\p{L}\d_-]*)(?::(?!\/\/)|\s*：\s*|\s*=\s*)(\S.*)$/u;
const LONGEST = 200;

function syntax(message: string, hint: string): Problem {
  return { rule: "yaml-syntax", message, hint };
}

function inQuotes(value: string): string {
  return `put the whole text in quotes: ${shorten(quote(value), LONGEST)}`;
}

/** Where the quote or bracket that a value begins with ends: the offset behind it, or undefined where it does not in this line. */
function endOf(value: string): number | undefined {
  if (/^["']/.test(value)) return /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/.exec(value)?.[0].length;
  let depth = 0;
  for (let at = 0; at < value.length; at++) {
    const sign = value.charAt(at);
    if (sign === "[" || sign === "{") depth++;
    if ((sign === "]" || sign === "}") && --depth === 0) return at + 1;
  }
  return undefined;
}

/** What is wrong with a value in one line, and what was meant; `isLast` where the next line is no part of it. */
function judgeValue(value: string, isLast: boolean): { problem: Problem; mended: string } | undefined {
  const told = (message: string, mended = quote(value), hint = inQuotes(value)) => ({
    problem: syntax(message, hint),
    mended,
  });
  const first = value.charAt(0);
  if (/["'[{]/.test(first)) {
    const end = endOf(value);
    const isQuote = first === '"' || first === "'";
    if (end !== undefined && /^\s*[^\s#,]/.test(value.slice(end)))
      return told(isQuote ? "the quotes end before the text does" : `a text cannot begin with “${first}”`);
    if (end !== undefined || !isLast) return undefined;
    if (first === '"')
      return told("the quote that opens here is never closed", `${value}"`, 'type a second " at the end of this line');
    if (isQuote) return told("the quote that opens here is never closed");
    const close = first === "[" ? "]" : "}";
    return told(`the bracket “${first}” is never closed`, value + close, `type “${close}” at the end of this line`);
  }
  if (/^(?:[@`]|[&*!](?!\w+ +[[{"'])|[-?] )/.test(value)) return told(`a text cannot begin with “${first}”`);
  if (/:(?: |$)/.test(value.replace(/ #.*$/, ""))) return told("a second “: ” on this line");
  return undefined;
}

/** What is wrong with a line that has no key, and what was meant. */
function judgeKeyless(rest: string): { problem: Problem; mended: string } {
  const [, key = "", value = ""] = BAD_COLON.exec(rest) ?? [];
  if (key !== "")
    return {
      problem: syntax("behind a key stand a “:” and a space", `type “${key}: ${shorten(value, LONGEST)}”`),
      mended: `${key}: ${value}`,
    };
  const [, word = rest, more = ""] = /^(\S+)\s*(.*)$/.exec(rest) ?? [];
  return {
    problem: syntax(
      "this line does not begin with a key and a “:”",
      `type “${shorten(word, 40)}: …”; if the line goes on with the text above it, put both on one line`,
    ),
    mended: `${word.replace(/[:"'[\]{}&*!|>%@`]/g, "")}: ${quote(more)}`,
  };
}

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

/**
 * Looks line by line for the mistakes at which a parser stumbles, often lines later and more than once. To be asked only of a
 * text that is no YAML. `first` is the number of the file's line on which the text begins.
 */
export function findLineMistakes(text: string, first: number): LineMistake[] {
  const lines = text.split("\n").map((line) => line.replace(/\r$/, ""));
  const mistakes: LineMistake[] = [];
  // Spread into Math.min, the lines of a large file would not fit the stack.
  const base = lines.reduce(
    (least, line) => (/^ *[^\s#]/.test(line) ? Math.min(least, line.search(/\S/)) : least),
    Infinity,
  );
  let levels: Level[] = [];
  let opens = true;
  let skipBelow = -1;
  const isOwn = (line: string | undefined) =>
    line === undefined || line.trim() === "" || /^\s*(?:- |#)/.test(line) || KEY.test(line.trim());
  for (const [at, line] of lines.entries()) {
    const lead = /^[ \t]*/.exec(line)?.[0] ?? "";
    const content = line.slice(lead.length);
    if (content === "" || content.startsWith("#")) continue;
    // What follows is another document, which the parser tells.
    if (/^(?:---|\.\.\.)(?: |$)/.test(line)) break;
    let indent = lead.length;
    if (skipBelow >= 0 && indent > skipBelow) continue;
    skipBelow = -1;
    const [dashes = ""] = /^(?:- +)*/.exec(content) ?? [];
    const rest = content.slice(dashes.length);
    const [, key, value = ""] = KEY.exec(rest) ?? [];
    let told: { problem: Problem; mended: string; column: number } | undefined;
    if (key === undefined && dashes === "") {
      // A plain text may go on in a line that is indented farther.
      if (!opens && indent > (levels[0]?.indent ?? 0)) continue;
      if (opens && at > 0 && levels.length > 0) continue;
      if (!/^[\p{L}\d_"'“]/u.test(rest)) continue;
      told = { ...judgeKeyless(rest), column: indent };
    }
    const name = key ?? shorten(rest, 20);
    const isTab = lead.includes("\t");
    const fits = levels.filter((level) => level.indent <= indent);
    const top = fits.at(-1);
    const last = levels.at(-1);
    const isList = dashes !== "";
    const stands =
      levels.length === 0 ||
      (opens && last !== undefined && indent > last.indent) ||
      (top?.indent === indent && (!top.isList || isList)) ||
      (opens && isList && last?.indent === indent);
    if (!told && levels.length === 0 && indent > base) {
      told = {
        problem: syntax("this line does not begin as far left as those below it", "delete the spaces at its beginning"),
        mended: content,
        column: 0,
      };
      indent = base;
    } else if (!told && isTab) {
      const wanted = opens ? (last?.indent ?? 0) + 2 : (last?.indent ?? 0);
      told = {
        problem: syntax("a tab cannot indent YAML", `type ${nameSpaces(wanted)} in the place of the tab`),
        mended: content,
        column: 0,
      };
      indent = wanted;
    } else if (!told && !stands && last) {
      const over = levels.filter((level) => level.indent > indent && !level.isList)[0];
      const under = fits.filter((level) => level.indent < indent && !level.isList).at(-1);
      const near = [over ?? (indent > last.indent ? last : undefined), under].filter((level) => level !== undefined);
      const wanted = near[0]?.indent ?? 0;
      told = { problem: tellIndent(indent, near, first), mended: content, column: indent };
      indent = wanted;
    }
    const isLast = isOwn(lines[at + 1]);
    const wrong = told ? undefined : judgeValue(key === undefined ? rest : value, isLast);
    if (wrong && (key !== undefined || dashes !== "")) {
      const column = line.length - (key === undefined ? rest : value).length;
      told = { ...wrong, mended: line.slice(indent, column) + wrong.mended, column };
    }
    if (told)
      mistakes.push({ line: at, column: told.column, problem: told.problem, mended: " ".repeat(indent) + told.mended });
    levels = levels.filter((level) => level.indent < indent || (level.indent === indent && (level.isList || !isList)));
    const place = (own: number, list: boolean) => {
      const known = levels.find((level) => level.indent === own && level.isList === list);
      if (known) Object.assign(known, { name, line: at });
      else levels.push({ indent: own, isList: list, name, line: at });
    };
    if (isList) place(indent, true);
    if (key !== undefined || told) place(indent + dashes.length, false);
    opens = key !== undefined && (value === "" || value.startsWith("#"));
    if (/^[|>][+-]?\d?\s*$/.test(value)) skipBelow = indent;
    else if (/^["'[{]/.test(value) && endOf(value) === undefined && !isLast) skipBelow = indent;
  }
  return mistakes;
}
