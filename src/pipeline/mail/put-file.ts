import { renameSync, writeFileSync } from "node:fs";

/** Writes a file whole or not at all: aside first, and then in its place. */
export function putFile(path: string, content: string | Uint8Array): void {
  const aside = `${path}.${process.pid}.part`;
  writeFileSync(aside, content);
  renameSync(aside, path);
}
