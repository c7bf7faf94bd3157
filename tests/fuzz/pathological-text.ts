/** Repeats a text up to a size, or what `each` makes of the numbers from 0. */
function fill(size: number, each: string | ((index: number) => string)): string {
  if (typeof each === "string") return each.repeat(Math.floor(size / each.length));
  const parts: string[] = [];
  for (let index = 0, length = 0; ; index++) {
    const part = each(index);
    length += part.length;
    if (length > size) return parts.join("");
    parts.push(part);
  }
}

/** Uses and definitions that take a text's halves. */
function pairs(size: number, use: (index: number) => string, definition: (index: number) => string): string {
  const count = Math.floor(size / (use(99_999).length + definition(99_999).length));
  const indexes = Array.from({ length: count }, (_, index) => index);
  return `${indexes.map(use).join("")}\n\n${indexes.map(definition).join("")}`;
}

/** The same, over and over: what makes one parser or another take a time that grows with the square of the length, or worse. */
const REPEATED: readonly string[] = [
  ..."[]*_~`<>&\\\"'!|:-+#=\t \n^(".split(""),
  ..."![|[a|[a](|[a](<b|[a](b \"|[a](b 'c|[a](b (c|[a](((|[a`](b|[]()|![]()|[a][b] |[a](/b) |[^1]|[^|^[|](".split("|"),
  ..."*a |*a_ |*a **a |a**b|a***b|a**b*c*|_a |a_ |*_~~a|~~a |~a~~|**a|a** |*\"*|'*`'`* |*'*a".split("|"),
  ..."e`|`a` ``b |``` `|<a |<a b=c |<a\t|<!|<!A |<?|a <!-- |a <![CDATA[|</|<b>|<div>\n\n|<https://a.example> |<https://|<a@b.c>".split(
    "|",
  ),
  ..."&amp;|&#|&#0;|&#8203; |&#8203;\n|*&#8203;*|&#x41E;pen *a* |&CounterClockwiseContourIntegral;|&a".split("|"),
  ...'\\\n|a  \n|a\n|a\r\n|a\r|\0|\ud800|\ufffd|通义|a.b,|\'90s |"a" |\'"|a\'b "|@{{ x }}'.split("|"),
  ..."[a]: /x\n|[a\n|[a]: b\n'|[a]: b \"\n|[a]: b\n(c\n|[a]:\n|[^1]: a\n|[^1]: |[^1]:\n\n    |> [a]: /b\n\n|* [a]: b\n".split(
    "|",
  ),
  ..."> |> a\n|>> a\nb\n|- |- a\n|-\n|- a\n\n|- a\n* b\n+ c\n|1. a\n|9. a\n1. b\n|1) |- > |- > 1. a\n|+ a\n|- - - - - - - - a\n".split(
    "|",
  ),
  ..."### a\n|## a\n|# a\n|a\n---\n|a\n=\n|---\n|* * |- - - -x\n|```\n|```js x\n```\n|    a\n|    a\n\n\n|~~~\n~~~ \n".split(
    "|",
  ),
  "|a|\n|-|\n\n",
  "|a\n",
  "|-\n",
  "-|-\n",
  "\\|",
];

const LARGE: Record<string, (size: number) => string> = {
  "brackets that open, then close": (size) => "[".repeat(size / 2) + "]".repeat(size / 2),
  "links in links": (size) => `${"[".repeat(size / 6)}a${fill(size / 2, "](/a)")}`,
  "pictures in pictures": (size) => fill(size, `${"![".repeat(50)}a${"](a.png)".repeat(50)}\n`),
  "pictures in pictures, all in one": (size) => `${fill(size / 4, "![")}a${fill(size / 2, "](a.png)")}`,
  "emphasis that opens, then closes": (size) => fill(size / 2, "*a ") + fill(size / 2, " a*"),
  "runs of backticks, each longer": (size) => fill(size, (index) => `e${"`".repeat(index + 1)}`),
  "fences, each longer": (size) => fill(size, (index) => `${"`".repeat(index + 3)}\n`),
  "an element of attributes": (size) => `<a${fill(size, " b=c")}`,
  "an element of spaces": (size) => `<a${" ".repeat(size)}`,
  "elements of many names in one paragraph": (size) => fill(size, (index) => `x <a${index}>\n`),
  "elements of many names in one line": (size) => `x ${fill(size, (index) => `<a${index}>`)}`,
  "definitions that nothing uses": (size) => fill(size, (index) => `[a${index}]: /x\n`),
  "definitions, each twice": (size) => fill(size, (index) => `[a${index}]: /x\n[a${index}]: /y\n`),
  "definitions, each used": (size) =>
    pairs(
      size,
      (index) => `[a${index}] `,
      (index) => `[a${index}]: /x\n`,
    ),
  "bad definitions, each used": (size) =>
    pairs(
      size,
      (index) => `[a${index}] `,
      (index) => `[a${index}]: bad:x\n`,
    ),
  "a bad definition, used often": (size) => `[a]: bad:x\n\n${fill(size, "[a]")}`,
  "a long address, used often": (size) => `[x]: /${"a".repeat(2000)}\n\n${fill(size, "[x]")}`,
  "an endless title, used often": (size) => `[x]: /a "${fill(size / 2, "t")}"\n\n${fill(size / 2, "[x]")}`,
  "a picture of an endless title, used often": (size) =>
    `[x]: a.png "${fill(size / 2, "t")}"\n\n${fill(size / 2, "![x]")}`,
  "an endless title over many lines": (size) => `[a]: b\n'${fill(size, "c\n")}`,
  "labels that are too long": (size) => fill(size, `[${"a".repeat(1500)}]\n`),
  "hidden characters in titles": (size) => fill(size, '[a](/b "&#8203;") '),
  "bad links in one paragraph": (size) => fill(size, (index) => `[a](bad:${index}) `),
  "bad links whose address is escaped": (size) => fill(size, "[a](bad:\\_\\_) "),
  "links to everywhere": (size) => fill(size, (index) => `[a](https://x.example/${index})\n`),
  "a chain of footnotes": (size) => `A[^0]\n\n${fill(size, (index) => `[^${index}]: B[^${index + 1}]\n\n`)}`,
  "footnotes that nothing uses": (size) => fill(size, (index) => `[^${index}]: b\n`),
  "footnotes that are not there": (size) => fill(size, (index) => `[^${index}] `),
  "footnotes that are not there, by line": (size) => fill(size, (index) => `[^${index}]\n`),
  "footnotes, each used": (size) =>
    pairs(
      size,
      (index) => `[^${index}] `,
      (index) => `[^${index}]: x\n`,
    ),
  "a footnote used often": (size) => `[^1]: a\n\n${fill(size, "[^1]")}`,
  "a footnote a section": (size) => fill(size, (index) => `a[^${index}]\n\n## b\n\n[^${index}]: c\n\n`),
  "marks of footnotes that never end": (size) => `a[^1]\n\n[^1]: a\n\n${fill(size, "[^")}`,
  "quotations, each deeper": (size) => fill(size, (index) => `${">".repeat((index % 99) + 1)}a\n`),
  "a deep quotation with lazy lines": (size) => `${">".repeat(50)} a\n${fill(size, "b\n")}`,
  "a quotation deeper than any with lazy lines": (size) => `${">".repeat(99)} a\n${fill(size, "b\n")}`,
  "lists, each deeper": (size) => fill(size, (index) => `${" ".repeat(2 * (index % 45))}- a\n`),
  "lists that count as they like": (size) => fill(size, (index) => `${(index * 7) % 1000}. a\n`),
  "a wide table": (size) => `|${fill(size / 4, "a|")}\n|${fill(size / 4, "-|")}\n${fill(size / 2, "|a|\n")}`,
  "a long table": (size) => `|a|b|\n|-|-|\n${fill(size, "|1|2|\n")}`,
  "a long table of too long rows": (size) => `|a|b|\n|-|-|\n${fill(size, "|1|2|3\n")}`,
  "a table that swallows lines": (size) => `a|b\n-|-\n${fill(size, "c\n")}`,
  "a table of quotation marks": (size) => `|a|\n|-|\n${fill(size, "|\"'*b|\n")}`,
  "headings that count": (size) => fill(size, (index) => (index % 2 ? "### a\n" : `### a ${index}\n`)),
  "like headings of an analysis": (size) => `## a\n${fill(size, "### a\n")}`,
  "a heading of signs": (size) => `### ${"#".repeat(size)}`,
  "a heading with a hole": (size) => `### a${" ".repeat(size)}b`,
  "openers that wait in a paragraph": (size) => `${'"'.repeat(900)}${fill(size, "*'*a")}`,
  "a long entity": (size) => `&${"a".repeat(size)};`,
};

/** Names and makers of texts that are hard on a parser. */
export const PATHOLOGICAL: readonly [name: string, make: (size: number) => string][] = [
  ...REPEATED.map((sign): [string, (size: number) => string] => [
    `${JSON.stringify(sign)} over and over`,
    (size) => fill(size, sign),
  ]),
  ...Object.entries(LARGE),
];
