import { mkdirSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Dateline, editionFolder, editionIdentity } from "../../content/dateline.ts";
import {
  checkCited,
  checkDay,
  checkFollowed,
  checkNews,
  checkSlug,
  checkSourceTitle,
  checkTitle,
} from "../../content/edit/answers.ts";
import { keepMark, openEditable } from "../../content/edit/editable.ts";
import { addToRunningOrder } from "../../content/edit/front-matter.ts";
import { type NewSource, scaffoldEdition, scaffoldStory } from "../../content/scaffold.ts";
import type { Site } from "../../content/site.ts";
import { slugOf } from "../../content/words/slug.ts";
import { changeText } from "./change-text.ts";
import { findPlace, followFolders } from "./find-place.ts";
import type { Refused } from "../../views/desk/calls.ts";
import { saveText } from "./save-text.ts";

/** What was made: the names of the new file and of those that were changed with it (the running order), as `openText` takes them. */
export interface Created {
  readonly name: string;
  readonly changed: readonly string[];
  /** Whether the edition of a story was made with it. */
  readonly isEditionNew?: boolean;
}

export interface NewStory {
  readonly dateline: Dateline;
  readonly title: string;
  /** Made of the title where it is left out. */
  readonly slug?: string | undefined;
  /** An id or an alias of topics.yaml. */
  readonly topic: string;
  /** At least one. */
  readonly sources: readonly NewSource[];
  /** The identity of the story that it continues, and what is new since. */
  readonly follows?: string | undefined;
  readonly whatsNew?: string | undefined;
}

function refuseDateline({ publication }: Site, { date, slot }: Dateline): Refused | undefined {
  const wrong = checkDay(date, publication.zone);
  if (wrong !== undefined) return { refused: wrong };
  const slots = publication.slots.map(({ id }) => id);
  return slots.includes(slot) ? undefined : { refused: `“${slot}” is no slot; the slots are ${slots.join(", ")}` };
}

/** Makes the folder of an edition. Links are not followed: what lies behind one is no content, and may be anybody's. */
function makeFolder(content: string, dateline: Dateline): string | Refused {
  const names = editionFolder(dateline).split("/");
  for (const at of names.keys()) {
    const parent = followFolders(content, names.slice(0, at));
    if (typeof parent !== "string") return parent;
    mkdirSync(join(parent, names[at] ?? ""), { recursive: true });
  }
  return followFolders(content, names);
}

function isThere(content: string, name: string): boolean {
  const place = findPlace(content, name);
  return !("refused" in place) && place.isThere;
}

/** Writes a file that must not be there yet. */
async function writeNew(content: string, name: string, text: string): Promise<Refused | undefined> {
  const saved = await saveText(content, name, text, undefined);
  if ("conflict" in saved) return { refused: `${name} exists already; nothing was written` };
  return "refused" in saved ? saved : undefined;
}

/** Makes an edition as a draft, with the stories that stand in its folder already as its running order. Refused where it is there. */
export async function createEdition(content: string, site: Site, dateline: Dateline): Promise<Created | Refused> {
  const wrong = refuseDateline(site, dateline);
  if (wrong) return wrong;
  const folder = makeFolder(content, dateline);
  if (typeof folder !== "string") return folder;
  const slugs = readdirSync(folder).filter((file) => file.endsWith(".md") && file !== "edition.md");
  const name = `${editionFolder(dateline)}/edition.md`;
  const text = scaffoldEdition(slugs.map((file) => file.slice(0, -".md".length)).sort());
  return (await writeNew(content, name, text)) ?? { name, changed: [] };
}

function refuseStory(
  site: Site,
  { title, topic, sources, follows, whatsNew }: NewStory,
  slug: string,
): Refused | undefined {
  const { topics, publishers } = site.vocabularies;
  const problems = [
    checkTitle(title),
    slug === "" ? "no name for the address can be made of this title; give one" : checkSlug(slug),
    topic in topics || site.topics.resolve(topic) !== undefined ? undefined : `“${topic}” is no topic`,
    sources.length === 0 ? "a story has at least one source" : undefined,
    ...sources.flatMap(({ publisher, title: own, url }) => [
      publisher in publishers ? undefined : `“${publisher}” is no publisher`,
      checkSourceTitle(own),
      checkCited(url, site),
    ]),
    follows === undefined ? undefined : checkFollowed(follows),
    whatsNew === undefined ? undefined : checkNews(whatsNew),
  ];
  const found = problems.filter((problem) => problem !== undefined);
  return found.length === 0 ? undefined : { refused: found.join("; ") };
}

/** Makes a story as a draft with an empty body, at the end of the running order of its edition, which is made where there is none. */
export async function createStory(content: string, site: Site, story: NewStory): Promise<Created | Refused> {
  const { dateline, title, topic, sources, follows, whatsNew } = story;
  const slug = story.slug ?? slugOf(title, site.publication.language);
  const wrong = refuseDateline(site, dateline) ?? refuseStory(site, story, slug);
  if (wrong) return wrong;
  const folder = makeFolder(content, dateline);
  if (typeof folder !== "string") return folder;
  const name = `${editionFolder(dateline)}/${slug}.md`;
  const edition = `${dirname(name)}/edition.md`;
  const place = findPlace(content, edition);
  if ("refused" in place) return place;
  const text = scaffoldStory({
    title,
    topic,
    sources,
    topics: Object.keys(site.vocabularies.topics),
    follows,
    whatsNew,
  });
  const refused = await writeNew(content, name, text);
  if (refused) return refused;
  if (!isThere(content, edition)) {
    const made = await writeNew(content, edition, scaffoldEdition([slug]));
    return made ?? { name, changed: [edition], isEditionNew: true };
  }
  const changed = await changeText(content, edition, (before) => {
    const file = openEditable(edition, new TextEncoder().encode(before));
    if (!file) return before;
    const after = addToRunningOrder(file, slug);
    return keepMark(before, after.text);
  });
  if ("refused" in changed)
    return {
      refused: `${editionIdentity(dateline)}/${slug} is there; its edition could not be changed: ${changed.refused}`,
    };
  return { name, changed: changed.isSame ? [] : [edition] };
}
