import type { Publishers } from "./schema/schema.ts";
import { listOldIds } from "./former/former.ts";
import { publisherPath } from "./addresses.ts";
import { rememberOf } from "./words/remember.ts";

const formerOf = rememberOf(
  (publishers: Publishers): ReadonlyMap<string, string> =>
    new Map(
      listOldIds(publishers, publisherPath).flatMap(([id, old]) =>
        old.flatMap((name) => (Object.hasOwn(publishers, name) ? [] : [[name, id] as const])),
      ),
    ),
);

/** The id that a publisher has now, by that or an earlier one; an unknown id as it is. */
export function currentPublisher(publishers: Publishers, id: string): string {
  return formerOf(publishers).get(id) ?? id;
}
