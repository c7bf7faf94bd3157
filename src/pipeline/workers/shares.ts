import type { Folder } from "../../content/files/folders.ts";
import type { PlacedEdition } from "../../content/time/schedule.ts";
import type { CrewMember } from "./crew.ts";
import type { WorkerOrder, WorkerResult } from "./protocol.ts";
import type { Surroundings } from "./share.ts";

/** The shares of workers, as the main thread deals with them. */
export interface Shares {
  /** Whether an edition is in the share of none of them. */
  isLeft(edition: Pick<Folder, "identity">): boolean;
  /** Where their editions stand. */
  readonly placed: Promise<readonly PlacedEdition[]>;
  /** Tells each what it must know to make its pages: where all others stand, `own` being the main thread's. */
  meet(own: readonly PlacedEdition[], surroundings: Surroundings): void;
  /** What they made. */
  results(): Promise<readonly WorkerResult[]>;
}

/** Gives each worker an equal share of the editions, the oldest first; the main thread, which prints the rest of the site, has the newest. */
export function dealShares(
  crew: readonly CrewMember[],
  folders: readonly Folder[],
  order: Omit<WorkerOrder, "editions">,
  onPages: (count: number) => void,
): Shares {
  const size = Math.round(folders.length / (crew.length + 1));
  const shares = crew.map(
    (_, at) => new Set(folders.slice(at * size, (at + 1) * size).map(({ identity }) => identity)),
  );
  const placed = crew.map((worker, at) => worker.start({ ...order, editions: shares[at] ?? new Set() }, onPages));
  let results: readonly Promise<WorkerResult>[] = [];
  return {
    isLeft: ({ identity }) => !shares.some((share) => share.has(identity)),
    placed: Promise.all(placed).then((all) => all.flat()),
    meet(own, surroundings) {
      results = crew.map(async (worker, at) => {
        const others = await Promise.all(placed.filter((_, other) => other !== at));
        return worker.meet({ ...surroundings, placed: [...own, ...others.flat()] });
      });
    },
    results: () => Promise.all(results),
  };
}
