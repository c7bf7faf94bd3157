/// <reference lib="dom" />
import type { FormField } from "../../src/content/schema/form.ts";
import type { Choice, Refused, Values } from "../../src/views/desk/calls.ts";
import { button, element, later, newId } from "./dom.ts";
import type { Around } from "./field.ts";
import { makeFields } from "./form.ts";

/** A dialog that is open, and what closes it with an answer. */
export interface Asking<T> {
  readonly body: HTMLElement;
  readonly end: (answer?: T) => void;
}

/** Asks something in a dialog; undefined where it was closed without an answer. The focus goes back to where it was. */
export function openDialog<T>(title: string, fill: (asking: Asking<T>) => void): Promise<T | undefined> {
  const before = document.activeElement;
  const id = newId();
  const body = element("div", { class: "body" });
  const dialog = element("dialog", { "aria-labelledby": id }, element("h2", { id }, title), body);
  return new Promise((resolve) => {
    let answer: T | undefined;
    const end = (given?: T): void => {
      answer = given;
      dialog.close();
    };
    dialog.addEventListener("close", () => {
      dialog.remove();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
      resolve(answer);
    });
    fill({ body, end });
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** The row of buttons below a dialog. */
export function choicesOf(...parts: readonly HTMLElement[]): HTMLElement {
  return element("div", { class: "choices" }, ...parts);
}

/**
 * Has fields filled in, and `submit` do something with them; what that gives is the answer, unless it refused, which is shown. `follow` is
 * told of the form that it may fill something in as others are typed.
 */
export function fillIn<T extends object>(
  title: string,
  {
    fields,
    values,
    around,
    does,
    note,
    follow,
  }: {
    readonly fields: readonly FormField[];
    readonly values: Values;
    readonly around: Around;
    readonly does: string;
    readonly note?: string;
    readonly follow?: (form: HTMLElement) => void;
  },
  submit: (values: Values) => Promise<T | Refused>,
): Promise<T | undefined> {
  return openDialog<T>(title, ({ body, end }) => {
    const form = element("form", { novalidate: "" });
    const made = makeFields(fields, "", values, around);
    const told = element("p", { class: "refused", role: "alert" });
    const done = element("button", { class: "main" }, does);
    form.append(
      note === undefined ? "" : element("p", { class: "note" }, note),
      ...made.elements,
      told,
      choicesOf(
        button("Cancel", () => {
          end();
        }),
        done,
      ),
    );
    follow?.(form);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      done.disabled = true;
      void submit(made.read()).then((answer) => {
        done.disabled = false;
        if ("refused" in answer) told.textContent = answer.refused;
        else end(answer);
      });
    });
    body.append(form);
  });
}

/** Has somebody choose one of what is found for the words that are typed. */
export function pick(title: string, find: (search: string) => Promise<readonly Choice[]>): Promise<Choice | undefined> {
  return openDialog<Choice>(title, ({ body, end }) => {
    const search = element("input", { type: "search", "aria-label": "Words to look for" });
    const list = element("ul", { class: "found" });
    const status = element("p", { class: "note", role: "status" });
    const show = async (): Promise<void> => {
      const asked = search.value;
      const found = await find(asked);
      if (asked !== search.value) return;
      status.textContent = found.length === 0 ? "Nothing is found." : "";
      list.replaceChildren(
        ...found.map((choice) =>
          element(
            "li",
            {},
            button(choice.name, () => {
              end(choice);
            }),
            element("small", {}, ` ${choice.id}`),
          ),
        ),
      );
    };
    search.addEventListener(
      "input",
      later(120, () => void show()),
    );
    void show();
    body.append(
      search,
      status,
      list,
      choicesOf(
        button("Cancel", () => {
          end();
        }),
      ),
    );
  });
}
