import { type Document, isCollection, isMap, isNode, isScalar, isSeq, type Node, type YAMLMap } from "yaml";
import { findHidden } from "../words/characters.ts";
import type { Position, Problem } from "../problems/diagnostic.ts";
import { indexLines } from "./line-index.ts";
import { type Add, composeDocument, listComments } from "./yaml-document.ts";
import { addErrors, walk } from "./yaml-errors.ts";
import { findLineMistakes } from "./yaml-lines.ts";
import { readPlainYaml } from "./plain-yaml.ts";
import { describeDate, findSuspects } from "./yaml-suspects.ts";
import { describeFeature, findBadKey } from "./yaml-wording.ts";

export type Path = readonly (string | number)[];

type PlacedProblem = Problem & { readonly at: Position };

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
  readonly problems: readonly PlacedProblem[];
  readonly suspects: readonly Suspect[];
  /** Where the value (or the key) at `path` stands; the nearest parent's place when there is no such value. */
  locate(path: Path, part?: "key" | "value"): Position;
  /** The characters of the plain or quoted scalar at `path`, as typed. */
  typed(path: Path): string | undefined;
  /** Where the value at `path` begins and ends (the place behind it), and how it is written; undefined when there is none. */
  extent(path: Path): Extent | undefined;
  /** The comments, each with the place of its “#”. */
  comments(): readonly { readonly at: Position; readonly text: string }[];
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

/**
 * Tells the mistakes of a text that is no YAML by its lines, and of the text as it was meant those that are left: what a parser
 * stumbles over later may have the same cause. False, and nothing told, where the lines explain nothing.
 */
function mend(text: string, { errors }: Document, firstLine: number, problems: PlacedProblem[]): boolean {
  const mistakes = findLineMistakes(text, firstLine);
  if (mistakes.length === 0) return false;
  const lines = text.split("\n");
  for (const { line, mended } of mistakes) lines[line] = mended;
  const meant = lines.join("\n");
  const { document, signs } = composeDocument(meant, () => undefined);
  if (!document || document.errors.length >= errors.length) return false;
  const told = new Set(mistakes.map(({ line }) => line + firstLine));
  for (const { line, column, problem } of mistakes)
    problems.push({ ...problem, at: { line: line + firstLine, column: column + 1 } });
  const at = placeIn(meant, firstLine);
  const add: Add = (offset, problem) => !told.has(at(offset).line) && problems.push({ ...problem, at: at(offset) });
  addErrors(document, (offset) => at(offset).line, add);
  for (const { offset, type } of signs) add(offset, describeFeature(type));
  return true;
}

function parseWhole(text: string, at: (offset: number) => Position, firstLine: number): Parsed {
  const problems: PlacedProblem[] = [];
  const suspects: Suspect[] = [];
  const add: Add = (offset, problem) => problems.push({ ...problem, at: at(offset) });
  let data: unknown;
  const { document, signs } = composeDocument(text, add);
  if (document) {
    if (document.errors.length > 0 && mend(text, document, firstLine, problems))
      return { data: undefined, problems, suspects };
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
    ...((isWhole ? undefined : parsePlain(text, firstLine)) ?? parseWhole(text, at, firstLine)),
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
    comments() {
      return listComments(text).map((comment) => ({ at: at(comment.offset), text: comment.text }));
    },
  };
}
