import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { PROJECT } from "../../command.ts";
import { listFiles, toDocument, toYaml, writeText } from "../corpus/files.ts";
import { type InventedEdition, type InventedStory, inventEditions, type Plan } from "../corpus/invent.ts";
import { plainLinks, storyFront } from "./plain.ts";
import { capitalise } from "../corpus/prose.ts";
import { ABOUT, PEOPLE, PROGRAMMES, PUBLISHER_LIST, SITE, TOPIC_LIST } from "../corpus/vocabulary.ts";

const MONTHS = "January February March April May June July August September October November December".split(" ");

// A suffix keeps formatters from taking the layouts for HTML and JSON.
const SUFFIX = ".tmpl";

/** Which of Hugo's sites: the same pages as this project's, or pages as Hugo's own themes make them. */
export type HugoSite = "same" | "lean";

const LAYOUTS = { same: "hugo", lean: "hugo-lean" } as const;

function copyLayouts(folder: string, site: HugoSite): void {
  const source = join(import.meta.dirname, LAYOUTS[site]);
  for (const path of listFiles(source))
    writeText(join(folder, path.replace(SUFFIX, "")), readFileSync(join(source, path), "utf8"));
}

/** The files that both sites copy: fonts, one stylesheet, and what hosts expect. */
export function writeStatic(folder: string): void {
  const templates = join(PROJECT, "templates");
  cpSync(join(PROJECT, "public"), folder, { recursive: true });
  mkdirSync(join(folder, "-"), { recursive: true });
  for (const name of readdirSync(join(templates, "fonts")))
    if (name.endsWith(".woff2")) cpSync(join(templates, "fonts", name), join(folder, "-", basename(name)));
  const styles = listFiles(join(templates, "styles")).filter((name) => name.endsWith(".css") && name !== "main.css");
  const css = styles.map((name) => readFileSync(join(templates, "styles", name), "utf8")).join("\n");
  writeFileSync(join(folder, "-", "style.css"), css);
  writeText(join(folder, "robots.txt"), "User-agent: *\nAllow: /\n");
  writeText(join(folder, "_headers"), "/*\n  X-Content-Type-Options: nosniff\n");
  writeText(join(folder, ".nojekyll"), "");
  writeText(join(folder, ".well-known", "security.txt"), `Contact: mailto:${SITE.publisher.email}\n`);
}

function writeArchive(content: string, months: ReadonlySet<string>): void {
  const archive = join(content, "archive");
  writeText(join(archive, "_index.md"), toDocument({ title: "Archive" }, ""));
  for (const year of new Set([...months].map((month) => month.slice(0, 4))))
    writeText(join(archive, year, "_index.md"), toDocument({ title: year, type: "year" }, ""));
  for (const month of months) {
    const [year = "", number = ""] = month.split("-");
    const name = MONTHS[Number(number) - 1] ?? "";
    const front = { title: `${name} ${year}`, linkTitle: name, type: "month", month };
    writeText(join(archive, year, number, "_index.md"), toDocument(front, ""));
  }
}

/** Each story that has a part in a thread, with the thread's identity: that of its first story. */
function findThreads(plan: Plan): ReadonlyMap<string, InventedStory> {
  const stories = new Map<string, InventedStory>();
  const threads = new Map<string, InventedStory>();
  for (const { dateline, stories: own } of inventEditions(plan))
    for (const story of own) {
      stories.set(`${dateline.identity}/${story.slug}`, story);
      const { follows } = story;
      const first = follows === undefined ? undefined : (threads.get(follows) ?? stories.get(follows));
      if (follows === undefined || !first) continue;
      threads.set(follows, first);
      threads.set(`${dateline.identity}/${story.slug}`, first);
    }
  return threads;
}

function threadOf({ edition, slug }: InventedStory): string {
  return `${slug}-${-edition}`;
}

function writeThreads(content: string, threads: ReadonlyMap<string, InventedStory>): void {
  writeText(join(content, "threads", "_index.md"), toDocument({ title: "Threads" }, ""));
  for (const story of new Set(threads.values())) {
    const front = { title: capitalise(story.short ?? story.title), outputs: ["html", "atom"] };
    writeText(join(content, "threads", threadOf(story), "_index.md"), toDocument(front, ""));
  }
}

function writeEdition(
  content: string,
  edition: InventedEdition,
  threads: ReadonlyMap<string, InventedStory> = new Map(),
): void {
  const { dateline, stories, body } = edition;
  const [year = "", month = "", day = ""] = dateline.date.split("-");
  const folder = join(content, "archive", year, month, `${day}-${dateline.slot}`);
  const { name, time } = SITE.slots[dateline.slot];
  const date = `${dateline.date}T${time}:00`;
  const shorts = stories.slice(0, 2).map(({ title, short = title }) => short);
  const paid = stories.some(({ affiliate }) => affiliate);
  const front = {
    title: `${name}: ${shorts.join(", ")}, and more`,
    type: "edition",
    url: dateline.path,
    date,
    slot: dateline.slot,
    ...(paid && { paid }),
  };
  writeText(join(folder, "_index.md"), toDocument(front, body));
  for (const [order, story] of stories.entries()) {
    const thread = threads.get(`${dateline.identity}/${story.slug}`);
    writeText(
      join(folder, `${story.slug}.md`),
      toDocument(
        {
          ...storyFront(story),
          ...(thread && { threads: [threadOf(thread)] }),
          type: "story",
          url: `${dateline.path}${story.slug}/`,
          date,
          slot: dateline.slot,
          order,
        },
        plainLinks(story.body),
      ),
    );
  }
}

function writeTerms(content: string, site: HugoSite): void {
  writeText(join(content, "topics", "_index.md"), toDocument({ title: "Topics" }, ""));
  writeText(join(content, "publishers", "_index.md"), toDocument({ title: "Publishers" }, ""));
  for (const { id, name, description, aliases } of TOPIC_LIST) {
    const own =
      site === "lean" ? { aliases: aliases.map((alias) => `/topics/${alias}/`) } : { outputs: ["html", "atom"] };
    writeText(join(content, "topics", id, "_index.md"), toDocument({ title: name, description, ...own }, ""));
    if (site === "lean") continue;
    for (const alias of aliases) {
      const redirect = { title: name, layout: "redirect", url: `/topics/${alias}/`, to: `/topics/${id}/` };
      writeText(join(content, `${alias}.md`), toDocument(redirect, ""));
    }
  }
  for (const { id, name, url } of PUBLISHER_LIST)
    writeText(join(content, "publishers", id, "_index.md"), toDocument({ title: name, website: url }, ""));
}

/** The pages that a theme has none of. */
function writeOwnPages(content: string): void {
  for (const [slot, { name, time }] of Object.entries(SITE.slots)) {
    const description = `Every edition of ${name}, which appears at ${time}.`;
    const front = { title: name, type: "slot", slot, description, outputs: ["html", "atom"] };
    writeText(join(content, slot, "_index.md"), toDocument(front, ""));
  }
  const corrections = { title: "Corrections", outputs: ["html", "atom"] };
  writeText(join(content, "corrections", "_index.md"), toDocument(corrections, ""));
  writeText(join(content, "disclosures", "_index.md"), toDocument({ title: "Disclosures" }, ""));
  writeText(join(content, "search.md"), toDocument({ title: "Search" }, ""));
}

/** Writes a publication as a site of Hugo's, with its layouts. */
export function writeHugo(folder: string, plan: Plan, site: HugoSite = "same"): void {
  const content = join(folder, "content");
  copyLayouts(folder, site);
  writeStatic(join(folder, "static"));
  const named = (items: readonly { readonly id: string }[]) => Object.fromEntries(items.map((item) => [item.id, item]));
  const names = {
    topics: named(TOPIC_LIST),
    publishers: named(PUBLISHER_LIST),
    people: PEOPLE,
    affiliates: PROGRAMMES,
  };
  writeText(join(folder, "config", "_default", "params.yaml"), toYaml(names));
  const threads = site === "same" ? findThreads(plan) : undefined;
  const months = new Set<string>();
  for (const edition of inventEditions(plan)) {
    months.add(edition.dateline.date.slice(0, 7));
    writeEdition(content, edition, threads);
  }
  writeArchive(content, months);
  writeTerms(content, site);
  if (threads) {
    writeOwnPages(content);
    writeThreads(content, threads);
  }
  writeText(join(content, "about.md"), toDocument({ title: ABOUT.title, description: ABOUT.description }, ABOUT.body));
}
