import { existsSync, readdirSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { readInputs } from "./kept-stamps.ts";
import { recallFindings } from "./knowledge.ts";
import { readPiece } from "./pieces.ts";
import { stateFolder } from "./program.ts";
import { type Order, OWNER, readReceipt } from "./receipt.ts";
import type { LastBuild } from "./state.ts";

/** What a build read and found out, though its site may be another by now. */
export interface Readings extends Pick<LastBuild, "inputs" | "statement" | "recall"> {
  /** Whether it showed drafts and scheduled stories. */
  readonly preview: boolean;
}

/** Finds what is known of an order's content by any build of it, previews first. */
export function findReadings({ content }: Order): Readings | undefined {
  const folders = existsSync(stateFolder()) ? readdirSync(stateFolder()).map((name) => join(stateFolder(), name)) : [];
  const own = folders.flatMap((folder) => {
    const owner = readPiece(join(folder, OWNER)) as Order | undefined;
    return owner?.content === realpathSync.native(content) ? [{ folder, preview: owner.preview }] : [];
  });
  for (const { folder, preview } of own.sort((a, b) => Number(b.preview) - Number(a.preview))) {
    const receipt = readReceipt(folder);
    if (receipt?.order.content !== content) continue;
    const { setting, pieces } = receipt;
    const inputs = readInputs(folder, receipt.folders, pieces);
    if (!inputs) continue;
    return { preview, inputs, statement: receipt, recall: () => recallFindings(folder, setting, pieces) };
  }
  return undefined;
}
