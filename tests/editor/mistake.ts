import { EDITION, type Files, STORY } from "./base.ts";

/** What an editor does: the files as they are then. */
export type Change = (files: Files) => Files;

/** What an editor does wrong, and what is to be told of it: by default one problem, in a line that the change touched. */
export interface Mistake {
  readonly change: Change;
  /** Why it is no mistake, so that nothing is told. */
  readonly fine?: string;
  /** The rule of house style that tells it. */
  readonly style?: string;
  /** How many mistakes it is, if not one. */
  readonly causes?: number;
  /** Where it is told, as `PATH:LINE`, if not in a line that the change touched; and why there. */
  readonly elsewhere?: { readonly place: string; readonly because: string };
}

/** Mistakes by name; one of the list of 130 begins with its number there. */
export type Mistakes = Readonly<Record<string, Change | Mistake>>;

export const fine = (because: string, change: Change): Mistake => ({ change, fine: because });
export const style = (rule: string, change: Change): Mistake => ({ change, style: rule });
export const several = (causes: number, change: Change): Mistake => ({ change, causes });
export const elsewhere = (place: string, because: string, change: Change): Mistake => ({
  change,
  elsewhere: { place, because },
});

export function write(path: string, text: string | Uint8Array): Change {
  return (files) => ({ ...files, [path]: text });
}

export function replaceIn(path: string, ...pairs: readonly (readonly [from: string, to: string])[]): Change {
  return (files) => {
    let text = String(files[path]);
    for (const [from, to] of pairs) {
      if (!text.includes(from)) throw new Error(`${path} holds no “${from}”`);
      text = text.replace(from, () => to);
    }
    return { ...files, [path]: text };
  };
}

export function rename(from: string, to: string): Change {
  return ({ [from]: text = "", ...files }) => ({ ...files, [to]: text });
}

export function without(path: string): Change {
  return (files) => Object.fromEntries(Object.entries(files).filter(([name]) => name !== path));
}

export function both(...changes: readonly Change[]): Change {
  return (files) => changes.reduce((done, change) => change(done), files);
}

export const story = (from: string, to: string): Change => replaceIn(STORY, [from, to]);
export const title = (typed: string): Change => story("The town library lends tools from Monday", typed);
export const front = (lines: string): Change => story("affiliate: false\n", `affiliate: false\n${lines}\n`);
export const body = (to: string): Change => story("forty tools", to);
export const whole = (text: string): Change => write(STORY, text);
export const order = (typed: string): Change => replaceIn(EDITION, ["stories: [library-tools, night-bus]", typed]);

/** From which line to which a text differs from what it was, counted from 1. */
function changedLines(before: string, after: string): readonly [from: number, to: number] {
  const [old, lines] = [before.split("\n"), after.split("\n")];
  let from = 0;
  while (from < lines.length && lines[from] === old[from]) from++;
  let same = 0;
  while (same < lines.length - from && same < old.length - from && lines.at(-1 - same) === old.at(-1 - same)) same++;
  const isBlank = (line: number) => (lines[line - 1] ?? "").trim() === "";
  let [first, last] = [from + 1, Math.max(from + 1, lines.length - same)];
  // What is told of a blank line is told in the next that says something, or the last where none does.
  while (last < lines.length && isBlank(last)) last++;
  while (first > 1 && isBlank(last) && isBlank(first)) first--;
  return [first, last];
}

/** Whether a change touched the line at `PATH:LINE`; of a file that was added or renamed it touched all, its folder included. */
export function touches(place: string, before: Files, after: Files): boolean {
  const [, path = "", line = ""] = /^(.*):(\d+)$/.exec(place) ?? [];
  return Object.entries(after).some(([name, text]) => {
    const was = before[name];
    if (was === undefined) return name === path || name.startsWith(`${path}/`);
    if (was === text || name !== path) return false;
    if (typeof was !== "string" || typeof text !== "string") return true;
    const [from, to] = changedLines(was, text);
    return from <= Number(line) && Number(line) <= to;
  });
}
