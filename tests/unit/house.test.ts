import { describe, expect, test } from "vitest";
import { readFiles } from "../publication.ts";

const NOW = Date.parse("2026-03-05T00:00:00Z");
const FOLDER = "editions/2026/03-04-evening";

interface Given {
  readonly body?: string;
  readonly front?: string;
  readonly source?: string;
  readonly edition?: string;
  readonly house?: string;
  readonly language?: string;
}

/** What house style says of a publication of one story: rule and message of each warning that no other rule gives. */
function told({
  body = "A lab did it.",
  front = "",
  source = "",
  edition = "One story.",
  house,
  language = "en",
}: Given): string[] {
  const title = /^title:/m.test(front) ? "" : "title: A lab did it\n";
  const files = {
    "site.yaml": `name: Evening Update\nurl: https://update.example\nlanguage: ${language}\nzone: Europe/London\npublisher: { name: AI Stack Digest }\nslots: { evening: { name: Evening Update, time: "18:00" } }\nbyline: robin-example\nresponsible: robin-example\n`,
    "topics.yaml": "models: { name: Models }\n",
    "publishers.yaml":
      "wire: { name: Example Wire, url: https://wire.example }\nlab: { name: DeepLantern, url: https://lab.example }\n",
    "people.yaml": "robin-example: { name: Robin Example, role: Editor }\n",
    "affiliates.yaml": "",
    ...(house !== undefined && { "house.yaml": house }),
    [`${FOLDER}/edition.md`]: `---\nstories: [story]\n---\n${edition}\n`,
    [`${FOLDER}/story.md`]: `---\n${title}${front}topic: models\nsource:\n  - publisher: wire\n    title: A title\n    url: https://wire.example/1\n${source}---\n${body}\n`,
  };
  const listed = Object.entries(files).map(([path, text]) => ({ path, bytes: Buffer.from(text) }));
  const { diagnostics } = readFiles(listed, NOW, false);
  return diagnostics.map(({ rule, message }) => `${rule}: ${message}`);
}

const inBody = (body: string): string[] => told({ body });

describe("house style tells", () => {
  test.each([
    ["a word that stands twice", "It put the the model out.", "doubled-word: “the the” has one word twice"],
    [
      "one that stands twice across a line",
      "It put out a model of\nof its own.",
      "doubled-word: “of of” has one word twice",
    ],
    [
      "a name that stands twice in one",
      "LanternLantern came after Lantern.",
      "doubled-word: “LanternLantern” is “Lantern” twice",
    ],
    ["“a” before a vowel", "It is a open model.", "article: “a open” has the wrong article"],
    [
      "“an” before what is spoken as a consonant",
      "It is an unique model.",
      "article: “an unique” has the wrong article",
    ],
    ["“a” before initials spoken with a vowel", "It is a LLM.", "article: “a LLM” has the wrong article"],
    [
      "a comma too many",
      "It is open,, and free.",
      "punctuation: “,,” has a sign too many, or a space in the wrong place",
    ],
    [
      "a space before a comma",
      "It is open , and free.",
      "punctuation: “open ,” has a sign too many, or a space in the wrong place",
    ],
    [
      "a look ahead to the year that is",
      "Work goes on heading into 2026.",
      "year-ahead: “heading into 2026” looks ahead to the year in which this appears",
    ],
    [
      "the publisher's name in one word",
      "The AIStackDigest team read it.",
      "name-spelling: “AIStackDigest” is written “AI Stack Digest” here",
    ],
    [
      "the name of a publisher that it cites",
      "The ExampleWire had it.",
      "name-spelling: “ExampleWire” is written “Example Wire” here",
    ],
    ["a weekday that is not the date's", "It opens on Friday, March 12.", "weekday: “Friday, March 12” is a Thursday"],
    [
      "what a chatbot says",
      "As an AI language model, it says little.",
      "left-over: “As an AI language model” is what a chatbot says to whom it speaks with",
    ],
  ])("%s", (_, body, expected) => {
    expect(inBody(body)).toEqual([expected]);
  });

  test("its place in the body and in a line of the front matter", () => {
    const files = told({ front: "short: It is a open model\n", body: "It is fine.\n\nIt is an useful one." });
    expect(files).toEqual(["article: “a open” has the wrong article", "article: “an useful” has the wrong article"]);
  });

  test("two spellings of one word once, and two rules of spelling once", () => {
    expect(inBody("The organisation and the organization, an organisation. Optimization and sanitisation.")).toEqual([
      "spelling-mix: “organization” and “organisation” are one word in two spellings",
      "spelling-mix: “Optimization” and “sanitisation” are spelt by two rules",
    ]);
  });

  test("a mix between the texts of an edition", () => {
    expect(told({ body: "The color of it, and its center.", edition: "The colour of it." })).toEqual([
      "spelling-mix: “colour” and “color” are one word in two spellings",
    ]);
  });
});

describe("house style lets stand", () => {
  test.each([
    ["words that grammar doubles", "He said that that had had its time, and what it is is known."],
    ["a verb's own particle", "Those logged in in March moved on on Monday."],
    ["letters and names", "The The played. Vitamin A and plan a are known. Series A investors came."],
    ["a name that is so", "BonBonBon and PayPay came."],
    [
      "vowels spoken as consonants",
      "A union, a European, a one-off, a UN agency, a US firm, a unique user, a URL, a Ukrainian.",
    ],
    [
      "consonants spoken as vowels",
      "An hour, an honest man, an FBI agent, an LLM, an X-ray, an 8-bit chip, an mRNA vaccine, an historic day, an NGO.",
    ],
    ["initials that may be a word", "A NASA probe, a FAQ, an FAQ, a SQL query, an SQL query, a LASER."],
    [
      "code, addresses and quotations",
      'It runs `the the a open`, [so](https://a.example/the-the,,) “they said a open the the , word” "a open one".',
    ],
    [
      "a block of code and a block quotation",
      "It runs:\n\n```\nthe the a open ,,\n```\n\n> It is a open the the .\n\nSo it is.",
    ],
    ["words of another language", "It is [a open the the]{lang=pt} here."],
    [
      "numbers, ellipses and lists",
      "It has 1,000 parts ... and 2.5 more… see `a..b`, v1.2, e.g., and so on, Inc., etc.",
    ],
    [
      "a look ahead to another year",
      "Work goes on heading into 2027, and into 2026 elections went much. By the end of 2026 it ends.",
    ],
    [
      "programmes, licences and other words of one spelling each",
      "A program and a programme; a licence and a license; practice and practise; surprise, advertise, exercise, size.",
    ],
    [
      "names that are spelt otherwise",
      "The colour of the Center for Color, the Defense Department and the World Health Organization, where organisers met.",
    ],
    ["a publisher's name that is a common word", "Some example wire lay about, as models do."],
    ["the name of a publisher that it does not cite", "The Deep Lantern was dark."],
    [
      "a file, an account and an address",
      "See @aistackdigest, #AIStackDigest, aistackdigest.com, /AIStackDigest and AIStackDigest/models.",
    ],
    [
      "a date of a weekday, of any near year",
      "It was on Wednesday, March 4, and on Monday 9 March 2026, and Tuesday’s ruling stands.",
    ],
    [
      "furniture that is told of",
      "They leave a comment below each text, scroll to the top of it, and advertisement is what pays. Filed under seal, it is read more than once.",
    ],
    ["a task that is named", "It is a to-do app, and pricing is to be decided; TODO comments were counted."],
  ])("%s", (_, body) => {
    expect(inBody(body)).toEqual([]);
  });

  test("in a source's title what stands there", () => {
    const source = "  - publisher: lab\n    title: How a open the the model\n    url: https://lab.example/2\n";
    expect(told({ source, body: "It cites How a open the the model." })).toEqual([]);
  });

  test("what house.yaml allows, and no more", () => {
    const house = 'allow:\n  article: ["a open"]\n  name-spelling: AIStackDigest\n  spelling-mix: [organization]\n';
    const body = "It is a open model, an useful one. AIStackDigest has it. Organization, organisation, organization.";
    expect(told({ house, body })).toEqual([
      "article: “an useful” has the wrong article",
      "spelling-mix: “organisation” and “Organization” are one word in two spellings",
    ]);
  });
});

test("a spelling that the house or a cited title lets stand makes no other one odd", () => {
  const body = "The organization is one, and that organization is another. It is an organisation.";
  const mix = ["spelling-mix: “organisation” and “organization” are one word in two spellings"];
  expect(inBody(body)).toEqual(mix);
  expect(told({ body, house: "allow: { spelling-mix: [organization] }\n" })).toEqual([]);
  const source = "  - publisher: lab\n    title: The organization of labs\n    url: https://lab.example/2\n";
  expect(told({ source, body: "The organization of labs has it. The organization of labs. An organisation." })).toEqual(
    [],
  );
});

describe("a house's own spelling", () => {
  const body = "The organization has a colour, and its center. They analyse it, realise much.";
  test.each([
    ["en-GB", ["organization", "center"]],
    ["en-GB-oxford", ["center", "realise"]],
    ["en-US", ["colour", "analyse", "realise"]],
  ])("%s is held against each word", (spelling, words) => {
    const found = told({ house: `spelling: ${spelling}\n`, body });
    expect(found.map((text) => /“(.*?)”/.exec(text)?.[1])).toEqual(words);
    expect(found.every((text) => text.startsWith("house-spelling: "))).toBe(true);
  });

  test("is that of its language's region, if house.yaml says none", () => {
    expect(told({ language: "en-US", body: "Its colour." })).toHaveLength(1);
    expect(told({ language: "en-GB", body: "Its colour." })).toEqual([]);
    expect(told({ language: "en-GB", body: "Its color." })).toHaveLength(1);
  });

  test("is asked of English alone", () => {
    const words = "a open model, heading into 2026, the the organization, organisation, Leave a Comment";
    expect(told({ language: "de", body: words })).toEqual([]);
    expect(told({ language: "de", body: "TODO: AIStackDigest ,, hat es." })).toHaveLength(3);
  });
});

describe("headlines and fields", () => {
  test.each([
    ["title: IBM AND AMD SIGN", []],
    ["title: YAHOO AND GOOGLE SIGN DEAL", ["headline-style: this headline is all in capitals"]],
    ["title: Google buys Yahoo!", []],
    ["title: Google buys it!", ["headline-style: this headline ends in “!”"]],
    ["title: “Open” is not “free”", []],
    ["title: “Open is not free”", ["quoted-title: quotation marks stand around this whole title"]],
    [
      "title: Why __init__ and 2 * 3 * 4 matter",
      ["looks-like-markdown: “__init__” is no Markdown here: readers see its signs"],
    ],
    ["title: Why snake_case_names and C# matter", []],
    [
      "title: See https://lab.example/model",
      ["bare-url: “https://lab.example/model” is printed as text, not as a link"],
    ],
  ])("“%s” gives %j", (front, expected) => {
    expect(told({ front: `${front}\nshort: A lab did it\n` })).toEqual(expected);
  });

  test("sources are older than what cites them, wherever that is", () => {
    const source = (day: string) =>
      `  - publisher: lab\n    title: Another title\n    url: https://lab.example/2\n    published: ${day}\n`;
    expect(told({ source: source("2026-03-05") })).toEqual([]);
    expect(told({ source: source("2026-03-06") })).toHaveLength(1);
  });
});

describe("an edition's own text", () => {
  test.each([
    ["Tonight’s one stories.", []],
    ["All three stories are new.", ["story-count: “three stories” is said of this edition, which has 1"]],
    ["Two stories from elsewhere, and the three stories of last week.", []],
    ["Wednesday’s AI news is short.", []],
    ["Monday’s news cycle is short.", ["weekday: “Monday’s” is said of this edition, which is of a Wednesday"]],
    ["Monday’s ruling is the news.", []],
  ])("“%s” gives %j", (edition, expected) => {
    expect(told({ edition })).toEqual(expected);
  });
});
