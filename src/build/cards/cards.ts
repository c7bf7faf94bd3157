import { readdirSync } from "node:fs";
import { join } from "node:path";
import { type CardView, type Shape, SHAPES } from "../../views/card-shapes.ts";
import type { Shell } from "../../views/shell.ts";
import { openKept } from "../kept.ts";
import type { Output } from "../output.ts";
import { PROJECT } from "../project.ts";
import { versionOf } from "../version.ts";
import { workThrough } from "../work-through.ts";
import { drawCard } from "./draw.ts";
import { nameFonts } from "./fonts.ts";

/** What makes cards look as they do, beside what they show: the code that draws them, its libraries and the fonts. */
export function versionOfCards(): string {
  const filesIn = (folder: string) => readdirSync(join(PROJECT, folder)).map((name) => join(folder, name));
  const files = [...filesIn(join("src", "build", "cards")), ...filesIn(join("templates", "fonts"))];
  return versionOf(files, /^(@fontsource-variable\/|sharp$|woff2-encoder$)/);
}

/** So many cards are drawn at once: some wait for the library while others are packed. */
const AT_ONCE = 4;

/** Gives the files of cards: those that an earlier build drew, others drawn now. */
export type MakeCards = (pages: readonly { readonly card: CardView | undefined }[]) => Promise<Output[]>;

/** Makes the function that makes the cards of a site, if it has any. To be called in the first thread before any other. */
export function startCards({ assets: { cards: version } }: Pick<Shell, "assets">): MakeCards {
  if (version === undefined) return () => Promise.resolve([]);
  const ready = nameFonts(version);
  const kept = openKept("cards");
  return async (pages) => {
    const files = pages.flatMap(({ card }) =>
      card ? (Object.keys(SHAPES) as Shape[]).map((shape) => ({ view: card, shape })) : [],
    );
    return await workThrough(files, AT_ONCE, async ({ view: { card, digest, paths }, shape }) => ({
      path: paths[shape],
      content: await kept.get(`${digest}.${shape}.png`, async () => drawCard(card, shape, await ready())),
    }));
  };
}
