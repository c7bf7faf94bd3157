import type { Archive } from "../read/archive.ts";
import type { EditionText } from "../read/edition-text.ts";
import type { Announcement, Failure } from "./channel.ts";

/** The edition of an announcement as far as readers may see it; undefined where they may not. */
export function findVisible({ visible }: Archive, { identity }: Announcement): EditionText | undefined {
  return visible.find(({ placed }) => placed.identity === identity);
}

/** Of an announcement of an edition that is not there for readers. */
export function describeMissing({ identity }: Announcement): Failure {
  return { kind: "later", problem: `${identity} is not published` };
}
