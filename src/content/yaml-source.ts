import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type Scalar,
  visit,
} from "yaml";
import { findBadCharacters } from "./characters.ts";
import type { Position, Problem } from "./diagnostic.ts";

export type Path = readonly (string | number)[];

/** A scalar that is legal YAML and yet may not be what the editor meant, should its field be text. */
export interface Suspect {
  readonly path: Path;
  readonly at: Position;
  readonly problem: Problem;
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
}

const WORDING: Record<string, [rule: string, message: string, hint?: string]> = {
  DUPLICATE_KEY: ["duplicate-key", "this key is already given above", "keep one of the two"],
  MULTIPLE_DOCS: ["yaml-syntax", "“---” or “...” begins a second YAML document here", "delete that line"],
  TAB_AS_INDENT: ["yaml-syntax", "a tab cannot indent YAML", "use spaces"],
  BLOCK_AS_IMPLICIT_KEY: ["yaml-syntax", "a second “: ” on this line", "put the whole value in quotes"],
  MISSING_CHAR: ["yaml-syntax", "a closing quote or bracket is missing, or a key lacks its “:”"],
};

const READABLE_WITH = new Set(["duplicate-key", "forbidden-character", "mixed-script"]);

interface Pair {
  readonly key: Node | null;
  readonly value: Node | null;
}

function childOf(node: unknown, step: string | number): Pair | undefined {
  if (isMap(node)) {
    const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
    return pair && { key: isNode(pair.key) ? pair.key : null, value: isNode(pair.value) ? pair.value : null };
  }
  if (isSeq(node)) {
    const item = node.items[Number(step)];
    return isNode(item) ? { key: item, value: item } : undefined;
  }
  return undefined;
}

const LONGEST_COMMENT = 1000;
const LOOKS_LIKE_A_DATE = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}.*)?$/;

type Add = (offset: number, problem: Problem) => void;

function findFeature(node: Node): Problem | undefined {
  const feature = (name: string, hint: string) => ({
    rule: "yaml-feature",
    message: `YAML ${name} are not allowed`,
    hint,
  });
  if (isAlias(node)) return feature("aliases (*)", "write the value out, or put it in quotes");
  if (node.anchor !== undefined) return feature("anchors (&)", "put the value in quotes if it begins with “&”");
  return node.tag === undefined ? undefined : feature("tags (!)", "put the value in quotes if it begins with “!”");
}

function* findSuspects(node: Scalar, text: string): Generator<{ offset: number; problem: Problem }> {
  const [start = 0, end = 0] = node.range ?? [];
  const typed = node.source ?? "";
  const [comment] = /^[ \t]+#[^\n]*/.exec(text.slice(end, end + LONGEST_COMMENT)) ?? [];
  if (comment !== undefined) {
    const hint = `put the whole text in quotes: "${typed}${comment.trimEnd()}"; or move the comment to its own line`;
    const message = `“${comment.trim()}” is a comment, so it is lost from this text`;
    yield { offset: end + comment.indexOf("#"), problem: { rule: "trailing-comment", message, hint } };
  }
  if (typeof node.value === "string" && LOOKS_LIKE_A_DATE.test(typed)) {
    const message = `“${typed}” is a date, not text`;
    yield { offset: start, problem: { rule: "not-text", message, hint: `put it in quotes: "${typed}"` } };
  }
}

/** Reports what strict YAML forbids and collects what only a schema can judge. */
function inspect(
  document: Document,
  text: string,
  add: Add,
  suspect: (path: Path, offset: number, problem: Problem) => void,
): void {
  for (const error of [...document.errors, ...document.warnings]) {
    const [rule, message, hint] = WORDING[error.code] ?? ["yaml-syntax", `this is not valid YAML: ${error.message}`];
    add(error.pos[0], { rule, message, hint });
  }
  visit(document, {
    Node(key, node, ancestors) {
      const [start = 0, end = 0] = node.range ?? [];
      const feature = findFeature(node);
      if (feature) add(start, feature);
      if (!isScalar(node)) return;
      // An escape can write what the file itself does not show.
      if (node.type === "QUOTE_DOUBLE" && typeof node.value === "string" && text.slice(start, end).includes("\\"))
        for (const { rule, message, hint } of findBadCharacters(node.value)) add(start, { rule, message, hint });
      if (node.type !== "PLAIN" || key === "key") return;
      for (const { offset, problem } of findSuspects(node, text)) suspect(pathOf(ancestors, node), offset, problem);
    },
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

/**
 * Parses YAML 1.2 (core schema) strictly: duplicate keys, anchors, aliases, tags and further documents are problems.
 * Never throws. `firstLine` is the number of the file's line on which `text` begins, counted from 1.
 */
export function parseYaml(text: string, firstLine = 1): YamlSource {
  const lines = new LineCounter();
  const problems: (Problem & { at: Position })[] = [];
  const suspects: Suspect[] = [];
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1) + firstLine - 1, column: Math.max(col, 1) };
  };
  let root: unknown = null;
  let data: unknown;
  try {
    const document = parseDocument(text, { version: "1.2", schema: "core", lineCounter: lines, prettyErrors: false });
    root = document.contents;
    inspect(
      document,
      text,
      (offset, problem) => problems.push({ ...problem, at: at(offset) }),
      (path, offset, problem) => suspects.push({ path, at: at(offset), problem }),
    );
    if (problems.every(({ rule }) => READABLE_WITH.has(rule))) data = document.toJS() ?? {};
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const message = "lists or mappings are nested too deeply here";
    problems.push({ rule: "yaml-syntax", message, at: { line: firstLine, column: 1 } });
  }
  return {
    data,
    problems,
    suspects,
    locate(path, part = "value") {
      const { pair, found } = find(root, path);
      const node = part === "key" || !found ? pair?.key : (pair?.value ?? pair?.key);
      return node?.range ? at(node.range[0]) : { line: firstLine, column: 1 };
    },
    typed(path) {
      const { pair, found } = find(root, path);
      return found && isScalar(pair?.value) ? pair.value.source : undefined;
    },
  };
}

function pathOf(ancestors: readonly unknown[], leaf: unknown): Path {
  const path: (string | number)[] = [];
  const chain = [...ancestors, leaf];
  chain.forEach((parent, depth) => {
    const child = chain[depth + 1];
    if (isSeq(parent)) path.push(parent.items.indexOf(child));
    const pair = parent as { key?: unknown; value?: unknown };
    if (isMap(parent) || isNode(parent) || !isScalar(pair.key)) return;
    path.push(String(pair.key.value));
  });
  return path;
}
