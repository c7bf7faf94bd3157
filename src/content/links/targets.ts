import {
  feedOf,
  FILES,
  monthPath,
  PAGES,
  publisherPath,
  slotPath,
  topicPath,
  YIELDING,
  yearPath,
} from "../addresses.ts";
import { isStoryIdentity } from "../dateline.ts";
import type { Standing } from "./links.ts";
import type { GoneText } from "../former/gone.ts";
import type { Publication } from "../publication.ts";
import type { PlacedEdition } from "../time/schedule.ts";
import type { StandingPageHead } from "../standing-page.ts";
import type { Status } from "../time/status.ts";
import { currentPublisher } from "../publishers.ts";
import { findThreads } from "../threads.ts";
import type { Vocabularies } from "../vocabularies.ts";

const ALWAYS = [
  ...Object.values(PAGES).filter((path) => !YIELDING.includes(path)),
  feedOf(PAGES.home),
  feedOf(PAGES.corrections),
  FILES.jsonFeed,
  FILES.storyFeed,
  FILES.disclosures,
  FILES.sitemap,
  FILES.robots,
];

/** A page and its feed. */
function withFeed(path: string): string[] {
  return [path, feedOf(path)];
}

interface Parts {
  readonly publication: Publication;
  readonly vocabularies: Vocabularies;
  readonly editions: readonly PlacedEdition[];
  readonly pages: readonly StandingPageHead[];
  readonly publicFiles: readonly string[];
  /** What was taken back and says so at its address. */
  readonly gone: readonly Pick<GoneText, "identity" | "path">[];
  /** Whether everything can be read, as in the editor's preview. */
  readonly preview: boolean;
}

/** The addresses at which something stands. */
export interface Addresses {
  readonly paths: Map<string, Standing>;
  /** A story's path by its identity. */
  readonly stories: ReadonlyMap<string, string>;
}

/**
 * Lists every path of the site that a text may link to, each with whether it can be read yet. What stood elsewhere before is not among them, nor are
 * the pages that give way (`YIELDING`): whether they stand depends on all that does.
 */
export function collectTargets({
  publication,
  vocabularies,
  editions,
  pages,
  publicFiles,
  gone,
  preview,
}: Parts): Addresses {
  const paths = new Map<string, Standing>();
  const stories = new Map<string, string>();
  const note = (known: Map<string, Standing>, name: string, status: Status): void => {
    if (known.get(name) !== "published") known.set(name, status);
  };
  const add = (path: string, status: Status) => {
    note(paths, path, preview ? "published" : status);
  };
  for (const id of Object.keys(vocabularies.topics)) add(topicPath(id), "scheduled");
  for (const id of Object.keys(vocabularies.publishers)) add(publisherPath(id), "scheduled");
  for (const path of [...ALWAYS, ...publicFiles]) add(path, "published");
  for (const { id } of publication.slots) for (const address of withFeed(slotPath(id))) add(address, "published");
  for (const { path } of pages) add(path, "published");
  for (const { identity, path } of gone) {
    paths.set(path, "gone");
    if (isStoryIdentity(identity)) stories.set(identity, path);
  }
  // By their ids first: they are few, and their paths need not be made for each of many stories.
  const topics = new Map<string, Status>();
  const publishers = new Map<string, Status>();
  for (const { dateline, path, status, stories: own } of editions) {
    const [year, month] = [dateline.date.slice(0, 4), dateline.date.slice(0, 7)];
    for (const address of [path, yearPath(year), monthPath(month)]) add(address, status);
    for (const { identity, path, status, topic, publishers: cited } of own) {
      add(path, status);
      stories.set(identity, path);
      if (topic !== undefined) note(topics, topic, status);
      for (const publisher of cited) note(publishers, currentPublisher(vocabularies.publishers, publisher), status);
    }
  }
  for (const [id, status] of topics) for (const address of withFeed(topicPath(id))) add(address, status);
  const isOut = ({ status }: { readonly status: Status }) => status === "published";
  const out = editions
    .filter(isOut)
    .map((edition) =>
      edition.stories.every(isOut) ? edition : { ...edition, stories: edition.stories.filter(isOut) },
    );
  const isHidden = out.length < editions.length || out.some((edition, at) => edition !== editions[at]);
  for (const [of, status] of [[out, "published"], ...(isHidden ? [[editions, "scheduled"] as const] : [])] as const)
    for (const { path } of findThreads(of)) for (const address of withFeed(path)) add(address, status);
  for (const [id, status] of publishers) add(publisherPath(id), status);
  return { paths, stories };
}
