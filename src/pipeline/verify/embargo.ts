import type { EditionOutline } from "../../content/outline.ts";
import type { Edition } from "../../content/edition.ts";
import { editionSchema, storySchema } from "../../content/schema/schema.ts";
import { pickListed } from "../../content/schema/shown.ts";
import type { Story } from "../../content/story.ts";
import type { Site } from "../../content/site.ts";
import { type Secret, SHORTEST } from "../read/secrets.ts";
import { createFinder } from "./finder.ts";
import { type GivenValues, wasGiven } from "./given.ts";
import type { Fault, Written } from "./promise.ts";

/** Everything of these texts that readers may see, as written and as printed: the words of something hidden may stand there, too. */
function* textsOf(
  texts: Iterable<Pick<Edition, "document" | "body"> & Partial<Pick<Story, "letters">>>,
): Generator<string> {
  for (const { document, body, letters = [] } of texts) {
    for (const { text, reply } of letters) yield `${text} ${reply?.text ?? ""}`;
    if (document) yield `${JSON.stringify(document.yaml.data)} ${document.body.replace(/\s+/g, " ")}`;
    // Words that are stressed or linked stand apart in a page and together in a description or a search record.
    for (const { html, opening } of body?.sections ?? []) yield `${html} ${html.replace(/<[^>]*>/g, "")} ${opening}`;
  }
}

/** What readers may see of editions; those parts that are hidden are left out. */
export function* publicTextsOf(editions: Iterable<Edition>): Generator<string> {
  for (const edition of editions)
    yield* textsOf([edition, ...edition.stories].filter(({ status }) => status === "published"));
}

/** What readers may see beside the texts of the editions. */
export function* publicTextsBeside(
  { pages, vocabularies }: Site,
  outlines: readonly EditionOutline[],
): Generator<string> {
  for (const edition of outlines) {
    if (edition.status === "published") yield JSON.stringify(pickListed(editionSchema, edition));
    for (const story of edition.stories)
      if (story.status === "published") yield JSON.stringify(pickListed(storySchema, story));
  }
  yield* textsOf(pages);
  for (const { yaml } of Object.values(vocabularies.documents)) yield JSON.stringify(yaml.data);
}

/** The folders that hold a file, as paths with a final slash. */
function* foldersOf(path: string): Generator<string> {
  for (let at = path.indexOf("/", 1); at >= 0; at = path.indexOf("/", at + 1)) yield path.slice(0, at + 1);
}

/**
 * What is a draft or in the future for the build's clock is in no file: not at its address, not by its words. Words that
 * readers may see in another text give nothing away, nor do those that the program says by itself; `publicTexts` is asked for
 * the former, and `given` for the latter, only when there is a find.
 */
export function createEmbargo(
  secrets: readonly Secret[],
  publicTexts: () => Iterable<string>,
): (written: Pick<Written, "files">, editions: readonly Edition[], given?: GivenValues) => Fault[] {
  if (secrets.length === 0) return () => [];
  const hiddenAt = new Map(secrets.map(({ path, identity }) => [path, identity]));
  const owners = new Map(secrets.flatMap(({ identity, words }) => words.map((canary) => [canary, identity] as const)));
  const find = createFinder(owners.keys(), SHORTEST);
  const known = new Set<string>();
  const learn = (text: string): void => {
    for (const words of find(text)) known.add(words);
  };
  let texts: Iterator<string> | undefined;
  const isPublic = (words: string, editions: readonly Edition[]): boolean => {
    if (!known.has(words)) for (const text of publicTextsOf(editions)) learn(text);
    texts ??= publicTexts()[Symbol.iterator]();
    while (!known.has(words)) {
      const next = texts.next();
      if (next.done === true) return false;
      learn(next.value);
    }
    return true;
  };
  return ({ files }, editions, given) => {
    const faults: Fault[] = [];
    for (const { path, content: packed, unpacked: content = packed } of files.values()) {
      for (const folder of foldersOf(path)) {
        const identity = hiddenAt.get(folder);
        if (identity !== undefined) faults.push({ path, message: `it belongs to ${identity}, which is not published` });
      }
      if (typeof content !== "string") continue;
      const canary = find(content).find((words) => wasGiven(words, given) && !isPublic(words, editions));
      if (canary === undefined) continue;
      const identity = owners.get(canary) ?? "";
      faults.push({ path, message: `it holds “${canary}” of ${identity}, which is not published` });
    }
    return faults;
  };
}
