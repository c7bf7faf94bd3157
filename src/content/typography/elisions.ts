import { primaryOf } from "../../locales/languages.ts";

// Words that begin with an apostrophe, and are hardly ever the first of a quotation.
const CERTAIN = new Map([
  ["en", /(?:tis|twas|twere|twill|twould|em|til|nuff|bout|cuz|coz|nother)(?![\p{L}\p{N}'])/iuy],
  ["nl", /(?:[stnmkr]|ns)(?=[\s-])/iuy],
  ["af", /n(?=\s)/iuy],
  ["de", /(?:[sn]|ne[nmrs]?)(?=\s)|r(?:um|auf|aus|ein|über|unter)(?![\p{L}\p{N}'])/iuy],
]);
// A decade (’90s), in any language that borrows it.
const DECADE = /\d0s(?![\p{L}\p{N}])/uy;
// These may begin a quotation too: 'Round two.', '24 hours'.
const POSSIBLE = /(?:cause|cos|round|till|neath|gainst|fore|im|n|\d\d)(?![\p{L}\p{N}])/iuy;
// Between two words, of which the second is not one that follows the letter’s name (“where 'n' is”).
const AND = /n'?(?=[ \n\u00A0-](?!(?:is|was|are|in|of|to|as|and|or|for|means|stands|be|has)(?!\p{L}))\p{L})/iuy;

function matches(expression: RegExp | undefined, text: string, at: number): boolean {
  if (!expression) return false;
  expression.lastIndex = at;
  return expression.test(text);
}

/** Whether an apostrophe that a language puts for lost letters ends at `at`: “certain”, or “possible” unless a quotation begins. */
export function elisionAt(text: string, at: number, language: string): "certain" | "possible" | undefined {
  const primary = primaryOf(language);
  if ([CERTAIN.get("en"), CERTAIN.get(primary), DECADE].some((expression) => matches(expression, text, at)))
    return "certain";
  return matches(POSSIBLE, text, at) ? "possible" : undefined;
}

/** The length of an “n” for “and” between two words (rock 'n' roll) with its second apostrophe, at `at`; 0 where there is none. */
export function lengthOfAnd(text: string, at: number): number {
  if (!/[\p{L}\p{N}][ \n\u00A0-]'$/u.test(text.slice(Math.max(0, at - 4), at))) return 0;
  AND.lastIndex = at;
  return AND.exec(text)?.[0].length ?? 0;
}
