import { describe, expect, test } from "vitest";
import { readFiles } from "../publication.ts";

const NOW = Date.parse("2026-03-05T00:00:00Z");
const FOLDER = "editions/2026/03-04-evening";

interface Given {
  /** The files of stories, by their slugs. */
  readonly stories?: Readonly<Record<string, string>>;
  readonly edition?: string;
  readonly language?: string;
}

function storyOf(title: string, { more = "", source = "", body = "A lab did it." } = {}): string {
  return `---\ntitle: ${JSON.stringify(title)}\n${more}topic: models\nsource:\n  - { publisher: wire, title: A title, url: "https://wire.example/1" }\n${source}---\n${body}\n`;
}

/** What is told by a rule of a publication of one edition: file and line. */
function told(rule: string, { stories = {}, edition = "News.", language = "en" }: Given): string[] {
  const files = {
    "site.yaml": `name: Evening Update\nurl: https://update.example\nlanguage: ${language}\nzone: Europe/London\npublisher: { name: Desk }\nslots: { evening: { name: Evening Update, time: "18:00" } }\nbyline: robin-example\nresponsible: robin-example\n`,
    "topics.yaml": "models: { name: Models }\n",
    "publishers.yaml": "wire: { name: Example Wire, url: https://wire.example }\n",
    "people.yaml": "robin-example: { name: Robin Example, role: Editor }\n",
    "affiliates.yaml": "",
    [`${FOLDER}/edition.md`]: `---\nstories: [${Object.keys(stories).join(", ")}]\n---\n${edition}\n`,
    ...Object.fromEntries(Object.entries(stories).map(([slug, text]) => [`${FOLDER}/${slug}.md`, text])),
  };
  const listed = Object.entries(files).map(([path, text]) => ({ path, bytes: Buffer.from(text) }));
  const { diagnostics } = readFiles(listed, NOW, false, undefined, true);
  return diagnostics.flatMap((one) => (one.rule === rule ? [`${one.path.split("/").at(-1) ?? ""}:${one.line}`] : []));
}

/** Those of some paragraphs, of a story or an edition's own text, of which a rule tells. */
function tellsOf(rule: string, paragraphs: readonly string[], where: "story" | "edition", language = "en"): string[] {
  const body = paragraphs.join("\n\n");
  const text = storyOf("A lab did it", { body: where === "story" ? body : "A lab did it." });
  const given = { stories: { a: text, b: storyOf("Another did it") }, language };
  const file = where === "story" ? text : `---\nstories: [a, b]\n---\n${body}`;
  const lines = file.split("\n");
  const found = told(rule, where === "story" ? given : { ...given, edition: body });
  return found.flatMap((at) => lines[Number(at.split(":")[1]) - 1] ?? []);
}

/** Those of some titles of which a rule tells, each the title of a story. */
function tellsOfTitles(rule: string, titles: readonly string[], more = ""): string[] {
  const stories = Object.fromEntries(titles.map((title, at) => [`s${at}`, storyOf(title, { more })]));
  return [...new Set(told(rule, { stories }).map((at) => titles[Number(/\d+/.exec(at)?.[0])] ?? ""))];
}

describe("year-ahead", () => {
  const RIGHT = [
    "Budgets shrink heading into 2026.",
    "The team is looking ahead to 2026 with calm.",
    "As the firm enters 2026, it has money.",
    "As 2026 approaches, all wait.",
    "Firms are moving into 2026 with fewer staff.",
    "It looks forward to 2026.",
    "The market goes into 2026, and grows.",
    "Headed into 2026 (as it was), it grew.",
    "Heading into 2026, budgets shrink.",
  ];
  const MISSES = [
    "Budgets shrink heading into 2027.",
    "It went into 2026 with few staff.",
    "The bill is heading into 2026 elections unread.",
    "Parties are looking ahead to 2026 midterms.",
    "Prices rise going into 2026–27.",
    "It is looking to 2026’s results.",
    "A team heads into 2026 World Cup qualifiers.",
    "He enters 2026 Olympics trials.",
    "Work moves to 2026-03-10.",
    "It is moving to 20260 hosts.",
    "The price goes to 2026 dollars from 1,900 dollars.",
    "The count goes to 2026.5 points.",
    "It is heading to 2026 Market Street.",
    "As the 2026 deadline approaches, all wait.",
    "In its new approaches, 2026 is a number.",
    "She wrote “heading into 2026” in December.",
    "It says `heading into 2026` in the log.",
    "> Heading into 2026, we are calm.",
    "It moves to the 2026 edition of the law.",
    "They look to finish in 2026.",
    "It is looking into 2026 complaints.",
    "The vote moves to 2026 season tickets.",
    "The head of 2026 planning left.",
    "It enters into force in 2026.",
    "Sales go up 2026 units.",
    "It rose from 2,000 to 2026.",
    "Work is heading into March 2026.",
    "It moves to 2026 budget talks.",
  ];
  test("tells of looks ahead to the year that is, and of nothing else", () => {
    expect(tellsOf("year-ahead", [...RIGHT, ...MISSES], "story")).toEqual(RIGHT);
  });
});

describe("story-count", () => {
  const RIGHT = [
    "All three stories are new.",
    "Tonight’s four stories are short.",
    "Here are 5 stories.",
    "Our three stories come from the record.",
    "This evening's six stories are new.",
    "The edition’s one stories are new.",
    "Here are the seven stories.",
    "Today’s\nthree stories are new.",
  ];
  const MISSES = [
    "All two stories are new.",
    "Tonight’s 2 stories are short.",
    "Three stories of last week went on.",
    "All three stories of last week were wrong.",
    "Yesterday’s three stories are there.",
    "Both stories are new.",
    "All of the stories are new.",
    "Our stories are new.",
    "Here are stories from three towns.",
    "Three of tonight’s stories were delayed.",
    "“All three stories are new”, said she.",
    "All three storeys burnt.",
    "All three news stories elsewhere are wrong.",
    "All three of our stories are new.",
    "Today’s top stories are two.",
    "This week’s nine stories are in the archive.",
    "All 300 stories of the archive are there.",
    "Here are five short stories by Kafka.",
    "The three stories that others ran are wrong.",
    "All twenty stories of the tower stand.",
    "Today’s three lead stories elsewhere were wrong.",
    "`all three stories`",
  ];
  test("tells of a wrong number of all stories, and of nothing else", () => {
    const firstLines = RIGHT.map((text) => text.split("\n").at(-1));
    const found = tellsOf("story-count", [...RIGHT, ...MISSES], "edition");
    expect(found.filter((line) => !firstLines.includes(line) && !/^Today’s$/.test(line))).toEqual([]);
    expect(found).toHaveLength(RIGHT.length);
  });
});

describe("quoted-title", () => {
  const RIGHT = [
    "“Open is not free”",
    '"It is open"',
    "„Offen“",
    "« Ouvert »",
    "‘Open at last’",
    "'Open at last'",
    "“Open.”",
  ];
  const MISSES = [
    "“Open” is not “free”",
    '"Open" and "free"',
    "‘Open’ and ‘free’",
    "'Twas open",
    "’Tis open’",
    "“Open”, says a lab",
    "A lab says: “open”",
    "“Open” (a lab)",
    "“Open”: what it means",
    "‘It’s open’, says a lab",
    "'90s chips are in the labs'",
    "‘Labs’ and models’",
    "“Open” or “free”",
    "„Offen“ oder „frei“",
    "« Ouvert » ou « libre »",
    "“A ‘model’ that’s open”: a lab’s words",
    '5" and 6" disks come back: "6"',
    "'Don't' and 'won't'",
    "Labs’ “open” models’",
    "“Open",
    "Open”",
    "‘Yes’ or ‘no’",
  ];
  test("tells of marks around a whole title, and of nothing else", () => {
    expect(tellsOfTitles("quoted-title", [...RIGHT, ...MISSES], "short: A lab did it\n")).toEqual(RIGHT);
  });
});

describe("bare-url", () => {
  const RIGHT = [
    "See https://lab.example/model",
    "It is at www.lab.example now",
    "All of (http://lab.example/a)",
    "https://lab.example",
    "A lab: https://lab.example/a?b=c.",
  ];
  const MISSES = [
    "The lab.example domain is sold",
    "What HTTPS:// means",
    "Why http:// is gone",
    "From https:// to nothing",
    "The www. prefix dies",
    "The WWW at 35",
    "Booking.com buys a lab",
    "Node.js 24 is out",
    "What ftp://lab.example was",
    "robots.txt is a law",
    "A lab at example.org/model",
    "mailto: is gone",
    "The @lab account is gone",
    "desk@lab.example is gone",
    "://",
    "TCP/IP at fifty",
    "1:// is no scheme",
    "What “https://” hides",
    "Why www is dead",
    "com.example.lab is out",
    "The /about page is gone",
    "The file:///etc/passwd trick",
  ];
  test("tells of addresses in fields, and of nothing else", () => {
    expect(tellsOfTitles("bare-url", [...RIGHT, ...MISSES], "short: A lab did it\n")).toEqual(RIGHT);
  });
});

describe("ligature", () => {
  const RIGHT = [
    "The ﬁrst one.",
    "An eﬀect.",
    "A ﬂoor.",
    "An oﬃce.",
    "A baﬄed one.",
    "The laﬅ one.",
    "An apple: \uF8FF.",
  ];
  const MISSES = [
    "œuvre, cœur, æther, Æ, Œ.",
    "Straße, ẞ, ß.",
    "½ and ¾ and ²",
    "№ 5, ™, ©, ℃, ℓ.",
    "ĳs and ǆ.",
    "Naïve, café, façade.",
    "日本語、中文。",
    "ﷺ and لا.",
    "😀 👩🏽‍💻 🇩🇪",
    "Ⅳ and ⅻ.",
    "“Quotes” – and — dashes…",
    "`ﬁrst` is code.",
    "> The ﬁrst one is quoted.",
    "She typed “ﬁ” on purpose.",
    "α, β, Σ, и, я.",
    "fi, fl, ff, ffi.",
    "x ≤ y ≠ z ∑ √",
    "한국어",
    "ﾊﾝｶｸ and Ｆｕｌｌ.",
    "→ ← ↑ ↓ ✓ ✗",
    "שלום",
    "ﬡ and ﭏ.",
  ];
  test("tells of letters drawn as one and of signs of one font, and of nothing else", () => {
    expect(tellsOf("ligature", [...RIGHT, ...MISSES], "story")).toEqual(RIGHT);
  });
});

describe("source-in-future", () => {
  const sourcesOf = (days: readonly string[]) =>
    days
      .map((day, at) => `  - { publisher: wire, title: T, url: "https://wire.example/${at + 2}", published: ${day} }\n`)
      .join("");
  const tells = (days: readonly string[], more = "") => {
    const stories = { a: storyOf("A lab did it", { more, source: sourcesOf(days) }) };
    const first = stories.a.split("\n").indexOf("source:") + 3;
    return told("source-in-future", { stories }).map((at) => days[Number(at.split(":")[1]) - first]);
  };
  const PAST = ["2026-03-04", "2026-03-05", "2026-03-03", "2025-12-31", "1999-01-01", "2026-02-28"];

  test("tells of days that had begun nowhere when the story came out", () => {
    const right = ["2026-03-06", "2026-04-03", "2027-03-04", "2062-03-04"];
    expect(tells([...PAST, ...right])).toEqual(right);
  });

  test("lets stand what was added with a later story or a correction", () => {
    const corrected = "corrections:\n  - { at: 2026-03-09T10:00, kind: update, text: So. }\n";
    expect(tells([...PAST, "2026-03-09", "2026-03-10", "2026-03-11"], corrected)).toEqual(["2026-03-11"]);
    expect(tells([...PAST, "2026-03-06", "2026-03-07"], "publish: 2026-03-05T18:30\n")).toEqual(["2026-03-07"]);
  });
});

describe("house-spelling", () => {
  const RIGHT = [
    "The color is new.",
    "It has a center.",
    "They organize it.",
    "Its behavior is odd.",
    "They analyze it.",
    "It was canceled there, and labeled.",
    "Optimization is hard.",
    "The defense of it.",
    "It is gray.",
    "A skeptical reader.",
  ];
  const MISSES = [
    "The size of the prize.",
    "They seize and capsize.",
    "The Center for AI Safety did it.",
    "Of the Defense Department.",
    "The World Health Organization met.",
    "A program runs on a disk.",
    "The license of it, and to practice.",
    "It says “the color is new”.",
    "The `color` of `center`.",
    "See [it](https://a.example/color/center).",
    "> The color is new.",
    "It is a meter, a tire and a curb.",
    "They check and draft a story.",
    "A citizen’s horizon; a wizard’s blizzard.",
    "@colorlab and #color and color.js.",
    "At the Lincoln Center of New York.",
    "A bronze, an ozone and a maize.",
    "The text-color value and color=red.",
    "He read Gray’s poem; Gray wrote it.",
    "A Labor Day of rest.",
    "Their judgment, an inquiry and a check.",
    "[The color is new.]{lang=en-US}",
  ];
  test("tells of words of the other side, and of nothing else", () => {
    expect([...new Set(tellsOf("house-spelling", [...RIGHT, ...MISSES], "story", "en-GB"))]).toEqual(RIGHT);
  });
});

describe("long-sentence", () => {
  const words = (count: number) => Array.from({ length: count }, (_, at) => `w${at}`).join(" ");
  const RIGHT = [`A${words(46)}.`, `It is so. B${words(46)}.`, `C${words(20)} (so), ${words(26)}.`, `D${words(46)}`];
  const MISSES = [
    `E${words(45)}.`,
    `F${words(30)}. G${words(30)}.`,
    `H${words(30)}? “I${words(30)}.”`,
    `J${words(30)}! K${words(30)}.`,
    `L${words(30)}… M${words(30)}.`,
    `- N${words(60)}.`,
    `1. O${words(60)}.`,
    `> P${words(60)}.`,
    `| Q${words(60)} |`,
    `R${words(30)}.” S${words(30)}.`,
    `T${words(30)}. [U](https://a.example/) ${words(30)}.`,
    `V${words(30)}. **W** ${words(30)}.`,
    `X${words(30)}. \`y\` ${words(30)}.`,
    `Z${words(30)}.\nA${words(30)}.`,
    `B${words(30)}. 3${words(30)}.`,
    `C${words(30)}: ${words(10)}.`,
    `## D${words(50)}`,
    `[^1]: E${words(60)}.`,
    `F${words(30)}.[^1] G${words(30)}.`,
    `H${words(30)}. — I${words(30)}.`,
  ];
  test("tells of sentences of more than 45 words, and of nothing else", () => {
    expect(tellsOf("long-sentence", [...RIGHT, ...MISSES], "story").filter((line) => !RIGHT.includes(line))).toEqual(
      [],
    );
    expect(tellsOf("long-sentence", RIGHT, "story")).toEqual(RIGHT);
  });
});

describe("unbalanced-quotes", () => {
  const RIGHT = [
    "It is “open, he said.",
    "It is open”, he said.",
    'It is "open, he said.',
    "It is “open “and free” now.",
    "A “b” c”.",
    "Er sagt „offen, und geht.",
    "Er sagt „offen „und frei“.",
  ];
  const MISSES = [
    "It is “open”, he said.",
    'It is "open", he said.',
    "It’s the labs’ own.",
    'A 5" disk and a 12" one.',
    "‘Open’, he said.",
    "“A ‘b’ c”.",
    'It runs `a "b`.',
    "Rock ’n’ roll of the ’90s.",
    "“It goes on.\n\n“And ends here.”",
    '"It goes on.\n\n"And ends here."',
    "> It is “open, he said.",
    "- It is “open.",
    "| “a | b |",
    "„Offen“ sagt er.",
    "„Offen ‚und‘ frei“, sagt er, „und gut“.",
    "„Offen”, sagt er.",
    "« Ouvert », dit-il.",
    '[“Open”](https://a.example/"b).',
    "5′ 10″ tall.",
    "“Open” “free” “both”.",
    "(“Open.”)",
    "A “b” and “c” of “d”.",
  ];
  test("tells of marks without their like, and of nothing else", () => {
    expect([...new Set(tellsOf("unbalanced-quotes", [...RIGHT, ...MISSES], "story"))]).toEqual(RIGHT);
  });
});

describe("headline-figure", () => {
  const BODY =
    "It has 1,200 parts and 46.7 billion weights, 28% of all, 3.5 million users, and costs €20 in 2026; version 4.5, 12 of 30, and 1.5 per cent. It took three days.";
  const RIGHT = [
    "A lab sells 1,300 parts",
    "A model of 46.8 billion weights",
    "It is 29% of all",
    "A price of €25",
    "It took 14 days",
  ];
  const MISSES = [
    "A lab sells 1200 parts",
    "A lab sells 1,200 parts",
    "A model of 46.7bn weights",
    "It is 28 per cent of all",
    "It is 28 % of all",
    "A price of 20 euros",
    "What comes in 2026",
    "Version 4.5 is out",
    "12 of 30 are gone",
    "A lab has 3.5m users",
    "It took three days",
    "GPT-5 is out",
    "What H100 chips do",
    "A lab opens its model",
    "The 1.5% question",
    "B2B sales rise",
    "Llama 3.1 is old",
    "Web3 is dead",
    "What 5G does",
    "It is No. 1 of all",
  ];
  test("tells of figures that the text lacks, and of nothing else", () => {
    const stories = [...RIGHT, ...MISSES].map((title, at) => [
      `s${at}`,
      storyOf(title, { more: "short: A lab did it\n", body: BODY }),
    ]);
    const found = told("headline-figure", { stories: Object.fromEntries(stories) as Record<string, string> });
    expect(found.map((at) => [...RIGHT, ...MISSES][Number(/\d+/.exec(at)?.[0])])).toEqual(RIGHT);
  });
});
