import { change, type Data, type Editable, NotEditable } from "./editable.ts";
import {
  appendKey,
  appendWord,
  insertKey,
  insertWord,
  removeItem,
  replaceKey,
  replaceWord,
  writeFirst,
  writeWord,
} from "./values.ts";

/** What of a front matter is changed here. */
interface Front {
  readonly stories?: unknown;
  readonly formerly?: unknown;
  readonly image?: unknown;
}

/** A value or a list of them as a list. */
function listOf(value: unknown): readonly unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
}

function ordered({ document }: Editable): readonly unknown[] | undefined {
  const { stories } = document.yaml.data as Front;
  return Array.isArray(stories) ? stories : undefined;
}

/** The place of a story in a running order, in which its file may stand for it. */
function placeIn(stories: readonly unknown[] | undefined, slug: string): number {
  return stories?.findIndex((own) => own === slug || own === `${slug}.md`) ?? -1;
}

/** An edition.md with one more story at the end of its running order; as it is where it has none, or has the story. */
export function addToRunningOrder(edition: Editable, slug: string): Editable {
  const stories = ordered(edition);
  if (!stories || placeIn(stories, slug) >= 0) return edition;
  return change(
    edition,
    (text, document) =>
      stories.length === 0
        ? writeFirst(text, document, ["stories"], slug)
        : appendWord(text, document, ["stories"], stories.length, slug),
    (front) => ({ ...front, stories: [...stories, slug] }),
  );
}

/** An edition.md without a story in its running order. */
export function removeFromRunningOrder(edition: Editable, slug: string): Editable {
  const stories = ordered(edition);
  const index = placeIn(stories, slug);
  if (!stories || index < 0) return edition;
  return change(
    edition,
    (text, document) => removeItem(text, document, ["stories"], index, stories.length),
    (front) => ({ ...front, stories: stories.toSpliced(index, 1) }),
  );
}

/** An edition.md in whose running order a story has another name. */
export function renameInRunningOrder(edition: Editable, slug: string, name: string): Editable {
  const stories = ordered(edition);
  const index = placeIn(stories, slug);
  if (!stories || index < 0) return edition;
  return change(
    edition,
    (text, document) => replaceWord(text, document, ["stories", index], name),
    (front) => ({ ...front, stories: stories.with(index, name) }),
  );
}

/** What a file's front matter says that it was called, the oldest name first. */
export function formerNames({ document }: Editable): readonly unknown[] {
  return listOf((document.yaml.data as Front).formerly);
}

/** A Markdown file that has a name among those that it was called, before the one at `index`. */
function insertFormer(file: Editable, index: number, name: string): Editable {
  const before = formerNames(file);
  return change(
    file,
    (text, document) => {
      if (before.length === 0) return appendKey(text, document, "formerly", `[${writeWord(name)}]`);
      return index === before.length
        ? appendWord(text, document, ["formerly"], before.length, name)
        : insertWord(text, document, ["formerly"], index, name);
    },
    (front) => ({ ...front, formerly: before.toSpliced(index, 0, name) }),
  );
}

/** A Markdown file that says all that it was called, the oldest name first: those that it says already stay where they stand. */
export function nameFormer(file: Editable, names: readonly string[]): Editable {
  return names.reduce(
    (named, name, at) => (formerNames(named)[at] === name ? named : insertFormer(named, at, name)),
    file,
  );
}

/** A Markdown file that says what it was called last, behind the names that it had before. */
export function addFormer(file: Editable, name: string): Editable {
  const before = formerNames(file);
  return before.at(-1) === name ? file : insertFormer(file, before.length, name);
}

/** A vocabulary in which an entry has another id, and says what it was called. */
export function renameEntry(file: Editable, id: string, name: string): Editable {
  const entry = ((file.document.yaml.data as Data)[id] ?? {}) as Data;
  const [first] = Object.keys(entry);
  if (first === undefined) throw new NotEditable(`${file.path} says nothing of “${id}”`);
  const before = listOf(entry["formerly"]);
  const told = change(
    file,
    (text, document) =>
      before.length === 0
        ? insertKey(text, document, [id], first, `formerly: [${writeWord(id)}]`)
        : appendWord(text, document, [id, "formerly"], before.length, id),
    (entries) => ({ ...entries, [id]: { ...entry, formerly: [...before, id] } }),
  );
  return change(
    told,
    (text, document) => replaceKey(text, document, [id], name),
    (entries) => {
      const { [id]: own, ...others } = entries;
      return { ...others, [name]: own };
    },
  );
}

/** A story whose front matter names another topic. */
export function replaceTopic(story: Editable, from: string, to: string): Editable {
  const { topic } = story.document.yaml.data as { readonly topic?: unknown };
  if (topic !== from) return story;
  return change(
    story,
    (text, document) => replaceWord(text, document, ["topic"], to),
    (front) => ({ ...front, topic: to }),
  );
}

type Sourced = Readonly<{ source?: unknown }>;

/** A story whose sources name another publisher. */
export function replacePublisher(story: Editable, from: string, to: string): Editable {
  const { source } = story.document.yaml.data as Sourced;
  const isList = Array.isArray(source);
  const names = (own: unknown) => (own as { readonly publisher?: unknown } | null)?.publisher === from;
  return listOf(source).reduce<Editable>((file, own, index) => {
    if (!names(own)) return file;
    const renamed = { ...(own as object), publisher: to };
    return change(
      file,
      (text, document) => replaceWord(text, document, ["source", ...(isList ? [index] : []), "publisher"], to),
      (front) => ({ ...front, source: isList ? (front["source"] as unknown[]).with(index, renamed) : renamed }),
    );
  }, story);
}

/** A story whose front matter shows a picture by another name. */
export function renameFrontPicture(story: Editable, from: string, to: string): Editable {
  const { image } = story.document.yaml.data as Front;
  if ((image as { readonly src?: unknown } | undefined)?.src !== from) return story;
  return change(
    story,
    (text, document) => replaceWord(text, document, ["image", "src"], to),
    (front) => ({ ...front, image: { ...(front["image"] as object), src: to } }),
  );
}
