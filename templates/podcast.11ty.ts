import { messagesOf } from "../src/locales/messages.ts";
import type { Episode, Podcast } from "../src/views/feeds/podcast.ts";
import type { Messages } from "../src/locales/locale.ts";
import { define } from "./define.ts";
import { html } from "./html.ts";
import { wholeContent } from "./partials/feed-content.ts";
import { recordingLink } from "./partials/recording.ts";
import { SAID } from "./said.ts";

/** What programs show beside a recording: who reads, what part machines had in the text, and the stories in their order. */
function notes(episode: Episode, podcast: Podcast, m: Messages): string {
  const { recording, aiLine, stories, inFull, url } = episode;
  return wholeContent(
    html`<p${SAID}>${aiLine}</p>
${recordingLink(recording, m)}<h2${SAID}>${m.edition.contents}</h2>
<ol>
${stories.map(({ href, text, labels, start }) => html`<li>${start !== undefined && `${start} `}<a href="${href}">${text}</a>${labels.map((label) => html` <span class="label"${SAID}>${label}</span>`)}</li>\n`)}</ol>
${inFull.map((text) => html`<p${SAID}>${text}</p>\n`)}`,
    url,
    podcast,
  );
}

export default define("podcasts", (podcast) => {
  const m = messagesOf(podcast);
  return html`<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0">
<channel>
<title>${podcast.title}</title>
<link>${podcast.home}</link>
<atom:link rel="self" type="application/rss+xml" href="${podcast.self}"/>
<description>${podcast.description}</description>
<language>${podcast.language}</language>
<image><url>${podcast.image}</url><title>${podcast.title}</title><link>${podcast.home}</link></image>
<podcast:guid>${podcast.guid}</podcast:guid>
<itunes:author>${podcast.author}</itunes:author>
${podcast.email !== undefined && html`<itunes:owner><itunes:name>${podcast.author}</itunes:name><itunes:email>${podcast.email}</itunes:email></itunes:owner>\n`}<itunes:image href="${podcast.image}"/>
<itunes:category text="News"/>
<itunes:explicit>${podcast.explicit}</itunes:explicit>
${podcast.episodes.map(
  (episode) => html`<item>
<guid isPermaLink="false">${episode.id}</guid>
<title>${episode.title}</title>
<link>${episode.url}</link>
<pubDate>${episode.published}</pubDate>
<description>${episode.summary}</description>
<content:encoded>${notes(episode, podcast, m)}</content:encoded>
<enclosure url="${episode.recording.url}" length="${episode.recording.bytes}" type="${episode.recording.type}"/>
<itunes:duration>${episode.recording.seconds}</itunes:duration>
${episode.chapters !== undefined && html`<podcast:chapters url="${episode.chapters}" type="application/json+chapters"/>\n`}</item>
`,
)}</channel>
</rss>
`;
});
