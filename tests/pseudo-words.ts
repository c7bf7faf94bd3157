type Text = string | Readonly<Record<string, string>>;

const GREEK = "αβγδεζηθικλμνξοπρστυφχψωςϊ";

/** A text with Greek letters in the place of Latin ones, the names in its braces left as they are. */
function greek(text: string): string {
  return text.replace(/\{\w+\}|[a-z]/gi, (found) =>
    found.startsWith("{") ? found : (GREEK[found.toLowerCase().charCodeAt(0) - 97] ?? found),
  );
}

/** Every message in Greek letters, with a form for each of these plural categories. */
export function rewrite(
  messages: Readonly<Record<string, Readonly<Record<string, Text>>>>,
  categories: readonly string[],
): Record<string, Record<string, Text>> {
  const one = (text: Text): Text =>
    typeof text === "string"
      ? greek(text)
      : Object.fromEntries(categories.map((category) => [category, greek(text[category] ?? text["other"] ?? "")]));
  return Object.fromEntries(
    Object.entries(messages).map(([group, texts]) => [
      group,
      Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, one(text)])),
    ]),
  );
}

/** What the German publication lacks: paid links, an advertisement, a continuing story, so that every message has its place. */
export const FOREIGN: Readonly<Record<string, string>> = {
  "affiliates.yaml": "laden: { name: Laden, url: https://laden.example, hosts: laden.example }\n",
  "sponsors.yaml":
    "werk: { advertiser: Werk, text: Warmes Wasser, url: https://werk.example, from: 2026-11-23, to: 2026-11-26 }\n",
  "editions/2026/11-24-abend/paste.md": `---
title: Paste im Laden
topic: energie
affiliate: true
source: { publisher: werk, title: Preisliste, url: https://stadtwerk.example/liste }
---
Es gibt sie [im Laden](affiliate:laden/paste).
`,
  "editions/2026/11-24-abend/edition.md": `---
stories: [schule-nord-bekommt-ein-dach, paste]
---
Zwei Nachrichten.
`,
};
