/** Signs that Unicode has in small, above the line and below it. */
function pair(plain: string, raised: string): ReadonlyMap<string, string> {
  const signs = Array.from(raised);
  return new Map(Array.from(plain, (sign, at) => [sign, signs[at] ?? sign]));
}
const SUP = pair("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ");
const SUB = pair("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎");

/** A text above or below the line, as signs of its own; undefined where Unicode lacks some of them. */
export function raise(text: string, where: "sup" | "sub"): string | undefined {
  const signs = Array.from(text.trim().replaceAll("−", "-"), (sign) => (where === "sup" ? SUP : SUB).get(sign));
  return signs.length > 0 && signs.every((sign) => sign !== undefined) ? signs.join("") : undefined;
}
