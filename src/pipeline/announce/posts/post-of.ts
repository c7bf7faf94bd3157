import { type Post, type Room, viewPost } from "../../../views/announce/post.ts";
import type { Archive } from "../../read/archive.ts";
import type { Announcement, Failure } from "../channel.ts";
import { findVisible } from "../find-edition.ts";

/** What a post tells of the edition of an announcement; undefined where readers may not see that. Its address is the announcement's. */
export function postOf(archive: Archive, announcement: Announcement): Post | undefined {
  const text = findVisible(archive, announcement);
  return text && { ...viewPost(text.load()), url: announcement.url };
}

/** Of a post whose labels and address alone are longer than a network lets it be. */
export function describeTooLong(name: string, { most }: Room): Failure {
  return {
    kind: "later",
    problem: `the labels and the address of the edition are longer than the ${most} characters that ${name} takes`,
  };
}

/** A post for a person to read before it goes out. */
export function describePost(name: string, language: string, text: string): string {
  return `a post on ${name}, in ${language}:\n\n${text}\n`;
}
