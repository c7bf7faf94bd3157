import type { Element, ElementContent, RootContent } from "hast";
import { INVISIBLE } from "../../../src/content/words/invisible.ts";
import { BLOCKS, MEDIA, UNSEEN } from "./elements.ts";

export function element(tagName: string, children: ElementContent[], properties: Element["properties"] = {}): Element {
  return { type: "element", tagName, properties, children };
}

export function text(value: string): ElementContent {
  return { type: "text", value };
}

export function attribute({ properties }: Element, ...names: readonly string[]): string {
  for (const name of names) {
    const value = properties[name];
    if (typeof value === "string" && value.trim() !== "") return value.trim();
    if (Array.isArray(value)) return value.join(" ");
  }
  return "";
}

/** The text of what stands in an element, blocks apart from each other. */
export function textOf(nodes: readonly (RootContent | ElementContent)[], withPictures = true): string {
  let all = "";
  for (const node of nodes) {
    if (node.type === "text") all += node.value;
    if (node.type !== "element" || UNSEEN.has(node.tagName)) continue;
    if (node.tagName === "img") all += withPictures ? ` ${attribute(node, "alt")} ` : "";
    else if (node.tagName === "br") all += "\n";
    else {
      const inner = textOf(node.children, withPictures);
      all += BLOCKS.has(node.tagName) || MEDIA.has(node.tagName) ? `\n${inner}\n` : inner;
    }
  }
  return all;
}

const FORBIDDEN = new RegExp(
  `[${INVISIBLE}]|[\\p{Cc}--[\\t\\n\\r]]|\\p{Cs}|\\p{Noncharacter_Code_Point}|[\\u2028\\u2029]`,
  "gv",
);

/** A text without the signs that nobody sees and the format does not take. */
export function withoutInvisible(value: string): string {
  return value.replace(/[\u2028\u2029\u0085]/g, "\n").replace(FORBIDDEN, "");
}
