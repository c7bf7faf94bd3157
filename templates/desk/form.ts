/// <reference lib="dom" />
import type { FormField } from "../../src/content/schema/form.ts";
import type { Values } from "../../src/views/desk/calls.ts";
import { button, element, later } from "./dom.ts";
import { type Around, type Filled, labelled, makeSingle } from "./field.ts";
import { makeOrder } from "./order.ts";

function listOf(value: unknown): readonly unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
}

function join(path: string, key: string | number): string {
  return path === "" ? String(key) : `${path}.${key}`;
}

/** A list of words or ids, one a line. */
function makeLines(field: FormField, path: string, value: unknown): Filled {
  const area = element("textarea", { rows: "2" });
  area.value = listOf(value).map(String).join("\n");
  const made = labelled({ ...field, most: undefined, label: `${field.label}, one on each line` }, path, area);
  const read = () => {
    const lines = area.value
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean);
    return lines.length > 0 ? lines : undefined;
  };
  return { element: made, read };
}

/** A mapping; what it holds beside what the form knows stays. */
function makeGroup(field: FormField, path: string, value: unknown, around: Around): Filled {
  const before = typeof value === "object" && value !== null ? (value as Values) : {};
  const fields = field.fields ?? [];
  const form = makeFields(fields, path, before, around);
  const others = Object.entries(before).filter(([key]) => !fields.some((own) => own.key === key));
  const read = () => {
    const values = { ...Object.fromEntries(others), ...form.read() };
    return Object.keys(values).length > 0 ? values : undefined;
  };
  return { element: element("div", { class: "group" }, ...form.short, ...form.long, ...form.rest), read };
}

/** A list of fields, to which one can be added and from which any can be taken. */
function makeList(field: FormField, path: string, value: unknown, around: Around): Filled {
  const items = element("div", { class: "items" });
  let filled: { readonly item: HTMLElement; readonly own: Filled }[] = [];
  const name = field.vocabulary === "people" ? "person" : field.label.replace(/s$/, "").toLowerCase();
  const add = (entry: unknown): HTMLElement => {
    const at = join(path, filled.length);
    const make = field.input === "group" ? makeGroup : makeSingle;
    // The list says whether there need be any; one that is there is to be filled in.
    const label = name.charAt(0).toUpperCase() + name.slice(1);
    const own = make({ ...field, isList: false, isRequired: true, label }, at, entry, around);
    const item = element("div", { class: "item" }, own.element);
    const remove = button(
      "Remove",
      () => {
        filled = filled.filter((other) => other.item !== item);
        item.remove();
        around.changed();
        more.focus();
      },
      { class: "quiet", "aria-label": `Remove this ${name}` },
    );
    item.append(remove);
    filled.push({ item, own });
    items.append(item);
    return item;
  };
  const more = button(
    `Add a ${name}`,
    () => {
      const isDated = field.fields?.some(({ key }) => key === "at");
      add(isDated ? { at: around.now() } : undefined)
        .querySelector<HTMLElement>("input, select, textarea")
        ?.focus();
      around.changed();
    },
    { class: "quiet" },
  );
  listOf(value).forEach(add);
  if (filled.length === 0 && field.isRequired) add(undefined);
  const told = element("ul", { class: "told" });
  const made = element(
    "fieldset",
    { class: "field", "data-path": path },
    element("legend", {}, field.label),
    items,
    more,
    told,
  );
  const read = () => {
    const values = filled.map(({ own }) => own.read()).filter((entry) => entry !== undefined);
    return values.length > 0 ? values : undefined;
  };
  return { element: made, read };
}

function makeField(field: FormField, path: string, value: unknown, around: Around): Filled {
  if (field.input === "story-here") return makeOrder(field, path, listOf(value).map(String), around);
  if (field.isList && (field.input === "group" || field.input === "entry")) return makeList(field, path, value, around);
  if (field.isList) return makeLines(field, path, value);
  if (field.input !== "group") return makeSingle(field, path, value, around);
  const group = makeGroup(field, path, value, around);
  const legend = element("legend", {}, field.label);
  const told = element("ul", { class: "told" });
  return {
    element: element("fieldset", { class: "field", "data-path": path }, legend, group.element, told),
    read: group.read,
  };
}

/** The fields of a mapping, and what is typed there by key. */
export interface Fields {
  /** In the order of the schema. */
  readonly elements: readonly HTMLElement[];
  /** Of those that must be filled in or are: what is short, and what takes room. */
  readonly short: readonly HTMLElement[];
  readonly long: readonly HTMLElement[];
  /** Those that may be filled in, folded; none where there are none. */
  readonly rest: readonly HTMLElement[];
  readonly read: () => Values;
}

/** Makes the fields of a mapping, all by what the schema says of them. */
export function makeFields(fields: readonly FormField[], path: string, values: Values, around: Around): Fields {
  const made = fields.map((field) => {
    const value = values[field.key];
    return {
      field,
      isFilled: value !== undefined && value !== null,
      ...makeField(field, join(path, field.key), value, around),
    };
  });
  const isFirst = ({ field, isFilled }: (typeof made)[number]) =>
    isFilled || field.isRequired || field.input === "story-here";
  const isLong = ({ field }: (typeof made)[number]) => field.isList && field.input !== "story-here";
  const elements = (own: typeof made) => own.map((each) => each.element);
  const rest = elements(made.filter((own) => !isFirst(own)));
  const folded = element(
    "details",
    { class: "rest" },
    element("summary", {}, path === "" ? "More about it" : "More"),
    ...rest,
  );
  return {
    elements: elements(made),
    short: elements(made.filter((own) => isFirst(own) && !isLong(own))),
    long: elements(made.filter((own) => isFirst(own) && isLong(own))),
    rest: rest.length > 0 ? [folded] : [],
    read: () => {
      const read = made.map(({ field, read }) => [field.key, read()] as const);
      return Object.fromEntries(read.filter(([, value]) => value !== undefined));
    },
  };
}

/** Calls a function soon after anything in a part was typed or chosen. */
export function onTyping(within: HTMLElement, pause: number, act: () => void): () => void {
  const soon = later(pause, act);
  within.addEventListener("input", soon);
  within.addEventListener("change", soon);
  return soon;
}
