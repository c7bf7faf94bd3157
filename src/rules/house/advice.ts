import { figuresIn } from "../figures.ts";
import { type Finding, orAllow } from "./text/finding.ts";
import type { Field, ReadingText } from "./text/reading.ts";
import type { Stretch } from "./text/scan.ts";

/** A sentence of more words is hard to read aloud in one breath. */
const MOST_WORDS = 45;
const SENTENCE_END = /[.!?…]["”’')\]*_\uFFFC]*\s+(?=["“‘'([*_\p{Lu}\p{N}\uFFFC—–])/gu;
/** How a line begins that is no prose, nor is what follows it in its block: a list, a table, a heading, code, a note or a definition. */
const NO_PROSE = /^(?:\s{2,}\S|\s*(?:[-+|#>:]|\*(?![^\s*]+[^*]*\*)|\d{1,3}[.)]\s|```|~~~|\[[^\]]+\]:))/;
/** A line of which nothing is its writer's own. */
const MASKED_LINE = /^\s*\uFFFC+$/;

/** The paragraphs of prose of a body, by their offsets. */
function* listParagraphs({ text, bodyEnd }: ReadingText, masked: string): Generator<Stretch> {
  let at = 0;
  while (at < bodyEnd) {
    const blank = text.indexOf("\n\n", at);
    const limit = blank < 0 || blank > bodyEnd ? bodyEnd : blank;
    let end = at;
    for (const line of text.slice(at, limit).split("\n")) {
      // Within a paragraph a quotation may fill a line.
      if (NO_PROSE.test(line) || (end === at && MASKED_LINE.test(masked.slice(at, at + line.length)))) break;
      end += line.length + 1;
    }
    if (end > at) yield { at, end: Math.min(end, limit) };
    at = limit + 2;
  }
}

/** What is masked, and the sign before it. */
const HIDDEN = /(^|[^\uFFFC])\uFFFC+/g;

/** How many words a reader reads in a part of a text: those of quotations, too, code as one, and no address. */
function countRead(text: string, masked: string): number {
  const read = masked.replace(HIDDEN, (whole, before: string, at: number) => {
    if (/["“„«‘]/.test(before)) return text.slice(at, at + whole.length);
    return text.charAt(at + before.length) === "`" ? `${before} x ` : whole;
  });
  return read.match(/[\p{L}\p{N}][\p{L}\p{N}'’.,-]*/gu)?.length ?? 0;
}

/** Finds sentences of many words. */
export function findLongSentences(reading: ReadingText, masked: string): Finding[] {
  const found: Finding[] = [];
  for (const { at, end } of listParagraphs(reading, masked)) {
    const paragraph = masked.slice(at, end);
    let from = 0;
    const ends = [
      ...Array.from(paragraph.matchAll(SENTENCE_END), ({ index, 0: sign }) => index + sign.length),
      paragraph.length,
    ];
    for (const to of ends) {
      const words = countRead(reading.text.slice(at + from, at + to), paragraph.slice(from, to));
      if (words > MOST_WORDS)
        found.push({
          at: at + from,
          end: at + to,
          severity: "advice",
          rule: "long-sentence",
          message: `this sentence has ${words} words`,
          hint: "divide it where a new thought begins",
        });
      from = to;
    }
  }
  return found;
}

const TWICE = [
  "opened again before it is closed",
  "close the quotation where it ends, or use “‘ ’” within it",
] as const;

/** Finds quotation marks that are opened and not closed, or closed and never opened; a quotation may go on in the next paragraph. */
export function findUnbalanced(reading: ReadingText, masked: string): Finding[] {
  const found: Finding[] = [];
  const paragraphs = [...listParagraphs(reading, masked)];
  for (const [index, { at, end }] of paragraphs.entries()) {
    let open: number | undefined;
    const tell = (place: number, what: string, hint: string): void => {
      const sign = masked.charAt(place);
      found.push({
        at: place,
        end: place + 1,
        severity: "advice",
        rule: "unbalanced-quotes",
        message: `“${sign}” is ${what}`,
        hint,
      });
    };
    for (const { 0: sign, index: place } of masked.slice(at, end).matchAll(/[„“”]|(?<!\d)"/g)) {
      const isGerman = open !== undefined && masked.charAt(open) === "„";
      const isOpening = sign === "„" || (sign === "“" && !isGerman) || (sign === '"' && open === undefined);
      if (isOpening) {
        if (open !== undefined) tell(open, ...TWICE);
        open = at + place;
      } else if (open === undefined)
        tell(at + place, "closed and never opened", "open the quotation where it begins, or delete the sign");
      else {
        // What stands within a quotation is masked.
        if (sign !== '"' && reading.text.slice(open + 1, at + place).includes(masked.charAt(open)))
          tell(open, ...TWICE);
        open = undefined;
      }
    }
    const next = paragraphs[index + 1];
    if (open !== undefined && !(next && /["“„]/.test(masked.charAt(next.at))))
      tell(open, "never closed", "close the quotation where it ends");
  }
  return found;
}

/** A figure by its digits alone, as it may be grouped and measured otherwise elsewhere. */
function digitsOf(figure: string): string {
  return /\d+(?:[.,\u00A0\u202F]\d+)*/.exec(figure)?.[0].replace(/[,\u00A0\u202F](?=\d{3}(?!\d))/g, "") ?? "";
}

/** Finds figures of a headline that the text below it does not have. */
export function findFigures({ text, bodyEnd }: ReadingText, titles: readonly Field[]): Finding[] {
  const figures = titles.flatMap((title) =>
    figuresIn(title.text).map((figure) => ({ ...title, figure, digits: digitsOf(figure) })),
  );
  if (figures.length === 0) return [];
  const known = new Set(
    Array.from(text.slice(0, bodyEnd).matchAll(/\d+(?:[.,\u00A0\u202F]\d+)*/g), ([number]) => digitsOf(number)),
  );
  return figures
    .filter(({ digits }) => !known.has(digits))
    .map(({ at, text: title, figure }): Finding => ({
      at: at + Math.max(0, title.indexOf(figure)),
      end: at + title.length,
      severity: "advice",
      rule: "headline-figure",
      message: `the text does not have the figure “${figure}” of its headline`,
      hint: `say in the text what “${figure}” is, and where it comes from${orAllow("headline-figure", figure)}`,
    }));
}
