import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { CardView } from "../../../views/cards/card-view.ts";
import { openKept } from "../../state/kept.ts";
import type { Output } from "../../output/output.ts";
import { PROJECT } from "../../project.ts";
import { versionOf } from "../../version.ts";
import { workThrough } from "../../work-through.ts";
import { readColours } from "../../look/colours.ts";
import { notePurpose } from "../made-for.ts";
import { drawCard } from "./draw.ts";
import { nameFonts } from "./fonts.ts";

/** What makes cards look as they do, beside what they show: the code that draws them, its libraries, fonts and colours. */
export function versionOfCards(): string {
  const filesIn = (folder: string) => readdirSync(join(PROJECT, folder)).map((name) => join(folder, name));
  const files = [...filesIn(join("src", "pipeline", "print", "cards")), ...filesIn(join("templates", "fonts"))];
  return versionOf(files, /^(@fontsource-variable\/|sharp$|woff2-encoder$)/, JSON.stringify(readColours()));
}

/** Names the fonts of cards, for all threads, and tells the version of their drawing. To be called in the main thread before another may draw. */
export function prepareCards(): string {
  const version = versionOfCards();
  nameFonts(version);
  return version;
}

/** So many cards are drawn at once: some wait for the library while others are packed. */
const AT_ONCE = 4;

/** Gives the files of cards: those that an earlier build drew, others drawn now. */
export type PrintCards = (cards: readonly CardView[]) => Promise<Output[]>;

/** Makes the function that makes the cards of a site whose drawing is of this version. */
export function startCards(version: string): PrintCards {
  const ready = nameFonts(version);
  const kept = openKept("cards");
  const colours = readColours();
  const draw = ({ card, digest, path }: CardView): Promise<Output> =>
    notePurpose({ madeFor: path }, async () => ({
      path,
      content: await kept.get(`${digest}.png`, async () => drawCard(card, await ready(), colours)),
    }));
  return (cards) => workThrough(cards, AT_ONCE, draw);
}
