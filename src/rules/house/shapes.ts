import type { Finding } from "./text/finding.ts";

/** Finds letters that are drawn as one (“ﬁ”), as they come out of PDFs, and characters that only one font knows. */
export function findShapes(text: string, shapes: readonly number[]): Finding[] {
  const found: Finding[] = [];
  let last = -2;
  for (let index = 0; index < shapes.length; index += 2) {
    const at = shapes[index] ?? 0;
    const isNext = at === last + 1;
    last = at;
    if (isNext) continue;
    const sign = text.charAt(at);
    const letters = sign.normalize("NFKD");
    const code = `U+${sign.charCodeAt(0).toString(16).toUpperCase()}`;
    const common = { at, end: at + 1, severity: "warning", rule: "ligature" } as const;
    found.push(
      letters === sign
        ? {
            ...common,
            message: `the sign ${code} is of one font alone: readers see a box`,
            hint: "type the sign that is meant",
          }
        : {
            ...common,
            message: `“${sign}” (${code}) is one sign for “${letters}”, by which no search finds the word`,
            hint: `type “${letters}”`,
          },
    );
  }
  return found;
}
