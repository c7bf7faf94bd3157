import { type DefaultTreeAdapterTypes, parse, parseFragment } from "parse5";
import type { Position, Problem } from "../problems/diagnostic.ts";
import { judgePart, type MayLoad, type Part } from "./active.ts";

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

function partOf({ tagName, attrs, childNodes }: Element): Part {
  const name = tagName.toLowerCase();
  const text = childNodes.map((node) => ("value" in node ? node.value : "")).join("");
  return {
    name,
    attributes: attrs.map(({ prefix, name: own, value }) => [(prefix ? `${prefix}:${own}` : own).toLowerCase(), value]),
    ...(name === "style" && { styles: text }),
  };
}

/** What an HTML file runs, or loads without being allowed to, as browsers read it: in the order of the file. */
export function judgeHtml(text: string, mayLoad: MayLoad): (Problem & { readonly at: Position })[] {
  // Without scripts, so that what stands in <noscript> is read as well.
  const document = parse(text, { sourceCodeLocationInfo: true, scriptingEnabled: false });
  const found: (Problem & { at: Position })[] = [];
  const open: Node[] = [document];
  for (let node = open.pop(); node; node = open.pop()) {
    if ("content" in node) open.push(node.content);
    if ("childNodes" in node) open.push(...node.childNodes.toReversed());
    if (!("tagName" in node)) continue;
    const { startLine = 1, startCol = 1 } = node.sourceCodeLocation ?? {};
    for (const problem of judgePart(partOf(node), mayLoad))
      found.push({ ...problem, at: { line: startLine, column: startCol } });
  }
  return found;
}

/** The words of a piece of HTML as browsers read it, on one line; what scripts, styles and pictures hold is none. */
export function readPlainText(html: string): string {
  const words: string[] = [];
  const open: Node[] = [parseFragment(html)];
  for (let node = open.pop(); node; node = open.pop()) {
    if ("value" in node) words.push(node.value);
    if ("tagName" in node && /^(?:script|style|template)$/.test(node.tagName)) continue;
    if ("childNodes" in node) open.push(...node.childNodes.toReversed());
  }
  return words.join("").replace(/\s+/g, " ").trim();
}
