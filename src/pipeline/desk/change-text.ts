import { NotEditable } from "../../content/edit/editable.ts";
import { openText } from "./open-text.ts";
import type { Refused } from "../../views/desk/calls.ts";
import { saveText } from "./save-text.ts";

/** So often a text that somebody else changes meanwhile is read and changed again. */
const MOST_TRIES = 10;

/**
 * Changes a text as it stands by then, whoever wrote it last; for what a program adds, which does not hang on what a person has read. Refused where
 * `edit` throws NotEditable.
 */
export async function changeText(
  content: string,
  name: string,
  edit: (text: string) => string,
): Promise<{ readonly version: string; readonly isSame: boolean } | Refused> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const opened = openText(content, name);
    if ("refused" in opened) return opened;
    let text: string;
    try {
      text = edit(opened.text);
    } catch (error) {
      if (error instanceof NotEditable) return { refused: error.message };
      throw error;
    }
    if (text === opened.text) return { version: opened.version, isSame: true };
    const saved = await saveText(content, name, text, opened.version);
    if (!("conflict" in saved)) return "refused" in saved ? saved : { ...saved, isSame: false };
  }
  return { refused: `${name} is being changed all the time by another program` };
}
