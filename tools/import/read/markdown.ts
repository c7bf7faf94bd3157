import { textOf } from "../convert/hast.ts";
import { parseHtml } from "../convert/html.ts";
import { isDay, parseInstant } from "../../../src/content/time/calendar.ts";
import type { Archive, Post, When } from "../archive/post.ts";
import { MOST, readText, refuseEscape, Refusal } from "../archive/refusal.ts";
import type { FolderFile } from "./folder.ts";
import { splitFrontMatter, textsOf } from "./front-matter.ts";
import { renderArchiveMarkdown } from "./markdown-html.ts";
import { readMdx } from "./mdx.ts";
import { oldPath } from "./old-path.ts";
import { readTemplateTags } from "./template-syntax.ts";

const TEXT = /\.(?:md|mdx|markdown|mkd)$/;
const PICTURE = /\.(?:jpe?g|png|webp|avif|gif|svg)$/i;
/** What a repository says of itself. */
const ABOUT_ITSELF = /^(?:readme|changelog|contributing|licen[cs]e|code_of_conduct|security)\.\w+$/i;

/** Texts in languages that are not read, and templates. */
const OTHER =
  /\.(?:njk|liquid|webc|hbs|ejs|pug|haml|mustache|astro|html?|adoc|asciidoc|rst|org|textile|11ty\.[cm]?[jt]s)$/;

function otherTexts(files: readonly FolderFile[]): string[] {
  const byKind = new Map<string, string[]>();
  for (const { path } of files) {
    const [kind] = OTHER.exec(path) ?? [];
    if (kind !== undefined) byKind.set(kind, [...(byKind.get(kind) ?? []), path]);
  }
  return [...byKind].map(
    ([kind, paths]) =>
      `files that are no Markdown (${kind}): ${paths.slice(0, 20).join(", ")}${paths.length > 20 ? ` … (${paths.length})` : ""}`,
  );
}

/** How an archive in Markdown is laid out, where it is not as generators have it. */
export interface MarkdownLayout {
  /** Folders of posts and of pages; otherwise a text with a date is a post. */
  readonly posts: readonly string[];
  readonly pages: readonly string[];
  /** By our name of it, the key that the archive has for something. */
  readonly keys: Readonly<Record<string, string>>;
  /** The pattern of its old addresses. */
  readonly paths: string | undefined;
  readonly site: string | undefined;
}

const KEYS: Record<string, readonly string[]> = {
  title: ["title"],
  date: ["date", "pubDate", "publishDate", "published", "pubDatetime", "created"],
  authors: ["authors", "author", "byline"],
  categories: ["categories", "category", "section"],
  tags: ["tags", "keywords", "tag"],
  excerpt: ["description", "summary", "excerpt", "subtitle"],
  picture: ["image", "heroImage", "cover", "thumbnail", "featured_image", "images"],
  address: ["permalink", "url"],
  aliases: ["aliases", "redirect_from", "alias"],
};
/** Known, and of no matter here. */
const QUIET = new Set(
  "layout type draft slug weight markup toc comments lang language published lastmod updated updatedDate modDatetime expiryDate eleventyNavigation eleventyExcludeFromCollections linkTitle params math build sitemap nav_order".split(
    " ",
  ),
);

function whenOf(texts: readonly string[], file: string): When | undefined {
  const [, inName] = /(?:^|\/)(\d{4}-\d{2}-\d{2})-[^/]*$/.exec(file) ?? [];
  const text = texts[0]?.trim() ?? inName;
  if (text === undefined) return undefined;
  const [, day = "", time, zone] =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?)?\s*(Z|[+-]\d{2}:?\d{2})?/.exec(text) ?? [];
  if (!isDay(day)) {
    const instant = Date.parse(`${text} UTC`);
    return Number.isNaN(instant)
      ? undefined
      : { local: new Date(instant).toISOString().slice(0, 16), hasTime: /\d:\d/.test(text) };
  }
  if (time === undefined) return { local: `${day}T00:00`, hasTime: false };
  // Programs write a day alone as its midnight in UTC, too.
  if (zone === undefined || (zone === "Z" && time === "00:00"))
    return { local: `${day}T${time}`, hasTime: time !== "00:00" };
  const instant = parseInstant(`${day}T${time}:00${zone.replace(/^([+-]\d{2})(\d{2})$/, "$1:$2")}`);
  return instant === undefined ? undefined : { instant };
}

function isWithin(path: string, folders: readonly string[]): boolean {
  return folders.some((folder) => path.startsWith(`${folder.replace(/^\.?\/|\/$/g, "")}/`));
}

/** The folder that a page bundle is named by, or the file's own name without date and ending. */
function nameOf(path: string): string {
  const parts = path.replace(TEXT, "").split("/");
  const last = parts.pop() ?? "";
  const name = ["index", "_index"].includes(last) ? (parts.pop() ?? "") : last;
  return name.replace(/^\d{4}-\d{2}-\d{2}-/, "");
}

function readPost(file: FolderFile, layout: MarkdownLayout): Post | string {
  const { path } = file;
  const text = readText(file.read(), path);
  const { keys, body, problem } = splitFrontMatter(text);
  if (problem !== undefined) return `${path}, whose front matter cannot be read (${problem})`;
  const used = new Set<string>();
  const take = (name: keyof typeof KEYS, divided = false): string[] => {
    const own = layout.keys[name];
    const candidates = own === undefined ? (KEYS[name] ?? []) : [own];
    const found = candidates.filter((key) => keys[key] !== undefined && keys[key] !== true && keys[key] !== false);
    for (const key of found) used.add(key);
    const [first] = found;
    return first === undefined ? [] : textsOf(keys[first], divided);
  };
  const losses: string[] = [];
  const tell = (loss: string) => losses.push(loss);
  const when = whenOf(take("date"), path);
  const isPage = isWithin(path, layout.pages) || (!isWithin(path, layout.posts) && when === undefined);
  const name = textsOf(keys["slug"])[0] ?? nameOf(path);
  const categories = take("categories", true);
  const [said] = take("address");
  const isNowhere = (KEYS["address"] ?? []).some((key) => keys[key] === false);
  refuseEscape(name, path);
  if (said !== undefined) refuseEscape(said, path);
  const own = said ?? (isNowhere ? false : undefined);
  const address = oldPath({ path, name, when, categories, address: own, pattern: layout.paths, isPage });
  if (said !== undefined && address === undefined) tell(`its old address, which a template made: ${said}`);
  const prepared = readTemplateTags(path.endsWith(".mdx") ? readMdx(body, tell) : body, tell);
  const [title = ""] = take("title");
  const pictures = take("picture");
  const aliases = take("aliases");
  const known = { authors: take("authors"), tags: take("tags", true), excerpt: take("excerpt")[0] ?? "" };
  const rest = Object.keys(keys).filter((key) => !used.has(key) && !QUIET.has(key));
  if (rest.length > 0)
    losses.push(
      `keys of its own: ${rest
        .map((key) => `${key}: ${JSON.stringify(keys[key])}`)
        .join(", ")
        .slice(0, 500)}`,
    );
  if (pictures.length > 0) losses.push(`the picture at its head: ${pictures.join(", ")}`);
  return {
    kind: isPage ? "page" : "post",
    title: textOf(parseHtml(title, path).children).replace(/\s+/g, " ").trim(),
    name,
    address,
    aliases,
    when,
    ...known,
    categories,
    html: renderArchiveMarkdown(prepared),
    isPublic: keys["draft"] !== true && keys["published"] !== false,
    hasLines: false,
    origin: path,
    folder: path.split("/").slice(0, -1).join("/"),
    losses,
  };
}

/** Reads a folder of Markdown as Hugo, Jekyll, Eleventy and Astro have it. Throws a refusal at what cannot be read for certain. */
export function readMarkdownArchive(files: readonly FolderFile[], layout: MarkdownLayout): Archive {
  const texts = files.filter(({ path }) => TEXT.test(path) && !(!path.includes("/") && ABOUT_ITSELF.test(path)));
  if (texts.length === 0) throw new Refusal("the folder holds no Markdown");
  if (texts.length > MOST.posts) throw new Refusal(`the folder holds ${texts.length} texts; ${MOST.posts} is the most`);
  const large = texts.find(({ size }) => size > MOST.text);
  if (large)
    throw new Refusal(`${large.path} has ${Math.ceil(large.size / 1024)} KiB; ${MOST.text / 1024} is the most`);
  const all = texts.reduce((sum, { size }) => sum + size, 0);
  if (all > MOST.all)
    throw new Refusal(`the texts have ${Math.ceil(all / 1024 ** 2)} MiB; ${MOST.all / 1024 ** 2} is the most`);
  const read = texts.map((file) => readPost(file, layout));
  return {
    title: "",
    address: layout.site,
    language: undefined,
    posts: read.filter((post) => typeof post !== "string"),
    pictures: new Map(files.filter(({ path }) => PICTURE.test(path)).map((file) => [file.path, file.read])),
    left: [...read.filter((post) => typeof post === "string"), ...otherTexts(files)],
  };
}
