import type { Instant } from "../../content/time/calendar.ts";

/** Where a publication is, and when and for whom it is read. */
export interface ReadOptions {
  /** The content folder, as the user named it. */
  readonly content: string;
  readonly now: Instant;
  /** Whether drafts and scheduled stories are shown. */
  readonly preview: boolean;
  /** Addresses that readers have, and that must answer. */
  readonly addresses?: readonly string[] | undefined;
  /** Whether advice is wanted, too. */
  readonly advice?: boolean | undefined;
}
