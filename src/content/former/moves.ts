import { fileAt, publisherPath, standingPath, topicPath } from "../addresses.ts";
import { fold } from "../files/fold.ts";
import { earlierNames, type Former, formerPath, type NamedEdition } from "./former.ts";
import type { GoneText } from "./gone.ts";
import { readOldPath } from "./old-path.ts";
import { type Diagnostic, diagnose, type Position, START } from "../problems/diagnostic.ts";
import type { PlacedEdition } from "../time/schedule.ts";
import type { StandingPageHead } from "../standing-page.ts";
import type { Vocabularies } from "../vocabularies.ts";

/** An address at which something stood that stands at another now. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** What says that it stood elsewhere. */
interface Claim extends Move {
  /** As it is written, or the identity that it means. */
  readonly name: string;
  readonly file: string;
  readonly at: Position;
  /** Whether it was not written, but follows from what its edition was called. */
  readonly isDerived: boolean;
  /** The identity of the story that it names, and of the one that it is now. */
  readonly story?: readonly [was: string, is: string];
}

interface Moving {
  readonly label: string;
  readonly vocabularies: Pick<Vocabularies, "topics" | "publishers" | "documents">;
  readonly pages: readonly StandingPageHead[];
  readonly editions: readonly PlacedEdition[];
  readonly gone: readonly GoneText[];
}

/** A text of an edition as far as its addresses are concerned. */
interface Text {
  readonly identity: string;
  readonly path: string;
  readonly file: string;
  readonly former?: readonly Former[];
}

/** The editions by every name that they have and had. */
function byAllNames(editions: readonly PlacedEdition[]): Map<string, NamedEdition> {
  return new Map(
    editions.flatMap(({ identity, former = [] }) =>
      [...former.map(({ name }) => name), identity].map((name) => [name, { identity, former }] as const),
    ),
  );
}

/** The identities that stories had under what their editions were called, when they were moved on from there themselves. */
function expand({ name, at }: Former, editions: ReadonlyMap<string, NamedEdition>): Former[] {
  const edition = editions.get(name.slice(0, Math.max(name.indexOf("/"), 0)));
  return edition ? earlierNames(name, edition).map((one) => ({ ...one, at })) : [];
}

/** Former names without the present one where that came back after others: it leads nowhere, and says by what feeds know the text. */
function withoutOwn<T>(former: readonly T[], nameOf: (former: T) => string, own: string): T[] {
  const last = former.findLastIndex((each) => !nameOf(each).startsWith("/"));
  return former.filter((each, index) => index >= last || nameOf(each) !== own);
}

function* claimsOfTexts({ editions, gone }: Moving): Generator<Claim> {
  const formerEditions = byAllNames(editions);
  const live = editions.flatMap(({ identity, path, file = "", former, stories }): Text[] => [
    { identity, path, file, ...(former && { former }) },
    ...stories,
  ]);
  for (const { identity, path, file, former = [] } of [...live, ...gone]) {
    const written = new Set(former.map(({ name }) => name));
    for (const one of withoutOwn(former, ({ name }) => name, identity))
      for (const { name, at } of [one, ...expand(one, formerEditions).filter(({ name }) => name !== identity)]) {
        const isStory = identity.includes("/") && name.includes("/") && !name.startsWith("/");
        const isDerived = !written.has(name);
        yield {
          ...{ name, from: formerPath(name), to: path, file, at, isDerived },
          ...(isStory && { story: [name, identity] as const }),
        };
      }
  }
}

function* claimsOfEntries({ vocabularies, label, pages }: Moving): Generator<Claim> {
  for (const [name, pathOf] of [
    ["topics", topicPath],
    ["publishers", publisherPath],
  ] as const)
    for (const [id, { formerly = [] }] of Object.entries<{ readonly formerly?: readonly string[] | undefined }>(
      vocabularies[name],
    ))
      for (const [index, old] of withoutOwn([...formerly.entries()], ([, old]) => old, id)) {
        const at = vocabularies.documents[name]?.yaml.locate([id, "formerly", index]) ?? START;
        const from = old.startsWith("/") ? readOldPath(old) : pathOf(old);
        yield { name: old, from, to: pathOf(id), file: `${label}/${name}.yaml`, at, isDerived: false };
      }
  for (const { id, path, file, document, formerly } of pages)
    for (const [index, old] of withoutOwn([...formerly.entries()], ([, old]) => old, id)) {
      const at = document.yaml.locate(["formerly", index]);
      const from = old.startsWith("/") ? readOldPath(old) : standingPath(old);
      yield { name: old, from, to: path, file, at, isDerived: false };
    }
}

/** The file of a path as file systems see it that do not tell capitals apart. */
function foldFile(path: string): string {
  return fold(fileAt(path));
}

/** Makes the function that says what stands in the way of a page at a path, by the addresses at which something stands. */
export function createWatch(standing: Iterable<string>): (path: string) => string | undefined {
  const taken = new Map<string, string>();
  for (const path of standing) taken.set(foldFile(path), path);
  return (path) => {
    const file = foldFile(path);
    const found = taken.get(file);
    if (found !== undefined) return found;
    // A folder cannot stand where there is a file.
    for (let at = file.indexOf("/", 1); at >= 0; at = file.indexOf("/", at + 1)) {
      const above = taken.get(file.slice(0, at));
      if (above !== undefined) return above;
    }
    return isKept(path) ? path : undefined;
  };
}

/** Addresses that the site may make any day: of its look, its lists’ further pages and its archive. */
function isKept(path: string): boolean {
  return /^\/(?:-|archive|threads|search)\/|^\/(?:topics|publishers|corrections)\/(?:.*\/)?\d{1,3}\/$/i.test(path);
}

/**
 * Gathers where everything stood that stands elsewhere now, by the addresses at which something `stands`. What was called so by two, or
 * still stands there, is a problem. Plain data in, plain data out.
 */
export function gatherMoves(
  moving: Moving,
  stands: ReadonlyMap<string, unknown>,
): { readonly moves: Move[]; readonly renamed: Map<string, string>; readonly diagnostics: Diagnostic[] } {
  const inTheWay = createWatch(stands.keys());
  const claimed = new Map<string, Claim>();
  const renamed = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  for (const claim of [...claimsOfTexts(moving), ...claimsOfEntries(moving)]) {
    const { name, from, to, file, at, isDerived } = claim;
    const key = foldFile(from);
    const other = claimed.get(key);
    if (other?.to === to) continue;
    const standing = inTheWay(from);
    const tell = (message: string, hint: string) => {
      if (!isDerived) diagnostics.push(diagnose(file, at, { rule: "taken-address", message, hint }));
    };
    if (standing !== undefined && foldFile(standing) === foldFile(to))
      tell(`“${name}” is what this is called now`, "delete it here");
    else if (standing !== undefined)
      tell(
        `“${name}” would lead on from ${from}, where ${standing === from ? "something stands" : `${standing} stands in the way`}`,
        "delete it here, or move what stands there",
      );
    else if (other && !other.isDerived)
      tell(`“${name}” leads to ${other.to} already (${other.file}:${other.at.line})`, "delete it here or there");
    else {
      claimed.set(key, claim);
      if (claim.story) renamed.set(...claim.story);
    }
  }
  return { moves: [...claimed.values()].map(({ from, to }) => ({ from, to })), renamed, diagnostics };
}
