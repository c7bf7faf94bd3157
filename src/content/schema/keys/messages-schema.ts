import * as z from "zod";
import { namesIn } from "../../../locales/compile.ts";
import { en } from "../../../locales/en.ts";
import { text } from "../fields.ts";

/** The plural categories that there are in any language. */
const CATEGORIES = ["zero", "one", "two", "few", "many", "other"] as const;
/** In characters: the longest of the program's own has some 300. */
const LONGEST = 500;
const COUNT = "count";

type Text = string | Readonly<Record<string, string>>;

function quoteNames(names: readonly string[]): string {
  return names.map((name) => `{${name}}`).join(", ");
}

/** Words of a publication's own for a message with these values: all of them must be there, and no others; a number may be left out. */
function wordsFor(names: readonly string[]) {
  const held = names.filter((name) => name !== COUNT);
  return text(LONGEST).check(({ value, issues }) => {
    const used = namesIn(value);
    const unknown = used.filter((name) => !names.includes(name));
    const missing = held.filter((name) => !used.includes(name));
    if (unknown.length + missing.length === 0) return;
    issues.push({
      code: "custom",
      input: value,
      message:
        unknown.length > 0
          ? `this message has no value ${quoteNames(unknown)}`
          : `this message must say ${quoteNames(missing)}`,
      params: {
        rule: "bad-wording",
        hint: names.length === 0 ? "leave the braces out" : `its values are ${quoteNames(names)}`,
      },
    });
  });
}

function messageSchema(message: Text): z.ZodType {
  const words = wordsFor(namesIn(message));
  if (typeof message === "string") return words;
  return z.strictObject(
    Object.fromEntries(CATEGORIES.map((category) => [category, category === "other" ? words : words.optional()])),
  );
}

function mapValues<Value, Made>(record: Readonly<Record<string, Value>>, make: (value: Value) => Made) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, make(value)]));
}

const ENGLISH: Readonly<Record<string, Readonly<Record<string, Text>>>> = en;

/** messages.yaml: the program's messages that a publication words otherwise, by group and name, as `src/locales/en.ts` has them. */
export const messagesSchema = z.strictObject(
  mapValues(ENGLISH, (group) =>
    z.strictObject(mapValues(group, (message) => messageSchema(message).optional())).optional(),
  ),
);
