import { FILES, PAGES } from "../../content/addresses.ts";
import type { EditionOutline, StoryOutline } from "../../content/outline.ts";
import type { Setting } from "../../content/site.ts";
import { formatIso, type Instant } from "../../content/time/calendar.ts";
import { type Clock, isYoung } from "../../content/time/clock.ts";
import { definePages, type Given, type Page } from "../page.ts";
import { editionTitle } from "../parts/edition.ts";
import type { Sitemap } from "./machine-files.ts";

/** For so many days a text is news, and so many texts a news sitemap holds at most (Google, “Create a news sitemap”). */
const NEWS_DAYS = 2;
const MOST_NEWS = 1_000;

/** Whether a text that came out at a moment is news by the build's clock. */
export function isNews(at: Instant, clock: Pick<Clock, "hasCome">): boolean {
  return isYoung(clock, at, NEWS_DAYS);
}

/** The published editions and stories that are news, the newest edition first, each before its stories; the editions are given the oldest first. */
export function pickNews(
  editions: readonly EditionOutline[],
  isNew: (at: Instant) => boolean,
): (EditionOutline | StoryOutline)[] {
  const texts = [...editions].reverse().flatMap((edition) => [edition, ...edition.stories]);
  return texts.filter(({ status, publish }) => status === "published" && isNew(publish)).slice(0, MOST_NEWS);
}

/** The language of news as the schema of news sitemaps has it: two or three letters, of Chinese with its script by a country. */
function languageOf(tag: string): string {
  const { language, script } = new Intl.Locale(tag).maximize();
  if (language !== "zh") return language;
  return script === "Hant" ? "zh-tw" : "zh-cn";
}

interface NewsAround {
  readonly news: readonly { readonly loc: string; readonly title: string; readonly publish: Instant }[];
}

const newsSitemap = definePages("news-sitemap", {
  view({ path, setting, around: { news } }: Given<NewsAround, unknown>): { readonly sitemaps: readonly Sitemap[] } {
    const { name, language, zone, url } = setting.publication;
    const urls = news.map(({ loc, title, publish }) => ({
      loc,
      lastmod: undefined,
      news: { name, language: languageOf(language), title, published: formatIso(publish, zone) },
    }));
    // A sitemap has one address at least (sitemaps.org 0.9), and one without news is none of an article.
    return {
      sitemaps: [{ path, urls: urls.length > 0 ? urls : [{ loc: url + PAGES.home, lastmod: undefined }], parts: [] }],
    };
  },
});

/** The sitemap of what is news by the build's clock, which `isNew` asks for a moment of publication. */
export function listNewsSitemap(
  site: Setting,
  editions: readonly EditionOutline[],
  isNew: (at: Instant) => boolean,
): Page {
  const { url } = site.publication;
  return newsSitemap(FILES.newsSitemap, {
    news: pickNews(editions, isNew).map((text) => ({
      loc: url + text.path,
      title: "stories" in text ? editionTitle(site, text).whole : text.title,
      publish: text.publish,
    })),
  });
}
