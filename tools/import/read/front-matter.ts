import { parse as parseToml, TomlDate } from "smol-toml";
import { parseYaml } from "../../../src/content/parse/yaml-source.ts";

/** The keys of a text and what stands below them. */
export interface Split {
  readonly keys: Readonly<Record<string, unknown>>;
  readonly body: string;
  /** The line of the file on which the keys cannot be read, and why. */
  readonly problem?: string;
}

function plainValue(value: unknown): unknown {
  if (value instanceof TomlDate) return value.toISOString();
  if (Array.isArray(value)) return value.map(plainValue);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plainValue(inner)]));
}

function readToml(text: string): Pick<Split, "keys" | "problem"> {
  try {
    return { keys: plainValue(parseToml(text)) as Record<string, unknown> };
  } catch (error) {
    return { keys: {}, problem: (error instanceof Error ? error.message : "").split("\n", 1)[0] ?? "" };
  }
}

function readYaml(text: string): Pick<Split, "keys" | "problem"> {
  const { data, problems } = parseYaml(text, 2);
  if (typeof data === "object" && data !== null && !Array.isArray(data))
    return { keys: data as Record<string, unknown> };
  const [first] = problems;
  return { keys: {}, problem: first ? `line ${first.at.line}: ${first.message}` : "it has no keys" };
}

function readJson(text: string): Pick<Split, "keys" | "problem"> {
  try {
    const keys: unknown = JSON.parse(text);
    if (typeof keys === "object" && keys !== null && !Array.isArray(keys)) return { keys: { ...keys } };
    return { keys: {}, problem: "it has no keys" };
  } catch {
    return { keys: {}, problem: "it is no JSON" };
  }
}

const OF_FENCE: Record<string, string> = { "---": "yaml", "+++": "toml", ";;;": "json" };
const READERS = new Map([
  ["yaml", readYaml],
  ["toml", readToml],
  ["json", readJson],
]);

/**
 * Divides a Markdown file into its front matter and its text: YAML between “---”, TOML between “+++”, JSON between “;;;”, any of them
 * named behind the first fence, or JSON alone whose braces stand on lines of their own. Never throws.
 */
export function splitFrontMatter(file: string): Split {
  const text = file.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const [first = ""] = text.split("\n", 1);
  const isBare = first.trimEnd() === "{";
  const [, fence = "", named = ""] = isBare ? ["", "}", "json"] : (/^(---|\+\+\+|;;;)(\w*)\s*$/.exec(first) ?? []);
  if (fence === "") return { keys: {}, body: text };
  const end = text.indexOf(`\n${fence}`, first.length);
  if (end < 0) return { keys: {}, body: text, problem: `the front matter is never closed by “${fence}”` };
  const language = named === "" ? (OF_FENCE[fence] ?? "") : named.toLowerCase();
  const read = READERS.get(language);
  const rest = text.slice(end + 1);
  const body = rest.includes("\n") ? rest.slice(rest.indexOf("\n") + 1) : "";
  if (!read) return { keys: {}, body, problem: `it is written in “${language}”, which is not read` };
  return { ...read(isBare ? text.slice(0, end + 2) : text.slice(first.length + 1, end + 1)), body };
}

/** The texts of a value: of a list, of a text with commas where `divided`, or of a mapping's names. */
export function textsOf(value: unknown, divided = false): string[] {
  if (typeof value === "string") {
    const parts = divided ? value.split(",") : [value];
    return parts.map((part) => part.trim()).filter((part) => part !== "");
  }
  if (typeof value === "number" || typeof value === "boolean") return [String(value)];
  if (Array.isArray(value)) return value.flatMap((item) => textsOf(item));
  if (typeof value !== "object" || value === null) return [];
  const { name, title } = value as { name?: unknown; title?: unknown };
  return textsOf(name ?? title);
}
