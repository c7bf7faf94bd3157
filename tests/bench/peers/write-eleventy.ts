import { readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { PROJECT } from "../../command.ts";
import { listFiles, toDocument, writeText } from "../corpus/files.ts";
import { inventEditions, type Plan } from "../corpus/invent.ts";
import { plainLinks, storyFront } from "./plain.ts";
import { ABOUT, PEOPLE, PUBLISHER_LIST, SITE, TOPIC_LIST } from "../corpus/vocabulary.ts";
import { writeStatic } from "./write-hugo.ts";

function byId(items: readonly { readonly id: string }[]): string {
  return JSON.stringify(Object.fromEntries(items.map((item) => [item.id, item])));
}

/** Writes the same publication as a conventional Eleventy site, with its layouts. */
export function writeEleventy(folder: string, plan: Plan): void {
  const source = join(import.meta.dirname, "eleventy");
  for (const path of listFiles(source)) writeText(join(folder, path), readFileSync(join(source, path), "utf8"));
  writeText(join(folder, "package.json"), '{ "type": "module" }\n');
  symlinkSync(join(PROJECT, "node_modules"), join(folder, "node_modules"));
  writeStatic(join(folder, "static"));
  const redirects = TOPIC_LIST.flatMap(({ id, aliases }) =>
    aliases.map((alias) => ({ from: `/topics/${alias}/`, to: `/topics/${id}/` })),
  );
  writeText(join(folder, "_data", "topicNames.json"), byId(TOPIC_LIST));
  writeText(join(folder, "_data", "publisherNames.json"), byId(PUBLISHER_LIST));
  writeText(join(folder, "_data", "people.json"), JSON.stringify(PEOPLE));
  writeText(join(folder, "_data", "redirects.json"), JSON.stringify(redirects));
  for (const { dateline, stories, body } of inventEditions(plan)) {
    const { slot, path, identity } = dateline;
    const at = join(folder, "content", "editions", dateline.folder);
    const { name, time } = SITE.slots[slot];
    const shared = { date: `${dateline.date}T${time}:00Z`, slot, edition: identity };
    const shorts = stories.slice(0, 2).map(({ title, short = title }) => short);
    const front = { title: `${name}: ${shorts.join(", ")}, and more`, layout: "edition.njk", tags: "edition" };
    writeText(join(at, "edition.md"), toDocument({ ...front, permalink: path, ...shared }, body));
    for (const [order, story] of stories.entries()) {
      // “tags” are Eleventy's own word for its collections.
      const own = { layout: "story.njk", tags: "story", words: story.tags, permalink: `${path}${story.slug}/`, order };
      const text = toDocument({ ...storyFront(story), ...own, ...shared }, plainLinks(story.body));
      writeText(join(at, `${story.slug}.md`), text);
    }
  }
  const about = { title: ABOUT.title, layout: "base.njk", permalink: "/about/" };
  writeText(join(folder, "content", "about.md"), toDocument(about, ABOUT.body));
}
