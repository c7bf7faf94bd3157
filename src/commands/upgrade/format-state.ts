import { readFileSync } from "node:fs";
import { join } from "node:path";
import { changesSince, FIRST_FORMAT, FORMAT_CHANGES, isVersion } from "../../content/format/changes.ts";
import { readRecord } from "../../content/format/record.ts";
import { homeFolder, PROJECT } from "../../pipeline/project.ts";

/** On which version of the content format a publication settled. */
export interface FormatState {
  /** The file that says so. */
  readonly path: string;
  /** Its text; empty where it cannot be read. */
  readonly text: string;
  /** What it says; undefined where it says nothing. */
  readonly record: unknown;
  readonly settled: string;
}

export function readFormatState(): FormatState {
  const path = join(homeFolder(), "package.json");
  let text = "";
  try {
    text = readFileSync(path, "utf8");
  } catch {
    // What a folder without a package.json settled on nobody wrote down.
  }
  const record = readRecord(text);
  return { path, text, record, settled: isVersion(record) ? record : FIRST_FORMAT };
}

/** Says in a line, beside a command's own output, that the format has changed since the publication settled on it. A clone's own content goes with its code. */
export function tellOfFormat(): void {
  const { record, settled } = readFormatState();
  if (record === undefined && homeFolder() === PROJECT) return;
  if (changesSince(settled, FORMAT_CHANGES).length === 0) return;
  process.stderr.write(`the content format has changed since ${settled}: npm run upgrade tells what to type\n`);
}
