import type { Channel } from "../../src/pipeline/announce/channel.ts";
import type { ChannelDeps } from "../../src/pipeline/announce/channel-deps.ts";
import { makeBluesky } from "../../src/pipeline/announce/posts/bluesky.ts";
import { makeMastodon } from "../../src/pipeline/announce/posts/mastodon.ts";
import { createList } from "./chaos-list.ts";
import type { MakeChannels } from "./chaos-runner.ts";
import { made } from "./deps.ts";

export const SECRETS = { MASTODON_TOKEN: "a-token-of-mastodon", BLUESKY_APP_PASSWORD: "abcd-efgh-ijkl-mnop" };
export const HANDLE = "desk.example.org";

/** The channels of networks as they are, over the fakes of their services, and a list as over SMTP. */
export const makeChannels: MakeChannels = (deps, at): readonly Channel[] => {
  const own: ChannelDeps = { ...deps, environment: { ...SECRETS, BLUESKY_SERVICE: at("bsky", "") } };
  return [
    made(makeMastodon({ server: at("social", "") }, own)),
    made(makeBluesky({ handle: HANDLE }, own)),
    createList(deps.net, new URL(at("list", "/mails"))),
  ];
};
