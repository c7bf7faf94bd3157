import { isArchiveCopy } from "./archives.ts";
import { readUrl } from "./read-url.ts";
import { withoutTracking } from "./tracking.ts";

/** The parts of an address from which the host's own rules make a simpler one. */
interface Parts {
  readonly host: string;
  readonly path: string;
  readonly query: URLSearchParams;
}

type Fold = (parts: Parts) => Partial<Parts> | undefined;

const NO_QUERY = new URLSearchParams();

/** A page of a video has several addresses, and one name. */
const foldVideo: Fold = ({ host, path, query }) => {
  const name =
    host === "youtu.be"
      ? path.slice(1)
      : (/^\/(?:shorts|live|embed|v)\/([^/]+)$/.exec(path)?.[1] ?? (path === "/watch" ? query.get("v") : undefined));
  return name ? { host: "youtube.com", path: "/watch", query: new URLSearchParams({ v: name }) } : undefined;
};

/** A paper's abstract, its PDF and each of its versions are one source. */
const foldPaper: Fold = ({ path }) => {
  const [, id] = /^\/(?:abs|pdf|html|format)\/(.+?)(?:v\d+)?(?:\.pdf)?$/.exec(path) ?? [];
  return { host: "arxiv.org", query: NO_QUERY, ...(id !== undefined && { path: `/abs/${id}` }) };
};

/** The name of a document is the same in letters of any size (ISO 26324). */
const foldDocument: Fold = ({ path }) => ({ host: "doi.org", path: path.toLowerCase() });

const foldThread: Fold = ({ host, path }) => {
  const [, id] = (host === "redd.it" ? /^\/(\w+)$/ : /\/comments\/(\w+)(?:\/[^/]*)?$/).exec(path) ?? [];
  return { host: "reddit.com", query: NO_QUERY, ...(id !== undefined && { path: `/comments/${id}` }) };
};

const foldPost: Fold = ({ path }) => {
  const [, id] = /^\/[^/]+(?:\/[^/]+)?\/status\/(\d+)/.exec(path) ?? [];
  return { host: "x.com", query: NO_QUERY, ...(id !== undefined && { path: `/i/status/${id}` }) };
};

const foldRepository: Fold = ({ path }) => ({ path: path.replace(/\.git$/, "") });

/** How hosts name one page in several ways, by their names. */
const FOLDS: Readonly<Record<string, Fold>> = {
  "youtube.com": foldVideo,
  "youtu.be": foldVideo,
  "youtube-nocookie.com": foldVideo,
  "arxiv.org": foldPaper,
  "export.arxiv.org": foldPaper,
  "doi.org": foldDocument,
  "dx.doi.org": foldDocument,
  "reddit.com": foldThread,
  "redd.it": foldThread,
  "twitter.com": foldPost,
  "x.com": foldPost,
  "github.com": foldRepository,
};

/** Names before a host under which the same pages stand for other devices. */
const DEVICE = /^(?:www\d?|m|mobile|amp|old|new|np)\.(?=[^.]+\.)/;

/** The host without what says for which device it is; `en.m.wikipedia.org` says so in its middle. */
function foldHost(host: string): string {
  return host.replace(DEVICE, "").replace(/^([a-z-]{2,12})\.m\.(?=[^.]+\.)/, "$1.");
}

/** A path without the file that stands for its folder, the mark of a page for telephones, and a last slash. */
function foldPath(path: string): string {
  return path
    .replace(/\/{2,}/g, "/")
    .replace(/\/(?:index|default)\.(?:html?|php|aspx?|jsp)$/i, "/")
    .replace(/(?:\/amp\/?|\.amp(?=(?:\.html?)?$))$/i, "")
    .replace(/\.amp(?=\.html?$)/i, "")
    .replace(/%[0-9a-f]{2}/gi, (escape) => escape.toUpperCase())
    .replace(/\/+$/, "");
}

function foldQuery(query: URLSearchParams): string {
  if (query.size === 0) return "";
  const parts = [...query].filter(([name, value]) => !(name === "amp" && /^(?:1|true|)$/.test(value)));
  const sorted = parts.map(([name, value]) => new URLSearchParams({ [name]: value }).toString()).sort();
  return sorted.length === 0 ? "" : `?${sorted.join("&")}`;
}

/** The page within an address that holds another one: of an archive's copy, or of a store of pages for telephones. */
function unwrap(url: Readonly<URL>): string | undefined {
  const { hostname, pathname, href } = url;
  const [, kept] = isArchiveCopy(href) ? (/^\/web\/\w+\/(https?:\/\/?.+)$/.exec(pathname + url.search) ?? []) : [];
  if (kept !== undefined) return kept.replace(/^(https?:\/)\/?/, "$1/");
  const [, page] =
    (/\.cdn\.ampproject\.org$|^cdn\.ampproject\.org$/.test(hostname) && /^\/[cv]\/s\/(.+)$/.exec(pathname)) ||
    (/^(?:www\.)?google\.[a-z.]+$/.test(hostname) && /^\/amp\/s\/(.+)$/.exec(pathname)) ||
    [];
  return page && `https://${page}`;
}

/**
 * One name for all addresses of a page: without protocol, `www`, names of devices, default files, a last slash and what follows readers;
 * its parameters in order, short forms written out. A part of the page (“#…”) has a name of its own. Undefined for a home page, which
 * is no source of one thing, and for what is no address of the web.
 */
export function canonicalAddress(address: string): string | undefined {
  const url = readUrl(withoutTracking(address));
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  const inner = unwrap(url);
  if (inner !== undefined) return canonicalAddress(inner);
  const host = foldHost(url.hostname.replace(/\.$/, ""));
  const path = foldPath(url.pathname);
  const parts: Parts = { host, path: path === "" ? "/" : path, query: url.search === "" ? NO_QUERY : url.searchParams };
  const folded = { ...parts, ...(Object.hasOwn(FOLDS, host) ? FOLDS[host]?.(parts) : undefined) };
  const port = url.port === "" || url.port === "80" || url.port === "443" ? "" : `:${url.port}`;
  const query = foldQuery(folded.query);
  // What a browser is to mark in a page names no part of it.
  const fragment = url.hash.replace(/:~:.*$/, "").replace(/^#$/, "");
  const page = folded.path.replace(/\/+$/, "");
  return page === "" && query === "" && fragment === "" ? undefined : folded.host + port + page + query + fragment;
}
