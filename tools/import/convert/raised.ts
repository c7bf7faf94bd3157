/** Signs that Unicode has in small, above the line and below it. */
const SUP = new Map([..."0123456789+-=()n"].map((sign, at) => [sign, [..."⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ"][at] ?? sign]));
const SUB = new Map([..."0123456789+-=()"].map((sign, at) => [sign, [..."₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎"][at] ?? sign]));

/** A text above or below the line, as signs of its own; undefined where Unicode lacks some of them. */
export function raise(text: string, where: "sup" | "sub"): string | undefined {
  const signs = [...text.trim().replaceAll("−", "-")].map((sign) => (where === "sup" ? SUP : SUB).get(sign));
  return signs.length > 0 && signs.every((sign) => sign !== undefined) ? signs.join("") : undefined;
}
