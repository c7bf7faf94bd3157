import type { RecordingView } from "../src/views/recordings/recording.ts";
import { define } from "./define.ts";
import { feedContent } from "./partials/feed-content.ts";

function attachmentOf({ url, type, bytes, seconds, label }: RecordingView): object {
  const size = { size_in_bytes: bytes, duration_in_seconds: seconds };
  return { url, mime_type: type, ...(label !== undefined && { title: label }), ...size };
}

export default define("jsonFeeds", (feed) => {
  const items = feed.entries.map((entry) => ({
    id: entry.id,
    url: entry.url,
    title: entry.title,
    summary: entry.summary,
    image: entry.image?.url,
    content_html: feedContent(entry, feed),
    date_published: entry.published,
    date_modified: entry.updated,
    authors: entry.authors.map(({ name }) => ({ name })),
    tags: entry.categories,
    language: feed.language,
    ...(entry.recording && { attachments: [attachmentOf(entry.recording)] }),
    ...(entry.letters && { _letters: entry.letters }),
    _ai_disclosure: { level: entry.ai, ...(entry.aiOfParts.length > 0 && { parts: entry.aiOfParts }) },
  }));
  const document = {
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    home_page_url: feed.alternate,
    feed_url: feed.self,
    description: feed.subtitle,
    icon: feed.publication?.largeIcon,
    favicon: feed.publication?.icon,
    language: feed.language,
    authors: [{ name: feed.author }],
    ...(feed.publication?.hub !== undefined && { hubs: [{ type: "WebSub", url: feed.publication.hub }] }),
    items,
  };
  return `${JSON.stringify(document, null, 1)}\n`;
});
