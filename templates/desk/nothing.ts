/// <reference lib="dom" />
import type { Setup } from "../../src/views/desk/calls.ts";
import { button, element } from "./dom.ts";

interface Deeds {
  readonly addStory: () => unknown;
  readonly addEdition: () => unknown;
}

/** Shows, where no text is open, which edition comes next. */
export function showNothing(
  room: HTMLElement,
  { next, nextInWords, slots }: Pick<Setup, "next" | "nextInWords" | "slots">,
  { addStory, addEdition }: Deeds,
): void {
  const time = slots.find(({ id }) => id === next.slot)?.time ?? "";
  room.replaceChildren(
    element("h2", {}, "What comes next"),
    element("p", {}, `${nextInWords}, at ${time}`),
    element(
      "p",
      {},
      button("Write a story for it", addStory, { class: "main" }),
      " ",
      button("Begin the edition", addEdition),
    ),
    element(
      "p",
      { class: "note" },
      "Or choose a story in the rundown. All that you save stays a draft until it is published.",
    ),
  );
}
