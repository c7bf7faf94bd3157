import { editionPath, readPath, storyPath } from "../content/addresses.ts";
import { type Dateline, editionIdentity, fileOfIdentity, readIdentity, storyIdentity } from "../content/dateline.ts";
import type { Site } from "../content/site.ts";
import type { PlacedEdition } from "../content/time/schedule.ts";
import { findNearest } from "../content/words/nearest.ts";

/** A text that seems to have the place of one that is lost. */
export interface Successor {
  readonly identity: string;
  readonly file: string;
}

/** An edition that seems to have the place of one that is lost. */
export interface EditionSuccessor extends Successor {
  /** Whether it has what stood at a story's address under its old name. */
  has(path: string): boolean;
}

/** Finds what became of texts whose addresses are lost. */
export interface Finder {
  story(dateline: Dateline, slug: string): Successor | undefined;
  /** `paths` are those of its stories that are lost with it. */
  edition(dateline: Dateline, paths: readonly string[]): EditionSuccessor | undefined;
  /** Whether a text is still there, though no reader may see it. */
  isThere(identity: string): boolean;
  /** Whether an address of a story will lead on with the one that it had later, since it follows from what its edition was called. */
  isDerived(dateline: Dateline, slug: string): boolean;
}

function slugOf(identity: string): string {
  return readIdentity(identity).slug ?? "";
}

/** The slug of the story at a path. */
function slugAt(path: string): string {
  const page = readPath(path);
  return page.type === "story" ? page.slug : "";
}

function only<T>(all: readonly T[]): T | undefined {
  return all.length === 1 ? all[0] : undefined;
}

/** Makes the finder of a publication of which readers had the addresses of `before`, and of these those are `lost`. */
export function createFinder(
  site: Pick<Site, "label" | "identities"> & { readonly editions: readonly PlacedEdition[] },
  before: ReadonlySet<string>,
  lost: ReadonlySet<string>,
): Finder {
  const editions = site.editions.filter(({ status }) => status === "published");
  const stories = editions.flatMap((edition) =>
    edition.stories.filter(({ status, path }) => status === "published" && !before.has(path)),
  );
  const bySlug = new Map<string, Successor[]>();
  for (const story of stories) {
    const slug = slugOf(story.identity);
    bySlug.set(slug, [...(bySlug.get(slug) ?? []), story]);
  }
  const fileOf = ({ file, identity }: PlacedEdition): string => file ?? `${site.label}/${fileOfIdentity(identity)}`;
  const succeed = (edition: PlacedEdition): EditionSuccessor => ({
    identity: edition.identity,
    file: fileOf(edition),
    has: (path) => edition.stories.some(({ identity }) => slugOf(identity) === slugAt(path)),
  });
  const gone = new Map(
    site.editions.flatMap((edition) => (edition.gone ?? []).map((text) => [text.identity, text] as const)),
  );
  const countLost = (dateline: Dateline): number => {
    const folder = editionPath(dateline);
    return [...lost].filter((path) => path !== folder && path.startsWith(folder)).length;
  };
  const there = new Set(site.editions.map(({ identity }) => identity));
  const renamed = new Map(
    site.editions.flatMap(({ former = [], dateline }) => former.map(({ name }) => [name, dateline] as const)),
  );
  return {
    isDerived(dateline, slug) {
      const now = renamed.get(editionIdentity(dateline));
      return now !== undefined && lost.has(storyPath(now, slug));
    },
    isThere: (identity) => site.identities.has(identity) || there.has(identity),
    story(dateline, slug) {
      // One that is there and hidden, or was taken back with its edition, was not moved.
      const identity = storyIdentity(dateline, slug);
      if (site.identities.has(identity)) return undefined;
      const edition = gone.get(editionIdentity(dateline));
      if (edition) return edition;
      const inFolder = stories.filter((story) => story.path.startsWith(editionPath(dateline)));
      const near = findNearest(
        slug,
        inFolder.map((story) => slugOf(story.identity)),
      );
      return (
        bySlug.get(slug)?.[0] ??
        inFolder.find((story) => slugOf(story.identity) === near) ??
        (countLost(dateline) === 1 ? only(inFolder) : undefined) ??
        only(bySlug.get(findNearest(slug, bySlug.keys()) ?? "") ?? [])
      );
    },
    edition(dateline, paths) {
      const identity = editionIdentity(dateline);
      if (there.has(identity) && gone.has(identity)) return undefined;
      const slugs = new Set(paths.map(slugAt));
      const counted = editions.map((edition) => {
        const own = edition.stories.filter(({ path, identity: own }) => !before.has(path) && slugs.has(slugOf(own)));
        return { edition, count: own.length };
      });
      const [best] = counted.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
      if (best) return succeed(best.edition);
      const fresh = editions.filter(({ path, dateline: { date } }) => !before.has(path) && date === dateline.date);
      const [same] = there.has(identity) ? [] : fresh;
      return same && succeed(same);
    },
  };
}
