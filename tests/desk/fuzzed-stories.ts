import fc from "fast-check";

/** Stories as people and programs write them: every style of YAML that the format allows, with comments, odd blanks and any script. */

export const NAME = "editions/2026/03-04-evening/open-model.md";

/** A story, and what its front matter says. */
export interface FuzzedStory {
  readonly text: string;
  readonly front: Readonly<Record<string, unknown>>;
  readonly body: string;
}

const WORDS =
  "model weights open Labs’ Größe naïve モデル 模型 公開 نموذج مفتوح שלום Привет élève 𝒳 🚀 50 % C# A&B it's “quoted” it:s -dash 'x' \"y\"".split(
    " ",
  );
const words = fc.array(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 9 }).map((all) => all.join(" "));

type Writer = (text: string, indent: string) => string;

function wrap(text: string, indent: string): string {
  return text.replace(/ (?=\S+ \S)/g, (blank, at: number) => (at % 3 === 0 ? `\n${indent}` : blank));
}

const STYLES: Readonly<Record<string, Writer>> = {
  double: (text) => JSON.stringify(text),
  escaped: (text) =>
    JSON.stringify(text).replace(/[é’ö]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`),
  single: (text) => `'${text.replaceAll("'", "''")}'`,
  "single in lines": (text, indent) => `'${wrap(text.replaceAll("'", "''"), indent)}'`,
  plain: (text) => (/^[\p{L}]/u.test(text) && !/: | #|:$/.test(text) ? text : JSON.stringify(text)),
  "plain in lines": (text, indent) =>
    /^[\p{L}]/u.test(text) && !/: | #|:$/.test(text) ? wrap(text, indent) : JSON.stringify(text),
  literal: (text, indent) => `|-\n${indent}${text}`,
  folded: (text, indent) => `>-\n${indent}${wrap(text, indent)}`,
};

const style = fc.constantFrom(...Object.values(STYLES));
const comment = fc.constantFrom("", "", "", "# why: “this”\n", "\n", "\n# one\n\n# two\n", "# title: not this\n");
const behind = fc.constantFrom("", "", "  # hold", " # a: b");
const inFlow = fc.constantFrom<Writer>(
  (text) => JSON.stringify(text),
  (text) => `'${text.replaceAll("'", "''")}'`,
);

interface Part {
  readonly key: string;
  readonly value: unknown;
  readonly lines: string;
}

function text(key: string): fc.Arbitrary<Part> {
  return fc.tuple(words, style, behind, fc.constantFrom(" ", "   ")).map(([value, write, end, gap]) => {
    const written = write(value, "    ");
    const isBlock = /^[|>]/.test(written);
    return { key, value, lines: `${key}:${gap}${written}${isBlock ? "" : end}\n` };
  });
}

const image: fc.Arbitrary<Part> = fc
  .tuple(words, style, inFlow, fc.boolean(), comment)
  .map(([alt, write, quote, isFlow, between]) => ({
    key: "image",
    value: { src: "dot.png", alt },
    lines: isFlow
      ? `image: { src: dot.png,  alt: ${quote(alt, "")} }\n`
      : `image:\n    src: dot.png\n${between.replace(/^#/gm, "    #")}    alt: ${write(alt, "        ")}\n`,
  }));

const oneSource = fc.record({
  publisher: fc.constantFrom("arxiv", "example-wire"),
  title: words,
  kind: fc.constantFrom(undefined, "primary"),
});

const source: fc.Arbitrary<Part> = fc
  .tuple(
    fc.array(oneSource, { minLength: 1, maxLength: 3 }),
    fc.array(style, { minLength: 3, maxLength: 3 }),
    inFlow,
    comment,
    fc.integer({ min: 0, max: 3 }),
  )
  .map(([all, styles, quote, between, shape]) => {
    const sources = all.map(({ kind, ...own }, at) => ({
      ...own,
      url: `https://wire.example/${at}`,
      ...(kind !== undefined && { kind }),
    }));
    const [indent = ""] = ["", "  ", "    "].slice(shape % 3);
    const lines = sources.map((own, at) => {
      const write = styles[at] ?? ((own: string) => JSON.stringify(own));
      const kind = own.kind === undefined ? "" : `${indent}  kind: ${own.kind} # as they say\n`;
      return `${indent}- publisher: ${own.publisher}\n${indent}  title: ${write(own.title, `${indent}     `)}\n${indent}  url: "${own.url}"\n${kind}`;
    });
    if (shape === 3)
      return {
        key: "source",
        value: sources,
        lines: `source: [${sources.map((own) => `{publisher: ${own.publisher}, title: ${quote(own.title, "")}, url: "${own.url}"${own.kind === undefined ? "" : `, kind: ${own.kind}`}}`).join(", ")}]\n`,
      };
    return { key: "source", value: sources, lines: `source:\n${lines.join(between.replace(/^#/gm, `${indent}#`))}` };
  });

const tags: fc.Arbitrary<Part> = fc.constantFrom<Part>(
  { key: "tags", value: ["one", "two"], lines: "tags:   [one,  two]\n" },
  { key: "tags", value: ["one", "two"], lines: "tags:\n- one # a\n# b\n- two\n" },
  { key: "tags", value: ["one", "two"], lines: "tags: [\n  one, # a\n  'two'\n]\n" },
);

const corrections: fc.Arbitrary<Part> = fc.tuple(words, style).map(([what, write]) => ({
  key: "corrections",
  value: [{ at: "2026-03-04T19:00", kind: "update", text: what }],
  lines: `corrections:\n  - at: 2026-03-04T19:00\n    kind: update\n    text: ${write(what, "        ")}\n`,
}));

const flags = fc.constantFrom<Part>(
  { key: "draft", value: true, lines: "draft: true # until noon\n" },
  { key: "affiliate", value: false, lines: "affiliate:   false\n" },
);

const bodies = fc
  .tuple(
    fc.array(
      fc.oneof(
        words,
        words.map((own) => `## ${own}`),
        fc.constantFrom(
          "| a   | b |\n| --- | -: |\n| 1   |  2 |",
          "- one\n-  two  \n\n\n",
          "```\n  code\t\n---\n```",
          "  ",
          "> q  \n> r",
          "{{ x }}",
        ),
      ),
      { minLength: 1, maxLength: 6 },
    ),
    fc.constantFrom("", "\n", "\n\n"),
  )
  .map(([blocks, end]) => blocks.join("\n\n") + end);

export const stories: fc.Arbitrary<FuzzedStory> = fc
  .tuple(
    fc
      .tuple(text("title"), text("short"), image, source, tags, corrections, flags)
      .chain((parts) => fc.shuffledSubarray(parts, { minLength: 7 })),
    fc.array(comment, { minLength: 8, maxLength: 8 }),
    bodies,
    fc.constantFrom("\n", "\r\n"),
    fc.constantFrom("", "\uFEFF"),
  )
  .map(([parts, comments, body, end, mark]) => {
    const front = parts.map(({ lines }, at) => `${comments[at] ?? ""}${lines}`).join("");
    const whole = `---\n${front}${comments[7] ?? ""}topic: models\n---\n${body}`;
    return {
      text: mark + whole.replaceAll("\n", end),
      front: { ...Object.fromEntries(parts.map(({ key, value }) => [key, value])), topic: "models" },
      body,
    };
  });
