import { publicationImage } from "../../src/views/cards/publication-card.ts";
import { remember } from "../../src/content/words/remember.ts";
import type { PageView } from "../../src/views/page-view.ts";
import { type Html, html } from "../html.ts";

/** So wide is a picture that is shown large. */
const LARGE = 600;

/** `en-GB` as Open Graph writes it, `en_GB`; a language without a region is taken with its likeliest, English with that of its dates. */
const localeOf = remember((language: string): string => {
  const { language: name, region = "US" } = new Intl.Locale(language === "en" ? "en-GB" : language).maximize();
  return `${name}_${region}`;
});

/** What networks and messengers show of a page that somebody shares (The Open Graph protocol); every page has all of it that the site has. */
export function openGraph({ shell, head }: Pick<PageView, "shell" | "head">): Html {
  const description = head.description ?? shell.tagline;
  const image = head.image ?? publicationImage(shell);
  return html`<meta property="og:site_name" content="${shell.name}">
<meta property="og:locale" content="${localeOf(shell.language)}">
<meta property="og:title" content="${head.title}">
<meta property="og:type" content="${head.article ? "article" : "website"}">
<meta property="og:url" content="${head.canonical}">
${description && html`<meta property="og:description" content="${description}">\n`}${
    head.article &&
    html`<meta property="article:published_time" content="${head.article.published}">
<meta property="article:modified_time" content="${head.article.modified}">\n`
  }${
    image &&
    html`<meta property="og:image" content="${image.url}">
<meta property="og:image:type" content="${image.type}">
<meta property="og:image:width" content="${image.width}">
<meta property="og:image:height" content="${image.height}">
<meta property="og:image:alt" content="${image.alt}">
<meta name="twitter:card" content="${image.width >= LARGE ? "summary_large_image" : "summary"}">
<meta name="twitter:image" content="${image.url}">
<meta name="twitter:image:alt" content="${image.alt}">\n`
  }`;
}
