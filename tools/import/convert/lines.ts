import type { Element, ElementContent, Root, RootContent } from "hast";
import { BLOCKS, MEDIA } from "./elements.ts";

/** In these, as at the top of a text, lines are paragraphs. */
const FLOW = new Set(["div", "blockquote", "section", "article", "aside"]);
const LINE_END = /\r\n?|\n/;

type Node = RootContent | ElementContent;

function isBlock(node: Node): boolean {
  if (node.type !== "element") return false;
  return BLOCKS.has(node.tagName) || node.tagName === "iframe" || node.children.some(isBlock);
}

/** An element within a line, divided where a block stands in it: the words before that go on with the line. */
function splitAtBlocks(node: Node): Node[] {
  if (node.type !== "element" || BLOCKS.has(node.tagName) || MEDIA.has(node.tagName) || !isBlock(node)) return [node];
  const parts: { readonly isBlock: boolean; readonly children: ElementContent[] }[] = [];
  for (const child of node.children.flatMap((each) => splitAtBlocks(each) as ElementContent[])) {
    const last = parts.at(-1);
    if (last?.isBlock === isBlock(child)) last.children.push(child);
    else parts.push({ isBlock: isBlock(child), children: [child] });
  }
  return parts.map(({ children }) => ({ ...node, children }));
}

/** A text whose line ends are breaks. */
function breakLines(nodes: readonly Node[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === "element")
      return [
        node.tagName === "pre" || node.tagName === "code" || node.tagName === "script"
          ? node
          : { ...node, children: breakLines(node.children) },
      ];
    if (node.type !== "text") return [];
    return node.value.split(LINE_END).flatMap((line, index): ElementContent[] => {
      const words: ElementContent = { type: "text", value: line };
      return index === 0 ? [words] : [{ type: "element", tagName: "br", properties: {}, children: [] }, words];
    });
  });
}

function isEmpty(nodes: readonly ElementContent[]): boolean {
  return nodes.every((node) => node.type === "text" && node.value.trim() === "");
}

/** The trimmed lines of a paragraph: the ends of lines at its edges break nothing. */
function trimEdges(nodes: readonly Node[]): Node[] {
  return nodes.map((node, index) => {
    if (node.type !== "text") return node;
    let { value } = node;
    if (index === 0) value = value.replace(/^\s+/, "");
    if (index === nodes.length - 1) value = value.replace(/\s+$/, "");
    return { ...node, value };
  });
}

function paragraphsOf(nodes: readonly Node[]): ElementContent[] {
  const done: ElementContent[] = [];
  let open: Node[] = [];
  const close = () => {
    const children = breakLines(trimEdges(open));
    if (!isEmpty(children)) done.push({ type: "element", tagName: "p", properties: {}, children });
    open = [];
  };
  for (const node of nodes.flatMap((each) => splitAtBlocks(each))) {
    if (isBlock(node)) {
      close();
      done.push(withParagraphs(node as Element));
    } else if (node.type === "text") {
      const [first = "", ...more] = node.value.split(/(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)\s*/);
      open.push({ type: "text", value: first });
      for (const value of more) {
        close();
        open.push({ type: "text", value });
      }
    } else if (node.type === "element") open.push(node);
  }
  close();
  return done;
}

function withParagraphs(node: Element): Element {
  if (FLOW.has(node.tagName)) return { ...node, children: paragraphsOf(node.children) };
  return node.tagName === "p" ? { ...node, children: breakLines(trimEdges(node.children)) } : node;
}

/** A text of WordPress's old editor, in which an empty line ends a paragraph and any other breaks the line. */
export function linesToParagraphs(root: Root): Root {
  return { type: "root", children: paragraphsOf(root.children) };
}
