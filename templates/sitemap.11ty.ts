import type { Sitemap } from "../src/views/files/machine-files.ts";
import { define } from "./define.ts";
import { type Html, html } from "./html.ts";

type News = NonNullable<Sitemap["urls"][number]["news"]>;

function newsOf({ name, language, published, title }: News): Html {
  return html`<news:news><news:publication><news:name>${name}</news:name><news:language>${language}</news:language></news:publication><news:publication_date>${published}</news:publication_date><news:title>${title}</news:title></news:news>`;
}

export default define("sitemaps", ({ urls, parts }) =>
  parts.length > 0
    ? html`<?xml version="1.0" encoding="utf-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${parts.map((loc) => html`<sitemap><loc>${loc}</loc></sitemap>\n`)}</sitemapindex>
`
    : html`<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"${urls.some(({ news }) => news) && html` xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"`}>
${urls.map(({ loc, lastmod, news }) => html`<url><loc>${loc}</loc>${lastmod !== undefined && html`<lastmod>${lastmod}</lastmod>`}${news && newsOf(news)}</url>\n`)}</urlset>
`,
);
