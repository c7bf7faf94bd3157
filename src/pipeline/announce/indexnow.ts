import { keyFilePath } from "../../content/addresses.ts";
import { ask } from "../net/ask.ts";
import type { Announcement, Channel, Outcome } from "./channel.ts";
import type { ChannelDeps } from "./channel-deps.ts";
import { concernedStories } from "./concerned.ts";
import { judgePing } from "./judge-ping.ts";

/** One of the search engines that pass on to all others what they are told. */
const ENDPOINT = "https://api.indexnow.org/indexnow";

/** IndexNow, told which pages are new or have changed (indexnow.org, “Submitting set of URLs”). It does no harm to tell it twice. */
export function indexnowChannel(key: string, { archive, net }: ChannelDeps, endpoint = ENDPOINT): Channel {
  const { publication } = archive.site;
  const url = new URL(endpoint);
  const pagesOf = (announcement: Announcement): string[] => [
    announcement.url,
    ...concernedStories(archive, announcement).map(({ path }) => publication.url + path),
  ];
  const send = async (announcement: Announcement): Promise<Outcome> => {
    const { host } = publication;
    const keyLocation = publication.url + keyFilePath(key);
    const body = JSON.stringify({ host, key, keyLocation, urlList: pagesOf(announcement) });
    const headers = { "content-type": "application/json; charset=utf-8" };
    return judgePing(await ask(url, { method: "POST", headers, body }, net), url.host, endpoint);
  };
  return {
    name: "indexnow",
    occasions: ["edition", "correction"],
    describe: (announcement) =>
      Promise.resolve(`${url.host} is told that these changed:\n${pagesOf(announcement).join("\n")}`),
    send,
    resume: send,
  };
}
