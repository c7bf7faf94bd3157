import { fromParse5 } from "hast-util-from-parse5";
import { defaultTreeAdapter, type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import type { Root } from "hast";
import { MOST, Refusal } from "../archive/refusal.ts";

type Made = typeof defaultTreeAdapter;

/** Counts what the parser makes, and stops it: a few marks that are never closed are opened again in each paragraph. */
function countingAdapter(where: string): Made {
  let nodes = 0;
  const count = () => {
    if (++nodes > MOST.nodes) throw new Refusal(`the text of ${where} asks for more than ${MOST.nodes} elements`);
  };
  return {
    ...defaultTreeAdapter,
    createElement: (...args) => {
      count();
      return defaultTreeAdapter.createElement(...args);
    },
    insertText: (...args) => {
      count();
      defaultTreeAdapter.insertText(...args);
    },
  };
}

type Node = DefaultTreeAdapterTypes.ChildNode;

function refuseDepth(nodes: readonly Node[], where: string): void {
  const open = nodes.map((node) => ({ node, depth: 1 }));
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, depth } = next;
    if (depth > MOST.htmlDepth)
      throw new Refusal(`the text of ${where} nests elements more than ${MOST.htmlDepth} deep`);
    const inner = [
      ...("childNodes" in node ? node.childNodes : []),
      ...("content" in node ? node.content.childNodes : []),
    ];
    for (const child of inner) open.push({ node: child, depth: depth + 1 });
  }
}

/** Reads HTML as browsers do. Throws a refusal at what would cost far more than its length. */
export function parseHtml(html: string, where: string): Root {
  if (html.length > MOST.body)
    throw new Refusal(`the text of ${where} has ${html.length} characters; ${MOST.body} is the most`);
  const tree = parseFragment(html, { treeAdapter: countingAdapter(where), scriptingEnabled: false });
  refuseDepth(tree.childNodes, where);
  return fromParse5(tree) as Root;
}
