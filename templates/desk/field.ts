/// <reference lib="dom" />
import type { FormField, Vocabulary } from "../../src/content/schema/form.ts";
import type { Choice } from "../../src/views/desk/calls.ts";
import { button, element, newId } from "./dom.ts";

/** A field as it stands in a form. */
export interface Filled {
  readonly element: HTMLElement;
  /** What is typed there, as front matter has it; undefined where nothing is. */
  readonly read: () => unknown;
}

/** What the fields of a form ask for beside themselves. */
export interface Around {
  readonly lists: Record<Vocabulary, readonly Choice[]>;
  /** The stories of the edition, in the order that they have. */
  readonly stories: readonly Choice[];
  pictures: readonly string[];
  readonly now: () => string;
  /** Asks for a new entry of a vocabulary, and gives its id. */
  readonly addEntry: (vocabulary: Vocabulary) => Promise<string | undefined>;
  readonly findStory: () => Promise<Choice | undefined>;
  /** Puts a picture into the folder, and gives its name there. */
  readonly placePicture: (picture: File) => Promise<string | undefined>;
  /** Called after what was changed by no typing. */
  readonly changed: () => void;
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** A label above a control, its counter, and room for what is wrong with it. */
export function labelled(field: FormField, path: string, control: Control, ...more: readonly Node[]): HTMLElement {
  const id = newId();
  control.id = id;
  const told = element("ul", { class: "told", id: `${id}t` });
  const label = element("label", { for: id }, field.label, !field.isRequired && element("small", {}, " optional"));
  control.setAttribute("aria-describedby", `${id}t`);
  if (field.isRequired) control.required = true;
  const line = element("div", { class: "line" }, label);
  if (field.most !== undefined && !(control instanceof HTMLSelectElement)) line.append(counter(control, field.most));
  return element("div", { class: "field", "data-path": path }, line, control, ...more, told);
}

function counter(control: HTMLInputElement | HTMLTextAreaElement, most: number): HTMLElement {
  const shown = element("small", { class: "count" });
  const update = () => {
    const length = Array.from(control.value).length;
    shown.textContent = `${length} of ${most}`;
    shown.classList.toggle("over", length > most);
  };
  control.addEventListener("input", update);
  update();
  return shown;
}

function option(id: string, name: string): HTMLOptionElement {
  return element("option", { value: id }, name);
}

const NEW = "…new";

function chooseFrom(value: unknown, choices: readonly Choice[], empty: string): HTMLSelectElement {
  const select = element("select", {}, option("", empty), ...choices.map(({ id, name }) => option(id, name)));
  const own = typeof value === "string" ? value : "";
  if (own !== "" && !choices.some(({ id }) => id === own)) select.append(option(own, own));
  select.value = own;
  return select;
}

function entrySelect(value: unknown, vocabulary: Vocabulary, around: Around): HTMLSelectElement {
  const select = chooseFrom(value, around.lists[vocabulary], "—");
  select.append(option(NEW, "new …"));
  let last = select.value;
  select.addEventListener("change", () => {
    if (select.value !== NEW) {
      last = select.value;
      return;
    }
    select.value = last;
    void around.addEntry(vocabulary).then((id) => {
      if (id === undefined) return;
      const name = around.lists[vocabulary].find((entry) => entry.id === id)?.name ?? id;
      select.lastElementChild?.before(option(id, name));
      select.value = last = id;
      around.changed();
    });
  });
  return select;
}

function typed(control: Control): () => unknown {
  return () => (control.value.trim() === "" ? undefined : control.value);
}

function asText(value: unknown): string {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

const TYPES: Partial<Record<FormField["input"], string>> = {
  address: "url",
  day: "date",
  time: "datetime-local",
  number: "number",
};

/** A line that may be longer than a field is wide is broken on the screen, and nowhere else; in characters. */
const LONG_LINE = 60;

function keepToOneLine(area: HTMLTextAreaElement): void {
  area.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
  });
  area.addEventListener("input", () => {
    if (area.value.includes("\n")) area.value = area.value.replace(/\s*\n\s*/g, " ");
  });
}

/** A field of one value that is no group. */
export function makeSingle(field: FormField, path: string, value: unknown, around: Around): Filled {
  const { input, vocabulary, choices = [], most = 0 } = field;
  if (input === "entry" && vocabulary) {
    const select = entrySelect(value, vocabulary, around);
    return { element: labelled(field, path, select), read: typed(select) };
  }
  if (input === "choice") {
    const select = chooseFrom(
      value,
      choices.map((id) => ({ id, name: id })),
      "not said",
    );
    return { element: labelled(field, path, select), read: typed(select) };
  }
  if (input === "yes-no") {
    const select = chooseFrom(
      asText(value),
      [
        { id: "true", name: "yes" },
        { id: "false", name: "no" },
      ],
      "not said",
    );
    return { element: labelled(field, path, select), read: () => (select.value ? select.value === "true" : undefined) };
  }
  if (input === "picture") return makePicture(field, path, value, around);
  if (input === "text" || (input === "line" && most > LONG_LINE)) {
    const area = element("textarea", { rows: "2", ...(input === "line" && { class: "oneline" }) });
    area.value = asText(value);
    if (input === "line") keepToOneLine(area);
    return { element: labelled(field, path, area), read: typed(area) };
  }
  const control = element("input", { type: TYPES[input] ?? "text" });
  control.value = asText(value);
  if (input === "number")
    return { element: labelled(field, path, control), read: () => (control.value ? control.valueAsNumber : undefined) };
  if (input !== "story") return { element: labelled(field, path, control), read: typed(control) };
  const find = button("Find …", async () => {
    const found = await around.findStory();
    if (!found) return;
    control.value = found.id;
    around.changed();
  });
  return { element: labelled(field, path, control, find), read: typed(control) };
}

function makePicture(field: FormField, path: string, value: unknown, around: Around): Filled {
  const select = chooseFrom(
    value,
    around.pictures.map((id) => ({ id, name: id })),
    "none",
  );
  const file = element("input", { type: "file", accept: "image/*", "aria-label": "Another picture" });
  const zone = element("div", { class: "drop" }, "Drop a picture here, or choose one: ", file);
  const place = async (picture: File | undefined): Promise<void> => {
    const name = picture && (await around.placePicture(picture));
    if (name === undefined) return;
    if (![...select.options].some((own) => own.value === name)) select.append(option(name, name));
    select.value = name;
    file.value = "";
    around.changed();
  };
  file.addEventListener("change", () => void place(file.files?.[0]));
  takeDrops(zone, (picture) => void place(picture));
  return { element: labelled(field, path, select, zone), read: typed(select) };
}

/** Takes pictures that are dropped onto an element. */
export function takeDrops(zone: HTMLElement, take: (picture: File) => void): void {
  const mark = (isOver: boolean) => zone.classList.toggle("over", isOver);
  zone.addEventListener("dragover", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    mark(true);
  });
  zone.addEventListener("dragleave", () => mark(false));
  zone.addEventListener("drop", (event) => {
    mark(false);
    const [picture] = event.dataTransfer?.files ?? [];
    if (!picture) return;
    event.preventDefault();
    take(picture);
  });
}
