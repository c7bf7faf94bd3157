/// <reference lib="dom" />
import type { Setup } from "../../src/views/desk/calls.ts";
import { ask } from "./ask.ts";
import { choicesOf, fillIn, openDialog } from "./dialog.ts";
import { button, element, newId } from "./dom.ts";
import type { Around } from "./field.ts";
import { change, saved } from "./judge.ts";
import type { OpenText } from "./text.ts";

/** What readers will find in the place of a text, with the reason as it is typed. */
function shownInstead(form: HTMLElement, kind: "story" | "edition", { takenBack }: Setup): HTMLElement {
  const why = element("p", { dir: "auto" });
  form.addEventListener("input", () => {
    why.textContent = form.querySelector<HTMLTextAreaElement>('[data-path="reason"] textarea')?.value ?? "";
  });
  return element("blockquote", {}, element("h3", {}, takenBack[kind]), element("p", {}, takenBack.since), why);
}

/** Takes back a text that readers know, once somebody has seen and ticked what they will find in its place. */
export async function takeBackNow(
  text: OpenText,
  { setup, around, isLast }: { readonly setup: Setup; readonly around: Around; readonly isLast: boolean },
  after: () => unknown,
): Promise<void> {
  const opened = await saved(text);
  if (!opened) return;
  const { name, version, kind } = opened;
  const tick = element("input", { type: "checkbox", id: newId() });
  const answer = await fillIn<{ reason?: string }>(
    `Take this ${kind} back`,
    {
      fields: setup.forms.gone
        .filter(({ key }) => key === "reason")
        .map((field) => ({ ...field, label: "Why, for readers" })),
      values: {},
      around,
      does: "Take it back",
      follow: (form) => {
        form.prepend(
          element("p", {}, "Readers know it. Once the publication is built again, its address says this and no more:"),
          shownInstead(form, kind, setup),
        );
        form
          .querySelector(".refused")
          ?.before(
            element(
              "p",
              { class: "note" },
              `${kind === "edition" ? "All its stories go with it. It leaves" : "It leaves"} all lists, feeds and the search. Who has it as mail or in a feed reader keeps that. The text stays in its file, and can be brought back.`,
            ),
            isLast
              ? element("p", { class: "note" }, "It is the only story of its edition: take the edition back, too.")
              : "",
            element(
              "p",
              { class: "tick" },
              tick,
              element("label", { for: tick.id }, "Readers shall find this in its place"),
            ),
          );
      },
    },
    ({ reason }) =>
      Promise.resolve(
        !tick.checked
          ? { refused: "Tick that readers shall find this in its place." }
          : typeof reason === "string"
            ? { reason }
            : {},
      ),
  );
  if (!answer) return;
  await change(text, "It is taken back", after, () => ask("takeBack", { name, version, ...answer }));
}

/** Has readers find a text again that was taken back, once somebody has said so twice. */
export async function bringBackNow(text: OpenText, after: () => unknown): Promise<void> {
  const opened = await saved(text);
  if (!opened) return;
  const { name, version } = opened;
  const isMeant = await openDialog<true>("Bring it back", ({ body, end }) => {
    body.append(
      element(
        "p",
        {},
        "Once the publication is built again, readers find the text at its address as it stands here. If something in it was wrong, add a correction first.",
      ),
      choicesOf(
        button("Cancel", () => {
          end();
        }),
        button(
          "Bring it back",
          () => {
            end(true);
          },
          { class: "main" },
        ),
      ),
    );
  });
  if (isMeant) await change(text, "Readers will find it again", after, () => ask("bringBack", { name, version }));
}
