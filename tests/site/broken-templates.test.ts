import { describe, expect, test } from "vitest";
import { COLLECTIONS } from "../../.eleventy.ts";
import type { Views } from "../../src/views/views.ts";
import { faultsOfMail } from "../../src/pipeline/mail/faults-of-mail.ts";
import { makeMail } from "../../src/pipeline/mail/make-mail.ts";
import { readArchive } from "../../src/pipeline/read/publication.ts";
import { PUBLICATIONS } from "../fixtures.ts";
import { openFixture, print } from "./verified-site.ts";

/**
 * Every template that prints something of editions, broken once in each way that would break a promise: it shows the words of what is hidden,
 * or leaves out a disclosure, what part machines had in a text, that a machine reads it aloud, or a story. The verifier finds each. What is
 * changed here is what a template printed, as a slip in that template would have it.
 */

const { site, faultsAfter } = await openFixture();

const STORY = "/2026/03/04/morning/lamps-by-post/";
/** The edition with paid links that a person reads aloud, and the one that a machine does. */
const MORNING = "2026-03-04-morning";
const MIDDAY = "2026-03-03-midday";

const hidden = site.editions
  .flatMap(({ stories }) => stories)
  .filter(({ status }) => status !== "published")
  .map(({ summary }) => summary.opening)
  .find((opening) => opening.length > 30) as string;

type Change = readonly [from: string | RegExp, to: string];

/** In which ways a template is broken, each by what is put in the place of what it printed. */
interface Broken {
  /** Files that it printed. */
  readonly files: RegExp;
  readonly leak: Change;
  readonly story?: Change;
  readonly disclosure?: Change;
  readonly level?: Change;
  readonly voice?: Change;
}

const FOUND: Record<Exclude<keyof Broken, "files">, RegExp> = {
  leak: /it holds “.*, which is not published/,
  story: /is not in it$|^.*: it has the stories|nothing stands at/,
  disclosure: /no disclosure stands before|\(disclosure\)|does not say so|tells of paid links/,
  level: /\(level\)|and it says|“Written by people” is not in it/,
  voice: /\(voice\)|a machine reads the edition, and it does not say so/,
};

const leakBefore = (mark: string): Change => [mark, `${hidden} ${mark}`];
const leakAfter = (mark: string): Change => [mark, `${mark}${hidden} `];
const LEAK = leakBefore("</main>");
const AWAY: Change = [STORY, "/about/"];
const UNDISCLOSED: Change = ['class="disclosure"', 'class="box"'];
const UNDISCLOSED_IN_FEED: Change = ["class=&quot;disclosure&quot;", "class=&quot;box&quot;"];
const NO_LEVEL: Change = [/<p class="ai-level">[^<]*<\/p>/g, ""];

/** Pages that show no text of an edition but titles: what is hidden is all that they could tell. */
const onlyLeaks = (files: RegExp, leak = LEAK): Broken => ({ files, leak });

/** By the collection that a template prints; why there is nothing to be broken, where that is so. */
const TABLE: Record<Exclude<keyof Views, "mailPages" | "mailTexts">, Broken | string> = {
  home: { files: /^\/index\.html$/, leak: LEAK, level: NO_LEVEL },
  editions: {
    files: /^\/2026\/03\/0(?:3\/midday|4\/morning)\/index\.html$/,
    leak: LEAK,
    story: AWAY,
    disclosure: UNDISCLOSED,
    level: NO_LEVEL,
    voice: [/<span class="label">Synthetic voice<\/span>/, ""],
  },
  stories: {
    files: new RegExp(`^${STORY}index\\.html$`),
    leak: LEAK,
    story: [/<p>/g, "<p >"],
    disclosure: UNDISCLOSED,
    level: NO_LEVEL,
  },
  lists: { files: /^\/topics\/[a-z-]+\/index\.html$/, leak: LEAK, story: AWAY },
  directories: onlyLeaks(/^\/topics\/index\.html$/),
  corrections: onlyLeaks(/^\/corrections\/index\.html$/),
  disclosures: onlyLeaks(/^\/disclosures\/index\.html$/),
  trends: onlyLeaks(/^\/trends\/index\.html$/),
  search: onlyLeaks(/^\/search\/index\.html$/),
  subscribe: onlyLeaks(/^\/subscribe\/index\.html$/),
  api: onlyLeaks(/^\/api\/index\.html$/),
  apiEditions: {
    files: new RegExp(`^/api/1/editions/(?:${MORNING}|${MIDDAY})\\.json$`),
    leak: leakAfter('"short": "'),
    story: [`"id": "${MORNING}/lamps-by-post"`, `"id": "${MORNING}/lamps"`],
    disclosure: [/"paid": true,\s*"text"/g, '"paid": true, "words"'],
    level: [/"level": "human-only"/g, '"level": "ai-assisted"'],
    voice: ['"label": "Synthetic voice"', '"was": ""'],
  },
  standing: onlyLeaks(/^\/about\/index\.html$/),
  moved: onlyLeaks(/^\/topics\/lanterns\/index\.html$/, leakBefore("</body>")),
  gone: "prints what the editor says of a text that was taken back; tests/build/former.test.ts looks for its words",
  notFound: onlyLeaks(/^\/404\.html$/),
  atomFeeds: {
    files: /^\/(?:feed|stories)\.xml$/,
    leak: leakAfter("<summary>"),
    story: AWAY,
    disclosure: UNDISCLOSED_IN_FEED,
    level: [/&lt;p&gt;Written by people&lt;\/p&gt;/g, ""],
    voice: [/&lt;span class=&quot;label&quot;&gt;Synthetic voice&lt;\/span&gt;/, ""],
  },
  jsonFeeds: {
    files: /^\/feed\.json$/,
    leak: leakAfter('"title": "'),
    story: AWAY,
    disclosure: ['class=\\"disclosure\\"', 'class=\\"box\\"'],
    level: [/<p>Written by people<\/p>/g, ""],
    voice: [/Synthetic voice/g, ""],
  },
  podcasts: {
    files: /^\/podcast\.xml$/,
    leak: leakAfter("<description>"),
    story: AWAY,
    disclosure: [/Contains paid links/g, ""],
    level: [/&lt;p&gt;Written by people&lt;\/p&gt;/g, ""],
    voice: [/Synthetic voice/g, ""],
  },
  sitemaps: { files: /^\/news-sitemap\.xml$/, leak: leakAfter("<news:title>"), story: AWAY },
  textFiles: {
    files: /^\/(?:api\/1\/index\.json|llms\.txt|disclosures\.json)$/,
    leak: ['"title": "', `"title": "${hidden} `],
    story: ["/editions/2026-03-04-morning.json", "/index.json"],
  },
  problems: "is printed by the editor’s preview alone, which shows what is hidden",
};

function changeBy([from, to]: Change): (content: string) => string {
  return (content) => (typeof from === "string" ? content.replaceAll(from, to) : content.replace(from, to));
}

const CASES = Object.entries(TABLE).flatMap(([name, broken]) =>
  typeof broken === "string"
    ? []
    : (Object.keys(FOUND) as (keyof typeof FOUND)[]).flatMap((way) => {
        const change = broken[way];
        return change ? [{ name, way, files: broken.files, change }] : [];
      }),
);

describe("a broken template is found by the verifier", () => {
  test("whatever prints: each has its place here", () => {
    expect([...Object.keys(TABLE), "mailPages", "mailTexts"].sort()).toEqual([...COLLECTIONS].sort());
  });

  test.each(CASES)("$name: $way", ({ way, files, change }) => {
    const faults = faultsAfter(files, changeBy(change));
    expect(faults).toContainEqual(expect.stringMatching(FOUND[way]));
    for (const fault of faults) expect(fault).toMatch(/^\/\S+: /);
  });
});

describe("a broken template of mails is found by the verifier", async () => {
  const { content, now } = PUBLICATIONS.fixture;
  const archive = await readArchive({ content, now: Date.parse(now), preview: false });
  const text = archive.get(MORNING);
  if (!text) throw new Error(`${MORNING} is not there`);
  const { html, text: plain } = await makeMail(archive, text, "full");

  const faultsOf = (changedHtml: string, changedPlain: string): string[] => {
    const parts = {
      html: { path: `/${MORNING}.html`, content: changedHtml },
      text: { path: `/${MORNING}.txt`, content: changedPlain },
    };
    // A view that has words of something hidden was given them.
    return print(faultsOfMail(archive, text, "full", parts, () => [changedHtml, changedPlain]));
  };

  test("which is right as it is printed", () => {
    expect(faultsOf(html, plain)).toEqual([]);
  });

  const title = "Lamps now come by post, and three sellers say so";
  const inBoth: readonly [way: keyof typeof FOUND, html: Change, plain: Change][] = [
    ["leak", leakBefore("</body>"), ["", `${hidden} `]],
    ["story", [title, ""], [title, ""]],
    ["disclosure", UNDISCLOSED, [/^Paid links .*$/m, ""]],
    ["level", ["Written by people", ""], ["Written by people", ""]],
  ];

  test.each(inBoth)("mailPages: %s", (way, change) => {
    const changed = changeBy(change)(html);
    expect(changed).not.toBe(html);
    expect(faultsOf(changed, plain)).toContainEqual(expect.stringMatching(FOUND[way]));
  });

  test.each(inBoth)("mailTexts: %s", (way, _, change) => {
    const changed = change[0] === "" ? change[1] + plain : changeBy(change)(plain);
    expect(changed).not.toBe(plain);
    expect(faultsOf(html, changed)).toContainEqual(expect.stringMatching(FOUND[way]));
  });
});
