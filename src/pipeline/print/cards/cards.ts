import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Palette } from "../../../content/theme/palette.ts";
import type { CardView } from "../../../views/cards/card-view.ts";
import { digestOf } from "../../digest.ts";
import { openKept } from "../../state/kept.ts";
import type { Output } from "../../output/output.ts";
import { PROJECT } from "../../project.ts";
import { versionOf } from "../../version.ts";
import { workThrough } from "../../work-through.ts";
import { notePurpose } from "../made-for.ts";
import { drawCard } from "./draw.ts";
import { nameFonts } from "./fonts.ts";

/** What makes cards look as they do, beside what they show and its colours: the code that draws them, its libraries and fonts. */
export function versionOfDrawing(): string {
  const filesIn = (folder: string) => readdirSync(join(PROJECT, folder)).map((name) => join(folder, name));
  const folders = [
    join("src", "pipeline", "print", "cards"),
    join("src", "content", "theme"),
    join("templates", "fonts"),
  ];
  const files = folders.flatMap(filesIn);
  return versionOf(files, /^(@fontsource-variable\/|sharp$|woff2-encoder$)/);
}

/** Names the fonts of cards, for all threads, and tells the version of their drawing. To be called in the main thread before another may draw. */
export function prepareCards(): string {
  const version = versionOfDrawing();
  nameFonts(version);
  return version;
}

/** The version of cards that are drawn in some colours. */
export function versionOfCards(drawing: string, palette: Palette): string {
  return `${drawing}.${digestOf(JSON.stringify(palette))}`;
}

/** So many cards are drawn at once: some wait for the library while others are packed. */
const AT_ONCE = 4;

/** Gives the files of cards: those that an earlier build drew, others drawn now. */
export type PrintCards = (cards: readonly CardView[]) => Promise<Output[]>;

/** Makes the function that makes the cards of a site whose drawing is of this version, in these colours. */
export function startCards(version: string, palette: Palette): PrintCards {
  const ready = nameFonts(version.slice(0, version.indexOf(".")));
  const kept = openKept("cards");
  const draw = ({ card, digest, path }: CardView): Promise<Output> =>
    notePurpose({ madeFor: path }, async () => ({
      path,
      content: await kept.get(`${digest}.png`, async () => drawCard(card, await ready(), palette)),
    }));
  return (cards) => workThrough(cards, AT_ONCE, draw);
}
