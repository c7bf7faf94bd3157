import { define } from "./define.ts";
import { html } from "./html.ts";
import { feedContent } from "./partials/feed-content.ts";

// HTML's escapes are XML's, so the same tag writes both. A relative address of a text is one of its page's parts: xml:base says so.
// How many letters an entry has is told by RFC 4685.
export default define(
  "atomFeeds",
  (feed) => html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"${feed.current !== undefined && html` xmlns:fh="http://purl.org/syndication/history/1.0"`}${feed.entries.some(({ letters }) => letters) && html` xmlns:thr="http://purl.org/syndication/thread/1.0"`} xml:lang="${feed.language}">
<id>${feed.id}</id>
<title>${feed.title}</title>
${feed.subtitle !== undefined && html`<subtitle>${feed.subtitle}</subtitle>\n`}<link rel="self" type="application/atom+xml" href="${feed.self}"/>
<link rel="alternate" type="text/html" href="${feed.alternate}"/>
${feed.current !== undefined && html`<fh:archive/>\n<link rel="current" type="application/atom+xml" href="${feed.current}"/>\n`}${feed.previous !== undefined && html`<link rel="prev-archive" type="application/atom+xml" href="${feed.previous}"/>\n`}${feed.publication?.hub !== undefined && html`<link rel="hub" href="${feed.publication.hub}"/>\n`}${feed.publication && html`<icon>${feed.publication.icon}</icon>\n<logo>${feed.publication.logo}</logo>\n`}<author><name>${feed.author}</name></author>
<updated>${feed.updated}</updated>
${feed.entries.map(
  (entry) => html`<entry>
<id>${entry.id}</id>
<title>${entry.title}</title>
<link rel="alternate" type="text/html" href="${entry.url}"/>
${entry.recording && html`<link rel="enclosure" type="${entry.recording.type}" length="${entry.recording.bytes}" href="${entry.recording.url}"/>\n`}${entry.letters && html`<thr:total>${entry.letters.count}</thr:total>\n`}<published>${entry.published}</published>
<updated>${entry.updated}</updated>
${entry.authors.map(({ name }) => html`<author><name>${name}</name></author>\n`)}${entry.categories.map((term) => html`<category term="${term}"/>\n`)}${entry.image && html`<media:thumbnail url="${entry.image.url}" width="${entry.image.width}" height="${entry.image.height}"/>\n`}<summary>${entry.summary}</summary>
<content type="html" xml:base="${entry.url}">${feedContent(entry, feed)}</content>
</entry>
`,
)}</feed>
`,
);
