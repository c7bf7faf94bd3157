import { elisionAt, lengthOfAnd } from "./elisions.ts";
import type { QuotationMarks } from "./quotation-marks.ts";
import { findStraight, isBetweenWords, judge, type Straight } from "./straight.ts";

const APOSTROPHE = "’";
/** How far from a “possible” apostrophe a quotation may end behind an “s”, which has an apostrophe of its own. */
const NEAR = 40;

interface Pair {
  readonly open: Straight;
  close: Straight;
}

/** Whether a closing mark may as well be a plural's apostrophe (developers' tools) or a sign for inches. */
function isDoubtful(text: string, { at, kind, before }: Straight): boolean {
  return kind === "double" ? /\d/.test(before) : /[sxzß]/i.test(before) && /^\s\p{L}/u.test(text.slice(at + 1, at + 3));
}

/** Begun quotations, each kind counted, so that none is looked for in vain. */
function createStack() {
  const stack: Straight[] = [];
  const count = { double: 0, single: 0 };
  return {
    holds: (kind: Straight["kind"]) => count[kind] > 0,
    push(mark: Straight) {
      mark.face = "open";
      stack.push(mark);
      count[mark.kind]++;
    },
    /** Takes the nearest of a kind, and all that were begun within it and never ended. */
    take(kind: Straight["kind"]): Straight | undefined {
      while (count[kind] > 0) {
        const mark = stack.pop();
        if (!mark) return undefined;
        count[mark.kind]--;
        if (mark.kind === kind) return mark;
        mark.face = "plain";
      }
      return undefined;
    },
    /** Those that never end are no quotations. */
    drop() {
      for (const mark of stack) mark.face = "plain";
    },
  };
}

/** Gives every mark its face; one that might face the wrong way stays “plain”. */
function face(text: string, marks: readonly Straight[], language: string): void {
  const stack = createStack();
  const pairs: Partial<Record<Straight["kind"], Pair>> = {};
  const possible = new Set<Straight>();
  let and = 0;

  const end = (mark: Straight): void => {
    const { kind, at } = mark;
    const doubtful = isDoubtful(text, mark);
    const open = stack.take(kind);
    const elided = open && possible.has(open) && /s/i.test(mark.before) && (doubtful || at - open.at > NEAR);
    if (open && elided) open.face = "plain";
    else if (open) {
      mark.face = "close";
      pairs[kind] = { open, close: mark };
      return;
    }
    const last = pairs[kind];
    mark.face = kind === "single" ? "apostrophe" : "plain";
    // The quotation that seemed to end at a plural or at inches goes on to here.
    if (!last || doubtful || !isDoubtful(text, last.close)) return;
    [last.close.face, mark.face] = [mark.face, "close"];
    last.close = mark;
  };

  for (const [index, mark] of marks.entries()) {
    const { at, kind } = mark;
    const before = marks[index - 1];
    const last = before?.at === at - 1 ? before : undefined;
    const { opens, closes, isWithin } = judge(text, mark, last, stack.holds(kind));
    if (kind === "single") {
      const elision = opens ? elisionAt(text, at + 1, language) : undefined;
      if (opens && and <= at) and = at + 1 + lengthOfAnd(text, at + 1);
      if (elision === "certain" || at + 1 < and || isBetweenWords(text, mark, stack.holds(kind))) {
        mark.face = "apostrophe";
        continue;
      }
      if (elision) possible.add(mark);
    }
    if (closes && (!opens || stack.holds(kind))) end(mark);
    else if (opens) {
      stack.push(mark);
      pairs[kind] = undefined;
    } else if (isWithin) mark.face = "apostrophe";
  }
  stack.drop();
  for (const mark of possible) if (mark.face === "plain") mark.face = "apostrophe";
}

/**
 * The typographic marks for the straight ones of a text, by their offsets, as a language writes them; those that are left
 * out stay straight, since a mark that faces the wrong way is worse. Takes time that grows with the text's length.
 */
export function findQuotes(text: string, { double, single }: QuotationMarks, language: string): Map<number, string> {
  const marks = findStraight(text);
  face(text, marks, language);
  const own = { double, single };
  return new Map(
    marks.flatMap(({ at, kind, face }): [number, string][] =>
      face === "plain" ? [] : [[at, face === "apostrophe" ? APOSTROPHE : own[kind][face === "open" ? 0 : 1]]],
    ),
  );
}
