import { feedOf, ICONS, PAGES } from "../../content/addresses.ts";
import { originOf } from "../../content/publication.ts";
import type { OwnMessages } from "../../locales/locale.ts";
import { publicationImage } from "../cards/publication-card.ts";
import type { Given } from "../page.ts";
import type { FeedEntry } from "./feed-entries.ts";

/** A feed as Atom (RFC 4287) and JSON Feed 1.1 print it. */
export interface Feed {
  readonly path: string;
  readonly id: string;
  readonly title: string;
  readonly subtitle: string | undefined;
  readonly self: string;
  readonly alternate: string;
  readonly origin: string;
  readonly language: string;
  readonly messages: OwnMessages;
  readonly author: string;
  readonly updated: string;
  /** The document before it, with older entries (RFC 5005, 4). */
  readonly previous: string | undefined;
  /** Of a document of older entries, the one with the newest; undefined in that itself. */
  readonly current: string | undefined;
  /** How readers' programs show the publication, and where they may be told of what is new; of the current document alone. */
  readonly publication:
    | { readonly icon: string; readonly largeIcon: string; readonly logo: string; readonly hub: string | undefined }
    | undefined;
  readonly entries: readonly FeedEntry[];
}

/** What a feed shows besides its entries. */
export interface FeedAround {
  readonly title: string;
  /** The path of the page of which it is the feed. */
  readonly alternate: string;
  /** The path of the feed now and at first, where it had another: by the first it is known for ever. */
  readonly known?: { readonly now: string; readonly first: string };
  /** The path of the document with older entries. */
  readonly previous?: string | undefined;
}

function latestOf(entries: readonly FeedEntry[]): string {
  return entries
    .map(({ updated }) => updated)
    .reduce((latest, updated) => (Date.parse(updated) > Date.parse(latest) ? updated : latest), "1970-01-01T00:00:00Z");
}

/** Derives the current document of a feed. */
export function viewFeed(
  { setting: { publication }, shell, path, around }: Given<FeedAround, unknown>,
  entries: readonly FeedEntry[],
): Feed {
  const { url, hub } = publication;
  const icons = { icon: url + ICONS.small, largeIcon: url + ICONS.large };
  return {
    path,
    id: url + (around.known?.first ?? path),
    title: around.title,
    subtitle: publication.tagline,
    self: url + (around.known?.now ?? path),
    alternate: url + around.alternate,
    origin: originOf(publication),
    language: publication.language,
    messages: publication.messages,
    author: publication.publisher.name,
    updated: latestOf(entries),
    previous: around.previous === undefined ? undefined : url + around.previous,
    current: undefined,
    publication: { ...icons, logo: publicationImage(shell)?.url ?? icons.largeIcon, hub },
    entries,
  };
}

/**
 * Derives a document of older entries of the feed of editions. It says nothing that may change with the feed as a whole, and not which
 * document follows: so that it stays, byte for byte, what those have who were here before.
 */
export function viewOlder(given: Given<Pick<FeedAround, "previous">, unknown>, entries: readonly FeedEntry[]): Feed {
  const { publication } = given.setting;
  const current = feedOf(PAGES.home);
  const feed = viewFeed(
    { ...given, around: { ...given.around, title: publication.name, alternate: PAGES.home } },
    entries,
  );
  return { ...feed, id: publication.url + current, current: publication.url + current, publication: undefined };
}
