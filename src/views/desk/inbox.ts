import type { Instant } from "../../content/time/calendar.ts";
import { describeMoment } from "./when.ts";

/** An entry of a publisher's feed. */
export interface InboxItem {
  /** An id of publishers.yaml. */
  readonly publisher: string;
  /** The publisher's name. */
  readonly by: string;
  readonly title: string;
  /** An https address. */
  readonly url: string;
  /** “today at 09:30”. */
  readonly when: string;
}

/** Something that happened, by all who tell of it, whoever told it first before all others. */
export interface InboxEvent {
  readonly items: readonly InboxItem[];
  /** A story that it may go on with: its identity and its headline. */
  readonly continues?: { readonly id: string; readonly name: string };
}

/** A feed that was not as it should be, and what it was. */
export interface InboxFeed extends Pick<InboxItem, "publisher" | "url"> {
  readonly what: string;
}

/** Some of what publishers tell. */
export interface Inbox {
  readonly events: readonly InboxEvent[];
  /** How many more there are. */
  readonly left: number;
  /** How many feeds were read, and when. */
  readonly feeds: number;
  readonly when: string;
  readonly told: readonly InboxFeed[];
}

/** An event as it was found. */
interface Found {
  readonly items: readonly (Omit<InboxItem, "by" | "when"> & { readonly published: Instant })[];
  readonly continues?: string;
}

/** What an inbox is made of beside events. */
interface InboxSetting {
  readonly now: Instant;
  readonly zone: string;
  readonly publishers: Readonly<Record<string, { readonly name: string }>>;
  /** The headline of a story, by its identity. */
  readonly titleOf: (identity: string) => string;
}

/** Shows events in words. */
export function viewEvents(events: readonly Found[], setting: InboxSetting): InboxEvent[] {
  const { now, zone, publishers, titleOf } = setting;
  return events.map(({ items, continues }) => ({
    items: items.map(({ publisher, title, url, published }) => ({
      publisher,
      by: publishers[publisher]?.name ?? publisher,
      title,
      url,
      when: describeMoment(published, now, zone),
    })),
    ...(continues !== undefined && { continues: { id: continues, name: titleOf(continues) } }),
  }));
}
