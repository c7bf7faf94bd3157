import { Agent } from "node:https";
import { feedOf, FILES, PAGES, slotPath, topicPath } from "../../content/addresses.ts";
import { findThreads } from "../../content/threads.ts";
import { ask } from "../net/ask.ts";
import type { Archive } from "../read/archive.ts";
import type { Announcement, Channel, Outcome } from "./channel.ts";
import type { ChannelDeps } from "./channel-deps.ts";
import { concernedStories } from "./concerned.ts";
import { judgePing } from "./judge-ping.ts";

/** The addresses of the feeds in which an announcement's edition stands or whose entries it changes. */
export function feedsWith(archive: Archive, announcement: Announcement): string[] {
  const { publication, topics } = archive.site;
  const edition = archive.get(announcement.identity);
  const stories = concernedStories(archive, announcement);
  const own = new Set(stories.map(({ identity }) => identity));
  const visible = archive.visible.map(({ placed }) => ({
    ...placed,
    stories: placed.stories.filter(({ status }) => status === "published"),
  }));
  const threads = findThreads(visible).filter(({ parts }) => parts.some(({ story }) => own.has(story.identity)));
  const paths = [
    feedOf(PAGES.home),
    FILES.jsonFeed,
    FILES.storyFeed,
    ...(announcement.occasion === "correction" ? [feedOf(PAGES.corrections)] : []),
    ...(edition ? [feedOf(slotPath(edition.placed.slot.id))] : []),
    ...stories
      .flatMap(({ topic = [] }) => topic)
      .flatMap((id) => [id, ...(topics.former.get(id) ?? [])].map((name) => feedOf(topicPath(name)))),
    ...threads.map(({ path }) => feedOf(path)),
  ];
  return [...new Set(paths)].map((path) => publication.url + path);
}

/**
 * A WebSub hub, told that feeds have changed. How a publisher tells is left open by WebSub (W3C, section 5); hubs take a form with `hub.mode=publish` and the feed's
 * address as `hub.url` (PubSubHubbub 0.3, 7.1) or `hub.topic`. It does no harm to tell them twice.
 */
export function websubChannel(hub: string, { archive, net }: ChannelDeps): Channel {
  const url = new URL(hub);
  const send = async (announcement: Announcement): Promise<Outcome> => {
    const agent = new Agent({ keepAlive: true });
    try {
      for (const feed of feedsWith(archive, announcement)) {
        const body = new URLSearchParams({ "hub.mode": "publish", "hub.url": feed, "hub.topic": feed }).toString();
        const headers = { "content-type": "application/x-www-form-urlencoded" };
        const outcome = judgePing(await ask(url, { method: "POST", headers, body }, net, agent), url.host, hub);
        if (outcome.kind !== "done") return outcome;
      }
      return { kind: "done", receipt: hub };
    } finally {
      agent.destroy();
    }
  };
  return {
    name: "websub",
    occasions: ["edition", "correction"],
    describe: (announcement) =>
      Promise.resolve(`${url.host} is told that these changed:\n${feedsWith(archive, announcement).join("\n")}`),
    send,
    resume: send,
  };
}
