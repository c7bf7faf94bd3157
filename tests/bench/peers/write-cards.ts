import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { toYaml, writeText } from "../corpus/files.ts";

/** Adds to Hugo's site what its cards need: the picture that titles are drawn on, and a setting for `--environment cards`. */
export async function writeCards(folder: string): Promise<void> {
  mkdirSync(join(folder, "assets"), { recursive: true });
  const paper = { width: 1200, height: 630, channels: 3, background: "#141518" } as const;
  const card = join(folder, "assets", "card.png");
  await sharp({ create: paper }).png({ palette: true }).toFile(card);
  // Pages that are neither story nor edition share one picture, as this project's do.
  cpSync(card, join(folder, "static", "card.png"));
  writeText(join(folder, "config", "cards", "params.yaml"), toYaml({ cards: true }));
}
