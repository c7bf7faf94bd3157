import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { type Standing, wholeAddress } from "../links/whole-address.ts";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const BLOCKS = new Set(
  "address article aside blockquote div dl figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table ul".split(
    " ",
  ),
);
/** Longer headings are underlined no further. */
const LONGEST_LINE = 72;

function isElement(node: Node): node is Element {
  return "tagName" in node;
}

function attributeOf({ attrs }: Element, name: string): string | undefined {
  return attrs.find((each) => each.name === name)?.value;
}

function isBlock(node: Node): boolean {
  return isElement(node) && BLOCKS.has(node.tagName);
}

/** The words of a link with its address, unless the words are the address or it leads to the mark of a footnote. */
function printLink(element: Element, standing: Standing): string {
  const words = printInline(element.childNodes, standing);
  const href = attributeOf(element, "href") ?? "";
  if (attributeOf(element, "class") === "footnote-back") return "";
  if (href.startsWith("#")) return words;
  const address = wholeAddress(href, standing);
  const shown = address.replace(/^mailto:/, "");
  return words.trim() === shown ? words : `${words} <${shown}>`;
}

function printInline(nodes: readonly Node[], standing: Standing): string {
  return nodes
    .map((node): string => {
      if ("value" in node) return node.value.replace(/[\t\n\r ]+/g, " ");
      if (!isElement(node)) return "";
      if (node.tagName === "br") return "\n";
      if (node.tagName === "a") return printLink(node, standing);
      if (node.tagName === "img") return `[${attributeOf(node, "alt") ?? ""}]`;
      const words = printInline(node.childNodes, standing);
      return node.tagName === "sup" ? `[${words}]` : words;
    })
    .join("");
}

function tidyLines(text: string): string {
  return text
    .split("\n")
    .map((line) => line.replace(/ +/g, " ").trim())
    .join("\n")
    .trim();
}

function indent(text: string, first: string, others: string): string {
  return text
    .split("\n")
    .map((line, index) => ((index === 0 ? first : others) + line).trimEnd())
    .join("\n");
}

function textContent(node: Node): string {
  if ("value" in node) return node.value;
  return isElement(node) ? node.childNodes.map(textContent).join("") : "";
}

function rowsOf(element: Element): Element[] {
  return element.childNodes.filter(isElement).flatMap((node) => (node.tagName === "tr" ? [node] : rowsOf(node)));
}

function printHeading(element: Element, standing: Standing): string {
  const link = element.childNodes.find((node): node is Element => isElement(node) && node.tagName === "a");
  const words = tidyLines(
    printInline(link && element.childNodes.length === 1 ? link.childNodes : element.childNodes, standing),
  );
  const level = element.tagName;
  const line = level === "h1" ? "=" : level === "h2" ? "-" : "";
  const width = Math.min(words.length, LONGEST_LINE);
  const address = link && attributeOf(link, "href");
  return [
    words,
    ...(line === "" ? [] : [line.repeat(width)]),
    ...(address === undefined ? [] : [`<${wholeAddress(address, standing)}>`]),
  ].join("\n");
}

function printBlock(element: Element, standing: Standing): string {
  const { tagName, childNodes } = element;
  if (/^h[1-6]$/.test(tagName)) return printHeading(element, standing);
  if (tagName === "hr") return "* * *";
  if (tagName === "pre") return indent(textContent(element).replace(/\n$/, ""), "    ", "    ");
  if (tagName === "blockquote") return indent(printBlocks(childNodes, standing, "\n\n"), "> ", "> ");
  if (tagName === "table")
    return rowsOf(element)
      .map((row) =>
        row.childNodes
          .filter(isElement)
          .map((cell) => tidyLines(printInline(cell.childNodes, standing)))
          .join(" | "),
      )
      .join("\n");
  if (tagName === "ul" || tagName === "ol") {
    const start = Number(attributeOf(element, "start") ?? 1);
    return childNodes
      .filter(isElement)
      .map((item, index) => {
        const mark = tagName === "ul" ? "- " : `${attributeOf(item, "value") ?? start + index}. `;
        return indent(printBlocks(item.childNodes, standing, "\n"), mark, " ".repeat(mark.length));
      })
      .join("\n");
  }
  return printBlocks(childNodes, standing, "\n\n");
}

/** Blocks, and what of words stands between them as a block each. */
function printBlocks(nodes: readonly Node[], standing: Standing, between: string): string {
  const blocks: string[] = [];
  let words: Node[] = [];
  const end = (): void => {
    const text = tidyLines(printInline(words, standing));
    if (text !== "") blocks.push(text);
    words = [];
  };
  for (const node of nodes) {
    if (!isElement(node) || !(isBlock(node) || node.childNodes.some(isBlock))) {
      words.push(node);
      continue;
    }
    end();
    const block = printBlock(node, standing);
    if (block !== "") blocks.push(block);
  }
  end();
  return blocks.join(between);
}

/** A piece of HTML of this project's making as plain text, such as the text part of a mail: links with their addresses, whole. */
export function printPlain(html: string, standing: Standing): string {
  return `${printBlocks(parseFragment(html).childNodes, standing, "\n\n")}\n`;
}
