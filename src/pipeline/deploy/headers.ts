import { basename } from "node:path";
import { contentType } from "mime-types";
import type { Headers } from "./store.ts";

/** What hosts that read a `_headers` file send where it says nothing, so that nobody shows a page longer than it stands. */
const UNSAID: Headers = { "Cache-Control": "public, max-age=0, must-revalidate" };

/** What an object of an S3-compatible store can carry of its own. */
const CARRIED: ReadonlySet<string> = new Set([
  "cache-control",
  "content-disposition",
  "content-encoding",
  "content-language",
  "content-type",
]);

interface Rule {
  readonly pattern: string;
  readonly headers: Record<string, string>;
}

function readRules(text: string): Rule[] {
  const rules: Rule[] = [];
  for (const line of text.split("\n")) {
    const [, name, value] = /^\s+([\w-]+):\s*(.*?)\s*$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) {
      const rule = rules.at(-1);
      if (rule && CARRIED.has(name.toLowerCase())) rule.headers[name] = value;
    } else if (line.startsWith("/")) rules.push({ pattern: line.trim(), headers: {} });
  }
  return rules;
}

function matches(pattern: string, path: string): boolean {
  return pattern.endsWith("*") ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
}

/**
 * What a `_headers` file gives each file of its site, of what an object can carry, and its media type (RFC 9110, 8.3). The file's
 * patterns begin with the path below which its host has the site; the first one is that of all files.
 */
export function readHeaders(text: string): (path: string) => Headers {
  const rules = readRules(text);
  const base = rules[0]?.pattern.replace(/\/\*?$/, "") ?? "";
  return (path) =>
    Object.assign(
      { ...UNSAID, "Content-Type": contentType(basename(path)) || "application/octet-stream" },
      ...rules.filter(({ pattern }) => matches(pattern, base + path)).map(({ headers }) => headers),
    ) as Headers;
}
