import { shorten } from "../words/shorten.ts";
import { KEY, type Line, type State, type Told } from "./line-state.ts";
import { endOf, judgeKeyless, syntax } from "./line-values.ts";

/** So many lines a list in brackets takes at most. */
const MOST_FLOW = 100;
/** A key whose colon is there, or nearly. */
const BAD = /^[\p{L}_][\p{L}\d_-]*\s*[:：=;]/u;

/** What stands for the “- ” of an entry: the bullet of a word processor, a long dash, a star, a number, a hyphen without its space. */
const BULLET = /^(?:[•‣◦▪·*–—−]\p{Zs}+|\d{1,2}[.)]\p{Zs}+|-(?=[\p{L}\d])|-(?! )\p{Zs}+)(?=\S)/u;

/** A line that begins with the sign of an entry in another shape, as one that begins with “- ”; undefined where it does not. */
export function judgeBullet(
  line: string,
  { lead, content }: Line,
  { opens, levels }: State,
): (Told & { line: string }) | undefined {
  const [bullet = ""] = BULLET.exec(content) ?? [];
  if (bullet === "" || !(opens || levels.some(({ isList, indent }) => isList && indent === lead.length)))
    return undefined;
  const mended = `- ${content.slice(bullet.length)}`;
  const problem = syntax("an entry of a list begins with “- ”", `type “${shorten(mended, 100)}”`);
  return { problem, mended, column: lead.length, kind: "bullet", line: line.slice(0, lead.length) + mended };
}

/** A line without a key or dash: a text that goes on, an entry that lacks its dash, or a key that lacks its colon. */
export function judgeBare(state: State, at: number, { content, lead: { length: indent } }: Line): Told | undefined {
  const { opens, levels, found } = state;
  const last = levels.at(-1);
  const list = levels.find((level) => level.isList && level.indent === indent);
  const before = found.at(-1);
  const isNext =
    before?.kind === "bullet" && before.column === indent && (before.more.at(-1) ?? before.line) === at - 1;
  const isEntry =
    !opens && !isNext && list !== undefined && !levels.some((level) => !level.isList && level.indent === indent);
  if (
    isEntry ||
    isNext ||
    (opens && last !== undefined && !last.isList && indent <= last.indent && at > 0 && !BAD.test(content))
  ) {
    const mended = `${" ".repeat(isEntry ? 0 : 2)}- ${content}`;
    const problem = syntax("an entry of a list begins with “- ”", `type “${mended}”`);
    return { problem, mended, column: indent, kind: "bullet" };
  }
  // A plain text may go on in a line that is indented farther.
  if (indent > (opens ? -1 : (last?.indent ?? 0)) && levels.length > 0) return undefined;
  return /^[\p{L}\d_"'“*/]/u.test(content) ? { ...judgeKeyless(content), column: indent } : undefined;
}

/** A key behind a dash where no list was begun. */
export function judgeDash({ levels, opens }: State, indent: number, { dashes, key, rest }: Line): Told | undefined {
  const isBeside = levels.some((level) => level.indent === indent && !level.isList);
  const hasList = opens || levels.length === 0 || levels.some((level) => level.indent === indent && level.isList);
  if (dashes === "" || key === undefined || !isBeside || hasList) return undefined;
  const problem = syntax(
    "“- ” begins an entry of a list, and no list is begun here",
    `type “${shorten(rest, 100)}”, without “- ”`,
  );
  return { problem, mended: rest, column: indent };
}

/** The line in which brackets that are open at the end of a line are closed; undefined where they are nowhere. */
export function endOfFlow(lines: readonly string[], at: number, value: string): number | undefined {
  let text = value;
  for (let next = at + 1; next < lines.length && next < at + MOST_FLOW; next++) {
    text += ` ${lines[next] ?? ""}`;
    if (endOf(text) !== undefined) return next;
    if (KEY.test(lines[next] ?? "")) return undefined;
  }
  return undefined;
}
