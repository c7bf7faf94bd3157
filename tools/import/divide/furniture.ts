import type { RootContent } from "mdast";
import { plainWords } from "../convert/tidy.ts";
import { isHeading } from "./sections.ts";

export type Matches = (text: string) => boolean;

function fold(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[^\p{L}\p{N}\s*']+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** Whether a text is one of a list, however it is capitalised and punctuated; `Share on *` is what begins so. */
export function createMatcher(list: readonly string[]): Matches {
  const whole = new Set(list.filter((entry) => !entry.endsWith("*")).map(fold));
  const begins = list.filter((entry) => entry.endsWith("*")).map((entry) => fold(entry.slice(0, -1)));
  return (text) => {
    const folded = fold(text);
    return whole.has(folded) || begins.some((start) => start !== "" && folded.startsWith(start));
  };
}

function wordsIn(block: RootContent): string {
  return plainWords([block]).trim();
}

function isFurniture(block: RootContent, matches: Matches): boolean {
  if (block.type === "list") return block.children.every((item) => matches(plainWords(item.children)));
  return block.type === "paragraph" && matches(wordsIn(block));
}

/** A text without furniture: a heading of the list with all under it, a paragraph or a list of nothing else. `drop` is told what goes. */
export function dropFurniture(
  blocks: readonly RootContent[],
  matches: Matches,
  drop: (said: string) => void,
): RootContent[] {
  const kept: RootContent[] = [];
  let within: number | undefined;
  let dropped: string[] = [];
  const flush = () => {
    if (dropped.length > 0) drop(dropped.join(" / "));
    dropped = [];
  };
  for (const block of blocks) {
    if (isHeading(block) && within !== undefined && block.depth <= within) {
      within = undefined;
      flush();
    }
    if (isHeading(block) && within === undefined && matches(plainWords(block.children))) within = block.depth;
    if (within !== undefined || isFurniture(block, matches)) dropped.push(wordsIn(block));
    else {
      flush();
      kept.push(block);
    }
  }
  flush();
  return kept;
}
