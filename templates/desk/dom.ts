/// <reference lib="dom" />
import { element } from "../scripts/search-dom.ts";

export { element };

/** Makes a button that does something. */
export function button(label: string, act: () => unknown, attributes: Readonly<Record<string, string>> = {}) {
  const made = element("button", { type: "button", ...attributes }, label);
  made.addEventListener("click", () => void act());
  return made;
}

/** The part of the page with this id; its HTML has it. */
export function part(id: string): HTMLElement {
  return document.getElementById(id) as HTMLElement;
}

let numbers = 0;

/** An id that nothing else on the page has. */
export function newId(): string {
  return `_${++numbers}`;
}

/** Calls a function once nobody has asked for that in so many milliseconds. */
export function later(pause: number, act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(act, pause);
  };
}
