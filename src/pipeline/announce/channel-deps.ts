import type { Instant } from "../../content/time/calendar.ts";
import type { Net } from "../net/ask.ts";
import type { Archive } from "../read/archive.ts";
import type { Channel } from "./channel.ts";

/** What a channel is made with. */
export interface ChannelDeps {
  readonly archive: Archive;
  readonly net: Net;
  /** Where secrets are, and nowhere else. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly now: Instant;
}

/** A channel, or what has to be set so that it can be one. */
export type MadeChannel = Channel | { readonly problem: string };
