import { feedOf, publisherPath, slotPath, topicPath } from "../addresses.ts";
import type { Move } from "../former/moves.ts";
import type { Publication } from "../publication.ts";
import { currentPublisher } from "../publishers.ts";
import type { Status } from "../time/status.ts";
import type { TopicIndex } from "../topics.ts";
import type { Vocabularies } from "../vocabularies.ts";

interface Placed {
  readonly path: string;
  readonly status: Status;
}

/** Where everything of a publication stands, as far as its addresses are an editor's to keep. */
export interface Standing {
  readonly publication: Pick<Publication, "slots">;
  readonly vocabularies: Pick<Vocabularies, "publishers">;
  readonly topics: Pick<TopicIndex, "former">;
  readonly pages: readonly { readonly path: string }[];
  readonly moves: readonly Move[];
  readonly gone: readonly { readonly path: string }[];
  readonly editions: readonly (Placed & {
    readonly stories: readonly (Placed & {
      readonly topic: string | undefined;
      readonly publishers: readonly string[];
    })[];
  })[];
}

/** A page and its feed. */
function withFeed(path: string): string[] {
  return [path, feedOf(path)];
}

/**
 * Every address of a site that is to answer for ever, sorted: those of what an editor named, as far as readers know them, and those that lead there.
 * Pages that come and go with stories are not among them: further pages of lists, years, months, threads.
 */
export function listLasting({ publication, vocabularies, topics, pages, moves, gone, editions }: Standing): string[] {
  const isOut = ({ status }: Placed): boolean => status === "published";
  const out = editions.filter(isOut);
  const stories = out.flatMap((edition) => edition.stories.filter(isOut));
  const lasting = new Set([...publication.slots.flatMap(({ id }) => withFeed(slotPath(id)))]);
  for (const { path } of [...pages, ...gone, ...out, ...stories]) lasting.add(path);
  const inTopics = new Set(stories.flatMap(({ topic }) => topic ?? []));
  for (const id of inTopics) for (const path of withFeed(topicPath(id))) lasting.add(path);
  for (const [id, former] of topics.former)
    for (const old of inTopics.has(id) ? former : []) lasting.add(feedOf(topicPath(old)));
  const cited = new Set(stories.flatMap(({ publishers }) => publishers));
  for (const id of cited) {
    const now = currentPublisher(vocabularies.publishers, id);
    if (Object.hasOwn(vocabularies.publishers, now)) lasting.add(publisherPath(now));
  }
  for (const { from, to } of moves) if (lasting.has(to)) lasting.add(from);
  return [...lasting].sort();
}
