import type { BlockContent, Heading, PhrasingContent, RootContent, Text } from "mdast";

type Node = RootContent;
type Tell = (loss: string) => void;

/** Lists and quotations within each other: the format takes about thirty, and nobody reads ten. */
const DEEPEST = 20;

/** The words of nodes in one line. */
export function plainWords(nodes: readonly Node[]): string {
  return nodes
    .map((node): string => {
      if (node.type === "text" || node.type === "inlineCode" || node.type === "code") return node.value;
      if (node.type === "image") return node.alt ?? "";
      if (node.type === "break") return " ";
      return "children" in node ? plainWords(node.children) + (isPhrase(node) ? "" : " ") : "";
    })
    .join("")
    .replace(/\s+/g, " ");
}

function isPhrase({ type }: Node): boolean {
  return ["emphasis", "strong", "delete", "link", "text", "inlineCode", "image", "break", "footnoteReference"].includes(
    type,
  );
}

const ADDRESS = /https?:\/\/[^\s<>"“”„‘’)\]}|\\^`]+/g;

/** Addresses that stand in a text as such become links, as WordPress and its kind show them. */
function linkAddresses({ value }: Text): PhrasingContent[] {
  const parts: PhrasingContent[] = [];
  let from = 0;
  for (const { 0: found, index } of value.matchAll(ADDRESS)) {
    const url = found.replace(/[.,;:!?'*_~]+$/, "");
    if (!/^https?:\/\/[^/]*\.[^/]/.test(url)) continue;
    if (index > from) parts.push({ type: "text", value: value.slice(from, index) });
    parts.push({ type: "link", url, children: [{ type: "text", value: url }] });
    from = index + url.length;
  }
  if (from < value.length) parts.push({ type: "text", value: value.slice(from) });
  return parts;
}

function isEmptyPhrase(node: PhrasingContent): boolean {
  if (node.type === "image" || node.type === "footnoteReference") return false;
  if (node.type === "text") return node.value === "";
  if (node.type === "inlineCode") return node.value.trim() === "";
  return "children" in node && node.children.every((child) => child.type === "break" || isEmptyPhrase(child));
}

/** Words without empty emphasis, marks and links within their like, and blanks that no reader sees. */
function tidyPhrases(nodes: readonly PhrasingContent[], within: readonly string[] = []): PhrasingContent[] {
  const inLink = within.includes("link");
  const tidied = nodes.flatMap((node): PhrasingContent[] => {
    if (node.type === "html") return [{ type: "text", value: node.value }];
    if (node.type === "text") {
      const words: Text = {
        type: "text",
        value: node.value.replace(/[\s\u2028\u2029]+/g, (blank) => (blank === "\u00A0" ? blank : " ")),
      };
      return inLink ? [words] : linkAddresses(words);
    }
    if (node.type === "inlineCode") return [{ ...node, value: node.value.replace(/\s+/g, " ") }];
    if (node.type === "link") {
      const children = tidyPhrases(node.children, [...within, "link"]);
      return inLink ? children : [{ ...node, title: null, children }];
    }
    if (!("children" in node)) return [node];
    // A mark within one of its kind would say the contrary, or begin code.
    const children = tidyPhrases(node.children, [...within, node.type]);
    return within.includes(node.type) ? children : [{ ...node, children }];
  });
  // Emphasis of nothing but a line's end is that, and keeps the words apart.
  return mergeText(
    tidied.flatMap((node): PhrasingContent[] =>
      !isEmptyPhrase(node) ? [node] : breaksLine(node) ? [{ type: "break" }] : [],
    ),
  );
}

function breaksLine(node: PhrasingContent): boolean {
  return node.type === "break" || ("children" in node && node.children.some(breaksLine));
}

function mergeText(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const merged: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = merged.at(-1);
    if (node.type === "text" && last?.type === "text")
      merged[merged.length - 1] = { type: "text", value: (last.value + node.value).replace(/ {2,}/g, " ") };
    else merged.push(node);
  }
  return merged;
}

/** Words without breaks and blanks at their edges. */
export function trimPhrases(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const kept = [...nodes];
  for (const [end, edge] of [
    [0, /^\s+/],
    [-1, /\s+$/],
  ] as const)
    for (let node = kept.at(end); node; node = kept.at(end)) {
      const value = node.type === "text" ? node.value.replace(edge, "") : undefined;
      if (node.type !== "break" && value !== "") {
        if (value !== undefined) kept[end === 0 ? 0 : kept.length - 1] = { type: "text", value };
        break;
      }
      if (end === 0) kept.shift();
      else kept.pop();
    }
  return kept;
}

function isWordless(nodes: readonly PhrasingContent[]): boolean {
  return nodes.every(
    (node) => node.type !== "image" && node.type !== "footnoteReference" && plainWords([node]).trim() === "",
  );
}

function tidyHeading(node: Heading): Node[] {
  const children = trimPhrases(
    tidyPhrases(node.children).map((child) => (child.type === "break" ? { type: "text", value: " " } : child)),
  );
  return isWordless(children) ? [] : [{ ...node, children }];
}

function tidyNode(node: Node, depth: number, tell: Tell): Node[] {
  switch (node.type) {
    case "paragraph": {
      const children = trimPhrases(tidyPhrases(node.children));
      return isWordless(children) ? [] : [{ ...node, children }];
    }
    case "heading":
      return tidyHeading(node);
    case "html":
      return tidyNode({ type: "paragraph", children: [{ type: "text", value: node.value }] }, depth, tell);
    case "code": {
      const [lang = ""] = /^[\w+#.-]+/.exec(node.lang ?? "") ?? [];
      return node.value.trim() === "" ? [] : [{ ...node, lang: lang === "" ? null : lang, meta: null }];
    }
    case "blockquote":
    case "list": {
      if (depth >= DEEPEST) {
        tell("lists or quotations within each other: the innermost became paragraphs");
        const inner = node.type === "list" ? node.children.flatMap((item) => item.children) : node.children;
        return tidyBlocks(inner, depth, tell);
      }
      if (node.type === "blockquote") {
        const children = tidyBlocks(node.children, depth + 1, tell) as BlockContent[];
        return children.length === 0 ? [] : [{ ...node, children }];
      }
      const items = node.children
        .map((item) => ({
          ...item,
          checked: null,
          children: tidyBlocks(item.children, depth + 1, tell) as BlockContent[],
        }))
        .filter((item) => item.children.length > 0);
      return items.length === 0 ? [] : [{ ...node, children: items }];
    }
    case "table": {
      const rows = node.children.map((row) => ({
        ...row,
        children: row.children.map((cell) => ({
          ...cell,
          children: trimPhrases(
            tidyPhrases(cell.children).map((child) => (child.type === "break" ? { type: "text", value: " " } : child)),
          ),
        })),
      }));
      return plainWords([node]).trim() === "" ? [] : [{ ...node, children: rows }];
    }
    default:
      return [node];
  }
}

/** Words that stand among blocks, each run of them as a paragraph. */
function wrapPhrases(nodes: readonly Node[]): Node[] {
  const wrapped: Node[] = [];
  let open: PhrasingContent[] | undefined;
  for (const node of nodes) {
    if (!isPhrase(node)) {
      open = undefined;
      wrapped.push(node);
    } else if (open) open.push(node as PhrasingContent);
    else {
      open = [node as PhrasingContent];
      wrapped.push({ type: "paragraph", children: open });
    }
  }
  return wrapped;
}

/** Blocks as the format takes them: no HTML, nothing empty, nothing too deep, addresses as links. */
export function tidyBlocks(nodes: readonly Node[], depth: number, tell: Tell): Node[] {
  return wrapPhrases(nodes).flatMap((node) => tidyNode(node, depth, tell));
}
