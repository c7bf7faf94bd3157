import { SaxesParser, type SaxesTagNS } from "saxes";
import { indexLines } from "../parse/line-index.ts";
import type { Position, Problem } from "../problems/diagnostic.ts";
import { judgePart, type MayLoad, type Part } from "./active.ts";

const SVG = "http://www.w3.org/2000/svg";
/** In whose elements a browser runs or loads something. */
const ACTIVE: ReadonlySet<string> = new Set([
  SVG,
  "http://www.w3.org/1999/xhtml",
  "http://www.w3.org/1998/Math/MathML",
]);
const XLINK = "http://www.w3.org/1999/xlink";
const XML = "http://www.w3.org/XML/1998/namespace";
/** So many mistakes are told of one file. */
const MOST = 25;

type Found = Problem & { readonly at: Position };

function partOf({ local, attributes }: SaxesTagNS): Part {
  return {
    name: local.toLowerCase(),
    attributes: Object.values(attributes).map(({ uri, local: own, value }) => {
      const prefix = uri === XLINK ? "xlink:" : uri === XML ? "xml:" : "";
      return [prefix + own.toLowerCase(), value];
    }),
  };
}

/**
 * What an XML file, be it SVG, runs, or loads without being allowed to, and whether it is well formed: what is not, no two programs
 * read alike. `root` is the element that it must begin with.
 */
export function judgeXml(text: string, mayLoad: MayLoad, root?: "svg"): Found[] {
  const found: Found[] = [];
  const at = indexLines(text);
  const parser = new SaxesParser({ xmlns: true });
  let depth = 0;
  let start = 0;
  let styles: string | undefined;
  const add = (offset: number, problems: readonly Problem[]): void => {
    for (const problem of problems) if (found.length < MOST) found.push({ ...problem, at: at(offset) });
  };
  const forbid = (message: string): void => {
    add(Math.max(0, text.lastIndexOf("<", parser.position - 1)), [{ rule: "active-file", message, hint: "delete it" }]);
  };
  parser.on("error", ({ message }) => {
    const said = message.replace(/^(?:\S+:)?\d+:\d+:\s*/, "").replace(/\.$/, "");
    const offset = Math.min(parser.position, text.length);
    if (found.every(({ rule }) => rule !== "bad-markup"))
      add(Math.max(0, offset - 1), [
        { rule: "bad-markup", message: `this is not well-formed XML: ${said}`, hint: "save it again" },
      ]);
  });
  parser.on("doctype", () => {
    forbid("a document type may declare entities, which stand for anything");
  });
  parser.on("processinginstruction", ({ target }) => {
    if (target === "xml-stylesheet") forbid(`“<?${target}” loads a program or styles`);
  });
  parser.on("xmldecl", ({ encoding = "utf-8" }) => {
    if (encoding.toLowerCase() !== "utf-8") forbid(`this says that it is written in ${encoding}, and it is UTF-8`);
  });
  parser.on("opentagstart", () => {
    start = text.lastIndexOf("<", parser.position - 1);
  });
  parser.on("opentag", (tag) => {
    if (depth++ === 0 && root !== undefined && (tag.local !== root || tag.uri !== SVG))
      add(start, [
        {
          rule: "bad-picture",
          message: `this is no SVG: it begins with <${tag.name}>`,
          hint: `begin it with <svg xmlns="${SVG}" …>`,
        },
      ]);
    if (!ACTIVE.has(tag.uri)) return;
    add(start, judgePart(partOf(tag), mayLoad));
    if (tag.local.toLowerCase() === "style") styles = "";
  });
  const addText = (more: string): void => {
    if (styles !== undefined) styles += more;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", (tag) => {
    depth--;
    if (styles === undefined || tag.local.toLowerCase() !== "style") return;
    add(start, judgePart({ name: "style", attributes: [], styles }, mayLoad));
    styles = undefined;
  });
  parser.write(text).close();
  return found;
}
