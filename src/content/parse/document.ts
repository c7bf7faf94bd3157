import matter from "gray-matter";
import { findBadCharacters } from "../words/characters.ts";
import { decode } from "./decode.ts";
import { type Diagnostic, diagnose, type Problem } from "../problems/diagnostic.ts";
import { type Fault, findConflict, findFault } from "./fences.ts";
import { indexLines } from "./line-index.ts";
import { limitRepeats } from "../problems/repeats.ts";
import { parseYaml, type Path, type YamlSource } from "./yaml-source.ts";

/** A Markdown file split into front matter with positions and body; a YAML file is one without a body. */
export interface Document {
  /** As printed in diagnostics: the content folder as the user named it, then the path within it. */
  readonly path: string;
  readonly yaml: YamlSource;
  readonly body: string;
  /** The file's line on which `body` begins, counted from 1. */
  readonly bodyLine: number;
}

/** A document, or undefined when the file cannot be read at all, with everything found wrong on the way. */
export interface Reading {
  readonly document: Document | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

function refuseEngine(): never {
  throw new Error("front matter is YAML only");
}

/** Front matter as gray-matter cuts it out begins behind the first “---”, on whose line nothing else stands, and has no last line feed. */
function parseFrontMatter(between: string): YamlSource {
  return parseYaml(between.replace(/^\r?\n/, "") + "\n", 2);
}

// Options are always given: gray-matter would else cache, and a second parse of a bad file would come back empty and well.
const OPTIONS = {
  language: "yaml",
  engines: {
    ...Object.fromEntries(
      ["js", "javascript", "json", "coffee"].map((name) => [name, { parse: refuseEngine, stringify: refuseEngine }]),
    ),
    yaml: { parse: (between: string) => ({ yaml: parseFrontMatter(between) }), stringify: refuseEngine },
  },
};

/**
 * Has gray-matter split a text whose fences are right, and our parser read the front matter. It is not given what follows
 * the line of the second fence: it copies its text and looks it up in its cache, however little of it matters.
 */
function split(text: string): Omit<Document, "path"> {
  const fence = text.indexOf("\n---") + 1;
  const end = text.indexOf("\n", fence) + 1 || text.length;
  const { data, matter: between, content } = matter(text.slice(0, end), OPTIONS);
  // Where it sees nothing but blanks and comments it asks no engine, though there may be more than it thinks.
  const { yaml = parseFrontMatter(between) } = data as { readonly yaml?: YamlSource };
  const above = text.slice(0, end - content.length);
  return { yaml, body: content + text.slice(end), bodyLine: above.split("\n").length };
}

/** Reads a standalone YAML file. Never throws on any bytes. */
export function readYamlFile(path: string, bytes: Uint8Array): Reading {
  const decoded = decode(bytes);
  if ("problem" in decoded) return { document: undefined, diagnostics: [diagnose(path, decoded.at, decoded.problem)] };
  const conflict = findConflict(decoded.text);
  if (conflict) return refuse(path, decoded.text, conflict);
  const yaml = parseYaml(decoded.text);
  return finish(path, decoded.text, { path, yaml, body: "", bodyLine: 1 });
}

/** Reads a Markdown file with front matter. Never throws on any bytes. */
export function readMarkdownFile(path: string, bytes: Uint8Array): Reading {
  const decoded = decode(bytes);
  if ("problem" in decoded) return { document: undefined, diagnostics: [diagnose(path, decoded.at, decoded.problem)] };
  const fault = findConflict(decoded.text) ?? findFault(decoded.text);
  if (fault) return refuse(path, decoded.text, fault);
  return finish(path, decoded.text, { path, ...split(decoded.text) });
}

function refuse(path: string, text: string, { at, problem }: Fault): Reading {
  return finish(path, text, undefined, diagnose(path, at, problem));
}

function finish(path: string, text: string, document: Document | undefined, ...more: Diagnostic[]): Reading {
  const at = indexLines(text);
  const characters = findBadCharacters(text).map(({ offset, ...bad }) => diagnose(path, at(offset), bad));
  const yaml = document?.yaml.problems.map(({ at, ...problem }) => diagnose(path, at, problem)) ?? [];
  return {
    document: document?.yaml.data === undefined ? undefined : document,
    diagnostics: limitRepeats([...more, ...characters, ...yaml]),
  };
}

/** A problem at the place of a front-matter value (or of its key). */
export function diagnoseValue(
  document: Document,
  path: Path,
  problem: Problem,
  part: "key" | "value" = "value",
): Diagnostic {
  return diagnose(document.path, document.yaml.locate(path, part), problem);
}

/** Whether the front matter has a key of this name, whatever its value. */
export function hasKey({ yaml: { data } }: Document, key: string): boolean {
  return typeof data === "object" && data !== null && Object.hasOwn(data, key);
}
