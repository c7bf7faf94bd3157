import type { Site } from "../../content/site.ts";
import { createFinder } from "./finder.ts";
import type { Fault, Verify } from "./promise.ts";

const SHORTEST = 24;
const LONGEST = 80;

/** The longest stretch of a text that is printed alike everywhere: free of what HTML, JSON or typography would change. */
function canaryOf(text: string): string | undefined {
  const stretches = text.split(/[^\p{L}\p{N} ,.;:-]+|\s{2,}/u).map((stretch) => stretch.trim().slice(0, LONGEST));
  const [longest = ""] = stretches.sort((a, b) => b.length - a.length);
  return longest.length >= SHORTEST ? longest : undefined;
}

/** A story or edition that the clock or its editor keeps from readers. */
interface Hidden {
  readonly identity: string;
  readonly path: string;
  /** Words that would give it away. */
  readonly texts: readonly string[];
}

function listHidden({ editions }: Site): Hidden[] {
  return editions.flatMap((edition) => {
    const { title = "", description = "" } = edition.front;
    const own = { ...edition, texts: [title, description, ...openings(edition.body)] };
    const stories = edition.stories.map((story) => ({
      ...story,
      texts: [story.title, story.short, ...openings(story.body)],
    }));
    return [own, ...stories].filter(({ status }) => status !== "published");
  });
}

function openings(body: Site["pages"][number]["body"] | undefined): string[] {
  return body?.sections.map(({ opening }) => opening) ?? [];
}

/** Everything that readers may see, as written and as printed: the words of something hidden may stand there, too. */
function* publishedTexts({ editions, pages, vocabularies }: Site): Generator<string> {
  const open = editions.flatMap((edition) =>
    [edition, ...edition.stories].filter(({ status }) => status === "published"),
  );
  for (const { document, body } of [...open, ...pages]) {
    if (document) yield `${JSON.stringify(document.yaml.data)} ${document.body.replace(/\s+/g, " ")}`;
    for (const { html, opening } of body?.sections ?? []) yield `${html} ${opening}`;
  }
  for (const { yaml } of Object.values(vocabularies.documents)) yield JSON.stringify(yaml.data);
}

/** The folders that hold a file, as paths with a final slash. */
function* foldersOf(path: string): Generator<string> {
  for (let at = path.indexOf("/", 1); at >= 0; at = path.indexOf("/", at + 1)) yield path.slice(0, at + 1);
}

/** What is a draft or in the future for the build's clock is in no file: not at its address, not by its words. */
export const verifyEmbargo: Verify = ({ files }, site) => {
  const hidden = listHidden(site);
  if (hidden.length === 0) return [];
  const hiddenAt = new Map(hidden.map(({ path, identity }) => [path, identity]));
  const owners = new Map(
    hidden.flatMap(({ identity, texts }) =>
      texts.flatMap((text) => {
        const canary = canaryOf(text);
        return canary === undefined ? [] : [[canary, identity] as const];
      }),
    ),
  );
  const find = createFinder(owners.keys(), SHORTEST);
  // Words that readers may see in another text give nothing away; asked only when there is a find, which there hardly is.
  let known: Set<string> | undefined;
  const isPublic = (words: string): boolean => {
    known ??= new Set([...publishedTexts(site)].flatMap(find));
    return known.has(words);
  };
  const faults: Fault[] = [];
  for (const { path, content } of files.values()) {
    for (const folder of foldersOf(path)) {
      const identity = hiddenAt.get(folder);
      if (identity !== undefined) faults.push({ path, message: `it belongs to ${identity}, which is not published` });
    }
    if (typeof content !== "string") continue;
    const canary = find(content).find((words) => !isPublic(words));
    if (canary === undefined) continue;
    const identity = owners.get(canary) ?? "";
    faults.push({ path, message: `it holds “${canary}” of ${identity}, which is not published` });
  }
  return faults;
};
