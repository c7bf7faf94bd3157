/** What editions and stories are called, in the content folder and out of it. */

export interface Dateline {
  /** `YYYY-MM-DD` in the publication's zone. */
  readonly date: string;
  readonly slot: string;
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
