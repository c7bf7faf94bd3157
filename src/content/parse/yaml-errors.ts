import { type Document, isCollection, isMap, isNode, isScalar, isSeq, type Node } from "yaml";
import type { Add } from "./yaml-document.ts";
import { describeYamlError } from "./yaml-wording.ts";

type Path = readonly (string | number)[];

/** Visits every node of a document with the path to it, parents first. */
export function walk(
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

/** Tells what the parser stumbled over, one mistake a line. */
export function addErrors(document: Document, lineOf: (offset: number) => number, add: Add): void {
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
