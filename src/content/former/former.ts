import { editionPath, readPath, storyPath } from "../addresses.ts";
import { type Dateline, editionIdentity, readIdentity, storyIdentity } from "../dateline.ts";
import { readOldPath } from "./old-path.ts";
import type { Document } from "../parse/document.ts";
import { type Position, START } from "../problems/diagnostic.ts";

/** What a text was called, or where it stood: an identity, or a path that begins with “/”. */
export interface Former {
  readonly name: string;
  /** Where that is written. */
  readonly at: Position;
}

/** The name that a former one means: an address of a text is written as its identity. */
function nameOf(written: string): string {
  if (!written.startsWith("/")) return written;
  const path = readOldPath(written);
  const page = readPath(path);
  if (page.type === "edition") return editionIdentity(page.dateline);
  return page.type === "story" ? storyIdentity(page.dateline, page.slug) : path;
}

/** The id that a former name of an entry of a vocabulary means, whose page stands at `pathOf` it; undefined where it is another address. */
function readOldId(written: string, pathOf: (id: string) => string): string | undefined {
  if (!written.startsWith("/")) return written;
  const path = readOldPath(written);
  const [id = ""] = path.split("/").slice(-2);
  return path === pathOf(id) ? id : undefined;
}

/** The ids that each entry of a vocabulary had, the oldest first, by the one that it has: what its `formerly` says, other addresses left out. */
export function listOldIds(
  entries: Readonly<Record<string, { readonly formerly?: readonly string[] | undefined }>>,
  pathOf: (id: string) => string,
): [id: string, old: string[]][] {
  return Object.entries(entries).map(([id, { formerly = [] }]) => [
    id,
    formerly.flatMap((name) => readOldId(name, pathOf) ?? []),
  ]);
}

/** The former names of a text, as its front matter gives them: oldest first. */
export function readFormer(written: readonly string[] | undefined, document: Document | undefined): Former[] {
  return (written ?? []).map((name, index) => ({
    name: nameOf(name),
    at: document?.yaml.locate(["formerly", index]) ?? START,
  }));
}

/** What an edition was called, the oldest name first, and is called now. */
export interface NamedEdition {
  readonly identity: string;
  readonly former: readonly Former[];
}

/** What a story was called before it had a name, while that edition was called otherwise: of other editions’ stories nothing is known. */
export function earlierNames(name: string, { identity, former }: NamedEdition): Former[] {
  const slash = name.indexOf("/");
  const edition = name.slice(0, Math.max(slash, 0));
  const end = edition === identity ? former.length : former.findLastIndex((each) => each.name === edition);
  return former
    .slice(0, Math.max(end, 0))
    .flatMap((each) => (each.name.includes("/") ? [] : [{ name: each.name + name.slice(slash), at: each.at }]));
}

/**
 * All former names of a story, oldest first: its own, and those that it had while its edition was called otherwise. Its present name is among
 * them where it had that before others.
 */
export function formerOfStory(
  own: readonly Former[],
  slug: string,
  { dateline, former }: { readonly dateline: Dateline; readonly former: readonly Former[] },
): Former[] {
  const edition = { identity: editionIdentity(dateline), former };
  const identity = storyIdentity(dateline, slug);
  const all = [...own.flatMap((one) => [...earlierNames(one.name, edition), one]), ...earlierNames(identity, edition)];
  const seen = new Set(own.map(({ name }) => name));
  const names = all.filter((one) => own.includes(one) || (!seen.has(one.name) && seen.add(one.name)));
  const last = names.at(-1);
  // What follows from the edition's names is no mistake of the story.
  return last && !own.includes(last) && last.name === identity ? names.slice(0, -1) : names;
}

/** All that a story was called and is called, as it is to be written where it leaves its edition: that one's names are then no longer its own. */
export function historyOf(written: readonly string[], identity: string, edition: NamedEdition): string[] {
  const seen = new Set(written);
  const earlier = (name: string): string[] =>
    earlierNames(name, edition).flatMap((one) => (seen.has(one.name) ? [] : (seen.add(one.name), one.name)));
  const own = written.flatMap((one) => [...earlier(nameOf(one)), one]);
  const derived = earlier(identity);
  return own.at(-1) === identity && derived.length === 0
    ? own
    : [...own, ...derived.filter((name) => name !== identity), identity];
}

/** The path at which a text stood. */
export function formerPath(name: string): string {
  if (name.startsWith("/")) return name;
  const { dateline, slug } = readIdentity(name);
  return slug === undefined ? editionPath(dateline) : storyPath(dateline, slug);
}

/** What a text was called at first, by which feeds know it for ever. */
export function firstIdentity({
  identity,
  former = [],
}: {
  readonly identity: string;
  readonly former?: readonly Former[] | undefined;
}): string {
  return former.find(({ name }) => !name.startsWith("/"))?.name ?? identity;
}
