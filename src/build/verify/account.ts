import type { Edition } from "../../content/edition.ts";
import type { Body } from "../../content/markdown/body.ts";
import type { Site } from "../../content/site.ts";
import { MOST_EDITIONS, MOST_STORIES } from "../../views/feeds.ts";
import { groupBy } from "../../views/list-pages.ts";
import { fileAt } from "./addresses.ts";
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

/** The addresses of all files whose path matches. */
function gather({ addresses }: Written, pattern: RegExp): Set<string> {
  const found = new Set<string>();
  for (const [path, own] of addresses) if (pattern.test(path)) for (const address of own) found.add(address);
  return found;
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
  const expect = (file: string, found: ReadonlySet<string> | undefined, wanted: Stories) => {
    for (const { path } of wanted)
      if (!found?.has(path)) faults.push({ path: file, message: `the story ${path} is not in it` });
  };

  for (const [path, own] of groupBy(stories, ({ edition }) => edition.path))
    expect(fileAt(path), written.addresses.get(fileAt(path)), own);
  for (const { path, edition, body } of stories)
    for (const file of [fileAt(path), fileAt(edition.path)]) {
      const page = written.texts.get(file)?.[0] ?? "";
      if (!body.sections.every(({ html, titleHtml = "" }) => page.includes(html) && page.includes(titleHtml)))
        faults.push({ path: file, message: `the text of the story ${path} is not in it` });
    }
  expect("/sitemap.xml", gather(written, /^\/sitemap(-\d+)?\.xml$/), stories);
  expect("/stories.xml", written.addresses.get("/stories.xml"), stories.slice(0, MOST_STORIES));
  for (const [topic, own] of groupBy(stories, (story) => story.topic)) {
    const folder = `/topics/${topic}/`;
    expect(folder, gather(written, new RegExp(`^${folder}(\\d+/)?index\\.html$`)), own);
    expect(`${folder}feed.xml`, written.addresses.get(`${folder}feed.xml`), own.slice(0, MOST_STORIES));
  }
  expectEditions(written, site, stories, expect);
  return faults;
};

/** The feeds of editions hold each of the latest ones with all its stories. */
function expectEditions(
  { addresses }: Written,
  { publication: { slots } }: Site,
  stories: Stories,
  expect: (file: string, found: ReadonlySet<string> | undefined, wanted: Stories) => void,
): void {
  const latest = (own: Stories): Stories => {
    const editions = new Set([...new Set(own.map(({ edition }) => edition))].slice(0, MOST_EDITIONS));
    return own.filter(({ edition }) => editions.has(edition));
  };
  for (const file of ["/feed.xml", "/feed.json"]) expect(file, addresses.get(file), latest(stories));
  for (const { id } of slots) {
    const file = `/${id}/feed.xml`;
    expect(file, addresses.get(file), latest(stories.filter(({ edition }) => edition.slot.id === id)));
  }
}
