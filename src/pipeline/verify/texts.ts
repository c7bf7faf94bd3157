import { FILES, isApiEdition } from "../../content/addresses.ts";
import type { EditionDocument } from "../../views/api/documents.ts";
import type { Output } from "../output/output.ts";

const ENTITIES: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&" };

export function unescape(text: string): string {
  // Most addresses hold no entity, which is quickly seen.
  if (!text.includes("&")) return text;
  return text.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}

/** The HTML of a file that readers may see each apart from the others: a page is one, a feed has one in each entry. */
export function textsOf({ path, content }: Output): readonly string[] {
  if (typeof content !== "string") return [];
  if (path.endsWith(".html")) return [content];
  if (path.endsWith(".xml"))
    return [...content.matchAll(/<content(?: type="html"[^>]*|:encoded)>([^<]*)<\/content/g)].map(([, text = ""]) =>
      unescape(text),
    );
  if (isApiEdition(path)) {
    const { own, stories } = JSON.parse(content) as EditionDocument;
    return [own, ...stories].map(({ html }) => html);
  }
  if (path !== FILES.jsonFeed) return [];
  const { items } = JSON.parse(content) as { items: { content_html: string }[] };
  return items.map(({ content_html }) => content_html);
}
