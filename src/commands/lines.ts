import { lstatSync, readFileSync } from "node:fs";
import { MOST_TEXT } from "../content/files/size.ts";
import { quoteLine } from "./quote-line.ts";
import type { Quote } from "./report.ts";

/** The lines of a text; none where there is no file of that name, or one that is no text. */
function readLines(path: string): readonly string[] {
  try {
    const entry = lstatSync(path);
    if (!/\.(?:md|yaml|css)$/.test(path) || !entry.isFile() || entry.size > MOST_TEXT) return [];
    return readFileSync(path, "utf8")
      .replace(/^\uFEFF/, "")
      .split(/\r?\n/);
  } catch {
    return [];
  }
}

/** Makes the function that quotes the line of a problem in the files of this computer, each of which it reads once. */
export function createQuote(): Quote {
  const known = new Map<string, readonly string[]>();
  return ({ path, line, column }) => {
    const lines = known.get(path) ?? readLines(path);
    known.set(path, lines);
    const text = lines[line - 1] ?? "";
    return text.trim() === "" ? undefined : quoteLine(text, column);
  };
}
