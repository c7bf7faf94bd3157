/// <reference lib="dom" />
import type { Setup } from "../../src/views/desk/calls.ts";
import type { Waiting, WaitingLetter } from "../../src/views/desk/letters.ts";
import type { FormField } from "../../src/content/schema/form.ts";
import { countOf } from "../../src/content/problems/count.ts";
import { ask } from "./ask.ts";
import { choicesOf, fillIn, openDialog } from "./dialog.ts";
import { button, element } from "./dom.ts";
import type { Around } from "./field.ts";

/** What stands in the page's address while letters are shown: no text has such a name. */
export const LETTERS = "letters";

/** What the room of letters needs of the desk around it. */
interface Desk {
  readonly setup: Pick<Setup, "base" | "forms">;
  readonly around: Around;
  /** The button that leads here, and says how many letters wait. */
  readonly entrance: HTMLElement;
}

/** Makes the button that leads to the letters; where none ever came it is hidden. */
export function makeEntrance({ letters }: Pick<Setup, "letters">, open: () => void): HTMLElement {
  const entrance = button("", open);
  entrance.hidden = letters === undefined;
  countAt(entrance, letters ?? 0);
  return entrance;
}

function countAt(entrance: HTMLElement, letters: number): void {
  entrance.textContent = letters > 0 ? `Letters (${letters})` : "Letters";
}

/** Who published a letter last: most likely they publish the next one, too. */
let lastBy: string | undefined;

/** What is asked before a letter is published: who says so, and what is answered, which whoever says so answers where nobody else is named. */
function questionsOf({ forms: { letter } }: Pick<Setup, "forms">): FormField[] {
  const find = (group: string, key: string): FormField[] => {
    const fields = letter.find((field) => field.key === group)?.fields ?? [];
    return fields.filter((field) => field.key === key);
  };
  return [
    ...find("accepted", "by"),
    ...find("reply", "text").map((field) => ({ ...field, isRequired: false })),
    ...find("reply", "by").map((field) => ({
      ...field,
      key: "replyBy",
      label: "Answered by, if by somebody else",
      isRequired: false,
    })),
  ];
}

/** Asks who publishes a letter and what is answered, and has that done; undefined where it was not. */
async function publishLetter({ id, story, name }: WaitingLetter, { setup, around }: Desk) {
  return fillIn(
    "Publish this letter",
    {
      fields: questionsOf(setup),
      values: { by: lastBy },
      around,
      does: "Publish it",
      note: `${name} to “${story}”. The address that came with it is deleted.`,
    },
    async ({ by, text, replyBy }) => {
      if (typeof by !== "string") return { refused: "Say who accepts it." };
      if (typeof text !== "string" && replyBy !== undefined)
        return { refused: "Write what is answered, or name nobody who answers." };
      const reply = typeof text === "string" && { by: typeof replyBy === "string" ? replyBy : by, text };
      const answer = await ask("acceptLetter", { id, by, ...(reply && { reply }) });
      if (!("refused" in answer)) lastBy = by;
      return answer;
    },
  );
}

/** Deletes a letter once somebody has said so twice; why it could not be is shown in the dialog. */
function rejectLetter({ id, name }: WaitingLetter): Promise<true | undefined> {
  return openDialog<true>("Delete this letter", ({ body, end }) => {
    const told = element("p", { class: "refused", role: "alert" });
    const remove = button(
      "Delete it",
      async () => {
        remove.disabled = true;
        const answer = await ask("rejectLetter", { id });
        remove.disabled = false;
        if ("refused" in answer) told.textContent = answer.refused;
        else end(true);
      },
      { class: "main" },
    );
    body.append(
      element("p", {}, `What ${name} wrote, and the address that came with it, are gone for good then.`),
      told,
      choicesOf(
        button("Cancel", () => {
          end();
        }),
        remove,
      ),
    );
  });
}

/** Shows readers' letters that wait, the oldest first, each whole, and has each published or deleted. */
export function showLetters(room: HTMLElement, desk: Desk): void {
  const list = element("ol", { class: "inbox" });
  const broken = element("ul", { class: "note" });
  const status = element("p", { class: "note", role: "status" });
  const promise = element("p", {});
  let all = 0;

  const tell = (before = ""): void => {
    countAt(desk.entrance, all);
    status.textContent = `${before}${all === 0 ? "No letter waits." : `${countOf(all, "letter waits", "letters wait")}.`}`;
    more.hidden = list.childElementCount >= all;
  };
  const take = (item: HTMLElement, words: string): void => {
    const next = item.nextElementSibling ?? item.previousElementSibling;
    item.remove();
    all--;
    tell(`${words} `);
    (next?.querySelector<HTMLElement>("button") ?? room).focus();
  };
  const makeItem = (letter: WaitingLetter): HTMLElement => {
    const { story, path, name, email, when, text } = letter;
    const own = element(
      "li",
      {},
      element(
        "h3",
        { dir: "auto" },
        path === undefined ? story : element("a", { href: desk.setup.base + path, target: "_blank" }, story),
      ),
      element(
        "p",
        { class: "facts" },
        element("bdi", {}, element("strong", {}, name)),
        ` · ${when} · `,
        element("bdi", {}, email ?? "no e-mail address"),
        path === undefined && element("b", { class: "error" }, " · no such story"),
      ),
      element("blockquote", {}, ...text.split(/\n{2,}/).map((words) => element("p", { dir: "auto" }, words))),
      element(
        "p",
        { class: "choices" },
        button(
          "Publish …",
          async () => {
            const done = await publishLetter(letter, desk);
            if (!done) return;
            const but = done.told.length > 0 ? ` But: ${done.told.join("; ")}.` : "";
            take(own, `${done.path} appears with the next build.${but}`);
          },
          { "aria-label": `Publish the letter of ${name}` },
        ),
        button(
          "Delete …",
          async () => {
            if (await rejectLetter(letter)) take(own, "It is deleted.");
          },
          { class: "quiet", "aria-label": `Delete the letter of ${name}` },
        ),
      ),
    );
    return own;
  };
  const draw = ({ letters, all: waiting, broken: paths, days }: Waiting): void => {
    promise.textContent = `Whatever becomes of a letter, its writer’s e-mail address is deleted, and after ${days} days in any case.`;
    list.append(...letters.map(makeItem));
    broken.replaceChildren(...paths.map((path) => element("li", {}, `${path} cannot be read`)));
    all = waiting;
    tell();
  };
  const load = async (from: number): Promise<void> => {
    const answer = await ask("letters", { from });
    if (!list.isConnected) return;
    if ("refused" in answer) status.textContent = answer.refused;
    else draw(answer);
  };
  const more = button(
    "More",
    async () => {
      const next = list.childElementCount;
      await load(next);
      // The button may be gone, and what it brought is what is wanted.
      list.children[next]?.querySelector<HTMLElement>("button")?.focus();
    },
    { class: "quiet", hidden: "" },
  );
  room.replaceChildren(
    element(
      "div",
      { class: "head" },
      element("a", { class: "narrow", href: "#" }, "← Rundown"),
      element("h2", {}, "Letters"),
    ),
    promise,
    status,
    broken,
    list,
    more,
  );
  document.title = "Letters · Desk";
  void load(0);
}
