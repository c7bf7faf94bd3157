import { PAGES, YIELDING } from "./addresses.ts";

/** The first path segments that the site uses itself. */
const SEGMENTS: ReadonlySet<string> = new Set(
  Object.values(PAGES)
    .filter((path) => path !== PAGES.home && !YIELDING.includes(path))
    .map((path) => path.slice(1, -1)),
);

/** What the format itself calls a slot or a standing page. */
const FORMAT_NAMES: ReadonlySet<string> = new Set(["morning", "evening", "about", "standards"]);

const WINDOWS = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/;

/** Whether Windows keeps a name for a device, so that no file there can be called so, whatever its ending. */
export function isDeviceName(name: string): boolean {
  return WINDOWS.test(name);
}

/** Whether a name is a number alone, as the further pages of a list have for the last part of their addresses. */
export function isNumber(name: string): boolean {
  return /^\d+$/.test(name);
}

/** So many digits has the number of a page at most: a vocabulary, which is one file, fills no thousand pages of a directory. */
const PAGE_DIGITS = 3;

/** Whether the path segment of an alias is one that a computer or a further page of the directory of topics has. */
export function isReservedAlias(segment: string): boolean {
  return isDeviceName(segment) || (isNumber(segment) && segment.length <= PAGE_DIGITS);
}

/** Whether a name may be neither the id of a page or a slot nor the slug of a story. */
function isReservedEverywhere(name: string): boolean {
  return name === "edition" || name === "index" || SEGMENTS.has(name) || /^\d{4}$/.test(name) || isDeviceName(name);
}

/** Whether a name may not be the id of a page or a slot. */
export function isReserved(name: string): boolean {
  return isReservedEverywhere(name) || isNumber(name);
}

/** Whether a name may not be the slug of a story: slots and the format's own pages are reserved there too. */
export function isReservedSlug(name: string): boolean {
  return isReservedEverywhere(name) || FORMAT_NAMES.has(name);
}
