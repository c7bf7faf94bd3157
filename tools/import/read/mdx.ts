import { escapeHtml } from "../../../src/content/words/escape-html.ts";
import { outsideCode } from "./outside-code.ts";

type Tell = (loss: string) => void;

const IMPORT = /^import\s+(?:([\w$]+)|[^"'\n]{0,500}?)\s*(?:from\s*)?["']([^"'\n]+)["'];?[ \t]*$/gm;
const EXPORT = /^export\s+(?:const|let|var|function|default|async)\b[^\n]*(?:\n(?!\s*\n)[^\n]*)*/gm;
const COMMENT = /\{\/\*(?:[^*]|\*(?!\/)){0,20000}\*\/\}/g;
const EXPRESSION = /(?<![=\w])\{[A-Za-z_$][\w$.]{0,100}\}/g;
const VALUE = String.raw`"[^"]{0,2000}"|'[^']{0,2000}'|\{(?:[^{}]|\{[^{}]{0,500}\}){0,2000}\}`;
const COMPONENT = new RegExp(
  String.raw`<(/?)([A-Z][\w.]*)((?:\s+[\w:-]+(?:\s*=\s*(?:${VALUE}))?|\s*\{\.{3}[^{}]{0,200}\}){0,50})\s*(/?)>`,
  "g",
);

interface Attributes {
  readonly texts: Readonly<Record<string, string>>;
  readonly names: Readonly<Record<string, string>>;
}

function attributesOf(rest: string): Attributes {
  const all = [...rest.matchAll(new RegExp(String.raw`([\w:-]+)\s*=\s*(${VALUE})`, "g"))];
  const texts = all.filter(([, , value = ""]) => !value.startsWith("{") || /^\{\s*["'][^"']*["']\s*\}$/.test(value));
  const names = all.filter(([, , value = ""]) => /^\{\s*[\w$.]+\s*\}$/.test(value));
  const strip = (value: string) => value.replace(/^\{\s*|\s*\}$/g, "").replace(/^["']|["']$/g, "");
  const read = (found: typeof all) => Object.fromEntries(found.map(([, key = "", value = ""]) => [key, strip(value)]));
  return { texts: read(texts), names: read(names) };
}

/** What readers read of a component's attributes. */
const WORDS = ["title", "label", "caption", "author", "alt"];

function show(name: string, { texts, names }: Attributes, imported: ReadonlyMap<string, string>): string | undefined {
  if (!/^(?:Image|Picture|Img|Figure)$/.test(name)) return undefined;
  const named = (names["src"] ?? "").split(".")[0] ?? "";
  const src = texts["src"] ?? imported.get(named);
  if (src === undefined) return undefined;
  const caption = texts["caption"] === undefined ? "" : `<figcaption>${escapeHtml(texts["caption"])}</figcaption>`;
  return `<figure><img src="${escapeHtml(src)}" alt="${escapeHtml(texts["alt"] ?? "")}">${caption}</figure>`;
}

/** An MDX text as Markdown: imports and exports are left out and told, a component stands for the words in and on it. */
export function readMdx(text: string, tell: Tell): string {
  const imported = new Map<string, string>();
  return outsideCode(text, (words) =>
    words
      .replace(IMPORT, (source: string, name: string | undefined, from: string) => {
        if (name !== undefined) imported.set(name, from);
        tell(`the line ${source}`);
        return "";
      })
      .replace(EXPORT, (source) => {
        tell(`the program ${source}`);
        return "";
      })
      .replace(COMMENT, "")
      .replace(EXPRESSION, (source) => {
        tell(`what the program put in the place of ${source}`);
        return source;
      })
      .replace(COMPONENT, (source, slash: string, name: string, rest: string, isAlone: string) => {
        if (slash !== "") return "\n\n</div>\n\n";
        const attributes = attributesOf(rest);
        const shown = show(name, attributes, imported);
        if (shown !== undefined) return `\n\n${shown}\n\n`;
        tell(`the component ${source}`);
        const said = WORDS.flatMap((key) => attributes.texts[key] ?? []).map((word) => `<p>${escapeHtml(word)}</p>`);
        return isAlone === "/" ? `\n\n${said.join("")}\n\n` : `\n\n<div>${said.join("")}\n\n`;
      }),
  );
}
