/** The content that every mistake of an editor is made in: an edition of two stories, without a mistake. */

export const FOLDER = "editions/2026/03-04-evening";
export const STORY = `${FOLDER}/library-tools.md`;
export const SECOND = `${FOLDER}/night-bus.md`;
export const EDITION = `${FOLDER}/edition.md`;
export const PUBLISHERS = "publishers.yaml";
export const PAGE = "pages/about.md";

export type Files = Readonly<Record<string, string | Uint8Array>>;

export const BASE: Files = {
  "site.yaml": `name: Evening Update
url: https://update.example.org
language: en
zone: Europe/London
publisher: { name: Update Desk, email: desk@example.org }
slots:
  morning: { name: Morning Update, time: "07:00" }
  evening: { name: Evening Update, time: "18:00" }
byline: robin-example
responsible: robin-example
`,
  "topics.yaml": "towns: { name: Towns and villages }\ntransport: { name: Transport }\n",
  [PUBLISHERS]: `example-wire: { name: Example Wire, url: https://wire.example.org }
harbour-post: { name: Harbour Post, url: https://post.example.net }
`,
  "people.yaml": "robin-example: { name: Robin Example, role: Editor }\n",
  "affiliates.yaml": "bookshop: { name: Bookshop, url: https://books.example.net, hosts: [books.example.net] }\n",
  "sponsors.yaml": `ferry-line-march:
  advertiser: Ferry Line
  text: The ferry runs all night.
  url: https://ferry.example.net
  from: 2026-03-04
  to: 2026-03-31
  slots: [evening]
`,
  [PAGE]: `---
title: About
description: Who writes this.
nav: 1
---
Two people write this in the evening.
`,
  [EDITION]: `---
stories: [library-tools, night-bus]
---
Two stories of one town.

## Why this matters

Both save people money.
`,
  [STORY]: `---
title: The town library lends tools from Monday
short: Tools from the library
topic: towns
tags: [libraries, repairs]
source:
  - publisher: example-wire
    title: Drills and ladders join the books
    url: https://wire.example.org/tools
    published: 2026-03-03
    kind: reporting
affiliate: false
---
The library lends forty tools, as [the wire reports](https://wire.example.org/tools).

It asks for no deposit, and for no fee.

## Why it does so now

Repairs have become dearer than new things.

| Tool   | Days |
| ------ | ---- |
| Drill  | 3    |
`,
  [SECOND]: `---
title: A bus runs through the night
topic: transport
source:
  publisher: harbour-post
  title: Night bus from spring
  url: https://post.example.net/bus
---
The last bus no longer leaves at eleven.
`,
};

/** The smallest picture there is: one pixel. */
export const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

const STORY_TEXT = String(BASE[STORY]);
/** The front matter of the story that most mistakes are made in, and what stands below it. */
export const [, FRONT = "", BODY = ""] = STORY_TEXT.split(/^---\n/m);
