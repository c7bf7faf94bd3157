/// <reference lib="dom" />
import type { SearchSetup } from "../../src/views/search/search-page.ts";
import { joinSigns, joinText } from "../../src/views/search/undivided.ts";
import { element } from "./search-dom.ts";
import type { Data } from "./search-pagefind.ts";

/** What the page knows of the publication: `SearchSetup` of the views. */
export interface Setup {
  readonly list: string;
  /** In which names are sorted, and years and numbers that stand by themselves are written. */
  readonly language: string;
  /** Attributes of the script's own words. */
  readonly said?: Readonly<Record<string, string>>;
  /** The script's own words, and the tag of the language in which they are. */
  readonly words: SearchSetup["words"];
  readonly wordsTag: string;
  readonly lights: Readonly<Record<string, string>>;
  readonly levels: Readonly<Record<string, string>>;
}

/** `SearchRecord.about` of the views, which stands behind the address. */
interface About {
  readonly slot: string;
  readonly topic?: string;
  readonly level: string;
  readonly labels: readonly string[];
}

const ESCAPES: Record<string, string> = { "&lt;": "<", "&gt;": ">" };

/** The text around what was found, with the words themselves marked: made of text, since an excerpt is nobody's markup. */
function excerpt(text: string, content: string): HTMLElement {
  const pieces = joinSigns(text).map(({ text, isFound }) => ({
    text: text.replace(/&[lg]t;/g, (found) => ESCAPES[found] ?? found),
    isFound,
  }));
  const marked = pieces.map(({ text, isFound }) => (isFound ? element("mark", {}, text) : text));
  const words = pieces.map(({ text }) => text).join("");
  const isFirst = content.startsWith(words.slice(0, 30));
  const isLast = content.endsWith(words.slice(-30));
  return element("p", { class: "excerpt" }, !isFirst && "… ", ...marked, !isLast && " …");
}

/** A result as a row of a list, with what a reader is told before following it (UK CAP 2.1, EU AI Act Art. 50(4)). */
export function row({ url, meta, excerpt: text, content }: Data, { lights, said }: Setup): HTMLLIElement {
  const [href = "", told = ""] = url.split("#");
  const about = JSON.parse(decodeURIComponent(told)) as About;
  const { topic } = about;
  const labels = about.labels.map((label) => element("span", { class: "label", ...said }, label));
  return element(
    "li",
    { class: "band teaser", "data-light": lights[about.slot] ?? "", "ai-disclosure": about.level },
    element("p", { class: "day" }, joinText(meta.dateline)),
    element("h2", {}, element("a", { href }, joinText(meta.title))),
    (topic !== undefined || labels.length > 0) &&
      element("p", { class: "labels" }, topic !== undefined && element("span", { class: "topic" }, topic), ...labels),
    excerpt(text, joinText(content)),
  );
}
