import type { InventedStory } from "../corpus/invent.ts";
import { PROGRAMMES, SITE } from "../corpus/vocabulary.ts";

/** What other generators need: links that are plain addresses, and as front matter what this project derives. */

const STORY = /\]\(story:(\d{4})-(\d\d)-(\d\d)-([a-z]+)\/([a-z0-9-]+)\)/g;
const PAID = /\]\(affiliate:([a-z-]+)\/([a-z0-9-]+)\)/g;

function programmeAddress(id: string, path: string): string {
  const { url } = Object.entries(PROGRAMMES).find(([known]) => known === id)?.[1] ?? PROGRAMMES["example-books"];
  const { origin, search } = new URL(url);
  return `${origin}/${path}${search}`;
}

/** A body with each `story:` link as a path and each `affiliate:` link as the address that it stands for. */
export function plainLinks(body: string): string {
  return body
    .replace(STORY, "](/$1/$2/$3/$4/$5/)")
    .replace(PAID, (_, id: string, path: string) => `](${programmeAddress(id, path)})`);
}

function paidLinks(body: string): { programme: string; url: string }[] {
  return [...body.matchAll(PAID)].map(([, programme = "", path = ""]) => ({
    programme,
    url: programmeAddress(programme, path),
  }));
}

/** A story's front matter in the words that Hugo and Eleventy sites use. */
export function storyFront(story: InventedStory): object {
  const { title, short, topic, tags, sources, affiliate, byline = SITE.byline, follows, whatsNew, corrections } = story;
  const [, year, month, day, slot, slug] = /^(\d+)-(\d\d)-(\d\d)-([a-z]+)\/(.+)$/.exec(follows ?? "") ?? [];
  return {
    title,
    linkTitle: short,
    topics: [topic],
    tags,
    publishers: sources.map(({ publisher }) => publisher),
    sources,
    ...(affiliate && { paid: paidLinks(story.body) }),
    byline,
    ...(slug !== undefined && {
      follows: `/archive/${year ?? ""}/${month ?? ""}/${day ?? ""}-${slot ?? ""}/${slug}`,
      whatsNew,
    }),
    ...(corrections.length > 0 && { corrections }),
  };
}
