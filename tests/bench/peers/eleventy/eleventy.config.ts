import createParser from "markdown-it";
import footnote from "markdown-it-footnote";

/** A conventional Eleventy site of the same pages: Markdown templates, Nunjucks layouts, collections. */

interface Item {
  readonly url: string;
  readonly date: Date;
  readonly data: {
    readonly title: string;
    readonly slot: string;
    readonly edition: string;
    readonly order: number;
    readonly topics: readonly string[];
    readonly publishers: readonly string[];
    readonly paid?: readonly unknown[];
    readonly corrections?: readonly unknown[];
  };
}

interface Collections {
  getFilteredByTag(tag: string): Item[];
}

interface Config {
  setLibrary(name: string, library: unknown): void;
  setQuietMode(quiet: boolean): void;
  addPassthroughCopy(paths: Record<string, string>): void;
  addCollection(name: string, make: (api: Collections) => unknown): void;
  addFilter(name: string, filter: (...args: never[]) => unknown): void;
}

interface ListPage {
  readonly path: string;
  readonly title: string;
  readonly items: readonly Item[];
  readonly number: number;
  readonly of: number;
  readonly all: number;
}

const PAGE_SIZE = 50;

function cut(path: string, title: string, all: readonly Item[], size = PAGE_SIZE): ListPage[] {
  const of = Math.max(1, Math.ceil(all.length / size));
  return Array.from({ length: of }, (_, index) => ({
    path: index === 0 ? path : `${path}${index + 1}/`,
    title,
    items: all.slice(index * size, (index + 1) * size),
    number: index + 1,
    of,
    all: all.length,
  }));
}

function groupBy(items: readonly Item[], keysOf: (item: Item) => readonly string[]): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items)
    for (const key of new Set(keysOf(item))) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  return groups;
}

const newest = (items: readonly Item[]): Item[] => [...items].reverse();

function addLists(config: Config): void {
  const stories = (api: Collections) => newest(api.getFilteredByTag("story"));
  const editions = (api: Collections) => newest(api.getFilteredByTag("edition"));
  const byMonth = (api: Collections) => groupBy(editions(api), ({ data }) => [data.edition.slice(0, 7)]);
  const byTopic = (api: Collections) => groupBy(stories(api), ({ data }) => data.topics);
  const byPublisher = (api: Collections) => groupBy(stories(api), ({ data }) => data.publishers);
  const bySlot = (api: Collections) => groupBy(editions(api), ({ data }) => [data.slot]);
  config.addCollection("newestEditions", editions);
  config.addCollection("newestStories", stories);
  config.addCollection("corrected", (api) => stories(api).filter(({ data }) => data.corrections !== undefined));
  config.addCollection("ofEdition", (api) =>
    Object.fromEntries(
      [...groupBy(api.getFilteredByTag("story"), ({ data }) => [data.edition])].map(([edition, own]) => [
        edition,
        own.sort((a, b) => a.data.order - b.data.order),
      ]),
    ),
  );
  config.addCollection("lists", (api) => [
    ...[...bySlot(api)].flatMap(([slot, own]) => cut(`/${slot}/`, slot, own)),
    ...[...byTopic(api)].flatMap(([topic, own]) => cut(`/topics/${topic}/`, topic, own)),
    ...[...byPublisher(api)].flatMap(([publisher, own]) => cut(`/publishers/${publisher}/`, publisher, own)),
    ...[...byMonth(api)].flatMap(([month, own]) => cut(`/archive/${month.replace("-", "/")}/`, month, own)),
  ]);
  config.addCollection("disclosureLists", (api) => cut("/disclosures/", "Disclosures", editions(api), 25));
  config.addCollection("directories", (api) => {
    const entries = (path: string, groups: Map<string, Item[]>) =>
      [...groups].map(([id, own]) => ({ href: `${path}${id.replace("-", "/")}/`, text: id, count: own.length }));
    const named = (path: string, groups: Map<string, Item[]>) =>
      [...groups].map(([id, own]) => ({ href: `${path}${id}/`, text: id, count: own.length }));
    const months = entries("/archive/", byMonth(api));
    const years = [...new Set(months.map(({ text }) => text.slice(0, 4)))];
    return [
      { path: "/topics/", title: "Topics", entries: named("/topics/", byTopic(api)) },
      { path: "/publishers/", title: "Publishers", entries: named("/publishers/", byPublisher(api)) },
      { path: "/archive/", title: "Archive", entries: months },
      ...years.map((year) => ({
        path: `/archive/${year}/`,
        title: year,
        entries: months.filter(({ text }) => text.startsWith(year)),
      })),
    ];
  });
  config.addCollection("feeds", (api) => [
    { path: "/feed.xml", title: "Bench Update", items: editions(api).slice(0, 20), editions: true },
    ...[...bySlot(api)].map(([slot, own]) => ({
      path: `/${slot}/feed.xml`,
      title: slot,
      items: own.slice(0, 20),
      editions: true,
    })),
    { path: "/stories.xml", title: "Stories", items: stories(api).slice(0, 40), editions: false },
    ...[...byTopic(api)].map(([topic, own]) => ({
      path: `/topics/${topic}/feed.xml`,
      title: topic,
      items: own.slice(0, 40),
      editions: false,
    })),
  ]);
}

function addFilters(config: Config): void {
  const part = (html: string, index: number) => html.split("<h2")[index] ?? "";
  config.addFilter("summary", (html: string) => part(html, 0));
  config.addFilter("analysis", (html: string) => `<h2${part(html, 1)}`);
  config.addFilter("opening", (html: string) =>
    part(html, 0)
      .replace(/<[^>]*>/g, "")
      .slice(0, 200),
  );
  config.addFilter("iso", (date: Date) => date.toISOString());
  const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
  config.addFilter("day", (date: Date) => day.format(date));
  config.addFilter("minutes", (html: string) => Math.max(1, Math.round(html.split(/\s+/).length / 230)));
  config.addFilter("beside", (all: readonly Item[], url: string, step: number) => {
    const index = all.findIndex((item) => item.url === url);
    return index < 0 ? undefined : all[index + step];
  });
  config.addFilter("absolute", (html: string) => html.replaceAll('href="/', 'href="https://example.org/'));
  config.addFilter("json", (value: unknown) => JSON.stringify(value).replaceAll("<", "\\u003c"));
}

export default function configure(config: Config) {
  config.setQuietMode(true);
  config.setLibrary("md", createParser({ html: true, typographer: true }).use(footnote));
  config.addPassthroughCopy({ static: "/" });
  addLists(config);
  addFilters(config);
  return {
    dir: { input: "content", includes: "../_includes", data: "../_data" },
    templateFormats: ["md", "njk"],
    markdownTemplateEngine: false,
  };
}
