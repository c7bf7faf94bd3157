import { decodePart } from "../../../src/content/links/web-address.ts";
import { readUrl, readUrlAt } from "../../../src/content/links/read-url.ts";
import type { Archive, Post } from "../archive/post.ts";
import { FILE_LINK } from "../read/template-syntax.ts";

/** A stand-in for the old site's address where nobody knows it: paths are read against it. */
const UNKNOWN = "https://old-site.invalid";

function hostOf(url: Readonly<URL>): string {
  return url.hostname.toLowerCase().replace(/^www\./, "");
}

/** The old site: which addresses are its own, and which of its texts stood at one. */
export interface OldSite {
  /** The address that a text's link leads to; undefined when it is none that browsers read. */
  readonly read: (link: string, from: Post) => Readonly<URL> | undefined;
  readonly isOwn: (url: Readonly<URL>) => boolean;
  readonly find: (link: string, from: Post) => Post | undefined;
}

/** The path of an address of the old site, with its query; undefined where it has none. */
export function pathOf(address: string, base = UNKNOWN): string | undefined {
  const url = readUrlAt(address, base);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  if (url.search !== "") return url.pathname + url.search;
  return url.pathname === "/" ? undefined : url.pathname;
}

function keyOf({ pathname, search }: Readonly<URL>): string {
  const path = decodePart(pathname)
    .replace(/(?:index)?\.html?$|\/index$/, "")
    .replace(/\/+$/, "")
    .toLowerCase();
  return /^\?(?:p|page_id)=\d+$/.test(search) ? search : path;
}

/** A file's name in the ways in which generators let other texts name it. */
function fileKeys({ origin, folder }: Post): string[] {
  if (folder === undefined) return [];
  const plain = origin.replace(/\.\w+$/, "");
  const named = plain.replace(/\/_?index$/, "");
  const parts = named.split("/");
  return parts.flatMap((_, at) => {
    const tail = parts.slice(at).join("/");
    return [tail];
  });
}

export function createOldSite({ address, posts }: Archive): OldSite {
  const base = address !== undefined && readUrl(address) ? address : UNKNOWN;
  const hosts = new Set(
    [base, ...posts.map((post) => post.address ?? "")].flatMap((text) => {
      const url = readUrl(text);
      return url && /^https?:$/.test(url.protocol) ? hostOf(url) : [];
    }),
  );
  const known = new Map<string, Post>();
  const files = new Map<string, Post>();
  const put = <Key>(map: Map<Key, Post>, key: Key, post: Post) => {
    if (!map.has(key)) map.set(key, post);
  };
  for (const post of posts) {
    for (const text of [post.address ?? "", ...post.aliases]) {
      const url = text === "" ? undefined : readUrlAt(text, base);
      if (url && url.pathname + url.search !== "/") put(known, keyOf(url), post);
    }
    for (const key of fileKeys(post)) put(files, key.toLowerCase(), post);
    const [, id] = /^post (\d+)$/.exec(post.origin) ?? [];
    if (id !== undefined) for (const key of ["p", "page_id"]) put(known, `?${key}=${id}`, post);
  }
  const read = (link: string, from: Post) => readUrlAt(link, readUrlAt(from.address ?? "", base)?.href ?? base);
  const isOwn = (url: Readonly<URL>) => /^https?:$/.test(url.protocol) && hosts.has(hostOf(url));
  const findFile = (name: string, from: Post) => {
    const plain = decodePart(name.replace(/[#?].*$/, ""))
      .replace(/\.(?:md|mdx|markdown)$/, "")
      .replace(/^\.?\//, "")
      .toLowerCase();
    const beside = [from.folder, plain]
      .filter((part) => part !== undefined && part !== "")
      .join("/")
      .toLowerCase();
    return files.get(beside) ?? files.get(plain);
  };
  return {
    read,
    isOwn,
    find: (link, from) => {
      if (link.startsWith(FILE_LINK)) return findFile(link.slice(FILE_LINK.length), from);
      const isFile =
        from.folder !== undefined && !/^[a-z][a-z\d+.-]*:/i.test(link) && /\.(?:md|mdx|markdown)(?:[#?]|$)/.test(link);
      const url = isFile ? undefined : read(link, from);
      return isFile
        ? findFile(link.replace(/(?:^|\/)(?:\.\.?\/)+/g, ""), from)
        : url && isOwn(url)
          ? known.get(keyOf(url))
          : undefined;
    },
  };
}
