import { define } from "./define.ts";
import { html } from "./html.ts";
import { feedContent } from "./partials/feed-content.ts";

// HTML's escapes are XML's, so the same tag writes both.
export default define(
  "atomFeeds",
  (feed) => html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.language}">
<id>${feed.id}</id>
<title>${feed.title}</title>
${feed.subtitle !== undefined && html`<subtitle>${feed.subtitle}</subtitle>\n`}<link rel="self" type="application/atom+xml" href="${feed.self}"/>
<link rel="alternate" type="text/html" href="${feed.alternate}"/>
<author><name>${feed.author}</name></author>
<updated>${feed.updated}</updated>
${feed.entries.map(
  (entry) => html`<entry>
<id>${entry.id}</id>
<title>${entry.title}</title>
<link rel="alternate" type="text/html" href="${entry.url}"/>
<published>${entry.published}</published>
<updated>${entry.updated}</updated>
${entry.authors.map(({ name }) => html`<author><name>${name}</name></author>\n`)}${entry.categories.map((term) => html`<category term="${term}"/>\n`)}<summary>${entry.summary}</summary>
<content type="html">${feedContent(entry, feed)}</content>
</entry>
`,
)}</feed>
`,
);
