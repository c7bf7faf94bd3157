import { fileAt } from "../../content/addresses.ts";
import type { CardView } from "../../views/cards/card-view.ts";
import type { IndexPartView, IndexProgramView } from "../../views/search/index-pages.ts";
import type { Prints } from "../../views/page.ts";
import type { PictureView } from "../../views/pictures.ts";
import type { RecordingCopy } from "../../views/recordings/copies.ts";
import type { Views } from "../../views/views.ts";
import type { Output } from "../output/output.ts";
import { settleAll } from "../work-through.ts";
import { notePurpose } from "./made-for.ts";
import type { IndexPrinter } from "./search/print-index.ts";
import type { PrintCards } from "./cards/cards.ts";
import type { PrintPictures } from "./pictures.ts";
import type { PrintViews } from "./views.ts";

/** Everything that a page can come to, by what prints it: views for a template each, and what is no text. */
export interface AllPrints extends Views {
  readonly cards: readonly CardView[];
  readonly pictures: readonly PictureView[];
  readonly recordings: readonly RecordingCopy[];
  readonly indexParts: readonly IndexPartView[];
  readonly indexPrograms: readonly IndexProgramView[];
  /** Files that are written as they are. */
  readonly copies: readonly Output[];
}

/** What was printed for a page. */
export interface Printed {
  readonly outputs: readonly Output[];
  /** What other pages must know of its files. */
  readonly facts?: unknown;
}

/** Prints what each of some pages comes to; what is printed is in the same order. */
export type Print = (pages: readonly Prints[]) => Promise<Printed[]>;

/** By what a site is printed. A site without cards or index has no page that asks for them. */
export interface Printers {
  readonly views: PrintViews;
  readonly pictures: PrintPictures;
  readonly recordings: (recordings: readonly RecordingCopy[]) => Promise<Output[]>;
  readonly cards: PrintCards;
  readonly index: IndexPrinter;
}

type Name = keyof AllPrints;

const OTHERS = [
  "cards",
  "pictures",
  "recordings",
  "indexParts",
  "indexPrograms",
  "copies",
] as const satisfies readonly Name[];
const ASIDE = new Set<string>(OTHERS);

/** Prints views; of some that fail together each is printed alone, to tell for which file it was. */
async function printNamed(views: Readonly<Record<string, readonly object[]>>, print: PrintViews): Promise<Output[]> {
  try {
    return await print(views);
  } catch (error) {
    for (const [name, own] of Object.entries(views))
      for (const view of own as readonly { readonly path: string }[])
        await notePurpose({ madeFor: fileAt(view.path) }, () => print({ [name]: [view] }));
    throw error;
  }
}

/** Has the templates print the views of all pages at once, since each call of Eleventy costs. */
async function printViews(pages: readonly Prints[], print: PrintViews): Promise<Output[][]> {
  const merged: Record<string, object[]> = {};
  const owners = new Map<string, number>();
  pages.forEach((prints, at) => {
    for (const [name, views] of Object.entries(prints)) {
      if (ASIDE.has(name)) continue;
      const own = (merged[name] ??= []);
      for (const view of views as readonly { readonly path: string }[]) {
        own.push(view);
        owners.set(fileAt(view.path), at);
      }
    }
  });
  const outputs = pages.map((): Output[] => []);
  if (owners.size === 0) return outputs;
  // Of several that fail together each is tried again by itself, and only then it matters for which file.
  const printed = pages.length === 1 ? printNamed(merged, print) : print(merged);
  for (const output of await printed) outputs[owners.get(output.path) ?? 0]?.push(output);
  return outputs;
}

/** Prints the items of one kind of all pages at once, and gives each page what came of its own. */
async function printItems<Name extends (typeof OTHERS)[number], Made>(
  pages: readonly Prints[],
  name: Name,
  print: (items: AllPrints[Name]) => Promise<readonly Made[]>,
): Promise<Made[][]> {
  const items = pages.map((prints) => (prints[name] ?? []) as AllPrints[Name]);
  const all = items.flat() as unknown as AllPrints[Name];
  const made = all.length === 0 ? [] : await print(all);
  let at = 0;
  return items.map((own) => made.slice(at, (at += own.length)));
}

/** Makes the function that prints pages with these printers. */
export function createPrint({ views, pictures, recordings, cards, index }: Printers): Print {
  return async (pages) => {
    const [viewed, drawn, copied, heard, parts, programs, asTheyAre] = await settleAll([
      printViews(pages, views),
      printItems(pages, "cards", cards),
      printItems(pages, "pictures", pictures),
      printItems(pages, "recordings", recordings),
      printItems(pages, "indexParts", index.parts),
      printItems(pages, "indexPrograms", index.programs),
      printItems(pages, "copies", (copies) => Promise.resolve(copies)),
    ]);
    return pages.map((_, at): Printed => {
      const packed = [...(parts[at] ?? []), ...(programs[at] ?? [])];
      const facts = packed[0]?.facts;
      return {
        outputs: [
          ...(viewed[at] ?? []),
          ...(copied[at] ?? []).flat(),
          ...(heard[at] ?? []),
          ...(drawn[at] ?? []),
          ...packed.flatMap(({ outputs }) => outputs),
          ...(asTheyAre[at] ?? []),
        ],
        ...(facts !== undefined && { facts }),
      };
    });
  };
}
