import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  parseDocument,
  Parser,
  type Scalar,
  visit,
  type YAMLError,
} from "yaml";
import { findHidden, positionAt } from "./characters.ts";
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
  MULTILINE_IMPLICIT_KEY: ["yaml-syntax", "this line is no “key: value”", "type a “:” and a space after the key"],
  BAD_SCALAR_START: ["yaml-syntax", "a value cannot begin with this character", "put the whole value in quotes"],
  BAD_INDENT: ["yaml-syntax", "a bracket is not closed, or this line is indented wrongly"],
  UNEXPECTED_TOKEN: ["yaml-syntax", "this does not belong here", "put the whole value in quotes, or mend the indent"],
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

type Add = (offset: number, problem: Problem) => unknown;

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

/** Where an editor looks for an error: at the quote or bracket that is never closed, and not where the file ends. */
function placeOf({ code, pos }: YAMLError, document: Document): number {
  let place = pos[0];
  if (code === "MISSING_CHAR" || code === "BAD_INDENT")
    visit(document, {
      Node(_, node) {
        const [start = 0, end = 0] = node.range ?? [];
        const opens =
          code === "BAD_INDENT" ? isCollection(node) && node.flow : isScalar(node) && node.type?.startsWith("QUOTE");
        if (opens && start < pos[0] && pos[0] <= end) place = start;
      },
    });
  return place;
}

/** Reports what strict YAML forbids and collects what only a schema can judge. */
function inspect(
  document: Document,
  text: string,
  add: Add,
  suspect: (path: Path, offset: number, problem: Problem) => void,
): void {
  const wrongLines = new Set<number>();
  for (const error of [...document.errors, ...document.warnings]) {
    // A tag is told as a feature that is not allowed, whether the parser knows it or not.
    if (error.code === "TAG_RESOLVE_FAILED") continue;
    const [rule, message, hint] = WORDING[error.code] ?? ["yaml-syntax", `this is not valid YAML: ${error.message}`];
    const offset = placeOf(error, document);
    const line = text.lastIndexOf("\n", offset - 1);
    // What the parser stumbles over next in the same line has the same cause.
    if (rule === "yaml-syntax" && wrongLines.has(line)) continue;
    if (rule === "yaml-syntax") wrongLines.add(line);
    add(offset, { rule, message, hint });
  }
  visit(document, {
    Node(key, node, ancestors) {
      const [start = 0, end = 0] = node.range ?? [];
      const feature = findFeature(node);
      if (feature) add(start, feature);
      if (!isScalar(node)) return;
      if (node.type === "QUOTE_DOUBLE" && typeof node.value === "string" && text.slice(start, end).includes("\\"))
        for (const { rule, message, hint } of findHidden(node.value, text.slice(start, end)))
          add(start, { rule, message, hint });
      if (node.type !== "PLAIN" || key === "key") return;
      for (const { offset, problem } of findSuspects(node, text)) suspect(pathOf(ancestors, node), offset, problem);
    },
  });
}

const DEEPEST = 100;

/**
 * Where lists and mappings are nested too deeply, if they are. The parser's second half recurses: a few thousand levels
 * end not in an exception but, when a regular expression is compiled just then, in the death of the process.
 */
function findTooDeep(text: string): number | undefined {
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    Array.from(parser.next(lexeme));
    if (parser.stack.length > DEEPEST) return parser.offset;
  }
  return undefined;
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
  const add: Add = (offset, problem) => problems.push({ ...problem, at: at(offset) });
  let root: unknown = null;
  let data: unknown;
  const tooDeep = findTooDeep(text);
  if (tooDeep === undefined) {
    const document = parseDocument(text, { version: "1.2", schema: "core", lineCounter: lines, prettyErrors: false });
    root = document.contents;
    inspect(document, text, add, (path, offset, problem) => suspects.push({ path, at: at(offset), problem }));
    if (problems.every(({ rule }) => READABLE_WITH.has(rule))) data = document.toJS() ?? {};
  } else {
    const { line, column } = positionAt(text, tooDeep);
    const message = "lists or mappings are nested too deeply here";
    problems.push({ rule: "yaml-syntax", message, at: { line: line + firstLine - 1, column } });
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
