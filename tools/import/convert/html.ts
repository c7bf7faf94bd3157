import { fromParse5 } from "hast-util-from-parse5";
import { defaultTreeAdapter, parseFragment } from "parse5";
import type { Root } from "hast";
import { MOST, Refusal } from "../archive/refusal.ts";

type Made = typeof defaultTreeAdapter;

/**
 * Counts what the parser makes and what it holds open, and stops it: a few marks that are never closed are opened again in each paragraph,
 * and at each element it looks through all that are open.
 */
function watchingAdapter(where: string): Made {
  let nodes = 0;
  let open = 0;
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
    onItemPush: () => {
      if (++open > MOST.htmlDepth)
        throw new Refusal(`the text of ${where} nests elements more than ${MOST.htmlDepth} deep`);
    },
    onItemPop: () => {
      open--;
    },
  };
}

/** Reads HTML as browsers do. Throws a refusal at what would cost far more than its length. */
export function parseHtml(html: string, where: string): Root {
  if (html.length > MOST.body)
    throw new Refusal(`the text of ${where} has ${html.length} characters; ${MOST.body} is the most`);
  const tree = parseFragment(html, { treeAdapter: watchingAdapter(where), scriptingEnabled: false });
  return fromParse5(tree) as Root;
}
