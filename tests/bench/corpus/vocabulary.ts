import { capitalise } from "./prose.ts";
import { createRandom } from "./random.ts";
import { ADJECTIVES, NOUNS, TOPICS } from "./words.ts";

/** The vocabularies of the made-up publication, which are the same for every seed and size. */

export interface Publisher {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly kind: "press" | "primary" | "vendor";
  readonly paywall: boolean;
}

export interface Topic {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly aliases: readonly string[];
}

const COUNT = 40;
const KINDS = ["press", "press", "primary", "vendor"] as const;

export const TOPIC_LIST: readonly Topic[] = TOPICS.map((id, index) => ({
  id,
  name: capitalise(id),
  description: `What happens in ${id}, who decides about it and what it costs.`,
  aliases: index % 4 === 0 ? [`${id}-news`] : [],
}));

export const PUBLISHER_LIST: readonly Publisher[] = Array.from({ length: COUNT }, (_, index) => {
  const random = createRandom(index + 1);
  const id = `${random.pick(ADJECTIVES)}-${random.pick(NOUNS)}-${index + 1}`;
  const name = id.split("-").slice(0, 2).map(capitalise).join(" ");
  return {
    id,
    name: `The ${name} (${index + 1})`,
    url: `https://${id}.example/`,
    kind: KINDS[index % KINDS.length] ?? "press",
    paywall: index % 9 === 0,
  };
});

export const PROGRAMMES = {
  "example-books": { name: "Example Books", url: "https://books.example/?partner=bench", hosts: ["books.example"] },
  "example-host": {
    name: "Example Host",
    url: "https://hosting.example/?partner=bench",
    hosts: ["hosting.example"],
    disclosure: "As an Example Host partner we earn from qualifying purchases.",
  },
} as const;

export const PEOPLE = {
  "desk-example": { name: "Desk (fictional)", role: "Editor", email: "desk@example.org" },
  "wire-example": { name: "Wire desk (fictional)", role: "Writer" },
} as const;

export const SITE = {
  name: "Bench Update",
  tagline: "A made-up publication that is as large as it has to be",
  url: "https://example.org",
  language: "en",
  zone: "Europe/London",
  publisher: { name: "Bench Example", email: "desk@example.org" },
  slots: { morning: { name: "Bench Morning", time: "07:00" }, evening: { name: "Bench Evening", time: "18:00" } },
  byline: "desk-example",
  responsible: "desk-example",
  ai: "human-only",
  comments: false,
} as const;

export const ABOUT = {
  title: "About",
  description: "What this publication is for.",
  nav: 1,
  body: `Bench Update is made up, word by word, to measure how long its pages take to make. Its [topics](/topics/) and
its [archive](/archive/) are as large as the measurement asks for.

## What is in it

- stories of some 700 words, and every tenth of some 2,000
- two editions a day
`,
} as const;
