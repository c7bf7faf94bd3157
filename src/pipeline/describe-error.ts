import { existsSync, readFileSync } from "node:fs";
import { SourceMap, type SourceMapPayload } from "node:module";
import { dirname, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { PROJECT } from "./project.ts";

/** What an error says, and where in this program's own files; its whole stack where TRACE asks for that. */
export function describeError(error: unknown): string {
  const { message, stack = message } = error instanceof Error ? error : new Error(String(error));
  if (process.env["TRACE"] !== undefined) return stack;
  const place = placeIn(stack);
  return `${message.trim()}${place === undefined ? "" : ` (${place})`}`;
}

/** The first place in this program's own files that a stack names; a bundle says by its map where a line came from. */
function placeIn(stack: string): string | undefined {
  const [written] = /(?:src|templates)[\\/][\w.\\/-]+\.ts:\d+/.exec(stack) ?? [];
  if (written !== undefined) return written;
  for (const [, address = "", line = "1", column = "1"] of stack.matchAll(/(file:\S+\.mjs):(\d+):(\d+)/g)) {
    const map = `${fileURLToPath(address)}.map`;
    if (!existsSync(map)) continue;
    const entry = new SourceMap(JSON.parse(readFileSync(map, "utf8")) as SourceMapPayload).findEntry(
      +line - 1,
      +column - 1,
    );
    if (!("originalSource" in entry)) continue;
    const source = relative(PROJECT, resolve(dirname(map), entry.originalSource));
    if (/^(?:src|templates)/.test(source)) return `${source}:${entry.originalLine + 1}`;
  }
  return undefined;
}
