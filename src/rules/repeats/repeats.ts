import { editionIdentity } from "../../content/dateline.ts";
import type { EditionOutline, StoryOutline } from "../../content/outline.ts";
import type { Path } from "../../content/parse/yaml-source.ts";
import type { Problem } from "../../content/problems/diagnostic.ts";
import type { House } from "../../content/schema/keys/house-schema.ts";
import { DAY } from "../../content/time/clock.ts";
import { findThreads } from "../../content/threads.ts";
import { shorten } from "../../content/words/shorten.ts";
import { readAllowed } from "./allowed.ts";
import { countFrequencies, findAlike, type Frequencies, replaceCounted } from "./likeness.ts";
import { findPasted } from "./pasted.ts";
import { type EditionTrace, passagesOf, type StoryTrace, termsOf, type TextTrace } from "./trace.ts";

/** An edition, and what of it is held against others. */
export interface Traced {
  readonly outline: EditionOutline;
  readonly trace: EditionTrace;
}

/** How far a rule looks back: in editions, and in days. */
const REACH = { links: 60, passages: 28, events: 14 };

/** From which likeness on two stories tell the same event: for certain enough to warn, and to advise. */
const LIKE = { warning: 0.4, advice: 0.25 };

/** In fewer stories no term is rare enough to tell an event. */
const LEAST_STORIES = 100;

/** What is told again, and where: at a key of the front matter of a file, or at the beginning of a line. */
export interface Repeat {
  readonly edition: string;
  readonly file: string;
  readonly at: Path | number;
  readonly problem: Problem;
}

/** One edition of which it is asked what it tells again: by its place among all, with how often the stories of all have each term. */
export interface Asked {
  readonly edition: number;
  readonly frequencies: Frequencies;
}

function termsOfAll(traces: readonly EditionTrace[]): Float64Array[] {
  return traces.flatMap(({ stories }) => stories.map(termsOf));
}

/** How often the stories of editions have each term. */
export function countTerms(traces: readonly EditionTrace[]): Frequencies {
  return countFrequencies(termsOfAll(traces));
}

/** The same with an edition as it is now in the place of what was counted of it, if it was. */
export function recountTerms(all: Frequencies, counted: EditionTrace | undefined, now: EditionTrace): Frequencies {
  return replaceCounted(all, termsOfAll(counted ? [counted] : []), termsOfAll([now]));
}

/** A story in its edition. */
interface Own {
  readonly story: StoryOutline;
  readonly trace: StoryTrace;
  readonly edition: number;
}

function repeatOf(edition: string, file: string, at: Repeat["at"], problem: Problem): Repeat {
  return { edition, file, at, problem: { severity: "warning", ...problem } };
}

function repeatIn({ dateline, file }: StoryOutline, key: Path, problem: Problem): Repeat {
  return repeatOf(editionIdentity(dateline), file, key, problem);
}

/** What to type where a story goes on with an earlier one. */
function hintFollows({ identity }: StoryOutline, otherwise: string): string {
  return `if this story continues that one, type “follows: ${identity}” and “whatsNew: …”, what has changed since; else ${otherwise}`;
}

/** Stories that cite a page which another one of the last editions cited; by the identity of the story that does. */
function findCitedBefore(
  own: readonly Own[],
  isOneThread: (a: string, b: string) => boolean,
  allowed: ReadonlySet<string>,
  isAsked: (edition: number) => boolean,
): Map<string, Repeat[]> {
  const latest = new Map<string, Own[]>();
  const found = new Map<string, Repeat[]>();
  for (const each of own) {
    const { story, trace, edition } = each;
    const told = (isAsked(edition) ? trace.cited : []).flatMap((name, index): Repeat[] => {
      if (allowed.has(name)) return [];
      const before = (latest.get(name) ?? []).filter(
        (other) =>
          other.edition < edition &&
          edition - other.edition <= REACH.links &&
          !isOneThread(other.story.identity, story.identity),
      );
      const last = before.at(-1)?.story;
      if (!last) return [];
      return [
        repeatIn(story, ["source", index, "url"], {
          rule: "repeated-link",
          message: `this source was cited already, by ${last.identity} (“${shorten(last.title, 80)}”)`,
          hint: hintFollows(last, "cite what is new"),
        }),
      ];
    });
    if (told.length > 0) found.set(story.identity, told);
    for (const name of trace.cited) {
      const near = (latest.get(name) ?? []).filter((other) => edition - other.edition < REACH.links);
      if (name !== "") latest.set(name, [...near, each]);
    }
  }
  return found;
}

/** Stories that tell what another one of the last days told; those aside of which that is told already, by another rule. */
function findSameEvents(
  all: readonly Own[],
  mayBeOne: (a: string, b: string) => boolean,
  isTold: (identity: string, earlier: string) => boolean,
  least: number,
  asked: Asked | undefined,
): Repeat[] {
  if (all.length < LEAST_STORIES) return [];
  const own = asked === undefined ? all : all.filter(({ edition }) => edition <= asked.edition);
  const dayOf = ({ story }: Own) => Date.parse(story.dateline.date) / DAY;
  const oldest = asked === undefined ? -Infinity : Math.min(...own.slice(-1).map(dayOf)) - REACH.events;
  const near = own.filter((each) => dayOf(each) >= oldest);
  const identityOf = (index: number) => near[index]?.story.identity ?? "";
  const alike = findAlike(
    near.map((each) => ({ terms: termsOf(each.trace), at: dayOf(each), group: each.edition })),
    REACH.events,
    least,
    (text, earlier) => mayBeOne(identityOf(text), identityOf(earlier)),
    (text) => asked === undefined || near[text]?.edition === asked.edition,
    asked?.frequencies,
  );
  return near.flatMap(({ story }, index): Repeat[] => {
    const like = alike[index];
    const other = like && near[like.index]?.story;
    if (!other || isTold(story.identity, other.identity)) return [];
    return [
      repeatIn(story, ["title"], {
        severity: like.likeness >= LIKE.warning ? "warning" : "advice",
        rule: "same-event",
        message: `this seems to tell the same event as ${other.identity} (“${shorten(other.title, 80)}”)`,
        hint: hintFollows(other, "say in title and summary what sets the two apart"),
      }),
    ];
  });
}

/** The texts of an edition, each with its file and the name by which it is told. */
function textsOf({ outline, trace }: Traced): { file: string; identity: string; trace: TextTrace }[] {
  const { file, identity } = outline;
  return [
    ...(file === undefined ? [] : [{ file, identity, trace: trace.own }]),
    ...outline.stories.map((story, at) => ({
      file: story.file,
      identity: story.identity,
      trace: trace.stories[at] as StoryTrace,
    })),
  ];
}

/** Two texts by their identities, as one word: the one that repeats the other first. */
function pairOf(identity: string, earlier: string): string {
  return `${identity} ${earlier}`;
}

/**
 * Paragraphs that stand already in the same edition, or in one of those before it, and the pairs of texts that have one in common. Of several in a
 * row from one text the first is told.
 */
function tellPasted(
  editions: readonly Traced[],
  allowed: ReadonlySet<number>,
): { readonly found: Repeat[]; readonly pairs: ReadonlySet<string> } {
  const texts = editions.flatMap((own, edition) =>
    textsOf(own).map(({ trace, ...text }) => ({
      ...text,
      of: own.outline.identity,
      edition,
      numbers: passagesOf(trace),
    })),
  );
  const found: Repeat[] = [];
  const pairs = new Set<string>();
  for (const { text, line, other, otherLine, isFirst } of findPasted(texts, REACH.passages, allowed)) {
    const [own, earlier] = [texts[text], texts[other]];
    if (!own || !earlier) continue;
    pairs.add(pairOf(own.identity, earlier.identity));
    if (!isFirst) continue;
    found.push(
      repeatOf(own.of, own.file, line, {
        rule: "pasted-paragraph",
        message: `these words stand already in ${earlier.identity} (${earlier.file}:${otherLine})`,
        hint: "delete them, or say it in other words; what is quoted belongs into a quotation, each line after “> ”",
      }),
    );
  }
  return { found, pairs };
}

/** The thread of each story that is in one. */
function nameThreads(editions: readonly Traced[]): ReadonlyMap<string, string> {
  return new Map(
    findThreads(editions.map(({ outline }) => outline)).flatMap(({ id, parts }) =>
      parts.map(({ story }) => [story.identity, id] as const),
    ),
  );
}

/**
 * Finds what editions, given oldest first, tell again: sources that were cited and events that were told in another thread, and passages
 * that were pasted. Whoever reads every edition reads it twice. With `asked`, what that one tells again, which takes a part of the time.
 */
export function findRepeats(editions: readonly Traced[], advice: boolean, house: House = {}, asked?: Asked): Repeat[] {
  const { links, events, passages } = readAllowed(house.allow);
  let threads: ReadonlyMap<string, string> | undefined;
  const isOneThread = (a: string, b: string) => {
    // Only where something seems to be told again are they needed.
    threads ??= nameThreads(editions);
    return a === b || (threads.has(a) && threads.get(a) === threads.get(b));
  };
  const mayBeOne = (a: string, b: string) => !isOneThread(a, b) && !events.has(a) && !events.has(b);
  const of = asked?.edition;
  const isNear = (edition: number, reach: number) => of === undefined || (edition <= of && edition >= of - reach);
  const own = editions.flatMap(({ outline, trace }, edition) =>
    outline.stories.map((story, at): Own => ({ story, trace: trace.stories[at] as StoryTrace, edition })),
  );
  const cited = findCitedBefore(
    own.filter(({ edition }) => isNear(edition, REACH.links)),
    isOneThread,
    links,
    (edition) => of === undefined || edition === of,
  );
  const pasted = tellPasted(
    editions.filter((_, edition) => isNear(edition, REACH.passages)),
    passages,
  );
  const isTold = (identity: string, earlier: string) =>
    cited.has(identity) || pasted.pairs.has(pairOf(identity, earlier));
  const found = [
    ...[...cited.values()].flat(),
    ...findSameEvents(own, mayBeOne, isTold, advice ? LIKE.advice : LIKE.warning, asked),
    ...pasted.found,
  ];
  return of === undefined ? found : found.filter(({ edition }) => edition === editions[of]?.outline.identity);
}
