import { resolve } from "node:path";
import { NotEditable } from "../../content/edit/editable.ts";
import { describeStep } from "../../content/edit/steps.ts";
import type { Instant } from "../../content/time/calendar.ts";
import { clockOf, contentOption, createCommand, nowOption, requireFolder, UsageError } from "../options.ts";
import { carryOutAll } from "./carry-out.ts";
import { openContent } from "./open-content.ts";
import { planMove } from "./plan-move.ts";

interface MoveOptions {
  readonly content: string;
  readonly now?: Instant;
}

export const move = createCommand(
  "move",
  "give a story, an edition, a topic, a publisher or a page another identity, with all that follows from it",
)
  .argument(
    "<from>",
    "what it is called now: 2026-03-04-evening/gemini-flash-lite, 2026-03-04-evening, topics/models …",
  )
  .argument("<to>", "what it shall be called, in the same way")
  .addOption(contentOption())
  .addOption(nowOption())
  .action((from: string, to: string, { content, now }: MoveOptions) => {
    const opened = openContent(requireFolder(content), clockOf(now));
    const say = (line: string) => process.stdout.write(`${line}\n`);
    try {
      const { steps, notes } = planMove(from, to, opened);
      carryOutAll(resolve(content), steps, (step) => {
        const told = describeStep(step, opened.frame.site.label);
        if (told !== undefined) say(told);
      });
      notes.forEach(say);
    } catch (error) {
      if (error instanceof NotEditable) throw new UsageError(`${error.message}; nothing was written`);
      throw error;
    }
  });
