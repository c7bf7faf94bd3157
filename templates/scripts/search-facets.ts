/// <reference lib="dom" />
import { formatNumber } from "../../src/locales/format.ts";
import { element } from "./search-dom.ts";
import type { Counts } from "./search-pagefind.ts";
import type { Setup } from "./search-rows.ts";
import type { Choice } from "./search-table.ts";

export const NAMES = ["topic", "slot", "publisher", "level", "year"] as const;

/** So many values of a facet are shown before a reader asks for all. */
const FEW = 12;

interface Option {
  readonly name: string;
  readonly item: HTMLLIElement;
  readonly box: HTMLInputElement;
  readonly count: HTMLElement;
}

/** The facets of a search as a part of its form. */
export interface Facets {
  choice(): Choice;
  /** Says how many results each value would have; values that have none are left out, but for those chosen. */
  update(counts: Counts): void;
}

/** Makes checkboxes for every value there is, once, so that none moves from under a finger or loses the focus. */
export function makeFacets(
  all: Counts,
  chosen: Choice,
  { language, levels, words }: Setup,
  folded: HTMLDetailsElement,
): Facets {
  const { compare } = new Intl.Collator(language, { numeric: true });
  const years = new Intl.DateTimeFormat(language, { year: "numeric", calendar: "gregory", timeZone: "UTC" });
  const nameOf = (facet: string, value: string): string => {
    // An address may ask for a year that is none.
    if (facet === "year" && /^\d{4}$/.test(value)) return years.format(new Date(value));
    return facet === "level" ? (levels[value] ?? value) : value;
  };
  const options = new Map<string, Map<string, Option>>();
  const shown = new Set<string>();
  const buttons = new Map<string, HTMLButtonElement>();
  let latest: Counts = all;
  const groups = NAMES.flatMap((facet) => {
    const values = [...new Set([...Object.keys(all[facet] ?? {}), ...(chosen[facet] ?? [])])].sort(compare);
    if (facet === "year") values.reverse();
    const own = new Map<string, Option>();
    options.set(facet, own);
    for (const value of values) {
      const box = element("input", { type: "checkbox", name: facet, value });
      box.checked = chosen[facet]?.includes(value) ?? false;
      const count = element("span", { class: "count" });
      const name = nameOf(facet, value);
      const label = element("label", {}, box, element("span", {}, name, " ", count));
      own.set(value, { name, item: element("li", {}, label), box, count });
    }
    if (values.length === 0) return [];
    const more = element("button", { type: "button", class: "more" }, words.allValues);
    more.addEventListener("click", () => {
      shown.add(facet);
      update(latest);
      [...own.values()].find(({ item }) => !item.hidden)?.box.focus();
    });
    const items = [...own.values()].map(({ item }) => item);
    buttons.set(facet, more);
    return [element("fieldset", {}, element("legend", {}, words[facet]), element("ul", {}, ...items), more)];
  });
  const summary = folded.querySelector("summary");
  const title = summary?.textContent ?? "";
  const describe = (): string => {
    const boxes = [...options.values()].flatMap((own) => [...own.values()].filter(({ box }) => box.checked));
    return [title, ...boxes.map(({ name }) => name)].join(" · ");
  };
  const update = (counts: Counts): void => {
    latest = counts;
    if (summary) summary.textContent = describe();
    for (const [facet, own] of options) {
      const countOf = (value: string) => counts[facet]?.[value] ?? 0;
      const most = [...own.keys()].sort((a, b) => countOf(b) - countOf(a)).slice(0, shown.has(facet) ? undefined : FEW);
      const button = buttons.get(facet);
      if (button)
        button.hidden = shown.has(facet) || [...own.keys()].filter((value) => countOf(value) > 0).length <= FEW;
      for (const [value, { item, box, count }] of own) {
        count.textContent = formatNumber(language, countOf(value));
        item.hidden = !box.checked && (countOf(value) === 0 || !most.includes(value));
      }
    }
  };
  update(all);
  folded.append(...groups);
  return {
    choice: () =>
      Object.fromEntries(
        [...options].map(([facet, own]) => [
          facet,
          [...own].filter(([, { box }]) => box.checked).map(([value]) => value),
        ]),
      ),
    update,
  };
}
