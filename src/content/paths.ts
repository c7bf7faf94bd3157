/** Where things stand on the site, as paths from its root, and what they are called in the content folder. */

export interface Dateline {
  /** `YYYY-MM-DD` in the publication's zone. */
  readonly date: string;
  readonly slot: string;
}

export function editionIdentity({ date, slot }: Dateline): string {
  return `${date}-${slot}`;
}

export function storyIdentity(edition: Dateline, slug: string): string {
  return `${editionIdentity(edition)}/${slug}`;
}

export function editionPath({ date, slot }: Dateline): string {
  return `/${date.replaceAll("-", "/")}/${slot}/`;
}

export function storyPath(edition: Dateline, slug: string): string {
  return `${editionPath(edition)}${slug}/`;
}

/** The first path segments that the site uses itself, as listed in the content format's URL table. */
export const FIXED_SEGMENTS = [
  "archive",
  "topics",
  "publishers",
  "threads",
  "corrections",
  "disclosures",
  "search",
] as const;

const WINDOWS = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])$/;

/** Whether Windows keeps a name for a device, so that no file there can be called so, whatever its ending. */
export function isDeviceName(name: string): boolean {
  return WINDOWS.test(name);
}

/** Whether a name may not be the id of a page or a slot. */
export function isReserved(name: string): boolean {
  return (
    name === "edition" ||
    name === "index" ||
    (FIXED_SEGMENTS as readonly string[]).includes(name) ||
    /^\d{4}$/.test(name) ||
    isDeviceName(name)
  );
}

/** Whether a name may not be the slug of a story: slots and the format's own pages are reserved there too. */
export function isReservedSlug(name: string): boolean {
  return isReserved(name) || ["morning", "evening", "about", "standards"].includes(name);
}
