import { escapeHtml } from "../../../src/content/words/escape-html.ts";
import { readAttributes } from "./brackets.ts";
import { outsideCode } from "./outside-code.ts";

type Tell = (loss: string) => void;

/** Begins an address that names another text of the archive by its file. */
export const FILE_LINK = "archive-file:";

const HUGO = /\{\{([<%])\s*(\/?)([\w./-]+)((?:(?![<%>]\}\})[^\n]){0,2000}?)\s*(\/?)[>%]\}\}/g;
const LIQUID = /\{%-?\s*(\w+)([^\n]{0,2000}?)-?%\}/g;
const OUTPUT = /\{\{-?\s*([^{}\n]{1,500}?)\s*-?\}\}/g;
const ATTRIBUTE_LIST = /\{:[^{}\n]{0,500}\}/g;

/** The words of a tag that stand in quotes, or by themselves. */
function wordsIn(text: string): string[] {
  return [...text.matchAll(/"([^"]*)"|'([^']*)'|([^\s"'=]+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? "",
  );
}

function figure(attributes: Readonly<Record<string, string>>): string {
  const { src = "", alt = "", caption = "", title = "", attr = "", link = "" } = attributes;
  const picture = `<img src="${escapeHtml(src)}" alt="${escapeHtml(alt || caption || title)}">`;
  const words = [title, caption, attr]
    .filter((word) => word !== "" && word !== alt)
    .map(escapeHtml)
    .join(" ");
  const shown = link === "" ? picture : `<a href="${escapeHtml(link)}">${picture}</a>`;
  return `\n\n<figure>${shown}${words === "" ? "" : `<figcaption>${words}</figcaption>`}</figure>\n\n`;
}

const WATCHED: Record<string, (id: string) => string> = {
  youtube: (id) => `https://www.youtube.com/watch?v=${id}`,
  vimeo: (id) => `https://vimeo.com/${id}`,
  gist: (id) => `https://gist.github.com/${id}`,
};

/** Code between two tags becomes a fence, so that nothing in it is looked at. */
function fenceCode(text: string): string {
  const opening =
    /\{\{[<%]\s*highlight\s+"?([\w+#-]*)"?[^\n]{0,200}?[>%]\}\}|\{%-?\s*highlight\s+([\w+#-]*)[^\n]{0,200}?-?%\}/g;
  const closing = /\{\{[<%]\s*\/highlight\s*[>%]\}\}|\{%-?\s*endhighlight\s*-?%\}/g;
  let done = "";
  let from = 0;
  for (let open = opening.exec(text); open; open = opening.exec(text)) {
    closing.lastIndex = opening.lastIndex;
    const close = closing.exec(text);
    if (!close) break;
    const code = text.slice(opening.lastIndex, close.index).replace(/^\n|\n$/g, "");
    done += `${text.slice(from, open.index)}\n\n~~~~~~ ${open[1] ?? open[2] ?? ""}\n${code}\n~~~~~~\n\n`;
    from = closing.lastIndex;
    opening.lastIndex = from;
  }
  return done + text.slice(from);
}

function hugoTags(text: string, tell: Tell): string {
  return text.replace(HUGO, (source, _, slash: string, name: string, rest: string) => {
    const words = wordsIn(rest);
    if (name === "figure" && slash === "") return figure(readAttributes(rest));
    if ((name === "ref" || name === "relref") && words[0] !== undefined) return `${FILE_LINK}${encodeURI(words[0])}`;
    const watched = WATCHED[name];
    if (watched && words.length > 0) {
      const address = watched((readAttributes(rest)["id"] ?? words.join("/")).replace(/[^\w/-]/g, ""));
      tell(`${source} became a link`);
      return `\n\n[${address}](${address})\n\n`;
    }
    if (slash === "") tell(`the shortcode ${source}`);
    return "";
  });
}

/** Between these nothing is a tag. */
const RAW = /\{%-?\s*raw\s*-?%\}([^]{0,5000}?)\{%-?\s*endraw\s*-?%\}/;

function templateTags(text: string, tell: Tell): string {
  return text
    .split(RAW)
    .map((part, at) => (at % 2 === 1 ? part : liquidTags(hugoTags(part, tell), tell)))
    .join("");
}

function liquidTags(text: string, tell: Tell): string {
  const tagged = text.replace(LIQUID, (source, name: string, rest: string) => {
    const words = wordsIn(rest);
    if ((name === "post_url" || name === "link") && words[0] !== undefined) return `${FILE_LINK}${encodeURI(words[0])}`;
    if (name === "raw" || name === "endraw") return "";
    const attributes = readAttributes(rest);
    if (name === "include" && /^(?:figure|image|picture)/.test(words[0] ?? "") && attributes["src"] !== undefined)
      return figure(attributes);
    tell(`the tag ${source}`);
    return "";
  });
  return tagged
    .replace(OUTPUT, (source, inner: string) => {
      if (/^site\.(?:baseurl|url)$/.test(inner)) return "";
      const [, path] = /^["']([^"']*)["']\s*\|\s*(?:relative_url|absolute_url|url|prepend:.*)$/.exec(inner) ?? [];
      if (path !== undefined) return path;
      tell(`what the template put in the place of ${source}`);
      return source;
    })
    .replace(ATTRIBUTE_LIST, (source) => {
      tell(`the attributes ${source}`);
      return "";
    });
}

/** The tags of Hugo's and Liquid's templates in a Markdown text, as far as they have a meaning here; others are left out and told. */
export function readTemplateTags(text: string, tell: Tell): string {
  return outsideCode(fenceCode(text), (words) => templateTags(words, tell));
}
