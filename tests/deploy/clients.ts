import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT } from "../command.ts";

export type ClientName = "aws" | "rclone";

/** Makes a folder for PATH in which these clients are, and nothing else but Node. */
export function installClients(folder: string, names: readonly ClientName[]): string {
  mkdirSync(folder, { recursive: true });
  for (const name of names) {
    const program = join(PROJECT, "tests/fixtures/deploy", `${name}.mjs`);
    const file = join(folder, name);
    writeFileSync(file, `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`);
    chmodSync(file, 0o755);
  }
  return folder;
}
