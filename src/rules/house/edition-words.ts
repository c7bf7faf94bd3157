import type { Edition } from "../../content/edition.ts";
import { weekdayOf } from "./weekdays.ts";
import { type Finding, orAllow } from "./text/finding.ts";
import { type Hit, type Listed, ofKind } from "./text/lexicon.ts";

const NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split(" ");

/** A number of all an edition's stories: “today’s three stories”, “all three stories”. One of some of them may be any. */
const ALL = new RegExp(
  `(?:(?:today|tonight|(?:this|the) (?:morning|midday|evening|afternoon|edition|briefing|update|digest|issue))['’]s|\\ball|\\bour|\\bhere are) (?:the )?(${NUMBERS.join("|")}|\\d{1,2}) $`,
  "i",
);
/** What follows where the stories are some that are told of, and not those of the edition. */
const OF_OTHERS = /^\s(?:of (?!th(?:is|e) |today|tonight)|from |by )/;
const WEEKDAY_NEWS =
  /^['’]s (?:[\p{L}\p{N}-]+ ){0,2}(?:edition|briefing|update|digest|newsletter|roundup|round-up|headlines|news|top stories|stories)(?![\p{L}-])/u;

export function listEditionWords(): Listed[] {
  return [["stories", { kind: "stories" }]];
}

/** Finds a number of stories in an edition's own text that is not how many there are. */
export function findStoryCount(masked: string, hits: readonly Hit[], { stories }: Pick<Edition, "stories">): Finding[] {
  const counts = new Set([stories.length, stories.filter(({ draft }) => !draft).length]);
  return ofKind(hits, "stories").flatMap(({ at, end }): Finding[] => {
    const before = masked.slice(Math.max(0, at - 50), at).replace(/\s+/g, " ");
    const [phrase, typed = ""] = ALL.exec(before) ?? [];
    if (phrase === undefined || OF_OTHERS.test(masked.slice(end, end + 12))) return [];
    const count = /\d/.test(typed) ? Number(typed) : NUMBERS.indexOf(typed.toLowerCase()) + 1;
    if (counts.has(count)) return [];
    const shown = `${typed} stories`;
    const right = `${NUMBERS[stories.length - 1] ?? stories.length} ${stories.length === 1 ? "story" : "stories"}`;
    return [
      {
        at: at - 1 - typed.length,
        end,
        severity: "warning",
        rule: "story-count",
        message: `“${shown}” is said of this edition, which has ${stories.length}`,
        hint: `type “${right}”${orAllow("story-count", shown)}`,
      },
    ];
  });
}

/** Finds an edition's own text that calls its news another weekday's: “Wednesday’s AI news” in an edition of a Tuesday. */
export function findWrongDay(masked: string, hits: readonly Hit[], date: string): Finding[] {
  return ofKind(hits, "weekday").flatMap(({ at, end, word }): Finding[] => {
    const own = weekdayOf(date);
    if (word === own || own === undefined || !WEEKDAY_NEWS.test(masked.slice(end, end + 80))) return [];
    const shown = masked.slice(at, end + 2);
    return [
      {
        at,
        end: end + 2,
        severity: "warning",
        rule: "weekday",
        message: `“${shown}” is said of this edition, which is of a ${own}`,
        hint: `type “${own}${shown.slice(-2)}”${orAllow("weekday", shown)}`,
      },
    ];
  });
}
