import fc from "fast-check";
import sharp from "sharp";
import { markdown } from "./markdown-text.ts";

/** Content as no editor would write it, by path; a vocabulary has an entry to a line, so that one that is refused can be left out. */
export interface RandomContent {
  readonly texts: Readonly<Record<string, string>>;
  readonly pictures: Readonly<Record<string, RandomPicture>>;
}

interface RandomPicture {
  readonly format: "jpeg" | "png" | "webp" | "avif";
  readonly width: number;
  readonly height: number;
  readonly alpha: number;
  readonly options: object;
}

/** What is wide, tall, unbreakable, invisible or a sign of some language of machines. */
const SIGNS =
  "W i 1 . - — … ﷽ ﷺ م ـ 漢 ア 𒐫 ก ॐ é é́̂ 😀 👩‍👩‍👧‍👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿 < & \" ' ` * _ ~ [ ] ( ) \\ $ { } % # | : ; , / ? = + @ ! ^ • א".split(
    " ",
  );
const WORDS =
  "{{ x }}|<b>bold</b>|constructor|__proto__|null|true|2026-03-04|3.10|&amp;|a b|https://a.example|‘n’|C++".split("|");

/** A text of at most so many characters, often of just as many. */
function text(most: number): fc.Arbitrary<string> {
  const cut = (whole: string) => Array.from(whole).slice(0, most).join("").trim() || "x";
  return fc.oneof(
    fc.constantFrom(...SIGNS).map((sign) => cut(sign.repeat(most))),
    fc
      .array(fc.constantFrom(...SIGNS, ...WORDS, "word", "Word"), { minLength: 1, maxLength: most })
      .map((all) => cut(all.join(" "))),
    fc.string({ unit: "grapheme", minLength: 1, maxLength: most }).map(cut),
    fc.constantFrom(...WORDS).map(cut),
    fc.constant(cut("A word and another ".repeat(60))),
  );
}

function id(most: number): fc.Arbitrary<string> {
  return fc.oneof(
    fc.stringMatching(new RegExp(`^[a-z0-9][a-z0-9-]{0,${most - 1}}$`)),
    fc.constantFrom(
      "constructor",
      "index",
      "2",
      "10",
      "2026",
      "con",
      "1e3",
      "0x1f",
      "null",
      "true",
      "a--",
      "feed",
      "card",
    ),
    fc.constantFrom("a", "-", "9z").map((part) => `a${part.repeat(most)}`.slice(0, most)),
  );
}

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });

/** Ids with an entry each, as YAML that has them to a line; the first is always right. */
function vocabulary(
  first: string,
  entry: fc.Arbitrary<object>,
  most = 5,
): fc.Arbitrary<{ ids: string[]; yaml: string }> {
  return fc.uniqueArray(fc.tuple(id(48), entry), { maxLength: most, selector: ([own]) => own }).map((entries) => ({
    // Those that are refused are never named elsewhere, so that one mistake does not take a story with it.
    ids: entries.map(([own]) => own).filter((own) => !/^(\d+|con)$/.test(own)),
    yaml: [first, ...entries.map(([own, value]) => `${JSON.stringify(own)}: ${JSON.stringify(value)}`), ""].join("\n"),
  }));
}

const URL = "https://wire.example/x";
const topics = vocabulary(
  "models: { name: Models }",
  fc.record({ name: text(80), description: maybe(text(500)), aliases: maybe(fc.array(text(48), { maxLength: 3 })) }),
);
const publishers = vocabulary(
  "example-wire: { name: Example Wire, url: https://wire.example }",
  fc.record({ name: text(80), url: fc.constant(URL), paywall: maybe(fc.boolean()) }),
);
const people = vocabulary(
  "robin-example: { name: Robin Example, role: Editor }",
  fc.record({ name: text(80), role: text(160), bio: maybe(text(500)) }),
);
const affiliates = vocabulary(
  "bookshop: { name: Example Books, url: https://books.example.org, hosts: books.example.org }",
  fc.record({
    name: text(80),
    url: fc.constant("https://shop.example/"),
    hosts: fc.constant("shop.example"),
    disclosure: maybe(text(300)),
  }),
);
const sponsors = vocabulary(
  "cloud: { advertiser: Cloud, text: Cheap, url: https://cloud.example, from: 2026-01-01, to: 2026-01-02 }",
  fc.record({
    advertiser: text(80),
    text: text(300),
    url: fc.constant(URL),
    from: fc.constant("2026-03-04"),
    to: fc.constant("2026-03-05"),
  }),
  1,
);
const site = fc
  .record({
    name: text(80),
    tagline: text(160),
    publisher: text(80),
    slot: text(80),
    language: fc.constantFrom("en", "de", "ar", "zh", "en-GB"),
  })
  .map(({ name, tagline, publisher, slot, language }) =>
    [
      `name: ${JSON.stringify(name)}`,
      `tagline: ${JSON.stringify(tagline)}`,
      "url: https://update.example.org",
      `language: ${language}`,
      "zone: Europe/London",
      `publisher: { name: ${JSON.stringify(publisher)}, email: desk@example.org }`,
      `slots: { evening: { name: ${JSON.stringify(slot)}, time: "18:00" } }`,
      "byline: robin-example\nresponsible: robin-example\n",
    ].join("\n"),
  );

const picture: fc.Arbitrary<RandomPicture> = fc.record({
  format: fc.constantFrom("jpeg", "png", "webp", "avif"),
  width: fc.constantFrom(1, 2, 3, 17, 64, 359, 361, 1200, 1201),
  height: fc.constantFrom(1, 2, 3, 17, 64, 700, 2200, 6700, 16_383, 16_384, 17_000),
  alpha: fc.constantFrom(0.5, 1),
  options: fc.constantFrom(
    {},
    { progressive: true },
    { lossless: true },
    { palette: true },
    { chromaSubsampling: "4:4:4" },
  ),
});

/** Encodes a picture; undefined where its format cannot hold it. */
export async function encodePicture({
  format,
  width,
  height,
  alpha,
  options,
}: RandomPicture): Promise<Buffer | undefined> {
  const colour = { r: 90, g: 120, b: 30, alpha };
  try {
    return await sharp({ create: { width, height, channels: 4, background: colour } })
      .toFormat(format, { effort: 1, ...options })
      .toBuffer();
  } catch {
    return undefined;
  }
}

interface Story {
  readonly front: Readonly<Record<string, unknown>>;
  readonly topic: number;
  readonly publisher: number;
  readonly writer: number;
  readonly body: string;
}

const story: fc.Arbitrary<Story> = fc.record({
  front: fc.record({
    title: text(110),
    short: maybe(text(48)),
    tags: maybe(fc.array(text(32), { maxLength: 4 })),
    corrections: maybe(
      fc.array(
        text(1000).map((words) => ({ at: "2026-03-04T19:00", kind: "update", text: words })),
        { maxLength: 2 },
      ),
    ),
    draft: maybe(fc.boolean()),
    source: text(300),
    alt: text(300),
    credit: maybe(text(160)),
  }),
  topic: fc.nat(9),
  publisher: fc.nat(9),
  writer: fc.nat(9),
  body: fc.oneof(
    { weight: 3, arbitrary: fc.constant("Words.\n") },
    { weight: 1, arbitrary: markdown },
    { weight: 2, arbitrary: text(2000).map((words) => `${words}\n\n## ${words.replace(/\s+/g, " ")}\n\n- ${words}\n`) },
  ),
});

function pick(items: readonly string[], number: number, usual: string): string {
  return [usual, ...items][number % (items.length + 1)] ?? usual;
}

function writeMarkdown(front: object, body: string): string {
  const lines = Object.entries(front).flatMap(([key, value]) =>
    value === undefined ? [] : `${key}: ${JSON.stringify(value)}`,
  );
  return `---\n${lines.join("\n")}\n---\n${body}`;
}

/** A publication of one evening; most of it is right by its form, and all of it is what nobody would write. */
export const randomContent: fc.Arbitrary<RandomContent> = fc
  .record({
    vocabularies: fc.record({ site, topics, publishers, people, affiliates, sponsors }),
    stories: fc.uniqueArray(fc.tuple(id(80), story, maybe(picture)), {
      minLength: 4,
      maxLength: 8,
      selector: ([slug]) => slug,
    }),
    edition: fc.record({ title: maybe(text(160)), description: maybe(text(500)) }),
    lede: fc.oneof(fc.constant("The lede.\n"), markdown),
    page: fc.tuple(id(80), text(160), text(500), markdown),
  })
  .map(({ vocabularies: { site, ...own }, stories, edition, lede, page: [page, title, description, body] }) => {
    const folder = "editions/2026/03-04-evening/";
    const texts: Record<string, string> = { "site.yaml": site };
    const pictures: Record<string, RandomPicture> = {};
    for (const [name, { yaml }] of Object.entries(own)) texts[`${name}.yaml`] = yaml;
    texts[`${folder}edition.md`] = writeMarkdown(edition, lede);
    texts[`pages/${page}.md`] = writeMarkdown({ title, description }, body);
    for (const [slug, { front, topic, publisher, writer, body: words }, shown] of stories) {
      const { source, alt, credit, ...rest } = front;
      const src = shown && `${slug}.${shown.format}`;
      if (shown && src !== undefined) pictures[folder + src] = shown;
      const whole = {
        ...rest,
        topic: pick(own.topics.ids, topic, "models"),
        source: { publisher: pick(own.publishers.ids, publisher, "example-wire"), title: source, url: URL },
        byline: pick(own.people.ids, writer, "robin-example"),
        image: src === undefined ? undefined : { src, alt, credit },
      };
      texts[`${folder}${slug}.md`] = writeMarkdown(whole, words);
    }
    return { texts, pictures };
  });
