import { diagnose, type Diagnostic, type Problem } from "../content/problems/diagnostic.ts";
import { shorten } from "../content/words/shorten.ts";
import type { Source } from "../content/source.ts";
import { hostOf } from "../content/links/web-address.ts";
import { figuresIn } from "./figures.ts";
import { normaliseWords, quotationsIn } from "./quotations.ts";
import type { Rule } from "./rule.ts";
import { allStories } from "./stories.ts";

/** A source as far as a claim may rest on it. */
export type Support = Pick<Source, "publisher" | "title" | "url" | "kind"> & { readonly name: string };

const ATTRIBUTION = /\baccording to ([^.,;:!?()\n“”"]{1,120})/giu;
const SMALL = new Set("a ai an and at for from in its new of on our s some that the their this to".split(" "));

/** The name that begins within the first words after “according to”; undefined for “press reports” and the like. */
function nameIn(phrase: string): string | undefined {
  return /^(?:\p{Ll}\S*\s+){0,4}(\p{Lu}\S*(?:\s+(?:(?:of|for|and|the)\s+)*\p{Lu}\S*)*)/u.exec(phrase)?.[1];
}

function wordsOf(text: string): string[] {
  const words =
    text
      .normalize("NFC")
      .toLowerCase()
      .replace(/['’]s?(?![\p{L}\p{N}])/gu, "")
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.filter((word) => word.length > 1 && !SMALL.has(word));
}

function initialsOf(name: string): string {
  return wordsOf(name)
    .map((word) => word[0])
    .join("");
}

function isNamedBy(who: string, { publisher, name, title, url }: Support): boolean {
  const host = hostOf(url);
  const known = new Set([...wordsOf(`${publisher} ${name} ${title}`), ...wordsOf(host), initialsOf(name)]);
  return wordsOf(who).some((word) => known.has(word) || (word.length > 3 && host.includes(word)));
}

function list(claims: readonly string[]): string {
  const shown = [...new Set(claims)].map((claim) => `“${shorten(claim, 40)}”`);
  const [last, ...rest] = [shown.at(-1) ?? "", ...shown.slice(0, -1)];
  return rest.length === 0 ? last : `${rest.join(", ")} and ${last}`;
}

/** What a paragraph without a link claims and none of the sources can bear. */
export function findUnsupported(text: string, sources: readonly Support[]): Problem[] {
  const problem = (message: string, hint: string): Problem => ({
    severity: "warning",
    rule: "unsupported-claim",
    message,
    hint,
  });
  const found: Problem[] = [];
  const isReported = sources.some(({ kind }) => kind !== "analysis");
  const titles = sources.map(({ title }) => normaliseWords(title).toLowerCase());
  const isTitled = (claim: string) => titles.some((title) => title.includes(normaliseWords(claim).toLowerCase()));
  const claims = isReported ? [] : [...figuresIn(text), ...quotationsIn(text)].filter((claim) => !isTitled(claim));
  if (claims.length > 0)
    found.push(
      problem(
        `${list(claims)} ${claims.length === 1 ? "has" : "have"} no link, and every source of this story is an analysis`,
        "link the words to where they come from, or add that page under “source”",
      ),
    );
  for (const [, phrase = ""] of text.matchAll(ATTRIBUTION)) {
    const name = nameIn(phrase);
    if (name === undefined ? isReported : sources.some((source) => isNamedBy(name, source))) continue;
    const why = name === undefined ? "every source of this story is an analysis" : "no source of this story is theirs";
    found.push(
      problem(
        `“according to ${name ?? phrase.trim()}” has no link, and ${why}`,
        "link the words to where this is said, or add that page under “source”",
      ),
    );
  }
  return found;
}

/**
 * A summary's paragraph without a link may give figures and quotations only when the story cites a primary, reporting
 * or vendor source or a title that holds them; a story of analyses alone repeats what somebody else found. “According
 * to NAME” needs a source that shares a word with the name, in its publisher, its title or its host.
 */
export const checkUnsupportedClaims: Rule = (site) =>
  allStories(site).flatMap(({ document, sources, summary }): Diagnostic[] => {
    // Sources that cannot be read are told for that alone.
    if (sources.length === 0) return [];
    const { publishers } = site.vocabularies;
    const supports = sources.map((source) => ({
      ...source,
      name: Object.hasOwn(publishers, source.publisher) ? (publishers[source.publisher]?.name ?? "") : "",
    }));
    return summary.unlinked.flatMap(({ text, line }) =>
      findUnsupported(text, supports).map((problem) => diagnose(document.path, { line, column: 1 }, problem)),
    );
  });
