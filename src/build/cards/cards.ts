import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type CardView, type Shape, SHAPES } from "../../views/card-shapes.ts";
import type { Shell } from "../../views/shell.ts";
import { digestOf } from "../digest.ts";
import { openKept } from "../kept.ts";
import type { Output } from "../output.ts";
import { PROJECT } from "../project.ts";
import { workThrough } from "../work-through.ts";
import { drawCard } from "./draw.ts";
import { nameFonts } from "./fonts.ts";

/** What makes cards look as they do, beside what they show: the code that draws them, its libraries and the fonts. */
export function versionOfCards(): string {
  const filesOf = (...parts: string[]) => {
    const folder = join(PROJECT, ...parts);
    return readdirSync(folder)
      .sort()
      .map((name) => readFileSync(join(folder, name)));
  };
  const { dependencies } = JSON.parse(readFileSync(join(PROJECT, "package.json"), "utf8")) as {
    dependencies: Record<string, string>;
  };
  const libraries = Object.entries(dependencies).filter(([name]) => /^(@fontsource|sharp|woff2)/.test(name));
  const digest = digestOf(
    JSON.stringify(libraries),
    ...filesOf("src", "build", "cards"),
    ...filesOf("templates", "fonts"),
  );
  return Buffer.from(digest).toString("hex").slice(0, 16);
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
