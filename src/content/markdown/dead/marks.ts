import { type Dead, OTHER, show, takeFirst, tell } from "./dead.ts";

// Neither arguments of Python's nor a power: `**kwargs`, 2**3.
const BOLD = new RegExp(
  `(?<![\\p{L}\\p{N}\\p{M}*_\\\\])(\\*\\*|__|~~)(?!k?w?args\\b)(?=["“‘'«„（「『【《(${OTHER}]*\\p{L})(?!\\w+__)`,
  "gu",
);
const WITHIN = /(?<![\p{L}\p{N}_])__(?=\S)([^_\n]{1,200})(?<=\S)__(?=\p{L})/gu;
const UNBEGUN = /(?<=[\p{L}\p{M}.!?…”"’'。！？」）)])\*\*(?=[\s,.;:!?)，。]|$)/gu;
const SPACED = /(?<![\p{L}\p{N}*])\*\*(?!\*)(?:[ \n]([^*]{1,200}?)|([^*]{1,200}?)[ \n])(?<!\*)\*\*(?!\*)/gu;
/** What stands in sums, and hardly in words: operators and single letters. */
const SUM = /[+\-/=<>^]|(?<![\p{L}\p{N}’'])\p{L}(?![\p{L}\p{N}’'])/u;
const ITALIC = /(?<=[ (“"])\*(?!n[iu]x\b|k?w?args\b)(?=\p{L}[\p{L}’']|\p{L} )(?!\p{L}+\*)/gu;
const CODE = /`+/;
const HIGHLIGHT = /(?<![\p{L}\p{N}=])==(?=[^\s=])([^=\n]{1,200})(?<=\S)==(?![\p{L}\p{N}=])/gu;

const WIDE = /＊{1,2}(?=\S)([^＊\n]{1,200})(?<=\S)＊{1,2}/gu;

const NAMES: Record<string, string> = { "**": "bold", __: "bold", "~~": "struck through" };

/** Bold words that are not, for a space within their marks. */
function* findSpaced(text: string): Generator<Dead> {
  for (const { 0: whole, index: at } of text.matchAll(SPACED)) {
    const inner = whole.slice(2, -2);
    const isLoose = /^\s/.test(inner) && /\s$/.test(inner);
    if (!/\p{L}{2}/u.test(inner) || (isLoose && SUM.test(inner))) continue;
    yield {
      at,
      end: at + whole.length,
      problem: tell(`“${show(whole)}” is not bold: a space stands within its marks`, `type **${show(inner)}**`),
    };
  }
}

/** Bold words that end within a word, which underlines cannot. */
function* findWithin(text: string): Generator<Dead> {
  for (const { 0: whole, 1: inner = "", index: at } of text.matchAll(WITHIN))
    yield {
      at,
      end: at + whole.length,
      problem: tell(`“${show(whole)}” is not bold within a word`, `type **${show(inner)}**`),
    };
}

/** Bold words whose beginning is not marked; in a table's cell two asterisks are the mark of a note. */
function* findUnbegun(text: string): Generator<Dead> {
  for (const { index: at } of text.matchAll(UNBEGUN))
    yield {
      at,
      end: at + 2,
      problem: tell(
        `“${show(text.slice(Math.max(0, at - 30), at + 2))}” is not bold: no “**” begins it`,
        "type “**” right before its first word, or “\\*\\*” for the signs themselves",
      ),
    };
}

function* findUnended(text: string): Generator<Dead> {
  for (const { 1: mark = "", index: at } of text.matchAll(BOLD)) {
    const escaped = Array.from(mark, (sign) => `\\${sign}`).join("");
    yield {
      at,
      end: at + mark.length,
      problem: tell(
        `“${show(text.slice(at, at + 40))}” is not ${NAMES[mark] ?? ""}: no “${mark}” ends it`,
        `type “${mark}” right behind its last word, or “${escaped}” for the signs themselves`,
      ),
    };
  }
  for (const { index: at } of text.matchAll(ITALIC))
    yield {
      at,
      end: at + 1,
      problem: tell(
        `“${show(text.slice(at, at + 40))}” is not emphasized: no “*” ends it`,
        "type “*” right behind its last word, or “\\*” for the sign itself",
      ),
    };
}

function* findOthers(text: string): Generator<Dead> {
  const code = CODE.exec(text);
  if (code)
    yield {
      at: code.index,
      end: code.index + code[0].length,
      problem: tell(
        `“${show(text.slice(code.index, code.index + 40))}” is no code: no “${code[0]}” ends it`,
        "type “`” where it ends, or “\\`” for the sign itself",
      ),
    };
  for (const { 0: whole, 1: inner = "", index: at } of text.matchAll(HIGHLIGHT))
    yield {
      at,
      end: at + whole.length,
      problem: tell(`“${show(whole)}” is not marked here`, `type **${show(inner)}**`),
    };
}

function* findWide(text: string): Generator<Dead> {
  for (const { 0: whole, 1: inner = "", index: at } of text.matchAll(WIDE))
    yield {
      at,
      end: at + whole.length,
      problem: tell(`“${show(whole)}” is not bold: “＊” is the full-width sign`, `type **${show(inner)}**`),
    };
}

/** Finds signs of emphasis and of code that emphasize nothing, and are printed. */
export function findDeadMarks(text: string, isParagraph: boolean): Dead[] {
  if (!/[*＊`]|__|~~|==/.test(text)) return [];
  return takeFirst(
    findSpaced(text),
    findWithin(text),
    findUnended(text),
    isParagraph ? findUnbegun(text) : [],
    findOthers(text),
    findWide(text),
  );
}
