import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { PROJECT } from "../../command.ts";
import { listFiles, toDocument, toYaml, writeText } from "../corpus/files.ts";
import { type InventedEdition, inventEditions, type Plan } from "../corpus/invent.ts";
import { plainLinks, storyFront } from "./plain.ts";
import { ABOUT, PEOPLE, PROGRAMMES, PUBLISHER_LIST, SITE, TOPIC_LIST } from "../corpus/vocabulary.ts";

const MONTHS = "January February March April May June July August September October November December".split(" ");

// A suffix keeps formatters from taking the layouts for HTML and JSON.
const SUFFIX = ".tmpl";

function copyLayouts(folder: string): void {
  const source = join(import.meta.dirname, "hugo");
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

function writeEdition(content: string, edition: InventedEdition): void {
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
  for (const [order, story] of stories.entries())
    writeText(
      join(folder, `${story.slug}.md`),
      toDocument(
        {
          ...storyFront(story),
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

function writeTerms(content: string): void {
  writeText(join(content, "topics", "_index.md"), toDocument({ title: "Topics" }, ""));
  writeText(join(content, "publishers", "_index.md"), toDocument({ title: "Publishers" }, ""));
  for (const { id, name, description, aliases } of TOPIC_LIST) {
    const front = { title: name, description, outputs: ["html", "atom"] };
    writeText(join(content, "topics", id, "_index.md"), toDocument(front, ""));
    for (const alias of aliases) {
      const redirect = { title: name, layout: "redirect", url: `/topics/${alias}/`, to: `/topics/${id}/` };
      writeText(join(content, `${alias}.md`), toDocument(redirect, ""));
    }
  }
  for (const { id, name, url } of PUBLISHER_LIST)
    writeText(join(content, "publishers", id, "_index.md"), toDocument({ title: name, website: url }, ""));
}

/** Writes the same publication as a site of Hugo's, with its layouts. */
export function writeHugo(folder: string, plan: Plan): void {
  const content = join(folder, "content");
  copyLayouts(folder);
  writeStatic(join(folder, "static"));
  const named = (items: readonly { readonly id: string }[]) => Object.fromEntries(items.map((item) => [item.id, item]));
  writeText(join(folder, "data", "topics.yaml"), toYaml(named(TOPIC_LIST)));
  writeText(join(folder, "data", "publishers.yaml"), toYaml(named(PUBLISHER_LIST)));
  writeText(join(folder, "data", "people.yaml"), toYaml(PEOPLE));
  writeText(join(folder, "data", "affiliates.yaml"), toYaml(PROGRAMMES));
  const months = new Set<string>();
  for (const edition of inventEditions(plan)) {
    months.add(edition.dateline.date.slice(0, 7));
    writeEdition(content, edition);
  }
  writeArchive(content, months);
  writeTerms(content);
  for (const [slot, { name, time }] of Object.entries(SITE.slots)) {
    const description = `Every edition of ${name}, which appears at ${time}.`;
    const front = { title: name, type: "slot", slot, description, outputs: ["html", "atom"] };
    writeText(join(content, slot, "_index.md"), toDocument(front, ""));
  }
  const corrections = { title: "Corrections", outputs: ["html", "atom"] };
  writeText(join(content, "corrections", "_index.md"), toDocument(corrections, ""));
  writeText(join(content, "disclosures", "_index.md"), toDocument({ title: "Disclosures" }, ""));
  writeText(join(content, "about.md"), toDocument({ title: ABOUT.title, description: ABOUT.description }, ABOUT.body));
}
