import type { Element, ElementContent, Root, RootContent } from "hast";
import { BLOCKS, CODE, INLINE_ONLY, KEPT, MARKS, MEDIA, NOTE_MARK, ONE_LINE, SHOWN, TOLD, UNSEEN } from "./elements.ts";
import { cleanCode, cleanFence } from "./code.ts";
import { attribute, element, text, textOf, withoutInvisible } from "./hast.ts";
import { raise } from "./raised.ts";

type Tell = (loss: string) => void;

/** Where words stand: among paragraphs, within one, or where not even a line may break. */
type Place = "flow" | "words" | "line";

function hasBlock(nodes: readonly ElementContent[]): boolean {
  return nodes.some((node) => node.type === "element" && (BLOCKS.has(node.tagName) || hasBlock(node.children)));
}

/** A link to what an element showed. */
function linkTo(node: Element, inner: ElementContent[], tell: Tell): ElementContent[] {
  const source = node.children.find(
    (child): child is Element => child.type === "element" && child.tagName === "source",
  );
  const own = attribute(node, "src", "dataSrc", "data", "code");
  const href = own === "" && source ? attribute(source, "src") : own;
  if (href === "") {
    tell(`<${node.tagName}> without an address`);
    return inner;
  }
  tell(`<${node.tagName}> became a link: ${href}`);
  const title = attribute(node, "title");
  return [element("a", [text(title === "" ? href : title)], { href }), text(" "), ...inner];
}

function cleanPicture(node: Element): ElementContent[] {
  const src = attribute(node, "dataOrigFile", "src", "dataSrc", "dataLazySrc");
  const alt = withoutInvisible(attribute(node, "alt")).replace(/\s+/g, " ");
  if (src === "" || src.startsWith("data:")) return alt === "" ? [] : [text(` ${alt} `)];
  return [element("img", [], { src, alt })];
}

/** Elements that stand for others, or need a word about what they were. */
function rename(node: Element, place: Place, tell: Tell): Element | undefined {
  const { tagName, children } = node;
  const flow = place === "flow";
  if (tagName === "caption" || tagName === "legend" || tagName === "figcaption") return element("p", children);
  if (tagName === "summary" || tagName === "dt") return element("p", flow ? [element("strong", children)] : children);
  if (tagName === "option") return element("p", children);
  if (["plaintext", "xmp", "listing"].includes(tagName)) return element("pre", [text(textOf(children))]);
  if (tagName === "abbr" || tagName === "acronym") {
    const title = attribute(node, "title");
    if (title !== "") tell(`what “${textOf(children).trim()}” stands for: ${title}`);
  }
  return undefined;
}

function cleanElement(node: Element, place: Place, tell: Tell): ElementContent[] {
  const { tagName, children } = node;
  if (UNSEEN.has(tagName)) {
    const kind = attribute(node, "type");
    if (tagName === "input" && kind === "checkbox") return [text(node.properties["checked"] ? "☑ " : "☐ ")];
    if (TOLD.has(tagName) && kind !== "hidden")
      tell(`<${tagName}>${attribute(node, "src") === "" ? "" : `: ${attribute(node, "src")}`}`);
    return [];
  }
  if (tagName === NOTE_MARK) return [node];
  if (tagName === "img") return cleanPicture(node);
  if (MEDIA.has(tagName)) {
    const link = linkTo(node, cleanAll(children, place, tell), tell);
    return place === "flow" ? [element("div", link)] : [text(" "), ...link, text(" ")];
  }
  const other = rename(node, place, tell);
  if (other) return cleanElement(other, place, tell);
  if (tagName === "sup" || tagName === "sub") {
    const raised = raise(textOf(children), tagName);
    if (raised !== undefined) return [text(raised)];
    return cleanAll(children, place, tell);
  }
  if (place !== "flow" && BLOCKS.has(tagName)) {
    const mark = tagName === "li" ? "• " : "";
    return [text(` ${mark}`), ...cleanAll(children, place, tell), text(" ")];
  }
  if (tagName === "br") return [place === "line" ? text(" ") : element("br", [])];
  if (tagName === "hr") return [element("hr", [])];
  if (tagName === "pre") return [element("pre", cleanFence(children, tell), node.properties)];
  if (tagName === "table") return cleanTable(node, tell);
  if (["ul", "ol", "menu", "dir"].includes(tagName)) return cleanList(node, tell);
  if (MARKS.has(tagName) && hasBlock(children)) return cleanAll(children, place, tell);
  if (!KEPT.has(tagName)) {
    const inner = cleanAll(children, place, tell);
    return BLOCKS.has(tagName) && place === "flow" ? [element("div", inner)] : inner;
  }
  const within: Place = ONE_LINE.has(tagName) ? "line" : INLINE_ONLY.has(tagName) && place === "flow" ? "words" : place;
  const inner = cleanAll(children, within, tell);
  if (tagName === "a") return cleanLink(node, inner, tell);
  if (CODE.has(tagName)) return cleanCode(inner);
  return [element(tagName === "var" ? "em" : tagName, inner)];
}

function isBlank(node: ElementContent): boolean {
  return node.type !== "element" && (node.type !== "text" || node.value.trim() === "");
}

/** The largest number that Markdown takes for the first of a list. */
const MOST_START = 999_999_999;

function itemsOf(children: readonly ElementContent[]): ElementContent[][] {
  const items: ElementContent[][] = [];
  let between: ElementContent[] | undefined;
  for (const child of children.filter((each) => each.type !== "comment")) {
    if (child.type === "element" && child.tagName === "li") {
      items.push(child.children);
      between = undefined;
    } else if (between) between.push(child);
    else if (!isBlank(child)) items.push((between = [child]));
  }
  return items;
}

/** A list of items, whatever stood between them in an item of its own. */
function cleanList({ tagName, children, properties }: Element, tell: Tell): ElementContent[] {
  const items = itemsOf(children)
    .map((inner) => element("li", cleanAll(inner, "flow", tell)))
    .filter((item) => textOf(item.children).trim() !== "" || JSON.stringify(item).includes('"img"'));
  const start = Number(properties["start"] ?? 1);
  if (items.length === 0) return [];
  const isNumbered = tagName === "ol";
  return [element(isNumbered ? "ol" : "ul", items, isNumbered && start >= 0 && start <= MOST_START ? { start } : {})];
}

function cleanLink(node: Element, inner: ElementContent[], tell: Tell): ElementContent[] {
  const href = attribute(node, "href");
  const isEmpty = textOf(inner).trim() === "";
  if (href === "") return inner;
  if (isEmpty && !inner.some((child) => child.type === "element" && child.tagName === "img")) {
    tell(`a link without words: ${href}`);
    return inner;
  }
  return [element("a", inner, { href })];
}

function alignOf(cell: Element): string | undefined {
  const said = `${attribute(cell, "align")} ${attribute(cell, "style")} ${attribute(cell, "className", "dataAlign")}`;
  return /\b(left|right|center)\b/.exec(said)?.[1];
}

const MOST_SPAN = 50;

function span(node: Element, name: "colSpan" | "rowSpan"): number {
  return Math.min(
    MOST_SPAN,
    Math.max(1, Number.parseInt(attribute(node, name), 10) || Number(node.properties[name]) || 1),
  );
}

/** A table of one line in each cell, its caption above it. */
function cleanTable(table: Element, tell: Tell): ElementContent[] {
  const captions: ElementContent[] = [];
  const rows: Element[] = [];
  const visit = (nodes: readonly ElementContent[]): void => {
    for (const node of nodes) {
      if (node.type !== "element") continue;
      if (node.tagName === "caption") captions.push(...cleanElement(node, "flow", tell));
      else if (node.tagName === "tr") rows.push(cleanRow(node, tell));
      else visit(node.children);
    }
  };
  visit(table.children);
  const cells = rows.flatMap((row) => row.children as Element[]);
  if (cells.length === 0) return captions;
  return [...captions, element("table", [element("tbody", rows)])];
}

function cleanRow(row: Element, tell: Tell): Element {
  const cells = row.children.filter(
    (child): child is Element => child.type === "element" && /^t[dh]$/.test(child.tagName),
  );
  return element(
    "tr",
    cells.flatMap((cell) => {
      if (span(cell, "rowSpan") > 1) tell(`a cell over several rows: “${textOf(cell.children).trim().slice(0, 80)}”`);
      const own = element(cell.tagName, cleanAll(cell.children, "line", tell), { align: alignOf(cell) });
      return [own, ...Array.from({ length: span(cell, "colSpan") - 1 }, () => element(cell.tagName, []))];
    }),
  );
}

function holdsAnything(nodes: readonly ElementContent[]): boolean {
  return nodes.some((node) => {
    if (node.type === "text") return node.value.trim() !== "";
    return node.type === "element" && (SHOWN.has(node.tagName) || holdsAnything(node.children));
  });
}

function cleanAll(nodes: readonly (ElementContent | RootContent)[], place: Place, tell: Tell): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === "text") return [text(withoutInvisible(node.value))];
    if (node.type !== "element") return [];
    const cleaned = cleanElement(node, place, tell);
    // An empty block still keeps the words before it from those behind it.
    return (BLOCKS.has(node.tagName) || MEDIA.has(node.tagName)) && !holdsAnything(cleaned) ? [text(" ")] : cleaned;
  });
}

/** HTML of nothing but what Markdown can say. Words are kept; what else is lost is told. */
export function cleanHtml(root: Root, tell: Tell): Root {
  return { type: "root", children: cleanAll(root.children, "flow", tell) };
}
