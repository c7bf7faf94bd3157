import type { Paragraph, PhrasingContent, RootContent } from "mdast";
import { plainWords, trimPhrases } from "../convert/tidy.ts";
import { divideAmong } from "./pair.ts";
import { divideAt, isHeading, titleOf } from "./sections.ts";

/** A stretch of an edition's opening that may be the summary of a story. */
export interface Summary {
  /** Empty where it has none of its own. */
  readonly title: string;
  readonly blocks: readonly RootContent[];
  /** Whether its shape says that it is one: a heading, an item of a list, or words in bold before it. */
  readonly isSure: boolean;
  /** Whether paragraphs behind it go on with it. */
  readonly isOpen?: boolean;
}

/** The opening of an edition: its blocks in order, those that may be summaries as such. */
export type Opening = readonly (RootContent | Summary)[];

export function isSummary(part: RootContent | Summary): part is Summary {
  return "isSure" in part;
}

/** A paragraph whose first words are bold, as title and text; undefined for any other. */
function splitBold(paragraph: Paragraph): Summary | undefined {
  const [lead, ...rest] = paragraph.children;
  const inner = lead?.type === "link" && lead.children.length === 1 ? lead.children[0] : lead;
  if (inner?.type !== "strong") return undefined;
  const title = plainWords([inner])
    .trim()
    .replace(/\s*[:.—–-]+$/, "");
  const [next, ...more] = trimPhrases(rest);
  const text: PhrasingContent[] =
    next?.type === "text"
      ? trimPhrases([{ type: "text", value: next.value.replace(/^\s*[:.—–-]+\s*/, "") }, ...more])
      : next
        ? [next, ...more]
        : [];
  if (title === "" || plainWords(text).trim() === "") return undefined;
  // A link that is the title's is a source of the story; it stays in the text.
  const source: PhrasingContent[] =
    lead?.type === "link"
      ? [
          { type: "text", value: " (" },
          { ...lead, children: [{ type: "text", value: title }] },
          { type: "text", value: ")" },
        ]
      : [];
  return { title, blocks: [{ type: "paragraph", children: [...text, ...source] }], isSure: true };
}

function summaryOf(blocks: readonly RootContent[]): Summary {
  const [first, ...rest] = blocks;
  const bold = first?.type === "paragraph" ? splitBold(first) : undefined;
  return bold ? { ...bold, blocks: [...bold.blocks, ...rest] } : { title: "", blocks, isSure: true };
}

/** Reads what stands before an edition's first `##`. */
export function readOpening(intro: readonly RootContent[]): Opening {
  const depth = Math.min(...intro.filter((block) => isHeading(block)).map((block) => block.depth));
  if (Number.isFinite(depth)) {
    const { intro: lede, sections } = divideAt(intro, depth);
    return [...lede, ...sections.map((section) => ({ title: titleOf(section), blocks: section.blocks, isSure: true }))];
  }
  return intro.flatMap((block, index): (RootContent | Summary)[] => {
    if (block.type === "list" && block.children.length > 1)
      return block.children.map((item) => summaryOf(item.children));
    if (block.type !== "paragraph") return [block];
    const bold = splitBold(block);
    if (bold) return [{ ...bold, isOpen: true }];
    return index === 0 ? [block] : [{ title: "", blocks: [block], isSure: false }];
  });
}

/**
 * An opening whose summaries are whole: a paragraph behind words in bold goes on with what they began; where nothing but paragraphs
 * stands, each row of them that tells the news of one of the sections is a summary.
 */
export function joinParagraphs(opening: Opening, sections: readonly (readonly RootContent[])[]): Opening {
  const hasSure = opening.some((part) => isSummary(part) && part.isSure);
  const loose = opening.filter((part) => isSummary(part));
  const texts = loose.map(({ blocks }) => blocks);
  // As many paragraphs as sections are one each; which is whose is seen when they are paired.
  const isOneEach = loose.length === sections.length;
  const among = hasSure ? [] : isOneEach ? loose.map((_, index) => index) : divideAmong(texts, sections);
  const joined: (RootContent | Summary)[] = [];
  let last: number | undefined;
  for (const part of opening) {
    const before = joined.at(-1);
    const near = isSummary(part) ? among[loose.indexOf(part)] : undefined;
    const goesOn = hasSure
      ? isSummary(part) && !part.isSure && before && isSummary(before) && before.isOpen
      : near !== undefined && near === last;
    if (goesOn && isSummary(part) && before && isSummary(before))
      joined[joined.length - 1] = { ...before, blocks: [...before.blocks, ...part.blocks] };
    else if (!isSummary(part) || part.isSure || near !== undefined) joined.push(part);
    else joined.push(...part.blocks);
    last = near;
  }
  return joined;
}
