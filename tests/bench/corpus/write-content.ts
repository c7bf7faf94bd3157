import { join } from "node:path";
import { toDocument, toYaml, writeText } from "./files.ts";
import { type InventedEdition, type InventedStory, inventEditions, type Plan } from "./invent.ts";
import { ABOUT, PEOPLE, PROGRAMMES, PUBLISHER_LIST, SITE, TOPIC_LIST } from "./vocabulary.ts";

function formatStory(story: InventedStory): string {
  const { title, short, topic, tags, sources, affiliate, byline, follows, whatsNew, corrections, body } = story;
  const front = {
    title,
    short,
    topic,
    tags,
    source: sources,
    ...(affiliate && { affiliate }),
    byline,
    follows,
    whatsNew,
    ...(corrections.length > 0 && { corrections }),
  };
  return toDocument(front, body);
}

/** Writes the folder of one edition. */
export function writeEdition(content: string, { dateline, stories, body }: InventedEdition): void {
  const folder = join(content, "editions", dateline.folder);
  writeText(join(folder, "edition.md"), toDocument({ stories: stories.map(({ slug }) => slug) }, body));
  for (const story of stories) writeText(join(folder, `${story.slug}.md`), formatStory(story));
}

/** Writes a whole publication in this project's format. */
export function writeContent(content: string, plan: Plan): void {
  const byId = (items: readonly { readonly id: string }[]) =>
    Object.fromEntries(items.map(({ id, ...value }) => [id, value]));
  writeText(join(content, "site.yaml"), toYaml(SITE));
  writeText(join(content, "topics.yaml"), toYaml(byId(TOPIC_LIST)));
  writeText(join(content, "publishers.yaml"), toYaml(byId(PUBLISHER_LIST)));
  writeText(join(content, "people.yaml"), toYaml(PEOPLE));
  writeText(join(content, "affiliates.yaml"), toYaml(PROGRAMMES));
  const { body, ...front } = ABOUT;
  writeText(join(content, "pages", "about.md"), toDocument(front, body));
  for (const edition of inventEditions(plan)) writeEdition(content, edition);
}
