import { joinsLines } from "../typography/joined-lines.ts";
import type { Token } from "./parser.ts";

/** The text a reader sees of inline tokens, in one line. */
export function plainText(tokens: readonly Token[] | null): string {
  let text = "";
  // Its last signs for themselves, since to take them from a long text each time takes long.
  let tail = "";
  let isBroken = false;
  for (const { type, content } of tokens ?? []) {
    if (type === "softbreak" || type === "hardbreak") isBroken = true;
    else if (type !== "image" && content !== "") {
      text += isBroken && tail !== "" && !joinsLines(tail, content) ? ` ${content}` : content;
      tail = (tail + content).slice(-16);
      isBroken = false;
    }
  }
  return text;
}
