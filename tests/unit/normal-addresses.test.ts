import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { BASE } from "../fixtures.ts";
import { readFiles } from "../publication.ts";

const STORY = "editions/2026/03-04-evening/open-model.md";

/** The valid publication of one story, with these files in the place of its own. */
function read(changed: Readonly<Record<string, string>>) {
  const files = readdirSync(BASE, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(BASE.length + 1))
    .sort()
    .map((path) => ({ path, bytes: Buffer.from(changed[path] ?? readFileSync(join(BASE, path), "utf8")) }));
  return readFiles(files, Date.parse("2026-03-05T00:00:00Z"), false);
}

const story = (...addresses: string[]) => `---
title: Example Labs opens its model
topic: models
source:
${addresses.map((address) => `  - { publisher: example-wire, title: Labs, url: ${JSON.stringify(address)}, archived: "https://archive.org/a|b" }\n`).join("")}---
Example Labs has put its model on the web.
`;

test("addresses of front matter and vocabularies are printed as browsers read them, and signed as they were typed", () => {
  const typed = "https://WIRE.example:443/می\u200Cخواهم?q=a|b";
  const { site, diagnostics } = read({
    [STORY]: story(typed),
    "publishers.yaml": 'example-wire: { name: Wire, url: "https://Wire.example/a|b" }\n',
    "people.yaml": 'robin-example: { name: Robin Example, role: Editor, url: "https://robin.example/{me}" }\n',
  });
  expect(diagnostics).toEqual([]);
  const [own] = site.editions.flatMap(({ stories }) => stories);
  expect(own?.sources).toMatchObject([
    {
      url: "https://wire.example/%D9%85%DB%8C%E2%80%8C%D8%AE%D9%88%D8%A7%D9%87%D9%85?q=a%7Cb",
      archived: "https://archive.org/a%7Cb",
    },
  ]);
  expect(own?.front.source).toMatchObject([{ url: typed }]);
  expect(site.vocabularies.publishers["example-wire"]?.url).toBe("https://wire.example/a%7Cb");
  expect(site.vocabularies.people["robin-example"]?.url).toBe("https://robin.example/%7Bme%7D");
});

test("two sources at one address are told, however it was typed", () => {
  const { diagnostics } = read({ [STORY]: story("https://wire.example/a|b", "https://WIRE.example:443/./a%7Cb") });
  expect(diagnostics).toMatchObject([{ rule: "repeated-source" }]);
});
