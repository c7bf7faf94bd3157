import { type ChannelName, CHANNELS } from "./channel.ts";
import type { ChannelDeps, MadeChannel } from "./channel-deps.ts";
import type { AnnounceSettings } from "./due.ts";
import { indexnowChannel } from "./indexnow.ts";
import { makeMailChannel } from "./mail/mail-channel.ts";
import { makeBluesky } from "./posts/bluesky.ts";
import { makeMastodon } from "./posts/mastodon.ts";
import { websubChannel } from "./websub.ts";

/** Makes a channel of what site.yaml says; undefined where it does not name it. */
type Maker = (settings: AnnounceSettings, deps: ChannelDeps) => MadeChannel | undefined;

const MAKERS: Readonly<Record<ChannelName, Maker>> = {
  websub: ({ websub: hub }, deps) => (hub === undefined ? undefined : websubChannel(hub, deps)),
  indexnow: ({ indexnow: key }, deps) => (key === undefined ? undefined : indexnowChannel(key, deps)),
  mastodon: ({ mastodon }, deps) => mastodon && makeMastodon(mastodon, deps),
  bluesky: ({ bluesky }, deps) => bluesky && makeBluesky(bluesky, deps),
  mail: ({ mail }, deps) => mail && makeMailChannel(mail, deps),
};

/** A channel that site.yaml names, or what has to be set so that it can be one. */
export interface Named {
  readonly name: ChannelName;
  readonly made: MadeChannel;
}

/** The channels that site.yaml names, in the order in which they are told. */
export function makeChannels(settings: AnnounceSettings, deps: ChannelDeps): Named[] {
  return CHANNELS.flatMap((name) => {
    const made = MAKERS[name](settings, deps);
    return made ? [{ name, made }] : [];
  });
}
