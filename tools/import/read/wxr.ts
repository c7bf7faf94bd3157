import { textOf } from "../convert/hast.ts";
import { parseHtml } from "../convert/html.ts";
import type { Archive, Post, When } from "../archive/post.ts";
import { MOST, readText, refuseEscape, Refusal } from "../archive/refusal.ts";
import { type Attachments, hasBlocks, readWordpressText } from "./wordpress-text.ts";
import { allIn, readXml, textIn, type XmlElement } from "./xml.ts";

/** Kinds of items that are settings or parts of the old site's look, and no texts. */
const SETTINGS = new Set([
  "nav_menu_item",
  "wp_global_styles",
  "wp_navigation",
  "wp_template",
  "wp_template_part",
  "custom_css",
  "customize_changeset",
  "oembed_cache",
  "revision",
]);
const NEVER = new Set(["trash", "auto-draft", "inherit"]);

interface Context {
  readonly authors: ReadonlyMap<string, string>;
  readonly attachments: Attachments;
}

function plain(html: string, where: string): string {
  return textOf(parseHtml(html, where).children).replace(/\s+/g, " ").trim();
}

function metaOf(item: XmlElement): Map<string, string> {
  return new Map(
    allIn(item, "wp:postmeta").map((meta) => [textIn(meta, "wp:meta_key"), textIn(meta, "wp:meta_value")]),
  );
}

/** What the clock of the blog showed, or the moment, or nothing, as of a draft. */
function whenOf(item: XmlElement): When | undefined {
  const [local, gmt] = ["wp:post_date", "wp:post_date_gmt"].map((name) =>
    textIn(item, name).replace(" ", "T").slice(0, 16),
  );
  const isTime = (text = "") => /^(?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text);
  if (local !== undefined && isTime(local)) return { local, hasTime: true };
  const instant = isTime(gmt) ? Date.parse(`${gmt ?? ""}Z`) : Date.parse(textIn(item, "pubDate"));
  return Number.isNaN(instant) || instant < 0 ? undefined : { instant };
}

/** WordPress keeps what footnotes say beside the text. */
function footnotesOf(meta: ReadonlyMap<string, string>): string {
  try {
    const notes: unknown = JSON.parse(meta.get("footnotes") ?? "[]");
    if (!Array.isArray(notes)) return "";
    const items = notes.flatMap((note: unknown) => {
      const { id, content } = (note ?? {}) as { id?: unknown; content?: unknown };
      return typeof id === "string" && typeof content === "string" && /^[\w-]+$/.test(id)
        ? `<li id="${id}">${content}</li>`
        : [];
    });
    return items.length === 0 ? "" : `\n\n<ol class="wp-block-footnotes">${items.join("")}</ol>`;
  } catch {
    return "";
  }
}

/** The item's old address with an older name in it, for each that it had. */
function olderAddresses(address: string, name: string, item: XmlElement): string[] {
  const old = allIn(item, "wp:postmeta")
    .filter((meta) => textIn(meta, "wp:meta_key") === "_wp_old_slug")
    .map((meta) => textIn(meta, "wp:meta_value"));
  return old.flatMap((slug) => {
    refuseEscape(slug, "an older name of a post");
    return name !== "" && address.includes(`/${name}`) ? [address.replace(`/${name}`, `/${slug}`)] : [];
  });
}

function tellRest(item: XmlElement, meta: ReadonlyMap<string, string>, { attachments }: Context): string[] {
  const status = textIn(item, "wp:status");
  const comments = allIn(item, "wp:comment").length;
  const fields = [...meta.keys()].filter((key) => !key.startsWith("_") && key !== "footnotes");
  const thumbnail = meta.get("_thumbnail_id");
  const terms = allIn(item, "category")
    .filter(({ attributes: { domain = "category" } }) => !["category", "post_tag", "post_format"].includes(domain))
    .map(({ attributes, text }) => `${attributes["domain"] ?? ""} “${text.trim()}”`);
  return [
    ...(["publish", "draft", "pending", "future", ""].includes(status)
      ? []
      : [`it was “${status}”: decide whether readers may see it`]),
    ...(textIn(item, "wp:post_password") === ""
      ? []
      : ["it was protected by a password: decide whether readers may see it"]),
    ...(thumbnail === undefined
      ? []
      : [`its picture was not fetched: ${attachments.get(thumbnail) ?? `number ${thumbnail}`}`]),
    ...(comments === 0 ? [] : [`${comments} comment${comments === 1 ? "" : "s"}`]),
    ...(terms.length === 0 ? [] : [`terms of its own: ${terms.join(", ")}`]),
    ...(fields.length === 0 ? [] : [`fields of its own: ${fields.join(", ")}`]),
  ];
}

function postOf(item: XmlElement, kind: Post["kind"], context: Context): Post {
  const id = textIn(item, "wp:post_id");
  const name = textIn(item, "wp:post_name");
  const meta = metaOf(item);
  const where = `post ${id}`;
  const title = plain(textIn(item, "title"), where);
  const losses: string[] = [];
  const content = item.children.find((child) => child.name === "content:encoded")?.text ?? "";
  const html = readWordpressText(content, context.attachments, (loss) => losses.push(loss)) + footnotesOf(meta);
  const creator = textIn(item, "dc:creator");
  const address = textIn(item, "link");
  refuseEscape(name, where);
  refuseEscape(address, where);
  const terms = (domain: string) =>
    allIn(item, "category")
      .filter(({ attributes }) => (attributes["domain"] ?? "category") === domain)
      .map(({ text }) => plain(text, where))
      .filter((term) => term !== "");
  return {
    kind,
    title,
    name,
    address: address === "" ? undefined : address,
    aliases: olderAddresses(address, name, item),
    when: whenOf(item),
    authors: creator === "" ? [] : [context.authors.get(creator) ?? creator],
    categories: terms("category"),
    tags: terms("post_tag"),
    excerpt: plain(textIn(item, "excerpt:encoded"), where),
    html,
    isPublic: ["publish", ""].includes(textIn(item, "wp:status")) && textIn(item, "wp:post_password") === "",
    hasLines: !hasBlocks(content),
    origin: where,
    folder: undefined,
    losses: [...losses, ...tellRest(item, meta, context)],
  };
}

/** What is not taken, in words: so many of each kind, and each that has a text by its title. */
function tellLeft(items: readonly XmlElement[], types: readonly string[]): string[] {
  const counts = new Map<string, number>();
  const texts: string[] = [];
  for (const item of items) {
    const type = textIn(item, "wp:post_type");
    const title = textIn(item, "title");
    if (SETTINGS.has(type) || type === "attachment") counts.set(type, (counts.get(type) ?? 0) + 1);
    else if (NEVER.has(textIn(item, "wp:status")))
      texts.push(`“${title}”, which was in the state “${textIn(item, "wp:status")}”`);
    else if (!types.includes(type) && type !== "page")
      texts.push(`“${title}” of the kind “${type}” (${textIn(item, "link")}): name the kind under “types” in the map`);
  }
  return [...[...counts].map(([type, count]) => `${count} of the kind “${type}”`), ...texts];
}

/** Reads a WordPress export (WXR); `types` are the kinds of its items that are posts. Throws a refusal at what cannot be read for certain. */
export function readWxr(bytes: Uint8Array, name: string, types: readonly string[]): Archive {
  if (bytes.length > MOST.file)
    throw new Refusal(
      `${name} has ${Math.ceil(bytes.length / 1024 ** 2)} MiB; ${MOST.file / 1024 ** 2} is the most: export it in parts`,
    );
  const root = readXml(readText(bytes, name), name);
  const [channel] = allIn(root, "channel");
  if (root.name !== "rss" || textIn(channel, "wp:wxr_version") === "")
    throw new Refusal(`${name} is no WordPress export; “feed” reads RSS`);
  const items = allIn(channel, "item");
  if (items.length > MOST.posts)
    throw new Refusal(`${name} has ${items.length} items; ${MOST.posts} is the most: export it in parts`);
  const attachments = new Map<string, string>();
  for (const item of items) {
    const address = textIn(item, "wp:attachment_url");
    refuseEscape(address, `the file of post ${textIn(item, "wp:post_id")}`);
    for (const meta of allIn(item, "wp:postmeta"))
      if (textIn(meta, "wp:meta_key") === "_wp_attached_file")
        refuseEscape(textIn(meta, "wp:meta_value"), "an attached file");
    if (address !== "") attachments.set(textIn(item, "wp:post_id"), address);
  }
  const authors = new Map(
    allIn(channel, "wp:author").map((author) => {
      const login = textIn(author, "wp:author_login");
      return [login, textIn(author, "wp:author_display_name") || login];
    }),
  );
  const taken = items.filter((item) => !NEVER.has(textIn(item, "wp:status")));
  const address = textIn(channel, "wp:base_blog_url") || textIn(channel, "link");
  return {
    title: plain(textIn(channel, "title"), name),
    address: address === "" ? undefined : address,
    language: textIn(channel, "language") || undefined,
    posts: taken.flatMap((item) => {
      const type = textIn(item, "wp:post_type");
      return types.includes(type) || type === "page"
        ? [postOf(item, type === "page" ? "page" : "post", { authors, attachments })]
        : [];
    }),
    pictures: new Map(),
    left: tellLeft(items, types),
  };
}
