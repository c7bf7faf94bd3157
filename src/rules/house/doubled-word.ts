import { type Finding, orAllow } from "./text/finding.ts";

/** Words that no sentence has twice in a row, unlike “that that”, “had had” or “is is”. */
const FUNCTION_WORDS = new Set(
  "the a an of to in on at for with and or from by as their its than into our your".split(" "),
);

/** Verbs whose own “in” or “on” another may follow: “logged in in March”. */
const WITH_PARTICLE =
  /(?:ing|ed|log|logs|sign|check|opt|plug|came|comes?|go|goes|went|move|step|weigh|cash|tune|carry|focus|builds?|early)\s+$/i;

/** Finds function words that stand twice. */
export function findTwice(text: string, twice: readonly number[]): Finding[] {
  const found: Finding[] = [];
  for (let index = 0; index < twice.length; index += 2) {
    const [at = 0, end = 0] = [twice[index], twice[index + 1]];
    const both = text.slice(at, end);
    const [first = "", second = ""] = both.split(/\s/);
    // “The The” is a band, and “A a” two letters.
    if (!FUNCTION_WORDS.has(second) || (first !== second && second === "a")) continue;
    if (/^(?:in|on|by|for|at|as)$/.test(second) && WITH_PARTICLE.test(text.slice(Math.max(0, at - 20), at))) continue;
    // “a a” in a list of letters, or a hyphen behind that makes it another word.
    if (/[-/’'_(]/.test(text.charAt(end)) || /[-/’'._]/.test(text.charAt(at - 1))) continue;
    const shown = both.replace(/\s+/, " ");
    found.push({
      at,
      end,
      severity: "warning",
      rule: "doubled-word",
      message: `“${shown}” has one word twice`,
      hint: `type “${first}” once${orAllow("doubled-word", shown)}`,
    });
  }
  return found;
}

/** Finds words such as “GeminiGemini”, where the half stands elsewhere in the text, and the whole but here. */
export function findDoubled(text: string, doubled: readonly number[]): Finding[] {
  const found: Finding[] = [];
  for (let index = 0; index < doubled.length; index += 2) {
    const [at = 0, end = 0] = [doubled[index], doubled[index + 1]];
    const whole = text.slice(at, end);
    const half = whole.slice(0, whole.length / 2);
    if (half + half !== whole || !/^\p{Lu}\p{L}*\p{Ll}\p{L}*$/u.test(half)) continue;
    const stands = new RegExp(`(?<![\\p{L}\\p{N}])${half}(?![\\p{L}\\p{N}])`, "u").test(text);
    if (!stands || text.indexOf(whole) !== text.lastIndexOf(whole)) continue;
    found.push({
      at,
      end,
      severity: "warning",
      rule: "doubled-word",
      message: `“${whole}” is “${half}” twice`,
      hint: `type “${half}” once${orAllow("doubled-word", whole)}`,
    });
  }
  return found;
}
