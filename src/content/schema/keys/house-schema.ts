import * as z from "zod";
import { line, oneOrMany } from "../fields.ts";

/** How a paper may spell its English: British with “-ise”, British with “-ize” as Oxford has it, or American. */
export const SPELLINGS = ["en-GB", "en-GB-oxford", "en-US"] as const;

/** The rules of house style and of repeats, each of which may be told what it shall let stand. */
export const HOUSE_RULES = [
  "doubled-word",
  "left-over",
  "name-spelling",
  "article",
  "punctuation",
  "house-spelling",
  "spelling-mix",
  "year-ahead",
  "headline-style",
  "weekday",
  "story-count",
  "quoted-title",
  "bare-url",
  "looks-like-markdown",
  "ligature",
  "source-in-future",
  "unbalanced-quotes",
  "headline-figure",
  "long-sentence",
  "repeated-link",
  "same-event",
  "pasted-paragraph",
] as const;

const NAME = 80;
const STRETCH = 200;

const names = z.record(z.string(), oneOrMany(line(NAME), 0)).check(({ value, issues }) => {
  const owners = new Map<string, string>();
  for (const [name, variants] of Object.entries(value))
    for (const [index, variant] of variants.entries()) {
      const owner = variant === name || Object.hasOwn(value, variant) ? variant : owners.get(variant);
      owners.set(variant, name);
      if (owner === undefined) continue;
      issues.push({
        code: "custom",
        input: variant,
        path: [name, index],
        message:
          owner === variant ? `“${variant}” is a right name itself` : `“${variant}” stands for “${owner}” already`,
        params: { rule: "house-name", hint: "list only forms that are wrong, each below one name" },
      });
    }
});

/** house.yaml: how a paper spells, how it writes names, and what its rules shall let stand. */
export const houseSchema = z.strictObject({
  spelling: z.enum(SPELLINGS).optional(),
  names: names.optional(),
  allow: z
    .strictObject(Object.fromEntries(HOUSE_RULES.map((rule) => [rule, oneOrMany(line(STRETCH)).optional()])))
    .optional(),
});

export type HouseRule = (typeof HOUSE_RULES)[number];
export type Spelling = (typeof SPELLINGS)[number];
export type House = z.infer<typeof houseSchema>;
