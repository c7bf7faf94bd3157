import { type Document, isCollection, isMap, isNode, isScalar, isSeq, type Node, type YAMLMap } from "yaml";
import { findHidden } from "../words/characters.ts";
import type { Position, Problem } from "../problems/diagnostic.ts";
import { indexLines } from "./line-index.ts";
import { type Add, composeDocument } from "./yaml-document.ts";
import { readPlainYaml } from "./plain-yaml.ts";
import { describeDate, findSuspects } from "./yaml-suspects.ts";
import { describeFeature, describeYamlError, findBadKey } from "./yaml-wording.ts";

export type Path = readonly (string | number)[];

/** A scalar that is legal YAML and yet may not be what the editor meant, should its field be text. */
export interface Suspect {
  readonly path: Path;
  readonly at: Position;
  readonly problem: Problem;
}

/** From where to where a value stands in its file. */
export interface Extent {
  readonly from: Position;
  readonly to: Position;
  /** Whether it is a list or mapping in brackets. */
  readonly isFlow: boolean;
}

/** Parsed YAML that still knows where each value stands. */
export interface YamlSource {
  /** Plain JavaScript data; `{}` when empty; undefined when the text cannot be read as YAML. */
  readonly data: unknown;
  readonly problems: readonly (Problem & { readonly at: Position })[];
  readonly suspects: readonly Suspect[];
  /** Where the value (or the key) at `path` stands; the nearest parent's place when there is no such value. */
  locate(path: Path, part?: "key" | "value"): Position;
  /** The characters of the plain or quoted scalar at `path`, as typed. */
  typed(path: Path): string | undefined;
  /** Where the value at `path` begins and ends (the place behind it), and how it is written; undefined when there is none. */
  extent(path: Path): Extent | undefined;
}

const READABLE_WITH = new Set(["duplicate-key", "unknown-key", "forbidden-character", "mixed-script"]);

interface Pair {
  readonly key: Node | null;
  readonly value: Node | null;
}

/** The pairs of a mapping by key, the first of each; made once, since a vocabulary may have thousands. */
const pairsOf = new WeakMap<YAMLMap, Map<string, Pair>>();

function indexPairs(map: YAMLMap): Map<string, Pair> {
  const known = pairsOf.get(map);
  if (known) return known;
  const pairs = new Map<string, Pair>();
  for (const { key, value } of map.items)
    if (isScalar(key) && !pairs.has(String(key.value)))
      pairs.set(String(key.value), { key, value: isNode(value) ? value : null });
  pairsOf.set(map, pairs);
  return pairs;
}

function childOf(node: unknown, step: string | number): Pair | undefined {
  if (isMap(node)) return indexPairs(node).get(String(step));
  if (isSeq(node)) {
    const item = node.items[Number(step)];
    return isNode(item) ? { key: item, value: item } : undefined;
  }
  return undefined;
}

/** Visits every node of a document with the path to it, parents first. */
function walk(
  node: unknown,
  visit: (node: Node, path: Path, isKey: boolean) => void,
  path: Path = [],
  isKey = false,
): void {
  if (!isNode(node)) return;
  visit(node, path, isKey);
  if (isMap(node))
    for (const { key, value } of node.items) {
      const inner = [...path, isScalar(key) ? String(key.value) : ""];
      walk(key, visit, inner, true);
      walk(value, visit, inner);
    }
  else if (isSeq(node)) for (const [index, item] of node.items.entries()) walk(item, visit, [...path, index]);
}

/** Where an editor looks for an error: at the quote or bracket that is never closed, and not where the file ends. */
function placeOf(code: string, offset: number, document: Document): number {
  let place = offset;
  if (code === "MISSING_CHAR" || code === "BAD_INDENT")
    walk(document.contents, (node) => {
      const [start = 0, end = 0] = node.range ?? [];
      const opens =
        code === "BAD_INDENT" ? isCollection(node) && node.flow : isScalar(node) && node.type?.startsWith("QUOTE");
      if (opens && start < offset && offset <= end) place = start;
    });
  return place;
}

/** Told elsewhere: a tag or directive as a feature that is not allowed, whether the parser knows it or not. */
const TOLD = new Set(["TAG_RESOLVE_FAILED", "BAD_DIRECTIVE"]);
const MOST_PLACED = 30;

function addErrors(document: Document, lineOf: (offset: number) => number, add: Add): void {
  const wrongLines = new Set<number>();
  let told = 0;
  for (const { code, message, pos } of [...document.errors, ...document.warnings]) {
    if (TOLD.has(code)) continue;
    const offset = ++told <= MOST_PLACED ? placeOf(code, pos[0], document) : pos[0];
    const line = lineOf(offset);
    // What the parser stumbles over next in the same line has the same cause.
    if (wrongLines.has(line)) continue;
    wrongLines.add(line);
    add(offset, describeYamlError(code, message));
  }
}

/** Reports what strict YAML forbids and collects what only a schema can judge. */
function inspect(
  document: Document,
  text: string,
  add: Add,
  suspect: (path: Path, offset: number, problem: Problem) => void,
): void {
  walk(document.contents, (node, path, isKey) => {
    const [start = 0, end = 0] = node.range ?? [];
    if (isMap(node)) {
      const seen = new Set<string>();
      for (const { key } of node.items) {
        const name = isScalar(key) ? String(key.value) : "";
        for (const problem of findBadKey(name, seen)) add((key as Node | null)?.range?.[0] ?? start, problem);
        seen.add(name);
      }
    }
    if (!isScalar(node)) return;
    if (node.type === "QUOTE_DOUBLE" && typeof node.value === "string" && text.slice(start, end).includes("\\"))
      for (const { severity, rule, message, hint } of findHidden(node.value, text.slice(start, end)))
        add(start, { ...(severity && { severity }), rule, message, hint });
    if (node.type === "PLAIN" && !isKey)
      for (const { offset, problem } of findSuspects(node, text)) suspect(path, offset, problem);
  });
}

function find(root: unknown, path: Path): { pair: Pair | undefined; found: boolean } {
  let node = root;
  let pair: Pair | undefined;
  for (const step of path) {
    // A list may be given as its only entry, so its index 0 is not in the text.
    if (typeof step === "number" && !isSeq(node)) continue;
    const next = childOf(node, step);
    if (!next) return { pair, found: false };
    pair = next;
    node = next.value;
  }
  return { pair, found: true };
}

/** What a text says and what is wrong with it. */
type Parsed = Pick<YamlSource, "data" | "problems" | "suspects">;

/** Gives the line and column in the file for an offset of the text that begins on its line `firstLine`. */
function placeIn(text: string, firstLine: number): (offset: number) => Position {
  const placed = indexLines(text);
  return (offset) => {
    const { line, column } = placed(Math.min(offset, text.length));
    return { line: line + firstLine - 1, column };
  };
}

function parseWhole(text: string, at: (offset: number) => Position): Parsed {
  const problems: (Problem & { at: Position })[] = [];
  const suspects: Suspect[] = [];
  const add: Add = (offset, problem) => problems.push({ ...problem, at: at(offset) });
  let data: unknown;
  const { document, signs } = composeDocument(text, add);
  if (document) {
    addErrors(document, (offset) => at(offset).line, add);
    for (const { offset, type } of signs) add(offset, describeFeature(type));
    inspect(document, text, add, (path, offset, problem) => suspects.push({ path, at: at(offset), problem }));
    if (problems.every(({ rule }) => READABLE_WITH.has(rule))) data = document.toJS() ?? {};
  }
  return { data, problems, suspects };
}

function parsePlain(text: string, firstLine: number): Parsed | undefined {
  const plain = readPlainYaml(text);
  return (
    plain && {
      data: plain.data,
      problems: [],
      suspects: plain.dates.map(({ path, typed, line, column }) => ({
        path,
        at: { line: line + firstLine - 1, column },
        problem: describeDate(typed),
      })),
    }
  );
}

/**
 * Parses YAML 1.2 (core schema) strictly: duplicate keys, anchors, aliases, tags, directives and further documents are
 * problems, and a key is always text. Never throws. `firstLine` is the number of the file's line on which `text` begins.
 * What is plain is read without the parser of all of YAML, unless `isWhole`, with the same result.
 */
export function parseYaml(text: string, firstLine = 1, isWhole = false): YamlSource {
  const at = placeIn(text, firstLine);
  // Only mistakes are asked for their place, and what is parsed takes far more memory than its text: so it is let go, and parsed again.
  let again: { readonly root: unknown } | undefined;
  const rootOf = (): unknown => (again ??= { root: composeDocument(text, () => undefined).document?.contents }).root;
  return {
    ...((isWhole ? undefined : parsePlain(text, firstLine)) ?? parseWhole(text, at)),
    locate(path, part = "value") {
      const { pair, found } = find(rootOf(), path);
      const node = part === "key" || !found ? pair?.key : (pair?.value ?? pair?.key);
      return node?.range ? at(node.range[0]) : { line: firstLine, column: 1 };
    },
    typed(path) {
      const { pair, found } = find(rootOf(), path);
      return found && isScalar(pair?.value) ? pair.value.source : undefined;
    },
    extent(path) {
      const { pair, found } = find(rootOf(), path);
      const node = found ? pair?.value : undefined;
      return node?.range
        ? { from: at(node.range[0]), to: at(node.range[1]), isFlow: isCollection(node) && node.flow === true }
        : undefined;
    },
  };
}
