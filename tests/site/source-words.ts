import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { listFiles } from "../files.ts";

/** A story or edition as its editor wrote it. */
export interface Written {
  /** Its address on the site, from the root. */
  readonly path: string;
  readonly words: readonly string[];
}

export function countedWords(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

const ENTITIES: Record<string, string> = { lt: "<", gt: ">", quot: '"', "#39": "'", amp: "&" };

export function decodeEntities(text: string): string {
  return text.replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => ENTITIES[name] ?? "");
}

/** The words of HTML that a reader sees. */
export function visibleWords(html: string): string[] {
  // A footnote's mark stands against the word before it.
  return countedWords(decodeEntities(html.replace(/<sup\b/g, " <sup").replace(/<[^>]*>/g, "")));
}

/** The words of Markdown that a reader must see: not addresses, not titles and descriptions that become attributes. */
function proseWords(markdown: string): string[] {
  return countedWords(
    decodeEntities(
      markdown
        .replace(/^\[(?!\^)[^\]]+\]: .*$/gm, "")
        .replace(/\[\^[^\]]+\]:?/g, "")
        .replace(/!\[[^\]]*\]\([^)]*\)/g, "")
        .replace(/\]\((?:[^()]|\([^)]*\))*\)/g, "]")
        .replace(/\]\[[^\]]*\]/g, "]")
        .replace(/^(\s*)(```|~~~).*$/gm, "")
        .replace(/^\s*\d+\. /gm, ""),
    ),
  );
}

/** The texts of a front matter that readers must see wherever the body stands. */
interface FrontMatter {
  readonly title?: string;
  readonly whatsNew?: string;
  readonly source?: { readonly title: string } | readonly { readonly title: string }[];
  readonly image?: { readonly credit?: string };
}

/** Every story and edition of a content folder, drafts included. */
export function readWritten(folder: string): Written[] {
  return listFiles(join(folder, "editions"))
    .filter((path) => path.endsWith(".md"))
    .map((path) => {
      const text = readFileSync(join(folder, "editions", path), "utf8");
      const parts = /^\uFEFF?---\r?\n([\s\S]*?)^---\r?\n([\s\S]*)$/m.exec(text);
      // A file that is not looked at would pass for one that has every word.
      if (!parts) throw new Error(`${path} is no front matter and body`);
      const [, front = "", body = ""] = parts;
      const { title, whatsNew, source, image } = (parse(front) ?? {}) as FrontMatter;
      const texts = [title, whatsNew, image?.credit, ...[source ?? []].flat().map((cited) => cited.title)];
      return {
        path: `/${path.replace(/^(\d{4})\/(\d\d)-(\d\d)-/, "$1/$2/$3/").replace(/(edition)?\.md$/, (_, edition?: string) => (edition === undefined ? "/" : ""))}`,
        words: [...countedWords(texts.join(" ")), ...proseWords(body.replaceAll("\r\n", "\n"))],
      };
    });
}

/** The words of a source that a text lacks, each as often as it lacks it. */
export function missingWords(source: readonly string[], text: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const word of text) left.set(word, (left.get(word) ?? 0) + 1);
  return source.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count < 1;
  });
}
