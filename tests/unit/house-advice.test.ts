import { describe, expect, test } from "vitest";
import { readFiles } from "../publication.ts";

const FOLDER = "editions/2026/03-04-evening";
/** The lines of the story's file above its body. */
const ABOVE = 5;

/** The advice on a story of this body: the rule, and where it stands, as line and column of the body. */
function advised(body: string, title = "A lab did it"): string[] {
  const files = {
    "site.yaml":
      'name: A\nurl: https://a.example\nlanguage: en\nzone: Europe/London\npublisher: { name: B }\nslots: { evening: { name: E, time: "18:00" } }\n',
    "topics.yaml": "models: { name: Models }\n",
    "publishers.yaml": "wire: { name: Wire, url: https://wire.example }\n",
    "people.yaml": "robin-example: { name: Robin Example, role: Editor }\n",
    "affiliates.yaml": "",
    [`${FOLDER}/edition.md`]: "---\nstories: [story]\n---\nOne story.\n",
    [`${FOLDER}/story.md`]: `---\ntitle: ${JSON.stringify(title)}\ntopic: models\nsource: { publisher: wire, title: T, url: https://wire.example/1 }\n---\n${body}\n`,
  };
  const listed = Object.entries(files).map(([path, text]) => ({ path, bytes: Buffer.from(text) }));
  const { diagnostics } = readFiles(listed, Date.parse("2026-03-05T00:00:00Z"), false, undefined, true);
  return diagnostics
    .filter(({ severity }) => severity === "advice")
    .map(({ rule, line, column }) => `${rule} ${line - ABOVE}:${column}`);
}

const words = (count: number) => Array.from({ length: count }, (_, at) => `word${at}`).join(" ");

describe("a long sentence", () => {
  test.each([
    ["of 46 words", `First ${words(45)}.`, "1:1"],
    ["behind a short one", `Short it is. Then ${words(45)}.`, "1:14"],
    ["whose words are in a quotation in part", `He said “${words(30)}” and ${words(20)}.`, "1:1"],
    ["that fills three lines", `First ${words(20)}\n${words(20)}\n${words(20)}.`, "1:1"],
    ["before a list", `First ${words(50)}:\n- one\n- two`, "1:1"],
  ])("is told where it begins: one %s", (_, body, place) => {
    expect(advised(body)).toEqual([`long-sentence ${place}`]);
  });

  test.each([
    ["45 words", `First ${words(44)}.`],
    ["two sentences", `First ${words(30)}. Second ${words(30)}.`],
    ["addresses of links", `It is [here](https://a.example/${words(30).replaceAll(" ", "-")}) and ${words(40)}.`],
    ["code within a sentence", `It is \`${words(30)}\` and ${words(40)}.`],
    ["a block of code", `\`\`\`text\n${words(60)}\n\`\`\``],
    ["a block of code below a line", `It is so:\n\`\`\`text\n${words(60)}\n\`\`\``],
    ["a list below a line", `It is so:\n- ${words(30)}\n- ${words(30)}`],
    ["a list and what goes on in it", `- ${words(30)}\n  ${words(30)}`],
    ["a table", `| a | b |\n| --- | --- |\n| ${words(30)} | ${words(30)} |`],
    ["a quotation", `> ${words(60)}`],
    ["a definition", `[a]: https://a.example/ "${words(60)}"`],
    ["a footnote", `[^1]: ${words(60)}`],
  ])("is not told of %s", (_, body) => {
    expect(advised(body)).toEqual([]);
  });
});

describe("a quotation mark", () => {
  test.each([
    ["that is never closed", "He said “so it is.", "1:9"],
    ["that closes what is not open", "He said so” twice.", "1:11"],
  ])("is told: one %s", (_, body, place) => {
    expect(advised(body)).toEqual([`unbalanced-quotes ${place}`]);
  });

  test("is told each time that it opens", () => {
    expect(advised("He said “so “it is now.")).toEqual(["unbalanced-quotes 1:9", "unbalanced-quotes 1:13"]);
  });

  test.each([
    ["a quotation over three lines", "He said “so\nit is and\nwill be” twice."],
    ["a quotation that goes on in the next paragraph", "He said “so it is.\n\n“And so it will be.”"],
    ["a quotation within a list", "- “so it\n  is” twice"],
    ["inches", 'A screen of 14" is small.'],
    ["code", 'It is `"` alone.'],
  ])("is not told in %s", (_, body) => {
    expect(advised(body)).toEqual([]);
  });
});

describe("a figure of a headline", () => {
  test("is told where the text does not have it", () => {
    expect(advised("It cut jobs.", "A lab cuts 340 jobs")).toEqual(["headline-figure -3:20"]);
  });

  test.each([
    ["the same figure", "A lab cuts 340 jobs", "It cut 340 jobs."],
    ["the same grouped otherwise", "A lab cuts 3,400 jobs", "It cut 3400 jobs."],
    ["none", "A lab cuts jobs", "It cut 340 jobs."],
  ])("is not told of %s", (_, title, body) => {
    expect(advised(body, title)).toEqual([]);
  });
});
