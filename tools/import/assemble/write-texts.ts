import type { RootContent } from "mdast";
import { editionPath, standingPath, storyPath } from "../../../src/content/addresses.ts";
import type { PlacedEdition, PlacedPage, PlacedStory } from "./arrange.ts";
import { type Desk, isSaid } from "./desk.ts";
import { code, writeFile } from "./front-matter.ts";
import type { Outward } from "./links.ts";
import { shortenAtWord } from "./names.ts";
import type { Shelf } from "./pictures.ts";
import { localTime, nearestSlots } from "./place.ts";
import type { Prepared } from "./prepare.ts";
import { type Source, sourcesOf } from "./sources.ts";

/** Files by their path in the content folder. */
export type Files = Map<string, string | Uint8Array>;

/** The limits of the format, in characters. */
const MOST = { title: 110, tag: 32, heading: 160, description: 500 };

function tagsOf(desk: Desk, from: Prepared, file: string): string[] {
  const { categories, tags } = from.post;
  const all = [...categories.slice(1), ...tags].map((tag) => tag.replace(/\s+/g, " ").trim());
  return [...new Set(all)]
    .filter((tag) => tag !== "")
    .map((tag) => {
      const short = shortenAtWord(tag, MOST.tag);
      if (short !== tag) desk.tell(from, file, `a tag was shortened; it was “${tag}”`);
      return short;
    });
}

function bylineOf(desk: Desk, from: Prepared, file: string): string[] {
  return from.post.authors.flatMap((author) => {
    const id = desk.terms.personOf(author);
    if (id === undefined) desk.tell(from, file, `its author “${author}”, who is no person by the name or by the map`);
    return id ?? [];
  });
}

/** The post itself as the source of its story, where the map asks for it and the old site is known. */
function originalOf({ map, old, terms }: Desk, { post }: Prepared, title: string): Source[] {
  if (!map.citeOriginal || !post.isPublic || post.address === undefined) return [];
  const url = old.read(post.address, post)?.href.replace(/^http:/, "https:") ?? "";
  if (!url.startsWith("https:") || url.includes(".invalid/")) return [];
  return [{ publisher: terms.publisherOf(url), title: shortenAtWord(title, MOST.title), url }];
}

async function writeStory(
  desk: Desk,
  files: Files,
  story: PlacedStory,
  edition: PlacedEdition,
  shelf: Shelf,
): Promise<void> {
  const { from, text, title, slug, file, publish, isWhole } = story;
  const { post } = from;
  const { map, terms } = desk;
  const tell = (what: string) => {
    desk.tell(from, file, what);
  };
  const out: Outward[] = [];
  const blocks = [...text.summary, ...(text.analysis ? [text.analysis.heading, ...text.analysis.blocks] : [])];
  const body = await desk.finish(from, blocks, file, shelf, out);
  const linked = sourcesOf(out, terms.publisherOf, tell);
  const source = linked.length > 0 ? linked : originalOf(desk, from, title);
  if (source.length === 0) tell("it links to no source, so “check” asks for one: add it under “source”");
  if (post.authors.length === 0) tell("it names no author: add “byline”, or one for all in site.yaml");
  if (isWhole && post.title === "") tell(`it had no title: “${title}” is the beginning of its text`);
  if (isWhole && post.excerpt !== "" && !isSaid(post.excerpt, from)) tell(`its excerpt: “${post.excerpt}”`);
  const [category] = post.categories;
  if (category === undefined && map.topic === undefined) tell("it had no category, so its topic is “News”");
  const keys = {
    title: desk.shorten(from, title, MOST.title, file, "title"),
    topic: code(
      category === undefined && map.topic !== undefined ? terms.topicOf(map.topic) : terms.topicOf(category ?? "News"),
    ),
    tags: tagsOf(desk, from, file),
    source,
    byline: bylineOf(desk, from, file),
    formerly: isWhole ? desk.formerly(from, storyPath(edition.dateline, slug)) : [],
    publish: code(publish),
    draft: true,
  };
  files.set(file, writeFile(keys, body));
}

/** The body of an edition: of its first post as it is, of each further under its title. */
async function writeHeads(desk: Desk, { heads, file, dateline }: PlacedEdition, shelf: Shelf): Promise<string> {
  const { slots, zone } = desk.settings;
  const bodies: string[] = [];
  for (const [index, from] of heads.entries()) {
    const { text, post } = from;
    if (text.kind !== "edition") continue;
    const head: RootContent[] =
      index === 0 ? [] : [{ type: "heading", depth: 2, children: [{ type: "text", value: post.title }] }];
    if (index > 0)
      desk.tell(from, file, `its day had no slot left, so it joined the edition “${heads[0]?.post.title ?? ""}”`);
    else if (post.when && nearestSlots(localTime(post.when, zone), slots)[0]?.id !== dateline.slot)
      desk.tell(from, file, `another edition had its slot, so it stands in “${dateline.slot}”`);
    const sections = text.sections.flatMap(({ heading, blocks }) => [heading, ...blocks]);
    bodies.push(await desk.finish(from, [...head, ...text.lede, ...sections], file, shelf));
  }
  return bodies.join("\n");
}

/** Writes an edition and its stories. */
export async function writeEdition(desk: Desk, files: Files, edition: PlacedEdition): Promise<void> {
  const { dateline, file, heads, stories, publish } = edition;
  const shelf: Shelf = new Map();
  for (const story of stories) await writeStory(desk, files, story, edition, shelf);
  const body = await writeHeads(desk, edition, shelf);
  const [first, ...more] = heads;
  for (const from of more)
    if (from.post.excerpt !== "" && !isSaid(from.post.excerpt, from))
      desk.tell(from, file, `its excerpt: “${from.post.excerpt}”`);
  const { title = "", excerpt = "" } = first?.post ?? {};
  const keys = {
    stories: code(stories.map(({ slug }) => slug)),
    title: first && title !== "" ? desk.shorten(first, title, MOST.heading, file, "title") : undefined,
    description: first && excerpt !== "" ? desk.shorten(first, excerpt, MOST.description, file, "excerpt") : undefined,
    formerly: heads.flatMap((head) => desk.formerly(head, editionPath(dateline))),
    publish: code(publish),
    draft: true,
  };
  files.set(file, writeFile(keys, body));
  for (const [name, bytes] of shelf) files.set(file.replace(/edition\.md$/, name), bytes);
}

/** Writes a standing page. */
export async function writePage(desk: Desk, files: Files, { from, id, file }: PlacedPage): Promise<void> {
  const { text, post } = from;
  if (text.kind !== "page") return;
  const body = await desk.finish(from, text.blocks, file, undefined);
  const keys = {
    title: desk.shorten(from, post.title || id, MOST.heading, file, "title"),
    description: post.excerpt === "" ? undefined : desk.shorten(from, post.excerpt, MOST.description, file, "excerpt"),
    formerly: desk.formerly(from, standingPath(id)),
  };
  files.set(file, writeFile(keys, body));
}
