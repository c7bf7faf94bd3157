import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { readPiece } from "./pieces.ts";
import { stateFolder } from "./program.ts";
import { isUntouched, OTHER_TEXT } from "./stamps.ts";
import { readStamps } from "./kept-stamps.ts";
import { type Order, OUTPUT, OWNER, type Receipt, RECEIPT } from "./receipt.ts";

/** A finished site, as far as this computer's states know of it. */
export interface Built {
  /** The content folders that it was made of. */
  readonly contents: readonly string[];
  /** Whether it was changed by other hands since. */
  readonly isEdited: boolean;
}

/** What is known of the site in a folder, without symbolic links; nothing where another computer built it. */
export function findBuilt(target: string): Built {
  const names = existsSync(stateFolder()) ? readdirSync(stateFolder()) : [];
  const own = names.flatMap((name) => {
    const folder = join(stateFolder(), name);
    const owner = readPiece(join(folder, OWNER)) as Order | undefined;
    const receipt = owner?.target === target ? (readPiece(join(folder, RECEIPT)) as Receipt | undefined) : undefined;
    const output = receipt && readStamps(folder, OUTPUT, receipt.pieces);
    return owner && output ? [{ content: owner.content, output }] : [];
  });
  return {
    contents: own.map(({ content }) => content),
    isEdited: own.length > 0 && !own.some(({ output }) => isUntouched(target, output, OTHER_TEXT)),
  };
}
