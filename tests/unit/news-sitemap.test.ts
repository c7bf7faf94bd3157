import { beforeAll, describe, expect, test } from "vitest";
import type { EditionOutline } from "../../src/content/outline.ts";
import type { Site } from "../../src/content/site.ts";
import { createClock } from "../../src/content/time/clock.ts";
import { isNews, listNewsSitemap, pickNews } from "../../src/views/files/news-sitemap.ts";
import type { Sitemap } from "../../src/views/files/machine-files.ts";
import type { Shell } from "../../src/views/shell.ts";
import { PUBLICATIONS } from "../fixtures.ts";
import { readWhole } from "../publication.ts";

const NOW = Date.parse(PUBLICATIONS.fixture.now);
const HOUR = 3_600_000;

let site: Site;

beforeAll(async () => {
  ({ site } = await readWhole(PUBLICATIONS.fixture.content, NOW));
});

/** What the sitemap of news of a publication in a language holds. */
function urlsOf(language: string): Sitemap["urls"] {
  const setting = { ...site, publication: { ...site.publication, language } };
  const { kind, path, around } = listNewsSitemap(setting, site.editions, () => true);
  const { sitemaps = [] } = kind.view({ setting, shell: {} as Shell, path, around, texts: [] });
  return (sitemaps as readonly Sitemap[]).flatMap(({ urls }) => urls);
}

describe("news", () => {
  test("are less than 48 hours old, and the clock knows when that ends", () => {
    const clock = createClock(NOW);
    expect([NOW - 48 * HOUR, NOW - 48 * HOUR + 1, NOW].map((at) => isNews(at, clock))).toEqual([false, true, true]);
    expect(clock.span()).toEqual({ from: NOW, until: NOW + 1 });
  });

  test("are no drafts and nothing that is to come, whatever else is shown", () => {
    const all = site.editions.flatMap((edition) => [edition, ...edition.stories]);
    const published = all.filter(({ status }) => status === "published");
    expect(published.length).toBeLessThan(all.length);
    const picked = pickNews(site.editions, () => true);
    expect(picked.map(({ path }) => path).sort()).toEqual(published.map(({ path }) => path).sort());
  });

  test("are a thousand at most, the newest editions with their stories", () => {
    const [edition] = site.editions as readonly EditionOutline[];
    const stories = edition?.stories.slice(0, 1) ?? [];
    const many = Array.from({ length: 600 }, (_, at) => ({ ...edition, path: `/${at}/`, stories })) as EditionOutline[];
    const picked = pickNews(many, () => true);
    expect(picked).toHaveLength(1000);
    expect([picked[0]?.path, picked[998]?.path]).toEqual(["/599/", "/100/"]);
  });

  test.each([
    ["en-GB", "en"],
    ["de-CH", "de"],
    ["fil", "fil"],
    ["zh", "zh-cn"],
    ["zh-Hans", "zh-cn"],
    ["zh-TW", "zh-tw"],
    ["zh-Hant-HK", "zh-tw"],
  ])("of a publication in %s are said to be in %s", (tag, language) => {
    const said = urlsOf(tag).map(({ news }) => news?.language);
    expect(new Set(said)).toEqual(new Set([language]));
  });
});
