import fc from "fast-check";

/**
 * A piece of Markdown in which “W” is a word to be numbered and “L” a label; labels up to the next MARK belong together
 * and are alone in the text.
 */
type Piece = fc.Arbitrary<string>;

const MARK = "\u0001";

const word: Piece = fc.constantFrom("W", "W", "W", "W W", "W, W", "Wé", "“W”", "'W'", '"W"', "W—W", "W's");

/** Words with what Markdown knows within a line; `depth` bounds how they nest. */
function inline(depth: number): Piece {
  if (depth === 0) return word;
  const inner = inline(depth - 1);
  const wrapped = fc.constantFrom(
    "*§*",
    "**§**",
    "_§_",
    "~~§~~",
    "***§***",
    "*§* W",
    "W **§** W",
    "§\nW",
    "§  \nW",
    "W\\\n§",
  );
  const plain = fc.constantFrom(
    "`W`",
    "``W ` W``",
    "` W `",
    "W &amp; W",
    "&quot;W&quot;",
    "W &lt;b&gt; W",
    "\\*W\\*",
    "W \\[W\\] W",
    "2 * 3 W",
    "snake_W_case",
    "<https://W.example/W>",
    "<W@W.example>",
    "![W](W.png)",
    "![W *W* `W`](W.png)",
    '![W &amp; W](W.png "W")',
    "{{ W }}",
    "(c) W ... W",
    "W \\| W",
  );
  const link = fc.constantFrom(
    "[§](https://W.example/W)",
    '[§](https://W.example/W "W")',
    "[§](<https://W.example/W> 'W')",
    "[§](/W (W))",
    "[§](story:W)",
    "[§](mailto:W@W.example)",
  );
  return fc.oneof(
    { weight: 3, arbitrary: word },
    { weight: 2, arbitrary: plain },
    { weight: 3, arbitrary: fc.tuple(wrapped, inner).map(([form, text]) => form.replace("§", () => text)) },
    // A link holds no link, so its words are of the simple kind.
    { weight: 2, arbitrary: fc.tuple(link, word).map(([form, text]) => form.replace("§", () => text)) },
  );
}

const line: Piece = fc.array(inline(2), { minLength: 1, maxLength: 4 }).map((parts) => `W ${parts.join(" ")}`);
const flat: Piece = line.map((text) => text.replace(/ *\\?\n/g, " "));
/** No bare bar, which would divide a cell; a bar within a listing too is escaped there. */
const cell: Piece = fc.oneof(word, flat);

function indent(text: string, by: string): string {
  return text.replace(/\n(?!\n|$)/g, `\n${by}`);
}

function block(depth: number): Piece {
  const leaf: Piece = fc.oneof(
    { weight: 4, arbitrary: line },
    { weight: 1, arbitrary: flat.map((text) => `### ${text}`) },
    { weight: 1, arbitrary: flat.map((text) => `#### ${text} ####`) },
    { weight: 1, arbitrary: word.map((text) => `    W ${text}\n    W\n\n    W`) },
    { weight: 1, arbitrary: word.map((text) => "```W\n" + `${text} <b>*W*</b>\n\n  W` + "\n```") },
    { weight: 1, arbitrary: word.map((text) => `~~~\n[W](W) ${text}\n~~~`) },
    { weight: 1, arbitrary: fc.constantFrom("___", "_ _ _") },
    {
      weight: 2,
      arbitrary: fc
        .tuple(
          fc.integer({ min: 1, max: 3 }),
          fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 3 }),
        )
        .map(([columns, rows]) =>
          [
            Array<string>(columns).fill("W"),
            Array<string>(columns).fill(":-:"),
            ...rows.map((row) => row.slice(0, columns)),
          ]
            .map((row) => `| ${row.join(" | ")} |`)
            .join("\n"),
        ),
    },
    { weight: 1, arbitrary: line.map((text) => `${text} W[^L]\n\n[^L]: ${indent(text, "    ")}`) },
    { weight: 1, arbitrary: line.map((text) => `W[^L]\n\n[^L]: W\n\n    ${indent(text, "    ")}\n\n    - W\n    - W`) },
    { weight: 1, arbitrary: word.map((text) => `[${text}][L] ![W][L2]\n\n[L]: https://W.example/W "W"\n[L2]: W.png`) },
    { weight: 1, arbitrary: word.map(() => `W [L] W [L][]\n\n[L]: <https://W.example>\n  'W'`) },
  );
  const marked = leaf.map((text) => `${MARK}${text}`);
  if (depth === 0) return marked;
  const inner = block(depth - 1);
  const several = fc.array(inner, { minLength: 1, maxLength: 3 }).map((blocks) => blocks.join("\n\n"));
  const items = fc.array(several, { minLength: 1, maxLength: 3 });
  return fc.oneof(
    { weight: 5, arbitrary: marked },
    { weight: 1, arbitrary: several.map((text) => `> ${text.replace(/\n/g, "\n> ")}`) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom("- ", "* ", "+ "), items)
        .map(([mark, texts]) => texts.map((text) => `${mark}${indent(text, "  ")}`).join("\n")),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.array(fc.integer({ min: 0, max: 999 }), { minLength: 3, maxLength: 3 }), items)
        .map(([numbers, texts]) =>
          texts
            .map((text, index) => {
              const mark = `${numbers[index] ?? 1}. `;
              return `${mark}${indent(text, " ".repeat(mark.length))}`;
            })
            .join("\n\n"),
        ),
    },
  );
}

/** Numbers every word, and gives labels that belong together a name of their own, so that all are alone in the text. */
function number(text: string): string {
  let count = 0;
  return text
    .split(MARK)
    .map((part, index) => part.replace(/L2?(?=\])/g, (label) => `${label.toLowerCase()}-${index}`))
    .join("")
    .replace(/W/g, () => `w${count++}x`);
}

export const markdown: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 9, arbitrary: block(2) }, { weight: 1, arbitrary: fc.constant("## W W") }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((blocks) => number(blocks.join("\n\n")));

type Damage = (text: string) => string;

const signs = fc.constantFrom(
  ..."*_[]()<>&`~|#-+:!\"'\\=^{}$%@;.1".split(""),
  "\t",
  "\n",
  "\n\n",
  "    ",
  "  \n",
  "](",
  "![",
  "[^",
  "]:",
  "```",
  "~~~",
  "<!--",
  "-->",
  "<a>",
  "</",
  "&#0;",
  "&#x202E;",
  "&lt;",
  "> ",
  "- ",
  "1. ",
  "## ",
  "|",
  "|-|\n",
  "\n---\n",
  "\n===\n",
  "[l-1]: ",
  "[l-1]",
  "[^l-1]",
);
const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

/** What a whole line may end up within by one slip: a description, a link's words, a footnote, a heading, a depth beyond all. */
const around: fc.Arbitrary<[before: string, after: string]> = fc.constantFrom(
  ["![", "](a.png)"],
  ["[", "](/x)"],
  ["![", "][l-1]"],
  ["[^l-1]: ", ""],
  ["[^new]: ", ""],
  ["### ", " #"],
  ["``` ", ""],
  ["| ", " |"],
  ["    ", ""],
  ["> ".repeat(80), ""],
  ["- ".repeat(35), ""],
  ["<!-- ", " -->"],
);

const damage: fc.Arbitrary<Damage> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.tuple(place, around).map(
      ([at, [before, after]]): Damage =>
        (text) =>
          changeLine(text, at, (line) => [before + line + after]),
    ),
  },
  { weight: 6, arbitrary: fc.tuple(place, signs).map(([at, sign]): Damage => insert(at, sign)) },
  {
    weight: 1,
    arbitrary: place.map(
      (at): Damage =>
        (text) =>
          changeLine(text, at, () => []),
    ),
  },
  {
    weight: 1,
    arbitrary: place.map(
      (at): Damage =>
        (text) =>
          changeLine(text, at, (line) => [line, line]),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(place, fc.integer({ min: 1, max: 12 })).map(([at, length]): Damage => (text) => {
      const from = Math.floor(at * text.length);
      return text.slice(0, from) + text.slice(from + length);
    }),
  },
);

function insert(at: number, sign: string): Damage {
  return (text) => {
    const from = Math.floor(at * (text.length + 1));
    return text.slice(0, from) + sign + text.slice(from);
  };
}

function changeLine(text: string, at: number, change: (line: string) => string[]): string {
  const lines = text.split("\n");
  const index = Math.floor(at * lines.length);
  lines.splice(index, 1, ...change(lines[index] ?? ""));
  return lines.join("\n");
}

/** Texts as a tired editor, a bad merge or an attacker would leave them. */
export const damaged: fc.Arbitrary<string> = fc
  .tuple(markdown, fc.array(damage, { minLength: 1, maxLength: 8 }))
  .map(([text, damages]) => damages.reduce((changed, one) => one(changed), text));

/** Nothing but signs and words, in any order. */
export const signsAndWords: fc.Arbitrary<string> = fc
  .array(fc.oneof(signs, fc.constant("W"), fc.constant(" "), fc.constant("\n")), { maxLength: 60 })
  .map((parts) => number(parts.join("")));
