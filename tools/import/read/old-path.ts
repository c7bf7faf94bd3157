import type { When } from "../archive/post.ts";

/** What an old address is made of. */
export interface OldPathParts {
  /** Of the file, from the archive's root. */
  readonly path: string;
  readonly name: string;
  readonly when: When | undefined;
  readonly categories: readonly string[];
  /** What the text says of its own address; false where it says that it had none. */
  readonly address: string | false | undefined;
  /** Such as `/:year/:month/:day/:slug/`, where the map has one. */
  readonly pattern: string | undefined;
  readonly isPage: boolean;
}

/** Folders that generators leave out of addresses. */
const ROOTS = /^(?:src\/content|src\/pages|src|content|source)\/|(?:^|\/)_(?:posts|drafts|pages)(?=\/)/g;
const JEKYLL = /(?:^|\/)_(?:posts|drafts)\//;

function fill(pattern: string, { name, when, categories, path }: OldPathParts): string {
  const day =
    when === undefined
      ? ""
      : "local" in when
        ? when.local.slice(0, 10)
        : new Date(when.instant).toISOString().slice(0, 10);
  const [year = "", month = "", date = ""] = day.split("-");
  const values: Record<string, string> = {
    year,
    month,
    day: date,
    slug: name,
    title: name,
    filename: name,
    categories: categories.map((category) => category.toLowerCase().replace(/\s+/g, "-")).join("/"),
    section: path.replace(ROOTS, "").split("/").slice(0, -1)[0] ?? "",
  };
  return pattern.replace(
    /:(year|month|day|slug|title|filename|categories|section)/g,
    (_, key: string) => values[key] ?? "",
  );
}

/**
 * Where a text stood on the old site: as it says itself, as the map says, or as its generator does without being told. Undefined where
 * a template decided it.
 */
export function oldPath(parts: OldPathParts): string | undefined {
  const { path, pattern, isPage, name } = parts;
  if (parts.address === false) return undefined;
  const address = parts.address?.replace(
    /\{\{-?\s*(?:page\.)?(?:fileSlug|slug)\s*(?:\|\s*slugify\s*)?-?\}\}/g,
    ":slug",
  );
  if (address !== undefined && /[{%]/.test(address)) return undefined;
  const written =
    address !== undefined ? fill(address, parts) : pattern !== undefined && !isPage ? fill(pattern, parts) : undefined;
  if (written !== undefined) return /^https?:/.test(written) ? written : `/${written}`.replace(/\/{2,}/g, "/");
  if (JEKYLL.test(path)) return `/${fill(":categories/:year/:month/:day/:slug.html", parts)}`.replace(/\/{2,}/g, "/");
  const folders = path.replace(ROOTS, "").split("/").slice(0, -1);
  if (/(?:^|\/)_?index\.\w+$/.test(path)) folders.pop();
  return `/${[...folders, name].join("/")}/`.replace(/\/{2,}/g, "/");
}
