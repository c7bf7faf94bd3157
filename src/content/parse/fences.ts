import type { Position, Problem } from "../problems/diagnostic.ts";
import { shorten } from "../words/shorten.ts";

/** What keeps a whole text from being read, and where. */
export interface Fault {
  readonly problem: Problem;
  readonly at: Position;
}

const MOST_FRONT_MATTER = 16 * 1024;
const PAIR = /^[\p{L}_“"'][\p{L}\d_”"'-]* *[:：=]/u;
const NEAR_FENCE = /^\s*(?:[-‐-―−=_+~*`.]{2,}|[‒-―]|(?:[-*_] ){2,}[-*_]?)\s*$/;

export function linesOf(text: string): string[] {
  return text.split("\n").map((line) => line.replace(/\r$/, ""));
}

/** The line that begins at an offset, without its end. */
function lineAt(text: string, start: number): string {
  const end = text.indexOf("\n", start);
  return text.slice(start, end < 0 ? text.length : end).replace(/\r$/, "");
}

function wrong(line: number, message: string, hint: string): Fault {
  return { problem: { rule: "front-matter", message, hint }, at: { line, column: 1 } };
}

/** Whether a line may stand in front matter; a list as far left as that, where a blank line parts it from what stands above, is of a text. */
function isOfFront(line: string, above: string): boolean {
  if (line.startsWith("- ")) return above.trim() !== "";
  return /^(?:\s*$|#(?!#)|\s)/.test(line) || PAIR.test(line);
}

const EXACTLY = "type exactly “---”, with nothing before or behind it";
const KEYS = "type above the text: a line “---”, the keys, one to a line, as in “title: …”, and again a line “---”";

/** The first line of a text is no fence. */
function tellFirst(text: string, first: string): Fault {
  const lines = linesOf(text);
  const fence = lines.indexOf("---");
  const start = lines.findIndex((line) => line.trim() !== "");
  const typed = lines[start] ?? "";
  const hint =
    fence >= 0 && fence === start
      ? "delete the empty lines above “---”"
      : typed === "+++"
        ? "type “---” for each “+++”, and “key: value” for “key = value”"
        : /^\uFEFF*---/.test(first)
          ? EXACTLY
          : NEAR_FENCE.test(typed)
            ? `${EXACTLY}${fence < 0 ? "; so at the end of the keys" : ""}`
            : first.startsWith("{")
              ? "type “---” above and below the keys, and each as “key: value” on a line of its own"
              : PAIR.test(typed)
                ? `type a line “---” above this one${fence < 0 ? ", and another below the last key" : ""}`
                : fence >= 0
                  ? `move what stands above “---” in line ${fence + 1} down, below the second “---”`
                  : KEYS;
  return wrong(1, "the first line is not exactly “---”", hint);
}

/** Where front matter ends, as far as its lines show: the first line that cannot be of it; undefined where all may. */
function endOfFront(lines: readonly string[]): number | undefined {
  const end = lines.findIndex((line, at) => at > 0 && !isOfFront(line, lines[at - 1] ?? ""));
  return end < 0 ? undefined : end;
}

/** The front matter has no end: where it would be. */
function tellOpen(text: string): Fault {
  const lines = linesOf(text);
  const near = lines.findIndex((line, at) => at > 0 && NEAR_FENCE.test(line));
  const end = endOfFront(lines);
  if (near >= 0 && (end === undefined || near <= end))
    return wrong(near + 1, `“${(lines[near] ?? "").slice(0, 20)}” is not a front-matter fence`, "type exactly “---”");
  const opened = "the front matter, which “---” begins in line 1, is never closed";
  if (end !== undefined) return tellEnd(opened, lines, end);
  const last = lines.findLastIndex((line) => line.trim() !== "");
  return wrong(last + 1, opened, "type a line “---” below this one");
}

function tellEnd(opened: string, lines: readonly string[], end: number): Fault {
  const shown = shorten((lines[end] ?? "").trim(), 40);
  return wrong(end + 1, `${opened} above “${shown}”`, "type a line “---” above this one");
}

/** A “---” far below, between two parts of a text, closes nothing: where lines of text stand above it, and no key below them. */
function findLateEnd(lines: readonly string[]): Fault | undefined {
  const end = endOfFront(lines);
  if (end === undefined || !/^(?![^:]{1,30}: )\p{L}\S*(?: \S+){5}/u.test(lines[end] ?? "")) return undefined;
  if (lines.slice(end).some((line) => PAIR.test(line))) return undefined;
  return tellEnd("the front matter, which “---” begins in line 1, is not closed", lines, end);
}

/** A second front matter below the first, as two copies of a file make it. */
function findSecond(text: string, from: number, line: number): Fault | undefined {
  const [, blank = "", keys = ""] =
    /^((?:[ \t]*\r?\n)*)---\r?\n((?:(?:[ \t#-].*|[\p{L}_][\p{L}\d_-]*:.*)?\r?\n)+)---\r?\n/u.exec(
      text.slice(from, from + MOST_FRONT_MATTER),
    ) ?? [];
  if (!/^[\p{L}_][\p{L}\d_-]*:/mu.test(keys)) return undefined;
  const first = line + blank.split("\n").length - 1;
  const last = first + keys.split("\n").length;
  return wrong(
    first,
    "a second front matter begins here",
    `keep one of the two: delete the lines ${first} to ${last}, or those above them`,
  );
}

/** What is wrong with the fences of a text, of which gray-matter says nothing: it would take the text for something else. */
export function findFault(text: string): Fault | undefined {
  const first = lineAt(text, 0);
  if (first !== "---") return tellFirst(text, first);
  // Only the lines above it are looked at one by one: a body is long.
  const end = text.indexOf("\n---");
  if (end < 0) return tellOpen(text);
  const lines = linesOf(text.slice(0, end));
  const fence = lineAt(text, end + 1);
  if (fence !== "---") {
    const [, more = ""] = /^-+\s+(\S.*)$/.exec(fence) ?? [];
    const hint = more === "" ? "type exactly “---”" : "type exactly “---”, and what stands behind it on the next line";
    return wrong(lines.length + 1, `“${fence.slice(0, 20)}” is not a front-matter fence`, hint);
  }
  if (Buffer.byteLength(lines.slice(1).join("\n")) > MOST_FRONT_MATTER)
    return wrong(1, "the front matter is over 16 KiB", "long text belongs below the second “---”");
  return findLateEnd(lines) ?? findSecond(text, end + "\n---".length + 1, lines.length + 1);
}

/** The signs that git leaves where two people changed the same lines, unless they stand in a block of code. */
export function findConflict(text: string): Fault | undefined {
  if (!/^<{7} /m.test(text)) return undefined;
  const marks: number[] = [];
  let code: string | undefined;
  for (const [at, line] of linesOf(text).entries()) {
    const [, fence] = /^ {0,3}(`{3,}|~{3,})/.exec(line) ?? [];
    if (fence !== undefined) code = code === undefined ? fence : line.trim().startsWith(code) ? undefined : code;
    if (code === undefined && /^(?:<{7} |={7}$|>{7} |\|{7} )/.test(line)) marks.push(at + 1);
  }
  const [first, ...others] = marks;
  if (first === undefined || others.length === 0) return undefined;
  return {
    problem: {
      rule: "conflict-marker",
      message: `git could not join two people's changes here: lines ${marks.join(", ")} are its marks`,
      hint: "keep the lines that are right, and delete the others together with the lines “<<<<<<<”, “=======” and “>>>>>>>”",
    },
    at: { line: first, column: 1 },
  };
}
