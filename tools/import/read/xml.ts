import { SaxesParser } from "saxes";
import { MOST, Refusal } from "../archive/refusal.ts";

/** An element of an export: its own text, and those within it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
  readonly children: XmlElement[];
}

/**
 * Reads XML strictly, nothing but elements and text. Throws a refusal at what is not well formed or cut off, at a document type, since
 * it may declare entities that stand for anything, and at elements nested deeper than any export's.
 */
export function readXml(text: string, name: string): XmlElement {
  const top: XmlElement = { name: "", attributes: {}, text: "", children: [] };
  const open = [top];
  const parser = new SaxesParser({ position: true });
  parser.on("error", ({ message }) => {
    throw new Refusal(
      `${name} is not well-formed XML, or is cut off: ${message.replace(/^(?:\S+:)?(\d+):(\d+):/, "line $1, column $2:")}`,
    );
  });
  parser.on("doctype", () => {
    throw new Refusal(`${name} has a document type, which may declare entities; no export needs one`);
  });
  parser.on("xmldecl", ({ encoding = "utf-8" }) => {
    if (encoding.toLowerCase() !== "utf-8")
      throw new Refusal(`${name} says that it is written in ${encoding}, and not in UTF-8`);
  });
  parser.on("opentag", (tag) => {
    if (open.length > MOST.xmlDepth) throw new Refusal(`${name} nests elements more than ${MOST.xmlDepth} deep`);
    const element = { name: tag.name, attributes: tag.attributes as Record<string, string>, text: "", children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  const add = (more: string) => {
    const last = open.at(-1);
    if (last) last.text += more;
  };
  parser.on("text", add);
  parser.on("cdata", add);
  parser.on("closetag", () => {
    open.pop();
  });
  parser.write(text).close();
  const [root] = top.children;
  if (!root) throw new Refusal(`${name} holds nothing`);
  return root;
}

/** The text of the first element of a name within another, without blanks at its edges; empty where there is none. */
export function textIn(element: XmlElement | undefined, name: string): string {
  return element?.children.find((child) => child.name === name)?.text.trim() ?? "";
}

export function allIn(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}
