import type { Folder } from "../../content/files/folders.ts";
import type { PlacedEdition } from "../../content/time/schedule.ts";
import type { CrewMember } from "./crew.ts";
import type { ReadMeeting, ReadOrder } from "./protocol.ts";

/** The shares of workers, as the main thread deals with them. */
export interface Shares<Around, Result> {
  /** Whether an edition is in the share of none of them. */
  isLeft(edition: Pick<Folder, "identity">): boolean;
  /** Where their editions stand. */
  readonly placed: Promise<readonly PlacedEdition[]>;
  /** Tells each what it must know to go on: where all others stand, `own` being the main thread's, and what stands around all. Settles when they were told. */
  meet(own: readonly PlacedEdition[], around: Around): Promise<void>;
  /** What came of it. */
  results(): Promise<readonly Result[]>;
}

/** Gives each worker an equal share of the editions, the oldest first; the main thread, which prints the rest of the site, has the newest. */
export function dealShares<Order extends ReadOrder, Around, Result>(
  crew: readonly CrewMember<Order, ReadMeeting & Around, Result>[],
  folders: readonly Folder[],
  orderOf: (editions: ReadonlySet<string>) => Order,
  onPages: (count: number) => void = () => undefined,
): Shares<Around, Result> {
  const size = Math.round(folders.length / (crew.length + 1));
  const shares = crew.map(
    (_, at) => new Set(folders.slice(at * size, (at + 1) * size).map(({ identity }) => identity)),
  );
  const placed = crew.map((worker, at) => worker.start(orderOf(shares[at] ?? new Set()), onPages));
  let results: readonly Promise<Result>[] = [];
  return {
    isLeft: ({ identity }) => !shares.some((share) => share.has(identity)),
    placed: Promise.all(placed).then((all) => all.flat()),
    async meet(own, around) {
      const all = await Promise.all(placed);
      results = crew.map((worker, at) => {
        const others = all.filter((_, other) => other !== at);
        return worker.meet({ ...around, placed: [...own, ...others.flat()] });
      });
    },
    results: () => Promise.all(results),
  };
}
