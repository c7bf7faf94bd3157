import type { Random } from "./random.ts";
import { ADJECTIVES, ADVERBS, ENDINGS, NOUNS, OPENERS, VERBS } from "./words.ts";

/** A word with a capital first letter. */
export function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function thing(random: Random): string {
  return random.once(3) ? random.pick(NOUNS) : `${random.pick(ADJECTIVES)} ${random.pick(NOUNS)}`;
}

/** Words with the article that they take: `check` knows a wrong one. */
function withArticle(words: string): string {
  return `${/^(?:[aeio]|u(?!ni|su))/.test(words) ? "an" : "a"} ${words}`;
}

const PATTERNS: readonly ((random: Random) => string)[] = [
  (r) => `The ${thing(r)} ${r.pick(VERBS)} the ${thing(r)} ${r.pick(ENDINGS)}.`,
  (r) => `${r.pick(OPENERS)}, the ${r.pick(NOUNS)} of the ${thing(r)} ${r.pick(VERBS)} every ${thing(r)}.`,
  (r) => `Nobody ${r.pick(VERBS)} the ${thing(r)}, and the ${r.pick(NOUNS)} ${r.pick(ADVERBS)} ${r.pick(VERBS)}.`,
  (r) =>
    `What the ${r.pick(NOUNS)} calls a "${thing(r)}" is ${withArticle(thing(r))} that the ${thing(r)} ${r.pick(VERBS)}.`,
  (r) => `It's the ${thing(r)} that ${r.pick(VERBS)}, not the ${thing(r)} beside the ${r.pick(NOUNS)}.`,
  (r) =>
    `${capitalise(withArticle(thing(r)))} ${r.pick(ADVERBS)} ${r.pick(VERBS)} what the ${thing(r)} had ${r.pick(VERBS)} ${r.pick(ENDINGS)}.`,
  (r) =>
    `When the ${r.pick(NOUNS)} ${r.pick(VERBS)}, the ${thing(r)} ${r.pick(VERBS)} *${thing(r)}* and **${thing(r)}** alike.`,
  (r) => `The ${thing(r)} has ${r.below(880) + 12} pages, and the ${thing(r)} ${r.pick(VERBS)} most of them.`,
];

/** A sentence of English words that says nothing. */
export function sentence(random: Random): string {
  return random.pick(PATTERNS)(random);
}

/** A paragraph of so many sentences. */
export function paragraph(random: Random, sentences: number): string {
  return Array.from({ length: sentences }, () => sentence(random)).join(" ");
}

/** A few words without a verb, for links, cells and list items. */
export function phrase(random: Random): string {
  return `the ${thing(random)} of the ${random.pick(NOUNS)}`;
}

/** A headline. */
export function headline(random: Random): string {
  return capitalise(
    `${random.pick(ADJECTIVES)} ${random.pick(NOUNS)} ${random.pick(VERBS)} ${thing(random)} ${random.pick(ENDINGS)}`,
  ).replaceAll("'", "’");
}
