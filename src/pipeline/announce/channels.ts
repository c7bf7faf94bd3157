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

/** In the place of secrets that are not there: so that what would go out can be read where nothing can be sent. */
const STAND_INS: ChannelDeps["environment"] = {
  MASTODON_TOKEN: "none",
  BLUESKY_APP_PASSWORD: "none",
  BUTTONDOWN_API_KEY: "none",
  SMTP_URL: "smtps://mail.invalid",
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

/** The same for a dry run: a channel whose secret is missing can say what it would tell. */
export function makeChannelsWithoutSecrets(settings: AnnounceSettings, deps: ChannelDeps): Named[] {
  const given = Object.entries(deps.environment).filter(([, value = ""]) => value !== "");
  return makeChannels(settings, { ...deps, environment: { ...STAND_INS, ...Object.fromEntries(given) } });
}
