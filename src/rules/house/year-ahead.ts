import type { Finding } from "./text/finding.ts";
import { orAllow } from "./text/finding.ts";
import { type Hit, type Listed, ofKind } from "./text/lexicon.ts";

/** Words by which a text looks ahead to a year. */
const TURNS = [
  "heading",
  "head",
  "headed",
  "heads",
  "going",
  "goes",
  "move",
  "moves",
  "moving",
  "looking",
  "look",
  "looks",
  "enter",
  "enters",
  "entering",
  "approaches",
];

const INTO =
  /(?:(?:[Hh]ead(?:ing|ed|s)?|[Ll]ook(?:ing|s)?(?: ahead| forward)) (?:in)?to|(?:[Gg]o(?:ing|es)|[Mm]ov(?:e|es|ing)) into|[Ee]nter(?:ing|s)?) (\d{4})(?![\p{L}\p{N}–-]|\.\d|['’]\p{L}| (?:\p{Lu}|elections?|midterms?|season|budget|cycle))/uy;
const APPROACHES = /(?<![\p{L}\p{N}])(\d{4}) $/u;

export function listTurns(): Listed[] {
  return TURNS.map((word) => [word, { kind: "turn" }]);
}

/** Finds looks ahead to the year that has come: “heading into 2026” in an edition of 2026, its first two months aside. */
export function findYearAhead(masked: string, hits: readonly Hit[], date: string | undefined): Finding[] {
  if (date === undefined || date.slice(5, 7) < "03") return [];
  const year = date.slice(0, 4);
  return ofKind(hits, "turn").flatMap(({ at, end, word }): Finding[] => {
    const isBehind = /^approaches$/i.test(word);
    INTO.lastIndex = at;
    const found = isBehind ? APPROACHES.exec(masked.slice(Math.max(0, at - 6), at)) : INTO.exec(masked);
    if (found?.[1] !== year) return [];
    const [from, to] = isBehind ? [at - 5, end] : [at, at + found[0].length];
    const shown = masked.slice(from, to).replace(/\s+/g, " ");
    return [
      {
        at: from,
        end: to,
        severity: "warning",
        rule: "year-ahead",
        message: `“${shown}” looks ahead to the year in which this appears`,
        hint: `say when within ${year}, or name the year that is meant${orAllow("year-ahead", shown)}`,
      },
    ];
  });
}
