import { mkdirSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { toYaml, writeText } from "../corpus/files.ts";

/** Adds to Hugo's site what its cards need: the picture that titles are drawn on, and a setting for `--environment cards`. */
export async function writeCards(folder: string): Promise<void> {
  mkdirSync(join(folder, "assets"), { recursive: true });
  const paper = { width: 1200, height: 630, channels: 3, background: "#141518" } as const;
  await sharp({ create: paper })
    .png({ palette: true })
    .toFile(join(folder, "assets", "card.png"));
  writeText(join(folder, "config", "cards", "params.yaml"), toYaml({ cards: true }));
}
