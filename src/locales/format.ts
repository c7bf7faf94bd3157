/** An answer from memory: publications have one language, and few pages have more. */
function once<Made>(make: (tag: string) => Made): (tag: string) => Made {
  const known = new Map<string, Made>();
  return (tag) => {
    const found = known.get(tag) ?? make(tag);
    known.set(tag, found);
    return found;
  };
}

/** Numbers below this are asked for on every page. */
const FEW = 1000;

/** What a language says of a number, from memory where it is small. */
function countable<Said>(make: (tag: string) => (number: number) => Said): (tag: string) => (number: number) => Said {
  return once((tag) => {
    const say = make(tag);
    const known: (Said | undefined)[] = [];
    return (number) =>
      Number.isInteger(number) && number >= 0 && number < FEW ? (known[number] ??= say(number)) : say(number);
  });
}

const numbers = countable((tag) => {
  const format = new Intl.NumberFormat(tag);
  return (number) => format.format(number);
});
const plurals = countable((tag) => {
  const rules = new Intl.PluralRules(tag);
  return (number) => rules.select(number);
});
const lists = once((tag) => new Intl.ListFormat(tag, { type: "conjunction" }));

/** A number as the language of `tag` writes it: `1,234` in English, `1.234` in German. */
export function formatNumber(tag: string, number: number): string {
  return numbers(tag)(number);
}

/** Digits that are no number, as of a clock or a year, as the language of `tag` writes them. */
export function formatDigits(tag: string, text: string): string {
  if (formatNumber(tag, 0) === "0") return text;
  return text.replace(/\d/g, (digit) => formatNumber(tag, Number(digit)));
}

/** The CLDR plural category of a number: `one`, `few`, `other` and so on. */
export function pluralOf(tag: string, number: number): Intl.LDMLPluralRule {
  return plurals(tag)(number);
}

/** A list as a sentence has it: “A, B, and C”. */
export function formatList(tag: string, items: readonly string[]): string {
  return items.length === 1 ? (items[0] ?? "") : lists(tag).format(items);
}

/** The same of values that are more than text: the items and what stands between them, in order. */
export function listPieces<Item>(tag: string, items: readonly Item[]): (Item | string)[] {
  const numbered = items.map((_, index) => String(index));
  return lists(tag)
    .formatToParts(numbered)
    .map(({ type, value }) => (type === "element" ? (items[Number(value)] as Item) : value));
}
