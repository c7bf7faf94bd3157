import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readMarkdownFile } from "../../src/content/parse/document.ts";
import { renderBody } from "../../src/content/markdown/body.ts";
import { wordsOf } from "../../tools/import/convert/words.ts";
import { PUBLICATIONS } from "../fixtures.ts";
import { checkImport, filesOf, importFixture, importHtml, lossesOf } from "./importing.ts";

const FOLDER = "editions/2025/11-12-evening";

/** A body of the generator's own as HTML, its sections as another site would print them. */
function render(body: string) {
  return renderBody(body, {
    language: "en",
    messages: {},
    prefix: "",
    line: 1,
    link: (href) => ({ href: href.startsWith("https:") ? href : `https://example.net/${href.replace(":", "/")}` }),
    picture: (href) => ({ href, width: 1, height: 1 }),
  }).sections;
}

/** The first words of a text. */
function beginning(html: string): string {
  return wordsOf(html.replace(/<[^>]*>/g, " "))
    .slice(0, 8)
    .join(" ");
}

function readText(path: string) {
  const { document } = readMarkdownFile(path, readFileSync(path));
  const front = document?.yaml.data as { title?: string; stories?: string[] };
  return { front, sections: render(document?.body ?? "") };
}

/** Every edition of the example with a nut graf or without, as a page: lede, summaries, nut graf, and the analyses behind them. */
const EDITIONS = readdirSync(join(PUBLICATIONS.example.content, "editions/2026")).map((name) => {
  const folder = join(PUBLICATIONS.example.content, "editions/2026", name);
  const { front, sections } = readText(join(folder, "edition.md"));
  const stories = (front.stories ?? []).map((slug) => readText(join(folder, `${slug}.md`)));
  return {
    name,
    lede: sections[0].html === "" ? "<p>Good morning.</p>" : sections[0].html,
    stories: stories.flatMap(({ front: { title = "" }, sections: [summary, analysis] }) =>
      analysis
        ? {
            title,
            summary: summary.html,
            heading: analysis.title ?? "",
            analysis: `<h2>${analysis.titleHtml ?? ""}</h2>${analysis.html}`,
          }
        : [],
    ),
  };
});

type Shape = (story: (typeof EDITIONS)[number]["stories"][number]) => string;
const SHAPES: Record<string, Shape> = {
  "under headings": ({ title, summary }) => `<h2>${title}</h2>${summary}`,
  "under smaller headings": ({ title, summary }) => `<h3>${title}</h3>${summary}`,
  "with bold words before them": ({ title, summary }) => summary.replace("<p>", `<p><strong>${title}.</strong> `),
  "as nothing but a paragraph each": ({ summary }) => summary.slice(0, summary.indexOf("</p>") + 4),
};
/** A list in each order. */
function ordersOf<Item>(items: readonly Item[]): Item[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, at) => ordersOf(items.toSpliced(at, 1)).map((rest) => [item, ...rest]));
}

const NUT_GRAF = "<h2>Why this matters</h2><p>All of it hangs together.</p>";

describe("a post that is an edition", () => {
  test("becomes lede, nut graf and three stories, each with its own analysis, though they stand in another order", async () => {
    const imported = await importFixture("edition.xml");
    const files = filesOf(imported);
    expect([...files.keys()].filter((path) => path.startsWith("editions"))).toEqual([
      `${FOLDER}/edition.md`,
      `${FOLDER}/ferry-operator-picks-battery-hulls.md`,
      `${FOLDER}/kelp-permit-goes-to-a-cooperative.md`,
      `${FOLDER}/tide-gauge-network-gets-ten-more-years.md`,
    ]);
    const edition = files.get(`${FOLDER}/edition.md`);
    expect(edition).toContain(
      "stories: [tide-gauge-network-gets-ten-more-years, ferry-operator-picks-battery-hulls, kelp-",
    );
    expect(edition).toContain('formerly: ["/2025/11/12/harbour-evening-digest/"]');
    expect(edition).toMatch(
      /draft: true\n---\nThree decisions about the coast.*\n\n## Why this matters\n\nEach of the three/s,
    );
    expect(edition).not.toContain("Tell a friend");
    expect(files.get(`${FOLDER}/ferry-operator-picks-battery-hulls.md`)).toMatch(
      /^---\n.*publisher: ferries-example-com\n {4}title: "the operator"\n.*draft: true\n---\nTwo ferries .*\n\n## What electric crossings ask .*\n\n### The cable\n/s,
    );
    expect(files.get(`${FOLDER}/tide-gauge-network-gets-ten-more-years.md`)).toContain("## Long records are made");
    expect(files.get(`${FOLDER}/kelp-permit-goes-to-a-cooperative.md`)).toContain("## Eleven families");
    expect(imported.accounts[0]?.lost).toEqual([]);
    expect(checkImport(imported)).toEqual([]);
  });

  test.each(Object.entries(SHAPES))(
    "pairs every analysis of the example with its story, summaries %s and analyses in each order, or says that it is not sure",
    async (_, shape) => {
      let all = 0;
      let right = 0;
      for (const { name, lede, stories } of EDITIONS)
        for (const order of ordersOf(stories)) {
          const analyses = order.map(({ analysis }) => analysis);
          const html = [lede, ...stories.map(shape), NUT_GRAF, ...analyses].join("\n");
          const imported = await importHtml({ title: "An edition", html });
          const written = [...filesOf(imported)].flatMap(([path, text]) => {
            const [summary, analysis] = render(text.replace(/^---\n.*?\n---\n/s, ""));
            return /editions\/.*(?<!edition)\.md$/.test(path)
              ? { summary: beginning(summary.html), heading: analysis?.title }
              : [];
          });
          const told = lossesOf(imported).filter((loss) =>
            /belong together|is a guess|no summary was found/.test(loss),
          );
          for (const { summary, heading } of stories) {
            const isRight = written.some((one) => one.heading === heading && one.summary === beginning(summary));
            const isTold = told.some((loss) => loss.includes(`“${heading}”`));
            expect(isRight || isTold, `${name}: ${heading}`).toBe(true);
            all++;
            right += Number(isRight);
          }
          if (order.every((story, at) => story === stories[at])) expect(written, name).toHaveLength(stories.length);
          expect(imported.accounts[0]?.lost, name).toEqual([]);
        }
      expect(all).toBeGreaterThan(100);
      expect(right / all).toBeGreaterThan(0.9);
    },
  );

  test("keeps an analysis without a summary as a story of its own, and says so", async () => {
    const html = `<p>Lede.</p><h3>Bridge repairs</h3><p>The iron bridge over the Tamar is closed.</p>${NUT_GRAF}
      <h2>What the iron bridge costs</h2><p>The bridge over the Tamar costs nine million.</p><h2>Elsewhere: chess</h2><p>A draw.</p>`;
    const imported = await importHtml({ title: "An edition", html });
    expect([...filesOf(imported).keys()].filter((path) => path.includes("/elsewhere-chess.md"))).toHaveLength(1);
    expect(lossesOf(imported)).toContainEqual(
      "no summary was found for “Elsewhere: chess”: it became a story of its own",
    );
    expect(imported.accounts[0]?.lost).toEqual([]);
  });

  test("is one story where the map says so, its further headings below the first", async () => {
    const imported = await importFixture("edition.xml", { as: "story" });
    const [[, story] = ["", ""]] = [...filesOf(imported)].filter(([path]) =>
      path.includes("/harbour-evening-digest.md"),
    );
    expect(story.match(/^## .*/gm)).toEqual(["## Why this matters"]);
    expect(story.match(/^### .*/gm)).toHaveLength(3);
    expect(story).toContain("#### The cable");
    expect(story).toContain('formerly: ["/2025/11/12/harbour-evening-digest/"]');
  });
});
