/** A shortcode of WordPress: `[name key="value"]`, or `[/name]`. */
export interface Bracket {
  readonly at: number;
  readonly end: number;
  readonly name: string;
  readonly isClosing: boolean;
  readonly attributes: Readonly<Record<string, string>>;
  readonly source: string;
}

const BRACKET = /\[(\/?)([a-zA-Z][\w-]*)((?:\s[^[\]]*)?)\]/g;
const ATTRIBUTE = /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'\]]+))/g;

/** The attributes of a tag, whatever quotes they stand in. */
export function readAttributes(text: string): Record<string, string> {
  const plain = text.replace(/[“”″]/g, '"').replace(/[‘’′]/g, "'");
  return Object.fromEntries(
    [...plain.matchAll(ATTRIBUTE)].map(([, key = "", double, single, bare]) => [
      key.toLowerCase(),
      double ?? single ?? bare ?? "",
    ]),
  );
}

/** All that may be shortcodes of a text, in order; those in double brackets are words. */
export function findBrackets(text: string): Bracket[] {
  return [...text.matchAll(BRACKET)].flatMap(({ 0: source, 1: slash, 2: name = "", 3: rest = "", index: at }) => {
    const end = at + source.length;
    if (text[at - 1] === "[" && text[end] === "]") return [];
    return [{ at, end, name: name.toLowerCase(), isClosing: slash === "/", attributes: readAttributes(rest), source }];
  });
}
