import type { Instant } from "../../content/time/calendar.ts";
import type { Net } from "../net/ask.ts";
import type { Archive } from "../read/archive.ts";
import type { Channel } from "./channel.ts";

/** What a channel is made of, beside its settings. */
export interface ChannelDeps {
  readonly archive: Archive;
  readonly net: Net;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly now: Instant;
}

/** A channel, or what is wrong with its settings or its secrets, and what to do. */
export type MadeChannel = Channel | { readonly problem: string };
