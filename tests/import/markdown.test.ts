import { describe, expect, test } from "vitest";
import { filesOf, importFixture, lossesOf } from "./importing.ts";

const SITE = { site: "https://old.example.org" };

async function importSite(name: string) {
  const imported = await importFixture(name, SITE);
  expect(imported.accounts.flatMap(({ lost }) => lost)).toEqual([]);
  expect(imported.accounts.flatMap(({ rules }) => rules)).toEqual([]);
  return { imported, files: filesOf(imported), losses: lossesOf(imported) };
}

describe("an archive in Markdown", () => {
  test("of Hugo: TOML and YAML, a page bundle with its picture, shortcodes, aliases", async () => {
    const { imported, files, losses } = await importSite("hugo");
    const tram = files.get("editions/2024/10-03-evening/tram-line.md") ?? "";
    expect(tram).toContain('formerly: ["/posts/tram-line/", "/2024/night-trams/"]\npublish: 2024-10-03T18:20\n');
    expect(tram).toContain("![A tram at a stop in the dark](car.png)\n\nThe first car, at the depot\n");
    expect(tram).toContain("[^1]: The coldest stop is on the bridge.");
    expect(tram).toContain("| - | -: |");
    expect(tram).toContain("[the older plan](story:2024-03-07-morning/council-budget)");
    expect(files.get("editions/2024/10-03-evening/car.png")).toBe("(a picture)");
    const budget = files.get("editions/2024/03-07-morning/council-budget.md") ?? "";
    expect(budget).toMatch(/^title: "A budget in three columns: .*…"$/m);
    expect(budget).toContain('```go\nfunc main() { fmt.Println("{{< not a shortcode >}}") }\n```');
    expect(budget).toContain('```python\nprint("kept as it is")\n```');
    expect(budget).toContain("**Figures**\n\nTwelve million for `roads` & bridges.");
    expect(losses).toContain("the shortcode {{% notice warning %}}");
    expect(losses).toContain("a picture without a description, which the format asks for: /images/plan.png");
    expect(imported.left).toEqual([
      expect.stringContaining("content/posts/broken.md, whose front matter cannot be read (line 2"),
    ]);
  });

  test("of Jekyll: dates in file names, Liquid, links by file", async () => {
    const { files, losses } = await importSite("jekyll");
    const hall = files.get("editions/2023/05-14-morning/market-hall.md") ?? "";
    expect(hall).toContain('formerly: ["/town/2023/05/14/market-hall.html"]');
    expect(hall).toContain("[two years ago](story:2021-02-01-morning/plans), see [our page](/about/).");
    expect(hall).toContain('```ruby\nputs "roof"\n```');
    expect(hall).toContain("![The open roof](roof.png)\n\nOpen from nine, *closed* on Mondays.");
    expect(files.get("editions/2021/02-01-morning/plans.md")).toContain("publish: 2021-02-01T06:15");
    expect(files.get("pages/about.md")).not.toContain("formerly");
    expect(losses).toContain('the tag {% include banner.html text="Vote for us" %}');
    expect(losses).toContain("what the template put in the place of {{ page.price }}");
  });

  test("of Eleventy: addresses that texts make, JSON, templates, raw stretches, a category's page", async () => {
    const { imported, files, losses } = await importSite("eleventy");
    const gates = files.get("editions/2024/06-05-evening/lock-gates.md") ?? "";
    expect(gates).toContain('tags: ["post", "River"]');
    expect(gates).toContain('formerly: ["/river/lock-gates.html"]\npublish: 2024-06-05T18:30\n');
    expect(gates).toContain("\n\nWrite {{ name }} to have one named after you.\n\n");
    expect(gates).toContain("More in the category River and in [the first plan](story:2024-06-04-morning/weir).");
    expect(gates).toContain("Gates swell for a week.");
    for (const loss of [
      'the tag {% image "gates.jpg", "The gates" %}',
      'the tag {% callout "note" %}',
      "a link into the old site, to what was not imported: https://old.example.org/tags/river/",
    ])
      expect(losses).toContain(loss);
    expect(losses.filter((loss) => /name|raw|eleventy/.test(loss.replace("it names no author", "")))).toEqual([]);
    expect(files.get("editions/2024/06-04-morning/weir.md")).toContain('tags: ["River"]\nsource');
    expect(files.get("editions/2024/06-03-morning/ford.md")).toContain('title: "The ford is closed"');
    expect(files.get("editions/2024/06-02-morning/mill.md")).toMatch(/title: "The mill \{turns\}".*---\nThe mill \[/s);
    expect(files.get("editions/2024/06-01-morning/nowhere.md")).not.toContain("formerly");
    expect(imported.left).toEqual([
      "src/posts/unlisted.md, whose front matter cannot be read (it is no JSON)",
      "files that are no Markdown (.njk): src/index.njk",
    ]);
  });

  test("of Astro: MDX with imports, components and pictures", async () => {
    const { files, losses } = await importSite("astro");
    const text = files.get("editions/2025/07-08-morning/reservoir.md") ?? "";
    expect(text).toContain(
      "![A gauge at the wall of a reservoir](level.png)\n\nA warning\n\nDo not bathe *here*.\n\nLevels by month\n",
    );
    expect(text).toContain("Inline code like `<Callout>` stays, and 3 < 4 does too.");
    expect(text).not.toContain("import ");
    expect(files.get("editions/2025/07-08-morning/well.md")).toContain(
      "[the first](story:2025-07-08-morning/reservoir)",
    );
    expect(files.get("editions/2025/07-08-morning/edition.md")).toContain("stories: [reservoir, well]");
    expect(losses).toContain('the component <Callout title="A warning" kind={"low"}>');
    expect(losses).toContain('the line import { Image } from "astro:assets";');
  });
});

describe("a feed", () => {
  test.each(["feed.atom", "feed.json", "feed.rss"])("%s is read", async (name) => {
    const imported = await importFixture(name);
    const story = filesOf(imported).get("editions/2024/05-02-morning/cranes.md") ?? "";
    expect(story).toMatch(/^title: "Cranes & <?containers>?"$/m);
    expect(story).toContain("topic: port\n");
    expect(story).toContain('byline: ["lou-example"]');
    expect(story).toContain('formerly: ["/notes/cranes.html"]\npublish: 2024-05-02T06:04\n');
    expect(story).toContain("Two cranes arrived, [the port says](https://port.example.net/cranes).");
    expect(imported.accounts.flatMap(({ lost }) => lost)).toEqual([]);
  });

  test("that has no more of a text than a summary is said to", async () => {
    const imported = await importFixture("feed.atom");
    expect(lossesOf(imported)).toContain("the feed has no more of it than a summary");
    expect(filesOf(imported).get("editions/2024/05-02-morning/cranes.md")).toContain(
      "[ropes](story:2024-05-01-evening/ropes)",
    );
  });
});
