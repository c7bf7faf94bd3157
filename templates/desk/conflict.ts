/// <reference lib="dom" />
import { button, element } from "./dom.ts";
import { choicesOf, openDialog } from "./dialog.ts";
import { say } from "./ask.ts";

function shown(label: string, text: string): HTMLElement {
  const area = element("textarea", { rows: "16", readonly: "" });
  area.value = text;
  const copy = button(
    "Copy",
    async () => {
      area.select();
      await navigator.clipboard.writeText(text);
      say("Copied");
    },
    { class: "quiet", "aria-label": `Copy: ${label}` },
  );
  return element("div", {}, element("label", {}, element("strong", {}, label), area), copy);
}

/** Shows what an editor typed beside what somebody else saved meanwhile, and asks which is to stand. */
export function showConflict(mine: string, theirs: string | undefined): Promise<"mine" | "theirs" | undefined> {
  return openDialog("Somebody else changed this file", ({ body, end }) => {
    const choices = [
      button("Go on typing", () => {
        end();
      }),
      ...(theirs === undefined
        ? []
        : [
            button("Take theirs", () => {
              end("theirs");
            }),
          ]),
      button("Save mine over it", () => {
        end("mine");
      }),
    ];
    body.append(
      element(
        "p",
        { class: "note" },
        theirs === undefined
          ? "The file is gone. What you typed is here."
          : "Nothing was saved yet. Here are both: copy from either what you want to keep, and say which one is to stand.",
      ),
      element("div", { class: "both" }, shown("Yours", mine), theirs === undefined ? "" : shown("Theirs", theirs)),
      choicesOf(...choices),
    );
  });
}
