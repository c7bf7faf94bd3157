import { escapeHtml } from "../src/content/words/escape-html.ts";

export { escapeHtml };

/** Markup that is safe to print as it is. */
export interface Html {
  readonly markup: string;
}

type Value = Html | string | number | undefined | null | false | readonly Value[];

function print(value: Value): string {
  if (value === undefined || value === null || value === false) return "";
  if (typeof value === "string") return escapeHtml(value);
  if (typeof value === "number") return String(value);
  if ("markup" in value) return value.markup;
  let markup = "";
  for (const part of value) markup += print(part);
  return markup;
}

const ADDRESS = /(?:^|\s)(?:href|src)="$/;
/** Which values of a literal are addresses: told by the words before them, once for each literal of the templates. */
const places = new WeakMap<TemplateStringsArray, readonly boolean[]>();

function addressesIn(strings: TemplateStringsArray): readonly boolean[] {
  const known = places.get(strings) ?? strings.map((before) => ADDRESS.test(before));
  places.set(strings, known);
  return known;
}

const SAFE_ADDRESS = /^(?:https:\/\/|mailto:|#|\/(?![/\\]))/;

/**
 * Markup from a template literal: every value is escaped but markup itself; undefined, null and false print nothing.
 * An address that is neither https:, mailto:, a fragment nor of this site throws, so that none can slip through a view.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  const isAddress = addressesIn(strings);
  let markup = strings[0] ?? "";
  for (let index = 0; index < values.length; index++) {
    const value = values[index];
    if (isAddress[index] && !(typeof value === "string" && SAFE_ADDRESS.test(value)))
      throw new Error(`not an address that may be linked to: ${JSON.stringify(value)}`);
    markup += print(value) + (strings[index + 1] ?? "");
  }
  return { markup };
}

/** The rendered Markdown of a view: the one text that is not escaped, since only this project's renderer makes it. */
export function rendered(body: string): Html {
  return { markup: body };
}
