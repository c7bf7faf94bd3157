/** What editions and stories are called, in the content folder and out of it. */

export interface Dateline {
  /** `YYYY-MM-DD` in the publication's zone. */
  readonly date: string;
  readonly slot: string;
}

const DATED = /^\d{4}-\d{2}-\d{2}-[a-z0-9-]+$/;

export function isEditionIdentity(name: string): boolean {
  return DATED.test(name);
}

export function isStoryIdentity(name: string): boolean {
  const [edition = "", slug = "", ...more] = name.split("/");
  return DATED.test(edition) && /^[a-z0-9-]+$/.test(slug) && more.length === 0;
}

/** The story's identity that was meant by its file's path, its address or a link to it; undefined where it is none of these. */
export function meantIdentity(text: string): string | undefined {
  const [, year = "", month = "", day = "", slot = "", slug = ""] =
    /(?:^|[/:])(\d{4})[/-](\d\d)[/-](\d\d)[/-]([a-z0-9-]+)\/([a-z0-9-]+)(?:\.md|\/)?$/.exec(text.trim()) ?? [];
  const identity = `${year}-${month}-${day}-${slot}/${slug}`;
  return isStoryIdentity(identity) ? identity : undefined;
}

/** The dateline, and of a story the slug, that an identity names. */
export function readIdentity(identity: string): { readonly dateline: Dateline; readonly slug: string | undefined } {
  const [edition = "", slug] = identity.split("/");
  return { dateline: { date: edition.slice(0, 10), slot: edition.slice(11) }, slug };
}

/** The name of an edition, such as `2026-03-04-evening`. */
export function editionIdentity({ date, slot }: Dateline): string {
  return `${date}-${slot}`;
}

/** Where an edition's files stand in the content folder. */
export function editionFolder({ date, slot }: Dateline): string {
  return `editions/${date.slice(0, 4)}/${date.slice(5)}-${slot}`;
}

/** The name of a story, such as `2026-03-04-evening/open-model`. */
export function storyIdentity(edition: Dateline, slug: string): string {
  return `${editionIdentity(edition)}/${slug}`;
}

/** Where the file of an edition or a story stands in the content folder, by its identity. */
export function fileOfIdentity(identity: string): string {
  const { dateline, slug = "edition" } = readIdentity(identity);
  return `${editionFolder(dateline)}/${slug}.md`;
}
