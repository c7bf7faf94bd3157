import { quote } from "../parse/yaml-wording.ts";
import { shorten } from "../words/shorten.ts";
import { stripQuotes } from "../words/strip-quotes.ts";

/** The field in whose place a value of the wrong kind stands. */
interface Field {
  /** The value as it was typed, where it is in one. */
  readonly typed: string;
  readonly name: string;
  /** The keys that a mapping there must have. */
  readonly keys: readonly string[];
  /** Whether it is text for people. */
  readonly isText: boolean;
}

const LONGEST = 200;
/** A longer value is no list that somebody typed. */
const LONGEST_TYPED = 2000;
/** What stands before an entry of a list that is none. */
const BULLET = /^(?:[•‣◦▪·*–—−-]|\d{1,2}[.)])\s*/;

/** The entries that a value was meant to be, which is no list. */
function entriesOf(value: unknown, typed: string, isText: boolean): readonly string[] {
  if (typeof value === "object" && value !== null)
    return Object.values(value).every((each) => each === null) ? Object.keys(value) : [];
  if (typeof value !== "string" || typed.length > LONGEST_TYPED) return [];
  const lines = typed.split("\n").map((line) => line.trim());
  const isBulleted = lines.length > 1 && lines.every((line) => BULLET.test(line));
  const plain = stripQuotes(value).replace(/^[([{]+|[)\]}]+$/g, "");
  const parts = lines.length > 1 ? lines.map((line) => line.replace(BULLET, "")) : plain.split(/[,;]/);
  // Words for people may have blanks, ids have none.
  const entries = parts.length === 1 && !isText ? plain.split(/\s+/) : parts;
  const all = isBulleted || lines.length === 1 || !isText ? entries : lines;
  return all.map((entry) => entry.replace(/,$/, "").trim()).filter((entry) => entry !== "");
}

function writeEntry(entry: string): string {
  return /[:#[\]{}&*!|>'"%@`,]|^[-?\d]/.test(entry) ? quote(entry) : entry;
}

/** What to type for a value that is of the wrong kind and whose meaning is clear; undefined where nothing precise can be said. */
export function readLoosely(
  expected: string,
  value: unknown,
  { typed, name, keys, isText }: Field,
): string | undefined {
  const plain = typeof value === "string" ? stripQuotes(value).trim() : typed;
  if (expected === "boolean") {
    const truth = /^(true|yes|on|y)$/i.test(plain) ? "true" : /^(false|no|off|n)$/i.test(plain) ? "false" : undefined;
    return truth && `type “${name}: ${truth}”, without quotes`;
  }
  if (expected === "number") return /^\d+$/.test(plain) ? `type “${name}: ${plain}”, without quotes` : undefined;
  if (expected === "array")
    return keys.length > 0 ? hintEntries(value, keys) : hintList(entriesOf(value, typed, isText), name);
  if (expected === "string") return hintAlone(value, name, isText);
  if (expected === "record" && keys.length > 0)
    return `type a line for each, as in “${idOf(value)}: { ${keys.map((key) => `${key}: …`).join(", ")} }”`;
  if (expected !== "object" || keys.length === 0 || typeof value !== "string") return undefined;
  const [link = plain] = /(?:https?:\/\/|www\.)[^\s,]+/.exec(plain) ?? [];
  const isLink = link !== plain || /^(?:https?:\/\/|www\.)/.test(plain);
  const own = isLink ? "url" : "src";
  const fits = keys.includes(own) ? own : keys.includes("time") && /^\d\d:\d\d$/.test(plain) ? "time" : keys[0];
  return hintKeys(name, keys, fits, shorten(isLink ? link : plain, 100));
}

/** What to type where a mapping is wanted, with what is known of one of its keys. */
export function hintKeys(name: string, keys: readonly string[], known?: string, value = ""): string {
  const lines = keys.map((key) => `“${key}: ${key === known ? value : "…"}”`).join(", ");
  return `type instead, each on a line of its own, indented below “${name}:”: ${lines}`;
}

/** What the first entry is called in a list that was to be a mapping of entries. */
function idOf(value: unknown): string {
  const first: unknown = Array.isArray(value) ? (value as readonly unknown[])[0] : undefined;
  const id = typeof first === "object" && first !== null ? (first as { id?: unknown }).id : first;
  return typeof id === "string" ? id : "ID";
}

function hintList(entries: readonly string[], name: string): string | undefined {
  if (entries.length === 0) return undefined;
  return shorten(`type “${name}: [${entries.map(writeEntry).join(", ")}]”`, LONGEST);
}

/** A list of mappings, each with these keys. */
function hintEntries(value: unknown, keys: readonly string[]): string {
  if (typeof value === "object")
    return `type “- ” before the first of these keys, and two spaces more before each of the others`;
  const [first = "", ...others] = keys;
  const lines = others.map(
    (key, at) =>
      `“${key}: ${at === others.length - 1 ? (typeof value === "string" ? shorten(value, 100) : "…") : "…"}”`,
  );
  return `type instead “- ${first}: …” on a line of its own, and below it, two spaces farther right, ${lines.join(", ")}`;
}

/** A list where one value is wanted. */
function hintAlone(value: unknown, name: string, isText: boolean): string | undefined {
  if (typeof value === "object" && value !== null && !Array.isArray(value))
    return isText ? undefined : `type one word of lower-case letters, digits and hyphens, without “{ }”`;
  if (!Array.isArray(value) || !value.every((each) => typeof each === "string")) return undefined;
  const [first] = value;
  if (first === undefined) return undefined;
  if (isText) return `type “${name}: ${value.length > 1 ? quote(`[${value.join(", ")}]`) : quote(first)}”`;
  return `type one alone, without brackets or “- ”, as in “${name}: ${shorten(first, 100)}”`;
}
