import type { Problem } from "../problems/diagnostic.ts";
import { shorten } from "../words/shorten.ts";
import { quote } from "./yaml-wording.ts";

/** What is wrong with a part of a line, and that part as it was meant. */
export interface Judged {
  readonly problem: Problem;
  readonly mended: string;
}

const LONGEST = 200;
/** What stands within longer brackets is not looked at: patterns of blanks would take time that grows with its square. */
const LONGEST_BRACKETS = 2000;
/** A link as Markdown writes it. */
const LINK = /\[([^[\]]*)\]\(([^()\s]*)\)/g;
/** A key and its value without the “: ” between them. */
const BAD_COLON = /^([\p{L}_][\p{L}\d_-]*)(?::(?!\/\/)\p{Z}*|\s*[：=;]\s*|(?<=^[\p{Ll}_-]+)\s+[-–—]\s+)(\S.*)$/u;

export function syntax(message: string, hint: string): Problem {
  return { rule: "yaml-syntax", message, hint };
}

function judge(message: string, mended: string, hint = `type ${shorten(mended, LONGEST)}`): Judged {
  return { problem: syntax(message, hint), mended };
}

function inQuotes(value: string, message: string): Judged {
  return judge(message, quote(value), `put the whole text in quotes: ${shorten(quote(value), LONGEST)}`);
}

/** Where the quote or bracket that a value begins with ends: the offset behind it, or undefined where it does not in this text. */
export function endOf(value: string): number | undefined {
  if (/^["']/.test(value)) return /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/.exec(value)?.[0].length;
  let depth = 0;
  for (let at = 0; at < value.length; at++) {
    const sign = value.charAt(at);
    if (sign === "[" || sign === "{") depth++;
    if ((sign === "]" || sign === "}") && --depth === 0) return at + 1;
  }
  return undefined;
}

/** A quote or bracket that is not closed in its line. */
function judgeOpen(value: string): Judged {
  const first = value.charAt(0);
  const isQuote = first === '"' || first === "'";
  const close = first === "[" ? "]" : first === "{" ? "}" : first;
  const opened = `the ${isQuote ? "quote" : `bracket “${first}”`} ${isQuote ? "that opens here " : ""}is never closed`;
  const last = value.at(-1) ?? "";
  if (value.length > 1 && (isQuote ? "“”„‘’" : ")]}>").includes(last))
    return judge(opened, value.slice(0, -1) + close, `type ${close} in the place of ${last}, at the end of this line`);
  if (first === "'") return inQuotes(value, opened);
  const sign = isQuote ? `a second ${first}` : `“${close}”`;
  return judge(opened, value + close, `type ${sign} at the end of this line`);
}

/** What follows a quote or bracket that is closed in its line. */
function judgeRest(value: string, end: number): Judged | undefined {
  const rest = value.slice(end).trim();
  const first = value.charAt(0);
  if (rest === "" || rest.startsWith("#")) return undefined;
  if (rest === ",") return judge("the comma at the end of this line is one too many", value.slice(0, end));
  if (rest.startsWith(",") && first !== "{") {
    const whole = first === "[" ? value.replace(/[[\]]/g, "") : value;
    return judge("this is a list only in brackets that hold all of it", `[${whole}]`);
  }
  const [link] = new RegExp(`^${LINK.source}$`).exec(value) ?? [];
  if (link !== undefined) {
    const [words = "", address = ""] = link.slice(1, -1).split("](");
    return judge(
      "links are not read here",
      quote(words),
      `type its words or its address alone: ${words} or ${address}`,
    );
  }
  return inQuotes(
    value,
    /["']/.test(first) ? "the quotes end before the text does" : `a text cannot begin with “${first}”`,
  );
}

/** The parts of a list or mapping in brackets, as they stand between its commas. */
function partsOf(inner: string): string[] {
  return inner.match(/(?:"(?:[^"\\]|\\.)*"|'[^']*'|\[[^\]]*\]|\{[^}]*\}|[^,])+/g) ?? [];
}

/** A mapping in braces, one of whose values holds a “: ”: either what follows is the next key, or the value needs quotes. */
function judgeBraces(value: string): Judged | undefined {
  for (const part of partsOf(value.slice(1, -1))) {
    const [, key = "", text = ""] = /^\s*([^\s:"'[{]+): +([^"'[{].*?)\s*$/.exec(part) ?? [];
    const [, before = "", next = "", after = ""] = /^(.*?)[;\s]+(\p{Ll}[\p{L}-]*): (.*)$/u.exec(text) ?? [];
    if (next !== "" && !before.includes(": ")) {
      const mended = value.replace(part, () => part.replace(text, () => `${before}, ${next}: ${after}`));
      return judge(`a comma is missing before “${next}”`, mended);
    }
    if (text.includes(": ")) {
      const mended = value.replace(part, () => part.replace(text, () => quote(text)));
      return judge(`the text of “${key}” holds a “: ”`, mended, `put that text in quotes: ${key}: ${quote(text)}`);
    }
  }
  return undefined;
}

/** A list or mapping in brackets that is closed. */
function judgeBrackets(value: string): Judged | undefined {
  if (value.length > LONGEST_BRACKETS) return undefined;
  const plain = value.replace(LINK, "$1");
  if (plain !== value) return judge("links are not read here", plain);
  const free = value.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, "");
  if (/[[{,]\s*,/.test(free))
    return judge("nothing stands between two commas", value.replace(/,(?:\s*,)+/g, ",").replace(/([[{])\s*,\s*/, "$1"));
  if (/[[{,\s]#/.test(free)) return judge("what follows a “#” is a comment", value.replace(/([[{,\s])#/g, "$1"));
  return value.startsWith("{") ? judgeBraces(value) : undefined;
}

/** What is wrong with a value in one line, and what was meant; `isLast` where the next line is no part of it. */
export function judgeValue(value: string, isLast: boolean): Judged | undefined {
  const first = value.charAt(0);
  if (first !== "" && `"'[{`.includes(first)) {
    const end = endOf(value);
    if (end === undefined) return isLast ? judgeOpen(value) : undefined;
    return judgeRest(value, end) ?? (/[[{]/.test(first) ? judgeBrackets(value.slice(0, end)) : undefined);
  }
  if (/^(?:[@`,\]}]|[>|](?![+-]?\d?\s*(?:#.*)?$)|[&*!](?!\w+ +[[{"'])|[-?] )/.test(value))
    return inQuotes(value, `a text cannot begin with “${first}”`);
  if (/:(?: |$)/.test(value.replace(/ #.*$/, ""))) return inQuotes(value, "a second “: ” on this line");
  return undefined;
}

/** What is wrong with a line that has no key, and what was meant. */
export function judgeKeyless(rest: string): Judged {
  const [, comment] = /^\/\/\s*(.*)$/.exec(rest) ?? [];
  if (comment !== undefined)
    return judge("a comment begins with “#”", `# ${comment}`, `type “# ${shorten(comment, LONGEST)}”`);
  const [, starred, behind = ""] = /^\*+([^*:]+?):?\*+:?\s*(.*)$/.exec(rest) ?? [];
  if (starred !== undefined) {
    const hint = `type “${starred}: ${shorten(behind, LONGEST)}”`;
    return judge("a key stands without stars", `${starred}: ${quote(behind)}`, hint);
  }
  const [, key = "", value = ""] = BAD_COLON.exec(rest) ?? [];
  if (key !== "") {
    const hint = `type “${key}: ${shorten(value, LONGEST)}”`;
    const message = rest.startsWith(`${key}:\u00A0`)
      ? "the space behind the “:” is one that does not break, and YAML takes it for a letter"
      : "behind a key stand a “:” and a space";
    return judge(message, `${key}: ${value}`, hint);
  }
  const [, word = rest, more = ""] = /^(\S+)\s*(.*)$/.exec(rest) ?? [];
  return judge(
    "this line does not begin with a key and a “:”",
    `${word.replace(/[:"'[\]{}&*!|>%@`]/g, "")}: ${quote(more)}`,
    `type “${shorten(word, 40)}: …”; if the line goes on with the text above it, put both on one line`,
  );
}
