/** What stands, and where it stands that stood elsewhere, by paths. */
interface Known {
  readonly paths: Pick<ReadonlyMap<string, unknown>, "get">;
  readonly moved: Pick<ReadonlyMap<string, string>, "get">;
}

/** The last name of a path. */
function nameOf(path: string): string {
  return path.split("/").at(-2) ?? "";
}

/**
 * Where a link to a part of a page leads now: ids of a story's parts begin with its slug, on its own page and on its edition's.
 * `asked` is the path that was written, `path` where that page stands. A story that left the edition has a page of its own.
 */
export function movePart(
  suffix: string,
  asked: string,
  path: string,
  { paths, moved }: Known,
): { readonly path: string; readonly suffix: string } {
  const [, before = "", slug = "", rest = ""] = /^([^#]*#)([a-z0-9-]+)(_.*)?$/s.exec(suffix) ?? [];
  if (slug === "") return { path, suffix };
  if (asked !== path && nameOf(asked) === slug) return { path, suffix: before + nameOf(path) + rest };
  const there = `${path}${slug}/`;
  const story = paths.get(there) === undefined ? (moved.get(`${asked}${slug}/`) ?? moved.get(there)) : there;
  if (story === undefined) return { path, suffix };
  if (paths.get(story) === "gone") return { path: story, suffix: "" };
  const part = before + nameOf(story) + rest;
  if (story.startsWith(path)) return { path, suffix: part };
  return { path: story, suffix: rest === "" ? "" : part };
}
