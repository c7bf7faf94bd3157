import { FILES, ICONS } from "../../src/content/addresses.ts";
import { rememberOf } from "../../src/content/words/remember.ts";
import type { Messages } from "../../src/locales/locale.ts";
import { messagesOf } from "../../src/locales/messages.ts";
import type { Light } from "../../src/views/parts/light.ts";
import { describeTrail } from "../../src/views/parts/breadcrumbs.ts";
import type { PageView } from "../../src/views/page-view.ts";
import { policyOf } from "../../src/views/files/policy.ts";
import { type Shell, type SheetName, SHEETS } from "../../src/views/shell.ts";
import { type Html, html, rendered } from "../html.ts";
import { SAID, settleSaid } from "../said.ts";
import { comfort } from "./comfort.ts";
import { jsonLd } from "./json-ld.ts";
import { openGraph } from "./open-graph.ts";
import { preview } from "./preview.ts";

function masthead(shell: Shell, path: string, m: Messages): Html {
  const { logo } = shell.assets;
  const current = (href: string) => href !== shell.home && (href === path || path.startsWith(href));
  return html`<header class="masthead">
<p class="nameplate"><a href="${shell.home}">${logo && html`<img class="logo" src="${logo.href}" width="${logo.width}" height="${logo.height}" alt="">`}${shell.name}</a></p>
${shell.tagline && html`<p class="tagline">${shell.tagline}</p>`}
<nav class="nav" aria-label="${m.page.navigation}">
<ul>
${shell.navigation.map(({ href, text, isSaid }) => html`<li${isSaid && SAID}><a href="${href}"${current(href) && html` aria-current="page"`}>${text}</a></li>\n`)}</ul>
</nav>
${comfort(m)}
</header>`;
}

/** A page has a stylesheet beside the common one when its main part has an element of one of these classes or names. */
const NEEDS: Partial<Record<SheetName, RegExp>> = {
  lists: /class="(?:index|pages|band year|search)/,
  notes: /class="(?:figure|footnote|correction)|<(?:blockquote|hr|audio)\b/,
  search: /class="search"/,
  trends: /class="chart"/,
};

/** The same on every page, so that it is made once. */
const colophon = rememberOf((shell: Shell): Html => {
  const { colophon: links, imprint, name } = shell;
  const { page: m, trends } = messagesOf(shell);
  const { publisher, responsible, email } = imprint;
  const published = m.publishedBy({ name, publisher });
  return html`<footer class="colophon">
<nav aria-label="${m.colophon}">
<ul>
${links.map(({ href, text, isSaid }) => html`<li${isSaid && SAID}><a href="${href}">${text}</a></li>\n`)}</ul>
</nav>
<p${SAID}>${responsible ? trends.sentences({ first: published, second: m.responsible({ name: responsible }) }) : published}${email && html` <a href="mailto:${email}">${email}</a>`}</p>
</footer>`;
});

/**
 * The whole document around a page's main part. Ids of the page's own parts begin with “_”, since ids of texts begin
 * with a slug: no story or heading can take one away.
 */
export function layout({ shell, head, path }: PageView, main: Html, light: Light = shell.light): Html {
  const m = messagesOf(shell);
  const { name } = shell;
  const title = head.title.startsWith(name) ? head.title : m.page.title({ title: head.title, name });
  const base = shell.home.slice(0, -1);
  const trail = describeTrail({ shell, head });
  const needed = SHEETS.filter((name) => NEEDS[name]?.test(main.markup));
  const sheets = [...needed, ...(shell.preview ? (["preview"] as const) : [])];
  const { markup } = html`<!doctype html>
<html lang="${shell.language}"${shell.direction === "rtl" && html` dir="rtl"`} data-light="${light}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${!shell.preview && html`<meta http-equiv="Content-Security-Policy" content="${policyOf(shell, head.powers)}">\n`}<title>${title}</title>
${head.description && html`<meta name="description" content="${head.description}">\n`}${head.noindex && html`<meta name="robots" content="noindex">\n`}${head.ai && html`<meta name="ai-disclosure" content="${head.ai}">\n`}<link rel="canonical" href="${head.canonical}">
<link rel="icon" sizes="32x32" href="${base + ICONS.favicon}">
${shell.assets.hasDrawing && html`<link rel="icon" type="image/svg+xml" href="${base + ICONS.drawing}">\n`}<link rel="apple-touch-icon" href="${base + ICONS.apple}">
<link rel="manifest" href="${base + FILES.manifest}">
<meta name="theme-color" media="(prefers-color-scheme: light)" content="${shell.paper.light}">
<meta name="theme-color" media="(prefers-color-scheme: dark)" content="${shell.paper.dark}">
${shell.assets.preload.map((href) => html`<link rel="preload" href="${href}" as="font" type="font/woff2" crossorigin="">\n`)}${rendered(`<script>${shell.assets.script.code}</script>`)}
<link rel="stylesheet" href="${shell.assets.stylesheet}">
${sheets.map((name) => html`<link rel="stylesheet" href="${shell.assets.sheets[name]}">\n`)}<link rel="stylesheet" media="print" href="${shell.assets.sheets.print}">
${shell.assets.own !== undefined && html`<link rel="stylesheet" href="${shell.assets.own}">\n`}${[...(head.feeds ?? []), ...shell.feeds].map(({ href, type, title }) => html`<link rel="alternate" type="${type}" title="${title}" href="${href}">\n`)}${openGraph({ shell, head })}${head.jsonLd && jsonLd(head.jsonLd)}${trail && jsonLd(trail)}</head>
<body id="_top">
<a class="skip" href="#_main"${SAID}>${m.page.skip}</a>
${shell.preview && preview(shell)}${masthead(shell, base + path, m)}
<main id="_main">
${main}
</main>
${colophon(shell)}
</body>
</html>
`;
  return rendered(settleSaid(markup, shell.language));
}
