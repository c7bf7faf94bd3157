import type { Announcement, Channel } from "../../src/pipeline/announce/channel.ts";
import type { ChannelDeps, MadeChannel } from "../../src/pipeline/announce/channel-deps.ts";
import type { Net } from "../../src/pipeline/net/ask.ts";
import type { Archive } from "../../src/pipeline/read/archive.ts";
import { readArchive } from "../../src/pipeline/read/publication.ts";
import type { FixturePublication } from "../fixtures.ts";

/** A net that no test means to use: whoever looks a host up in it fails. */
export const NO_NET: Net = {
  lookup: (host) => {
    throw new Error(`${host} was looked up`);
  },
  timeout: 1,
};

export function openArchive({ content, now }: FixturePublication): Promise<Archive> {
  return readArchive({ content, now: Date.parse(now), preview: false });
}

/** The announcements of every edition that readers may see. */
export function announcementsOf({ visible, site }: Archive): Announcement[] {
  return visible.map((text) => {
    const { identity } = text.placed;
    return { key: identity, occasion: "edition", identity, url: site.publication.url + text.outline().path };
  });
}

/** A channel that is made; throws where its settings are wrong. */
export function made(channel: MadeChannel): Channel {
  if ("problem" in channel) throw new Error(channel.problem);
  return channel;
}

/** What channels are given, with secrets of their own. */
export function depsOf(
  archive: Archive,
  environment: Readonly<Record<string, string>>,
  net: Net = NO_NET,
  now = Date.now(),
): ChannelDeps {
  return { archive, net, environment, now };
}
