import type { Instant } from "../../content/time/calendar.ts";

/** The ways to tell that an edition is out, in the order in which they are tried. */
export const CHANNELS = ["websub", "indexnow", "mastodon", "bluesky", "mail"] as const;
export type ChannelName = (typeof CHANNELS)[number];

/** What readers can be told. A correction is never posted again: only programs that follow the site are told of it. */
export type Occasion = "edition" | "correction";

/** Something to tell: once for each `key` and channel. */
export interface Announcement {
  /** Names it in the ledger and to services that know what they had before: the identity of an edition, with the time of a correction after it. */
  readonly key: string;
  readonly occasion: Occasion;
  /** The edition's identity, as in 2026-03-04-evening. */
  readonly identity: string;
  /** The edition's address, whole. */
  readonly url: string;
}

/** What an attempt to tell came to. */
export type Outcome =
  /** Told; the receipt is the address or id of what was made, and never a secret. */
  | { readonly kind: "done"; readonly receipt: string }
  /** Refused for good, as by SMTP's 550 or HTTP's 422: it is recorded, and not tried again. */
  | { readonly kind: "refused"; readonly problem: string }
  /** Nothing was told, and it may be tried again: SMTP's 451, HTTP's 429 and 5xx, no connection. */
  | { readonly kind: "later"; readonly problem: string }
  /** It may have been told, as where the answer was lost: it stays claimed, the next run has the channel find out by `resume`, and this one ends with 75. */
  | { readonly kind: "open"; readonly problem: string }
  /** It may have been told, and the channel has no way to find out: a person has to say. */
  | { readonly kind: "unknown"; readonly problem: string };

/** What an attempt came to that did not tell, or may not have. */
export type Failure = Exclude<Outcome, { readonly kind: "done" }>;

/** A way to tell, with its settings and secrets. None of its functions throws for what a host is like. */
export interface Channel {
  readonly name: ChannelName;
  readonly occasions: readonly Occasion[];
  /** What would go out, for a person to read: no socket is opened, and no secret is in it. */
  readonly describe: (announcement: Announcement) => Promise<string>;
  /** Tells. Whoever calls has claimed it in the ledger before. */
  readonly send: (announcement: Announcement) => Promise<Outcome>;
  /**
   * What became of a claim without an end, made at `claimed` by a run that is over. It finds out, or tells again where that is safe; a channel that can do
   * neither answers `unknown`.
   */
  readonly resume: (announcement: Announcement, claimed: Instant) => Promise<Outcome>;
}
