import { threadPath } from "./addresses.ts";
import { readIdentity } from "./dateline.ts";
import { firstIdentity } from "./former/former.ts";
import { rememberOf } from "./words/remember.ts";
import type { PlacedEdition } from "./time/schedule.ts";

/** What of an edition tells which of its stories continue others. */
interface Linked {
  readonly dateline: PlacedEdition["dateline"];
  readonly stories: readonly Pick<PlacedEdition["stories"][number], "identity" | "follows" | "former">[];
}

/** A story in its edition. */
interface Part<Edition extends Linked> {
  readonly edition: Edition;
  readonly story: Edition["stories"][number];
}

/** Stories that continue one another: all that follow the same beginning, by whatever ways. */
export interface Thread<Edition extends Linked> {
  /** Stays the same while the thread grows and its stories move: what its first story was called at first, with the dateline where an older thread has it. */
  readonly id: string;
  /** Its path on the site, from the root. */
  readonly path: string;
  /** Two or more, oldest first. */
  readonly parts: readonly Part<Edition>[];
}

/** Gives out ids: a slug alone where it is free and cannot be taken for the number of a page. */
function claimId(taken: Set<string>, slug: string, { date, slot }: PlacedEdition["dateline"]): string {
  const names = [...(/^\d+$/.test(slug) ? [] : [slug]), `${slug}-${date}`, `${slug}-${date}-${slot}`];
  let id = names.find((name) => !taken.has(name));
  for (let count = 2; id === undefined; count += 1) {
    const name = `${slug}-${date}-${slot}-${count}`;
    if (!taken.has(name)) id = name;
  }
  taken.add(id);
  return id;
}

// Several kinds of page ask for the threads of one list.
const threadsOf = rememberOf((editions: readonly Linked[]): unknown => gatherThreads(editions));

/**
 * Finds the threads of editions, given oldest first: those of which the beginning is oldest come first. A story that follows one which
 * is not among them begins a thread of its own, so that nothing hidden has a part in it.
 */
export function findThreads<Edition extends Linked>(editions: readonly Edition[]): readonly Thread<Edition>[] {
  return threadsOf(editions) as readonly Thread<Edition>[];
}

function gatherThreads<Edition extends Linked>(editions: readonly Edition[]): Thread<Edition>[] {
  const current = new Map<string, string>();
  for (const { stories } of editions)
    for (const { identity, former = [] } of stories) for (const { name } of former) current.set(name, identity);
  const followedBy = ({ follows }: Pick<Linked["stories"][number], "follows">) =>
    follows === undefined ? undefined : (current.get(follows) ?? follows);
  const followed = new Set<string>();
  for (const { stories } of editions)
    for (const story of stories) {
      const before = followedBy(story);
      if (before !== undefined) followed.add(before);
    }
  // Most stories neither follow another nor are followed.
  const parts = new Map<string, Part<Edition>>();
  for (const edition of followed.size > 0 ? editions : [])
    for (const story of edition.stories)
      if (story.follows !== undefined || followed.has(story.identity)) parts.set(story.identity, { edition, story });
  const beginnings = new Map<string, string>();
  const beginningOf = (identity: string): string => {
    const trail: string[] = [];
    let here = identity;
    for (;;) {
      const known = beginnings.get(here);
      const before = followedBy(parts.get(here)?.story ?? { follows: undefined });
      trail.push(here);
      // Stories that follow one another in a circle begin where one comes round.
      if (known !== undefined || before === undefined || !parts.has(before) || trail.includes(before)) {
        for (const passed of trail) beginnings.set(passed, known ?? here);
        return known ?? here;
      }
      here = before;
    }
  };
  const groups = new Map<string, Part<Edition>[]>();
  for (const [identity, part] of parts) {
    const beginning = beginningOf(identity);
    const own = groups.get(beginning);
    if (own) own.push(part);
    else groups.set(beginning, [part]);
  }
  const taken = new Set<string>();
  return [...groups.values()].flatMap((own) => {
    const [first] = own;
    if (!first || own.length < 2) return [];
    const { dateline, slug = "" } = readIdentity(firstIdentity(first.story));
    const id = claimId(taken, slug, dateline);
    return [{ id, path: threadPath(id), parts: own }];
  });
}
