import { readdirSync } from "node:fs";
import { join } from "node:path";
import { type CardView, type Shape, SHAPES } from "../../../views/cards/card-shapes.ts";
import { openKept } from "../../state/kept.ts";
import type { Output } from "../../output/output.ts";
import { PROJECT } from "../../project.ts";
import { versionOf } from "../../version.ts";
import { workThrough } from "../../work-through.ts";
import { notePurpose } from "../made-for.ts";
import { drawCard } from "./draw.ts";
import { nameFonts } from "./fonts.ts";

/** What makes cards look as they do, beside what they show: the code that draws them, its libraries and the fonts. */
export function versionOfCards(): string {
  const filesIn = (folder: string) => readdirSync(join(PROJECT, folder)).map((name) => join(folder, name));
  const files = [...filesIn(join("src", "pipeline", "print", "cards")), ...filesIn(join("templates", "fonts"))];
  return versionOf(files, /^(@fontsource-variable\/|sharp$|woff2-encoder$)/);
}

/** So many cards are drawn at once: some wait for the library while others are packed. */
const AT_ONCE = 4;

/** Gives the files of cards: those that an earlier build drew, others drawn now. */
export type PrintCards = (cards: readonly CardView[]) => Promise<Output[][]>;

/** Makes the function that makes the cards of a site whose drawing is of this version. To be called in the main thread before any other. */
export function startCards(version: string): PrintCards {
  const ready = nameFonts(version);
  const kept = openKept("cards");
  const shapes = Object.keys(SHAPES) as Shape[];
  const draw = ({ card, digest, paths }: CardView, shape: Shape): Promise<Output> =>
    notePurpose({ madeFor: paths[shape] }, async () => ({
      path: paths[shape],
      content: await kept.get(`${digest}.${shape}.png`, async () => drawCard(card, shape, await ready())),
    }));
  return async (cards) => {
    const files = cards.flatMap((view) => shapes.map((shape) => ({ view, shape })));
    const drawn = await workThrough(files, AT_ONCE, ({ view, shape }) => draw(view, shape));
    return cards.map((_, at) => drawn.slice(at * shapes.length, (at + 1) * shapes.length));
  };
}
