import type { Targets } from "./links.ts";
import { FIXED_SEGMENTS } from "./paths.ts";
import type { Publication } from "./publication.ts";
import type { PlacedEdition } from "./schedule.ts";
import type { StandingPageHead } from "./standing-page.ts";
import type { Status } from "./status.ts";
import { findThreads } from "./threads.ts";
import type { Vocabularies } from "./vocabularies.ts";

const ALWAYS = [
  "/",
  "/archive/",
  "/topics/",
  "/publishers/",
  "/threads/",
  "/corrections/",
  "/corrections/feed.xml",
  "/disclosures/",
  "/disclosures.json",
  "/trends/",
  "/search/",
  "/feed.xml",
  "/feed.json",
  "/stories.xml",
  "/sitemap.xml",
  "/robots.txt",
];

interface Parts {
  readonly publication: Publication;
  readonly vocabularies: Vocabularies;
  readonly editions: readonly PlacedEdition[];
  readonly pages: readonly StandingPageHead[];
  readonly publicFiles: readonly string[];
  /** Whether everything can be read, as in the editor's preview. */
  readonly preview: boolean;
}

/** Lists every path of the site that a text may link to, each with whether it can be read yet. */
export function collectTargets({ publication, vocabularies, editions, pages, publicFiles, preview }: Parts): Targets {
  const paths = new Map<string, Status>();
  const stories = new Map<string, string>();
  const note = (known: Map<string, Status>, name: string, status: Status): void => {
    if (known.get(name) !== "published") known.set(name, status);
  };
  const add = (path: string, status: Status) => {
    note(paths, path, preview ? "published" : status);
  };
  // Pages of the format that this version does not make yet: a link to one waits for it.
  for (const segment of FIXED_SEGMENTS) paths.set(`/${segment}/`, "scheduled");
  for (const id of Object.keys(vocabularies.topics)) add(`/topics/${id}/`, "scheduled");
  for (const id of Object.keys(vocabularies.publishers)) add(`/publishers/${id}/`, "scheduled");
  for (const path of [...ALWAYS, ...publicFiles]) add(path, "published");
  for (const { id } of publication.slots) for (const file of ["", "feed.xml"]) add(`/${id}/${file}`, "published");
  for (const { path } of pages) add(path, "published");
  // By their ids first: they are few, and their paths need not be made for each of many stories.
  const topics = new Map<string, Status>();
  const publishers = new Map<string, Status>();
  for (const { dateline, path, status, stories: own } of editions) {
    const [year = "", month = ""] = dateline.date.split("-");
    for (const address of [path, `/archive/${year}/`, `/archive/${year}/${month}/`]) add(address, status);
    for (const { identity, path, status, topic, publishers: cited } of own) {
      add(path, status);
      stories.set(identity, path);
      if (topic !== undefined) note(topics, topic, status);
      for (const publisher of cited) note(publishers, publisher, status);
    }
  }
  for (const [id, status] of topics) for (const file of ["", "feed.xml"]) add(`/topics/${id}/${file}`, status);
  const isOut = ({ status }: { readonly status: Status }) => status === "published";
  const out = editions.filter(isOut).map((edition) => ({ ...edition, stories: edition.stories.filter(isOut) }));
  for (const [threads, status] of [
    [findThreads(out), "published"],
    [findThreads(editions), "scheduled"],
  ] as const)
    for (const { path } of threads) for (const file of ["", "feed.xml"]) add(path + file, status);
  for (const [id, status] of publishers) add(`/publishers/${id}/`, status);
  return { paths, stories };
}
