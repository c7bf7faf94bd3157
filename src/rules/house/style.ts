import type { HouseRule, Spelling } from "../../content/schema/keys/house-schema.ts";
import type { Vocabularies } from "../../content/vocabularies.ts";
import { rememberOf } from "../../content/words/remember.ts";
import { listEditionWords } from "./edition-words.ts";
import { listLeftOvers } from "./left-over.ts";
import { createLexicon, type Lexicon } from "./text/lexicon.ts";
import { listNames, type Name } from "./names.ts";
import { listSpellings } from "./spelling-words.ts";
import { listWeekdays } from "./weekdays.ts";
import { listTurns } from "./year-ahead.ts";

/** How a publication writes, and what its rules let stand. */
export interface Style {
  readonly isEnglish: boolean;
  /** Undefined where the house has settled on none: one text may then have either, and not both. */
  readonly spelling: Spelling | undefined;
  readonly lexicon: Lexicon;
  /** Whose right name a text is, by the ids of their entries; undefined is the house's own. */
  readonly ownersOf: (name: string) => readonly (string | undefined)[];
  /** What a rule lets stand. */
  readonly allowed: (rule: HouseRule) => readonly string[];
}

/** All names that a publication knows, each with the entry that is called so. */
function listKnownNames({ site, topics, publishers, people, house }: Vocabularies): Name[] {
  const own = [site.name, site.publisher.name, ...Object.values(site.slots).map(({ name }) => name)];
  const entries = [...Object.entries(people), ...Object.entries(publishers)];
  return [
    ...Object.entries(house.names ?? {}).map(([right, wrong]) => ({ right, wrong })),
    ...[...own, ...Object.values(topics).map(({ name }) => name)].map((right) => ({ right, wrong: [] })),
    ...entries.map(([owner, { name }]) => ({ right: name, wrong: [], owner })),
  ];
}

/** The spelling of a publication's language, where its tag names a region. */
function spellingOf(language: string): Spelling | undefined {
  const [, region] = /^en-(?:[a-z]{4}-)?(gb|us)\b/i.exec(language) ?? [];
  if (region === undefined) return undefined;
  return region.toLowerCase() === "gb" ? "en-GB" : "en-US";
}

/** The style of a publication; made once for all its texts. */
export const styleOf = rememberOf((vocabularies: Vocabularies): Style => {
  const { site, house } = vocabularies;
  const { language = "en" } = site;
  const isEnglish = /^en(?:-|$)/i.test(language);
  const names = listKnownNames(vocabularies);
  const owners = new Map<string, (string | undefined)[]>();
  for (const { right, owner } of names) owners.set(right, [...(owners.get(right) ?? []), owner]);
  return {
    isEnglish,
    spelling: isEnglish ? (house.spelling ?? spellingOf(language)) : undefined,
    lexicon: createLexicon([
      ...listNames(names),
      ...listLeftOvers(isEnglish),
      ...(isEnglish ? [...listSpellings(), ...listTurns(), ...listWeekdays(), ...listEditionWords()] : []),
    ]),
    ownersOf: (name) => owners.get(name) ?? [],
    allowed: (rule) => house.allow?.[rule] ?? [],
  };
});
