import { escapeHtml } from "../../../src/content/words/escape-html.ts";
import { type Bracket, findBrackets } from "./brackets.ts";

type Tell = (loss: string) => void;

/** An attached file, by the number that the export gives it. */
export type Attachments = ReadonlyMap<string, string>;

const CODE = new Set(["code", "sourcecode", "source", "highlight", "syntax", "php", "css", "html", "js", "python"]);
const PLAYED = new Set(["audio", "video", "playlist", "youtube", "vimeo", "tweet", "twitter", "soundcloud"]);
const CAPTION = /^(\s*(?:<a\s[^>]*>)?\s*<img\s[^>]*>\s*(?:<\/a>)?)(.*)$/s;

function linkTo(address: string): string {
  return `\n\n<a href="${escapeHtml(address)}">${escapeHtml(address)}</a>\n\n`;
}

function showCaption(inner: string, { attributes }: Bracket): string {
  const [, picture = "", words = ""] = CAPTION.exec(inner) ?? [undefined, "", inner];
  return `<figure>${picture}<figcaption>${attributes["caption"] ?? ""}${words}</figcaption></figure>`;
}

function showGallery({ attributes }: Bracket, attachments: Attachments, tell: Tell): string {
  const ids = (attributes["ids"] ?? attributes["include"] ?? "").split(/[\s,]+/).filter((id) => id !== "");
  const found = ids.map((id) => attachments.get(id) ?? `number ${id}`);
  tell(found.length > 0 ? `a gallery of pictures: ${found.join(", ")}` : "a gallery of the pictures attached to it");
  return "";
}

/** What stands for a shortcode, with what it encloses; undefined where it is none that has a meaning of its own. */
function show(bracket: Bracket, inner: string, attachments: Attachments, tell: Tell): string | undefined {
  const { name, attributes } = bracket;
  if (name === "caption" || name === "wp_caption") return showCaption(inner, bracket);
  if (name === "gallery") return showGallery(bracket, attachments, tell) + inner;
  if (name === "embed" && /^\s*https?:\S+\s*$/.test(inner)) return linkTo(inner.trim());
  if (CODE.has(name)) {
    const language =
      attributes["language"] ?? attributes["lang"] ?? (name.length > 4 ? "" : name === "code" ? "" : name);
    return `<pre><code class="language-${escapeHtml(language)}">${inner.replaceAll("<", "&lt;")}</code></pre>`;
  }
  if (!PLAYED.has(name)) return undefined;
  const address = Object.values(attributes).find((value) => /^https?:/.test(value)) ?? inner.trim();
  if (!/^https?:\S+$/.test(address)) return undefined;
  tell(`[${name}] became a link: ${address}`);
  return linkTo(address);
}

/** The shortcodes of a text as HTML. One that nothing is known of is left out and told, what it encloses is kept. */
function replaceBrackets(text: string, attachments: Attachments, tell: Tell): string {
  const all = findBrackets(text);
  const closings = new Map<string, Bracket[]>();
  for (const bracket of all.filter(({ isClosing }) => isClosing))
    closings.set(bracket.name, [...(closings.get(bracket.name) ?? []), bracket]);
  let done = "";
  let from = 0;
  for (const bracket of all) {
    if (bracket.at < from) continue;
    const waiting = closings.get(bracket.name) ?? [];
    while (waiting[0] && waiting[0].at <= bracket.at) waiting.shift();
    const [closing] = bracket.isClosing ? [] : waiting;
    const isPaired = closing !== undefined;
    const inner = isPaired ? text.slice(bracket.end, closing.at) : "";
    const shown = bracket.isClosing ? undefined : show(bracket, inner, attachments, tell);
    if (shown !== undefined) {
      done += text.slice(from, bracket.at) + shown;
      from = isPaired ? closing.end : bracket.end;
    } else if (isPaired || bracket.isClosing || Object.keys(bracket.attributes).length > 0) {
      if (!bracket.isClosing) tell(`the shortcode ${bracket.source}`);
      done += text.slice(from, bracket.at);
      from = bracket.end;
    }
  }
  return (done + text.slice(from)).replace(/\[(\[[^[\]]*\])\]/g, "$1");
}

/** Blocks that WordPress filled in whenever a page was asked for have no text in an export. */
function tellFilled(text: string, tell: Tell): void {
  const names = new Set<string>();
  for (let at = text.indexOf("<!--"); at >= 0; at = text.indexOf("<!--", at + 4)) {
    const end = text.indexOf("-->", at);
    if (end < 0) break;
    const [, name, rest = ""] = /^<!--\s+wp:([\w/-]+)\s(.*)$/s.exec(text.slice(at, Math.min(end, at + 2000))) ?? [];
    if (name !== undefined && rest.trimEnd().endsWith("/") && !QUIET.has(name)) names.add(name);
  }
  if (names.size > 0) tell(`what WordPress filled in when the page was asked for: ${[...names].join(", ")}`);
}
const QUIET = new Set(["spacer", "separator", "nextpage", "more", "footnotes", "post-title", "post-date"]);

/** Whether a text has blocks, and so paragraphs of its own. */
export function hasBlocks(text: string): boolean {
  return /<!--\s+wp:/.test(text);
}

/** The text of a WordPress export as HTML. */
export function readWordpressText(text: string, attachments: Attachments, tell: Tell): string {
  tellFilled(text, tell);
  return replaceBrackets(text, attachments, tell);
}
