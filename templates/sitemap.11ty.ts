import { define } from "./define.ts";
import { html } from "./html.ts";

export default define("sitemaps", ({ urls, parts }) =>
  parts.length > 0
    ? html`<?xml version="1.0" encoding="utf-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${parts.map((loc) => html`<sitemap><loc>${loc}</loc></sitemap>\n`)}</sitemapindex>
`
    : html`<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.map(({ loc, lastmod }) => html`<url><loc>${loc}</loc>${lastmod !== undefined && html`<lastmod>${lastmod}</lastmod>`}</url>\n`)}</urlset>
`,
);
