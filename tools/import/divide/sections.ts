import type { Heading, RootContent } from "mdast";
import { plainWords } from "../convert/tidy.ts";
import { wordsOf } from "../convert/words.ts";

/** A heading and what stands under it. */
export interface Section {
  readonly heading: Heading;
  readonly blocks: readonly RootContent[];
}

/** A text divided at its uppermost headings. */
export interface Divided {
  readonly intro: readonly RootContent[];
  readonly sections: readonly Section[];
}

export function isHeading(node: RootContent | undefined, depth?: number): node is Heading {
  return node?.type === "heading" && (depth === undefined || node.depth === depth);
}

export function titleOf({ heading }: Section): string {
  return plainWords(heading.children).trim();
}

/** Moves the headings of a text by so many levels, none above `##`. */
export function moveHeadings(blocks: readonly RootContent[], by: number): RootContent[] {
  return blocks.map((block) =>
    isHeading(block) ? { ...block, depth: Math.min(6, Math.max(2, block.depth + by)) as Heading["depth"] } : block,
  );
}

/** Divides blocks at their headings of a level. */
export function divideAt(blocks: readonly RootContent[], depth: number): Divided {
  const intro: RootContent[] = [];
  const sections: { heading: Heading; blocks: RootContent[] }[] = [];
  for (const block of blocks) {
    if (isHeading(block, depth)) sections.push({ heading: block, blocks: [] });
    else (sections.at(-1)?.blocks ?? intro).push(block);
  }
  return { intro, sections };
}

/** Whether the first line of a text is its title again. */
export function repeatsTitle([first, ...rest]: readonly RootContent[], title: string): boolean {
  if (!isHeading(first) || rest.some((block) => isHeading(block, 1))) return false;
  return wordsOf(plainWords(first.children)).join(" ") === wordsOf(title).join(" ");
}

/** A text with its uppermost headings at `##`. */
export function levelText(blocks: readonly RootContent[]): RootContent[] {
  const depths = blocks.filter((block) => isHeading(block)).map(({ depth }) => depth);
  return depths.length === 0 ? [...blocks] : moveHeadings(blocks, 2 - Math.min(...depths));
}
