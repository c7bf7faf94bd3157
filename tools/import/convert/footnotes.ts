import type { Element, ElementContent, Root, RootContent } from "hast";
import { attribute, element, textOf } from "./hast.ts";
import { NOTE_MARK } from "./elements.ts";

interface Taken {
  readonly root: Root;
  /** What each footnote says, by its number. */
  readonly notes: ReadonlyMap<string, ElementContent[]>;
}

type Node = RootContent | ElementContent;

function* elementsOf(nodes: readonly Node[]): Generator<Element> {
  for (const node of nodes)
    if (node.type === "element") {
      yield node;
      yield* elementsOf(node.children);
    }
}

function only(node: Element): Element | undefined {
  const inner = node.children.filter((child) => child.type !== "text" || child.value.trim() !== "");
  return inner.length === 1 && inner[0]?.type === "element" ? inner[0] : undefined;
}

/** The id that a mark such as `<sup><a href="#fn1">1</a></sup>` leads to, in whichever order its elements stand. */
function markOf(node: Element): string | undefined {
  const inner = only(node);
  const link = node.tagName === "sup" && inner?.tagName === "a" ? inner : node.tagName === "a" ? node : undefined;
  if (!link || (link === node && inner?.tagName !== "sup")) return undefined;
  const href = attribute(link, "href");
  return href.startsWith("#") ? href.slice(1) : undefined;
}

function isBackLink(node: Node): boolean {
  if (node.type !== "element" || node.tagName !== "a") return false;
  return attribute(node, "href").startsWith("#") && /^[\s↩⏎⤴↑^\uFE0E\uFE0F]*$/.test(textOf([node]));
}

function isSeparator(node: Node): boolean {
  return node.type === "element" && node.tagName === "hr" && attribute(node, "className").includes("footnotes-sep");
}

/**
 * Takes the footnotes out of a text, as WordPress, Hugo and their like write them: a mark that links to an item of a list, which
 * links back. Elements of the `dropped` classes are left out, and `drop` is told what they said.
 */
export function takeFootnotes(root: Root, dropped: readonly string[], drop: (said: string) => void): Taken {
  const marks = new Set([...elementsOf(root.children)].flatMap((node) => markOf(node) ?? []));
  const items = new Map<string, Element>();
  for (const node of elementsOf(root.children)) {
    const id = attribute(node, "id");
    if (node.tagName === "li" && marks.has(id) && !items.has(id)) items.set(id, node);
  }
  const numbers = new Map([...items.keys()].map((id, at) => [id, String(at + 1)]));
  const prune = (nodes: readonly Node[]): ElementContent[] =>
    nodes.flatMap((node): ElementContent[] => {
      if (isBackLink(node) || isSeparator(node)) return [];
      if (node.type !== "element") return node.type === "text" ? [node] : [];
      const classes = attribute(node, "className").split(/\s+/);
      const furniture = dropped.find((name) => classes.includes(name));
      if (furniture !== undefined) {
        const said = textOf([node]).replace(/\s+/g, " ").trim();
        if (said !== "") drop(said);
        return [];
      }
      const number = numbers.get(markOf(node) ?? "");
      if (number !== undefined) return [element(NOTE_MARK, [], { identifier: number })];
      const id = attribute(node, "id");
      if (items.get(id) === node) return [];
      const children = prune(node.children);
      const isEmptied =
        children.length < node.children.length && children.every((child) => textOf([child]).trim() === "");
      return isEmptied && ["ol", "ul", "section"].includes(node.tagName) ? [] : [{ ...node, children }];
    });
  const notes = new Map([...items].map(([id, { children }]) => [numbers.get(id) ?? id, prune(children)]));
  return { root: { type: "root", children: prune(root.children) }, notes };
}
