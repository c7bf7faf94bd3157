import type { Publication } from "../../content/publication.ts";

/** What is an address even where it has no host. */
const ADDRESSES = new Set(["href", "loc"]);

/** The path of an address of this site, without what follows it; undefined for any other value. */
function pathOf(value: string, key: string, { url, base }: Publication): string | undefined {
  const isWhole = value.startsWith(`${url}/`);
  if (!isWhole && !ADDRESSES.has(key)) return undefined;
  const path = value.replace(/[?#].*/s, "");
  if (isWhole) return path.slice(url.length);
  return path.startsWith(`${base}/`) && !path.startsWith("//") ? path.slice(base.length) : undefined;
}

/** The paths of the site that a value names: as addresses, and of the editions and stories in it. */
export function leadsOf(value: object, publication: Publication): Set<string> {
  const found = new Set<string>();
  const visit = (here: object): void => {
    if ("identity" in here && "path" in here) {
      found.add(String(here.path));
      if ("stories" in here) visit(here.stories as object);
      return;
    }
    for (const key of Object.keys(here)) {
      const inner = (here as Readonly<Record<string, unknown>>)[key];
      if (typeof inner === "object" && inner !== null && !(inner instanceof Uint8Array)) visit(inner);
      else if (typeof inner === "string") {
        const path = pathOf(inner, key, publication);
        if (path !== undefined) found.add(path);
      }
    }
  };
  visit(value);
  return found;
}
