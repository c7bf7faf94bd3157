/// <reference lib="dom" />
import { element } from "./search-dom.ts";
import type { Data } from "./search-pagefind.ts";

/** What the page knows of the publication: `SearchSetup` of the views. */
export interface Setup {
  readonly list: string;
  readonly language: string;
  readonly lights: Readonly<Record<string, string>>;
  readonly levels: Readonly<Record<string, string>>;
}

const ESCAPES: Record<string, string> = { "&lt;": "<", "&gt;": ">" };

/** The text around what was found, with the words themselves marked: made of text, since an excerpt is nobody's markup. */
function excerpt(text: string, content: string): HTMLElement {
  const pieces = text
    .split(/<mark>|<\/mark>/)
    .map((piece) => piece.replace(/&[lg]t;/g, (found) => ESCAPES[found] ?? found));
  const marked = pieces.map((piece, at) => (at % 2 === 1 ? element("mark", {}, piece) : piece));
  const words = pieces.join("");
  const isFirst = content.startsWith(words.slice(0, 30));
  const isLast = content.endsWith(words.slice(-30));
  return element("p", { class: "excerpt" }, !isFirst && "… ", ...marked, !isLast && " …");
}

/** A result as a row of a list, with what a reader is told before following it (UK CAP 2.1, EU AI Act Art. 50(4)). */
export function row({ url, meta, filters, excerpt: text, content }: Data, { lights, levels }: Setup): HTMLLIElement {
  const [topic] = filters["topic"] ?? [];
  const labels = (filters["label"] ?? []).map((label) => element("span", { class: "label" }, label));
  const level = filters["level"]?.find((name) => Object.hasOwn(levels, name)) ?? "";
  const light = lights[filters["slot"]?.[0] ?? ""] ?? "";
  return element(
    "li",
    { class: "band teaser", "data-light": light, "ai-disclosure": level },
    element("p", { class: "dateline" }, meta.dateline),
    element("h2", {}, element("a", { href: url }, meta.title)),
    (topic !== undefined || labels.length > 0) &&
      element("p", { class: "labels" }, topic !== undefined && element("span", { class: "topic" }, topic), ...labels),
    excerpt(text, content),
  );
}
