import type { Edition } from "../../content/edition.ts";
import type { Body } from "../../content/markdown/body.ts";
import type { Site } from "../../content/site.ts";
import { MOST_EDITIONS, MOST_STORIES } from "../../views/feeds.ts";
import { groupBy } from "../../views/list-pages.ts";
import { fileAt } from "../output.ts";
import type { Fault, Verify, Written } from "./promise.ts";

/** How many stories were read, and what the clock makes of them. */
export interface Account {
  readonly read: number;
  readonly published: number;
  readonly scheduled: number;
  readonly draft: number;
}

/** Counts the story files there are and, apart from that, the stories of the model. */
export function accountFor({ identities, editions }: Site): Account {
  const statuses = editions.flatMap(({ stories }) => stories.map(({ status }) => status));
  const count = (wanted: (typeof statuses)[number]) => statuses.filter((status) => status === wanted).length;
  return {
    read: identities.size,
    published: count("published"),
    scheduled: count("scheduled"),
    draft: count("draft"),
  };
}

interface Published {
  readonly path: string;
  readonly edition: Edition;
  readonly topic: string | undefined;
  readonly body: Body;
}

type Stories = readonly Published[];

/** Published stories, the newest edition first, each edition in its running order. */
function listPublished({ editions }: Site): Stories {
  return [...editions]
    .reverse()
    .flatMap((edition) =>
      edition.stories
        .filter(({ status }) => status === "published")
        .map(({ path, topic, body }) => ({ path, topic, body, edition })),
    );
}

type LeadsTo = (address: string) => boolean;

/** Whether any file whose path matches leads to an address. */
function leadsFrom({ addresses }: Written, isWanted: (path: string) => boolean): LeadsTo {
  const found = [...addresses].flatMap(([path, { promised, mentioned }]) =>
    isWanted(path) ? [promised, mentioned] : [],
  );
  return (address) => found.some((set) => set.has(address));
}

function leadsIn({ addresses }: Written, file: string): LeadsTo {
  const { promised, mentioned } = addresses.get(file) ?? {};
  return (address) => promised?.has(address) === true || mentioned?.has(address) === true;
}

/** The stories of the latest editions, as far as a feed reaches back. */
function latest(stories: Stories): Stories {
  const editions = new Set([...new Set(stories.map(({ edition }) => edition))].slice(0, MOST_EDITIONS));
  return stories.filter(({ edition }) => editions.has(edition));
}

/**
 * No story is lost on the way: as many are published, scheduled or drafts as were read, and each published one stands on its
 * own page, in its edition, under its topic, in the feeds as far as they reach back, and in the sitemap.
 */
export const verifyAccount: Verify = (written, site) => {
  const { read, published, scheduled, draft } = accountFor(site);
  const faults: Fault[] = [];
  if (read !== published + scheduled + draft)
    faults.push({
      path: "/",
      message: `${read} stories were read, and ${published + scheduled + draft} accounted for`,
    });
  const stories = listPublished(site);
  const expect = (file: string, wanted: Stories, leadsTo: LeadsTo = leadsIn(written, file)) => {
    for (const { path } of wanted)
      if (!leadsTo(path)) faults.push({ path: file, message: `the story ${path} is not in it` });
  };

  for (const [path, own] of groupBy(stories, ({ edition }) => edition.path)) expect(fileAt(path), own);
  for (const { path, edition, body } of stories)
    for (const file of [fileAt(path), fileAt(edition.path)]) {
      const page = written.texts.get(file)?.[0] ?? "";
      if (!body.sections.every(({ html, titleHtml = "" }) => page.includes(html) && page.includes(titleHtml)))
        faults.push({ path: file, message: `the text of the story ${path} is not in it` });
    }
  expect(
    "/sitemap.xml",
    stories,
    leadsFrom(written, (path) => /^\/sitemap(-\d+)?\.xml$/.test(path)),
  );
  expect("/stories.xml", stories.slice(0, MOST_STORIES));
  for (const [topic, own] of groupBy(stories, (story) => story.topic)) {
    const folder = `/topics/${topic}/`;
    expect(
      folder,
      own,
      leadsFrom(written, (path) => path.startsWith(folder) && path.endsWith("/index.html")),
    );
    expect(`${folder}feed.xml`, own.slice(0, MOST_STORIES));
  }
  for (const file of ["/feed.xml", "/feed.json"]) expect(file, latest(stories));
  for (const { id } of site.publication.slots)
    expect(`/${id}/feed.xml`, latest(stories.filter(({ edition }) => edition.slot.id === id)));
  return faults;
};
