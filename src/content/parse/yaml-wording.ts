import type { Problem } from "../problems/diagnostic.ts";

/** What the parser's error codes mean to an editor. */
const WORDING: Record<string, readonly [message: string, hint?: string]> = {
  MULTIPLE_DOCS: ["“---” or “...” begins a second YAML document here", "delete that line"],
  TAB_AS_INDENT: ["a tab cannot indent YAML", "use spaces"],
  BLOCK_AS_IMPLICIT_KEY: ["a second “: ” on this line", "put the whole value in quotes"],
  MISSING_CHAR: ["a closing quote or bracket is missing, or a key lacks its “:”"],
  MULTILINE_IMPLICIT_KEY: ["this line is no “key: value”", "type a “:” and a space after the key"],
  BAD_SCALAR_START: ["a value cannot begin with this character", "put the whole value in quotes"],
  BAD_INDENT: ["a bracket is not closed, or this line is indented wrongly"],
  UNEXPECTED_TOKEN: ["this does not belong here", "put the whole value in quotes, or mend the indent"],
  NON_STRING_KEY: ["a key cannot be a list or a mapping", "put it in quotes if it begins with “[” or “{”"],
  BLOCK_IN_FLOW: ["within brackets, this needs brackets of its own", "write it as [one, two] or { key: value }"],
  BAD_DQ_ESCAPE: ["no character is written like this after “\\”", "type “\\\\” for a “\\”, or use 'single quotes'"],
  KEY_OVER_1024_CHARS: ["a key has 1,024 characters at most", "type a “:” and a space after the key"],
};

/** A parser's error as a problem. */
export function describeYamlError(code: string, text: string): Problem {
  const [message, hint] = WORDING[code] ?? [`this is not valid YAML: ${text}`];
  return { rule: "yaml-syntax", message, hint };
}

/** What is wrong with a key beside those that stand above it in its mapping. */
export function* findBadKey(key: string, above: ReadonlySet<string>): Generator<Problem> {
  if (above.has(key))
    yield {
      rule: "duplicate-key",
      message: "this key is already given above",
      hint: "keep one of the two; or type spaces before it, if it belongs to what stands above, or “- ”, if a new entry begins",
    };
  // The schema's library passes this one over, and nothing may be passed over.
  if (key === "__proto__")
    yield { rule: "unknown-key", message: "“__proto__” is not a key here", hint: "delete this line" };
}

/** A text in the quotes that YAML needs for it. */
export function quote(text: string): string {
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}

/** A part of YAML that this format leaves out, since it makes one text out of another. */
export function describeFeature(name: keyof typeof FEATURES): Problem {
  const [shown, hint] = FEATURES[name];
  return { rule: "yaml-feature", message: `YAML ${shown} are not allowed`, hint };
}

const FEATURES = {
  alias: ["aliases (*)", "write the value out, or put it in quotes"],
  anchor: ["anchors (&)", "put the value in quotes if it begins with “&”"],
  tag: ["tags (!)", "put the value in quotes if it begins with “!”"],
  directive: ["directives (%)", "delete this line"],
} as const;
