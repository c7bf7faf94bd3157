/// <reference lib="dom" />
import { button, element } from "./dom.ts";
import { choicesOf, openDialog } from "./dialog.ts";
import { say } from "./ask.ts";

function shown(label: string, text: string): HTMLElement {
  const area = element("textarea", { rows: "16", readonly: "" });
  area.value = text;
  // Firefox would show its end.
  area.setSelectionRange(0, 0);
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

/** Two texts of one file, and in words what each is and what can be done. */
export interface Both {
  readonly title: string;
  readonly mine: readonly [label: string, text: string];
  /** Without a text where the file is gone. */
  readonly theirs: readonly [label: string, text: string | undefined];
  readonly note: string;
  readonly stay: string;
  readonly takeTheirs: string;
  readonly takeMine: string;
}

/** Shows two texts beside each other, and asks which is to stand; undefined where neither is chosen yet. */
export function showBoth(both: Both): Promise<"mine" | "theirs" | undefined> {
  return openDialog(both.title, ({ body, end }) => {
    const [label, text] = both.theirs;
    body.append(
      element("p", { class: "note" }, both.note),
      element("div", { class: "both" }, shown(...both.mine), text === undefined ? "" : shown(label, text)),
      choicesOf(
        button(both.stay, () => {
          end();
        }),
        ...(text === undefined
          ? []
          : [
              button(both.takeTheirs, () => {
                end("theirs");
              }),
            ]),
        button(both.takeMine, () => {
          end("mine");
        }),
      ),
    );
  });
}

/** Shows what an editor typed beside what somebody else saved meanwhile, and asks which is to stand. */
export function showConflict(mine: string, theirs: string | undefined): Promise<"mine" | "theirs" | undefined> {
  return showBoth({
    title: "Somebody else changed this file",
    mine: ["Yours", mine],
    theirs: ["Theirs", theirs],
    note:
      theirs === undefined
        ? "The file is gone. What you typed is here."
        : "Nothing was saved yet. Here are both: copy from either what you want to keep, and say which one is to stand.",
    stay: "Go on typing",
    takeTheirs: "Take theirs",
    takeMine: "Save mine over it",
  });
}
