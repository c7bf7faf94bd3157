import { formatIso } from "../content/time/calendar.ts";
import { type FiledLetter, letterPath } from "../content/letters/letter.ts";
import { diagnoseValue } from "../content/parse/document.ts";
import type { Path } from "../content/parse/yaml-source.ts";
import { type Diagnostic, diagnose, type Problem, START } from "../content/problems/diagnostic.ts";
import { createSuggest, hintNearest } from "../content/words/nearest.ts";
import { knownIds } from "./known-ids.ts";
import { checkPerson } from "./responsible.ts";
import type { OutlinedSite, OutlineRule } from "./rule.ts";

/** What is wrong with a letter, at its place: the file is parsed again for that, since of few letters anything is told. */
function place(letter: FiledLetter, path: Path, problem: Problem): Diagnostic[] {
  const document = letter.document();
  return document ? [diagnoseValue(document, path, problem)] : [];
}

/** A letter stands in the folder of the year in which it was written, was accepted after that, and neither in the future. */
function checkTimes(letter: FiledLetter, { clock, publication: { zone } }: OutlinedSite): Diagnostic[] {
  const { id, year, front, letter: whole } = letter;
  const written = front.at?.slice(0, 4);
  if (written !== undefined && written !== year)
    return place(letter, ["at"], {
      rule: "letter-date",
      message: `this letter is of ${written}, and stands in the folder of ${year}`,
      hint: `move it: ${letterPath({ id, year: written })}`,
    });
  if (!whole) return [];
  if (whole.accepted.at < whole.at)
    return place(letter, ["accepted", "at"], {
      rule: "letter-date",
      message: "this letter was accepted before it was written",
      hint: "give the time at which an editor accepted it",
    });
  if (clock.hasCome(whole.accepted.at)) return [];
  return place(letter, clock.hasCome(whole.at) ? ["accepted", "at"] : ["at"], {
    severity: "warning",
    rule: "letter-date",
    message: `this is in the future, and the letter is shown from ${formatIso(whole.accepted.at, zone)} on`,
    hint: "give the time that it is",
  });
}

/** The stories of which a letter may name one, and what became of those that nobody can read. */
function listStories({ identities, renamed, editions, gone, preview }: OutlinedSite) {
  const stories = editions.flatMap((edition) => edition.stories);
  const isOut = (status: string): boolean => preview || status === "published";
  return {
    known: new Set([...identities, ...renamed.keys()]),
    hidden: new Set(stories.filter(({ status }) => !isOut(status)).map(({ identity }) => identity)),
    gone: new Set(gone.map(({ identity }) => identity)),
  };
}

function checkStory(
  letter: FiledLetter,
  { renamed }: Pick<OutlinedSite, "renamed">,
  { known, hidden, gone }: ReturnType<typeof listStories>,
): Diagnostic[] {
  const { story } = letter.front;
  if (story === undefined) return [];
  const identity = renamed.get(story) ?? story;
  if (!known.has(story))
    return place(letter, ["story"], {
      rule: "unknown-story",
      message: `there is no story “${story}”`,
      hint: hintNearest(story, known),
    });
  const why = gone.has(identity) ? "was taken back" : hidden.has(identity) ? "is not out" : undefined;
  if (why === undefined) return [];
  return place(letter, ["story"], {
    severity: "warning",
    rule: "letter-not-shown",
    message: `this letter is shown nowhere: the story ${why}`,
    hint: gone.has(identity) ? "delete the letter" : undefined,
  });
}

function checkPeople(letter: FiledLetter, site: OutlinedSite): Diagnostic[] {
  const people = knownIds(site, "people");
  const { accepted, reply } = letter.front;
  const named = Object.entries({ accepted, reply }).flatMap(([key, part]) => (part ? [{ key, by: part.by }] : []));
  return named.flatMap(({ key, by }) => {
    const document = people?.has(by) === false ? letter.document() : undefined;
    return document ? checkPerson(document, [key, "by"], by, site, createSuggest()) : [];
  });
}

/** What two letters have alike that may not be: one id, whatever their years, or to one story the same words. */
function checkTwins(letters: readonly FiledLetter[]): Diagnostic[] {
  const first = new Map<string, FiledLetter>();
  const twinOf = (key: string, letter: FiledLetter): FiledLetter | undefined => {
    const other = first.get(key);
    if (!other) first.set(key, letter);
    return other;
  };
  return letters.flatMap((letter) => {
    const { id, text, front } = letter;
    const named = twinOf(`id ${id}`, letter);
    const said = twinOf(`to ${front.story ?? letter.path} ${text.replace(/\s+/g, " ")}`, letter);
    if (named)
      return [
        diagnose(letter.path, START, {
          rule: "letter-id",
          message: `another letter has this name: ${letterPath(named)}`,
          hint: "give one of them another name, by which no letter of any year is called",
        }),
      ];
    if (!said) return [];
    return place(letter, ["story"], {
      severity: "warning",
      rule: "letter-twice",
      message: `${letterPath(said)} says the same words to the same story`,
      hint: "delete one of the two",
    });
  });
}

/** Every letter was written to a story that readers know, and accepted by somebody of the newsroom. */
export const checkLetters: OutlineRule = (site) => {
  const { all } = site.letters;
  if (all.length === 0) return [];
  const stories = listStories(site);
  return [
    ...all.flatMap((letter) => [
      ...checkStory(letter, site, stories),
      ...checkTimes(letter, site),
      ...checkPeople(letter, site),
    ]),
    ...checkTwins(all),
  ];
};
