import { type Dead, OTHER, show, takeFirst, tell } from "./dead.ts";

const HASHES = new RegExp(`^(?:(#{2,6})(?=["“‘«„（「(${OTHER}]*[\\p{L}\\p{N}])|(＃{1,6}) *(?=\\S))(.{0,200})`, "gmu");
/** Signs that only a list begins with. */
const BULLET = /^[•‣⁃◦▪▸] *(?=\S)(.{0,200})/gmu;
/** Signs and numbers that one line of prose may begin with, and two lines in a row do not. */
const SIGN =
  /^(?:[●○■□◆◇▶►➤→✓✔✅☑❌★☆・‐–—－＊]|\p{Extended_Pictographic}\uFE0F?|[-+](?=\p{L})|\d{1,3}[.)、．）] ?(?=[^\d\s]))/u;
const ROW = /^\|.*\|[ \t]*\n\|.*\|[ \t]*$/m;
const ALERT = /^\[!(\w{3,12})\]/;
const CONTAINER = /^:::+ *\w.*$/m;
const ATTRIBUTES = /\{[#.][\w-][^{}\n]{0,100}\}\s*$/;
const BOX = /^\[[ xX]?\](?=\s)/;

/** The kind of block that a text is: what begins a line there. */
export interface Kind {
  readonly isHeading: boolean;
  readonly isParagraph: boolean;
  /** Whether it is the first paragraph of an item of a list. */
  readonly isItem: boolean;
}

function dead(at: number, length: number, message: string, hint: string): Dead {
  return { at, end: at + length, problem: tell(message, hint) };
}

function* findHeadings(text: string): Generator<Dead> {
  for (const { 0: whole, 1: typed, 2: wide = "", 3: words = "", index: at } of text.matchAll(HASHES)) {
    const level = (typed ?? wide).length;
    yield dead(
      at,
      whole.length - words.length,
      `“${show(whole)}” is no heading: ${typed === undefined ? "“＃” is the full-width sign" : "a space is missing"}`,
      `type “${"#".repeat(Math.max(2, level))} ${show(words)}”, with an empty line above it`,
    );
  }
}

/** What begins a line, with the number of an item as any number. */
function signOf(line: string): string {
  const [sign = ""] = SIGN.exec(line) ?? [];
  return sign.replace(/\d+/, "1").trim();
}

function* findItems(text: string): Generator<Dead> {
  for (const { 0: whole, 1: words = "", index: at } of text.matchAll(BULLET))
    yield dead(
      at,
      1,
      `“${show(whole)}” is no item of a list`,
      `type “- ${show(words)}”, with an empty line above the first item`,
    );
  let at = 0;
  let before = "";
  for (const line of text.split("\n")) {
    const sign = signOf(line);
    if (sign !== "" && sign === before) {
      const typed = /\d/.test(sign) ? "1. " : "- ";
      yield dead(
        at,
        sign.length,
        `“${show(line)}” is no item of a list, and runs on from the line above`,
        `type “${typed}” before each item, with an empty line above the first`,
      );
      return;
    }
    before = sign;
    at += line.length + 1;
  }
}

function* findForeign(text: string): Generator<Dead> {
  const row = ROW.exec(text);
  if (row)
    yield dead(
      row.index,
      1,
      "these lines are no table",
      "type a line |---|---| under the first, with as many columns, and an empty line above it",
    );
  const container = CONTAINER.exec(text);
  if (container)
    yield dead(
      container.index,
      container[0].length,
      `“${show(container[0])}” opens no box here`,
      "delete it, or quote the words: “> words”",
    );
  const [alert, word = ""] = ALERT.exec(text) ?? [];
  if (alert !== undefined)
    yield dead(
      0,
      alert.length,
      `“${alert}” makes no box here`,
      `type **${word[0]?.toUpperCase() ?? ""}${word.slice(1).toLowerCase()}:** instead`,
    );
}

/** Finds what begins lines as headings, lists and tables do, and made none; and what other programs read at the ends of a block. */
export function findDeadLines(text: string, { isHeading, isParagraph, isItem }: Kind): Dead[] {
  const found: Dead[] = [];
  const [box] = (isItem && BOX.exec(text)) || [];
  if (box !== undefined)
    found.push(dead(0, box.length, `“${box}” is no box to tick here`, "delete it, or say in words what is done"));
  const attributes = isHeading ? ATTRIBUTES.exec(text) : null;
  if (attributes)
    found.push(
      dead(
        attributes.index,
        attributes[0].length,
        `“${attributes[0].trim()}” is printed as text`,
        "delete it; a heading's id is made of its words",
      ),
    );
  return isParagraph ? takeFirst(found, findHeadings(text), findItems(text), findForeign(text)) : found;
}
