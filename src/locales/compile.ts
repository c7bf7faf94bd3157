import { formatNumber, pluralOf } from "./format.ts";
import type { AnyLocale, Messages, OwnMessages } from "./locale.ts";

/** A message before it is compiled: words, or of one that counts a form for each plural category. */
export type Text = string | Readonly<Record<string, string>>;
type Given = Readonly<Record<string, unknown>>;

const VALUE = /\{(\w+)\}/;

/** The names of the values in a text, in the order of their first appearance. */
export function namesIn(text: Text): string[] {
  const all = typeof text === "string" ? [text] : Object.values(text);
  return [...new Set(all.flatMap((form) => [...form.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name)))];
}

/** A text as words and names by turns, beginning with words. */
function split(text: string): readonly string[] {
  return text.split(VALUE);
}

/** Makes a function of a message's values from its text. */
export function compileText(text: Text, tag: string) {
  const forms: Readonly<Record<string, readonly string[]>> =
    typeof text === "string"
      ? { other: split(text) }
      : Object.fromEntries(Object.entries(text).map(([category, form]) => [category, split(form)]));
  const isCounted = typeof text !== "string";
  const formOf = ({ count }: Given) =>
    (isCounted && typeof count === "number" ? forms[pluralOf(tag, count)] : undefined) ?? forms["other"] ?? [];
  const pieces = (values: Given): unknown[] =>
    formOf(values).map((part, index) => {
      if (index % 2 === 0) return part;
      const value = values[part];
      return typeof value === "number" ? formatNumber(tag, value) : value;
    });
  return Object.assign((values: Given) => pieces(values).join(""), { pieces });
}

/**
 * Makes the messages of a language ready for use, some of them replaced by a publication's own. `tag` is the publication's
 * language as far as it says how numbers and plurals are written, such as `de-CH`.
 */
export function compileMessages(locale: AnyLocale, tag: string, own: OwnMessages = {}): Messages {
  const groups: readonly [string, Readonly<Record<string, Text>>][] = Object.entries(locale);
  return Object.freeze(
    Object.fromEntries(
      groups.map(([group, messages]) => [
        group,
        Object.freeze(
          Object.fromEntries(
            Object.entries(messages).map(([name, text]) => {
              const chosen = own[group]?.[name] ?? text;
              const isPlain = typeof chosen === "string" && namesIn(chosen).length === 0 && namesIn(text).length === 0;
              return [name, isPlain && typeof text === "string" ? chosen : compileText(chosen, tag)];
            }),
          ),
        ),
      ]),
    ),
  ) as unknown as Messages;
}
