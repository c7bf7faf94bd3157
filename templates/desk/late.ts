/// <reference lib="dom" />
import type { LateText, Settling } from "../../src/views/desk/calls.ts";
import { ask, say } from "./ask.ts";
import { showBoth } from "./conflict.ts";
import { button, element, part } from "./dom.ts";

/** In milliseconds: nothing tells of what is written into a file that has no name any more. */
const PAUSE = 5000;

/** Tells above all else what other programs wrote into texts in the very moment in which a desk replaced them, until somebody says which is to stand. */
export function watchLate(): void {
  const room = part("_late");
  let told = "";

  const settle = async ({ kept, version, now }: LateText, stands: Settling["stands"]): Promise<void> => {
    const answer = await ask("settle", {
      kept,
      stands,
      ...(version !== undefined && { version }),
      ...(now.version !== undefined && { there: now.version }),
    });
    await renew();
    if ("version" in answer) say("It is settled");
    else say("refused" in answer ? answer.refused : "The file was changed meanwhile; look at both once more");
  };
  const look = async (late: LateText): Promise<void> => {
    const { text = "", now } = late;
    const choice = await showBoth({
      title: "Two texts of one file",
      mine: ["Written meanwhile", text],
      theirs: ["In the file", now.text],
      note:
        now.text === undefined
          ? "The file is gone. What was written into it is here."
          : "Another program wrote into this file in the very moment in which the desk saved it. Copy from either what you want to keep, and say which one is to stand. The other one is kept for 30 days.",
      stay: "Decide later",
      takeTheirs: "Leave the file as it is",
      takeMine: now.text === undefined ? "Put it back" : "Put the other one in its place",
    });
    if (choice !== undefined) await settle(late, choice === "mine" ? "late" : "file");
  };
  const item = (late: LateText): HTMLElement => {
    const { what, text, path } = late;
    const words = `Another program wrote into the ${what} in the very moment in which the desk saved it. Nothing is lost: `;
    return text === undefined
      ? element(
          "p",
          {},
          `${words}it is no text, and is kept as ${path}. `,
          button("I have it", () => settle(late, "file")),
        )
      : element(
          "p",
          {},
          words,
          button("look at both", () => look(late)),
        );
  };
  const renew = async (): Promise<void> => {
    const late = await ask("late", {});
    if ("refused" in late) return;
    const all = JSON.stringify(late);
    if (all === told) return;
    told = all;
    room.replaceChildren(...late.map(item));
  };
  void renew();
  setInterval(() => {
    if (!document.hidden) void renew();
  }, PAUSE);
}
