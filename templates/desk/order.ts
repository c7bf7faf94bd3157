/// <reference lib="dom" />
import type { FormField } from "../../src/content/schema/form.ts";
import { button, element } from "./dom.ts";
import type { Around, Filled } from "./field.ts";

/** The running order: stories that are moved by dragging, by buttons, or by Alt and an arrow key. */
export function makeOrder(field: FormField, path: string, slugs: readonly string[], around: Around): Filled {
  const list = element("ol", { class: "order" });
  const status = element("p", { class: "hidden", role: "status" });
  const names = new Map(around.stories.map(({ id, name }) => [id, name]));
  let order = [...slugs, ...around.stories.map(({ id }) => id).filter((id) => !slugs.includes(id))];
  let dragged: string | undefined;

  const move = (slug: string, to: number): void => {
    const at = Math.max(0, Math.min(order.length - 1, to));
    if (order.indexOf(slug) === at) return;
    order = order.filter((other) => other !== slug);
    order.splice(at, 0, slug);
    draw(slug);
    status.textContent = `${names.get(slug) ?? slug}: place ${at + 1} of ${order.length}`;
    around.changed();
  };
  const draw = (focused?: string): void => {
    list.replaceChildren(...order.map((slug, at) => makeItem(slug, at)));
    if (focused !== undefined) list.querySelector<HTMLElement>(`[data-slug="${focused}"] button`)?.focus();
  };
  const makeItem = (slug: string, at: number): HTMLElement => {
    const name = names.get(slug) ?? slug;
    const up = button(
      "↑",
      () => {
        move(slug, at - 1);
      },
      { "aria-label": `Move up: ${name}` },
    );
    const down = button(
      "↓",
      () => {
        move(slug, at + 1);
      },
      { "aria-label": `Move down: ${name}` },
    );
    const item = element("li", { draggable: "true", "data-slug": slug }, element("span", {}, name), up, down);
    item.addEventListener("keydown", (event) => {
      const step = event.altKey ? { ArrowUp: -1, ArrowDown: 1 }[event.key] : undefined;
      if (step === undefined) return;
      event.preventDefault();
      move(slug, at + step);
    });
    item.addEventListener("dragstart", () => {
      dragged = slug;
    });
    item.addEventListener("dragover", (event) => {
      if (dragged !== undefined) event.preventDefault();
    });
    item.addEventListener("drop", (event) => {
      if (dragged === undefined) return;
      event.preventDefault();
      move(dragged, at);
      dragged = undefined;
    });
    return item;
  };
  draw();
  const told = element("ul", { class: "told" });
  const hint = element("p", { class: "note" }, "The first leads. Drag a story, or press Alt with an arrow key.");
  const legend = element("legend", {}, field.label);
  const before = order.join();
  const made = element("fieldset", { class: "field", "data-path": path }, legend, hint, list, status, told);
  // What nobody moved stays as it is written, or not written.
  const written = slugs.length > 0 ? slugs : undefined;
  return { element: made, read: () => (order.join() === before ? written : order) };
}
