import type { Publishers } from "./schema/schema.ts";
import { readOldId } from "./former/former.ts";
import { publisherPath } from "./addresses.ts";
import { rememberOf } from "./words/remember.ts";

const formerOf = rememberOf(
  (publishers: Publishers): ReadonlyMap<string, string> =>
    new Map(
      Object.entries(publishers).flatMap(([id, { formerly = [] }]) =>
        formerly.flatMap((name) => {
          const old = readOldId(name, publisherPath);
          return old === undefined || Object.hasOwn(publishers, old) ? [] : [[old, id] as const];
        }),
      ),
    ),
);

/** The id that a publisher has now, by that or an earlier one; an unknown id as it is. */
export function currentPublisher(publishers: Publishers, id: string): string {
  return formerOf(publishers).get(id) ?? id;
}
