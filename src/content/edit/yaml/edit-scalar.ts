import { isLikeDate } from "../../parse/yaml-suspects.ts";
import type { Path } from "../../parse/yaml-source.ts";
import { change, type Data, type Editable, NotEditable } from "../editable.ts";
import { replaceStretch, requireExtent, type Stretch, stretchOf } from "../places.ts";
import { type Style, writeScalar } from "./write-value.ts";
import { kindOfScalar, mapScalar, type ScalarKind } from "./written-text.ts";

function isHigh(text: string, at: number): boolean {
  return /[\uD800-\uDBFF]/.test(text[at] ?? "");
}

/** How many characters two texts have in common at their beginnings and then at their ends; a pair of units is not parted. */
function commonEnds(now: string, wanted: string): { readonly head: number; readonly tail: number } {
  const most = Math.min(now.length, wanted.length);
  let head = 0;
  while (head < most && now[head] === wanted[head]) head++;
  if (isHigh(now, head - 1)) head--;
  let tail = 0;
  while (tail < most - head && now[now.length - 1 - tail] === wanted[wanted.length - 1 - tail]) tail++;
  if (tail > 0 && isHigh(now, now.length - tail - 1)) tail--;
  return { head, tail };
}

/** Characters as they stand in a scalar of a kind. */
function escape(text: string, kind: ScalarKind, source: string): string {
  if (kind === "single") return text.replaceAll("'", "''");
  if (kind === "double") return JSON.stringify(text).slice(1, -1);
  const [, lineBreak = "\n"] = kind === "block" ? (/(\r?\n *)[^\s]/.exec(source) ?? []) : [];
  return text.replaceAll("\n", lineBreak);
}

/** The source of a scalar in which only those characters are other ones that differ. */
function splice(source: string, now: string, wanted: string): string | undefined {
  const written = mapScalar(source, now);
  if (!written) return undefined;
  const { head, tail } = commonEnds(now, wanted);
  const from = head > 0 ? written.ends[head - 1] : written.starts[0];
  const to = written.starts[now.length - tail];
  if (from === undefined || to === undefined || from > to) return undefined;
  const middle = escape(wanted.slice(head, wanted.length - tail), kindOfScalar(source), source);
  return source.slice(0, from) + middle + source.slice(to);
}

/** How a single value can be written, what is nearest to how it is written now first. */
function* waysToWrite(source: string, now: unknown, wanted: unknown, at: Path, style: Style): Generator<string> {
  const kind = kindOfScalar(source);
  if (typeof wanted !== "string") {
    yield JSON.stringify(wanted);
    return;
  }
  const isDate = kind === "plain" && isLikeDate(wanted) && style.isText(at);
  if (typeof now === "string" && !isDate) {
    const spliced = splice(source, now, wanted);
    if (spliced !== undefined) yield spliced;
  }
  if (kind === "single" && !wanted.includes("\n")) yield `'${wanted.replaceAll("'", "''")}'`;
  if (kind === "plain" && !wanted.includes("\n") && !isDate) yield wanted;
  if (kind === "plain") yield writeScalar(wanted, at, style, true);
  yield JSON.stringify(wanted);
}

/** Where a value is to be written that is nothing so far: right behind its colon. */
function placeOf(text: string, stretch: Stretch): Stretch & { readonly isNothing: boolean } {
  if (stretch.from < stretch.to) return { ...stretch, isNothing: false };
  const end = text.slice(0, stretch.from).trimEnd().length;
  return { from: end, to: end, isNothing: true };
}

/** Data with another value at a path. */
export function replaceAt(data: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(data)) return data.with(Number(step), replaceAt(data[Number(step)], rest, value));
  const mapping = data as Data;
  return { ...mapping, [step]: replaceAt(mapping[step], rest, value) };
}

/** Tries ways to change a text until one of them says what is wanted. Throws NotEditable where none does. */
export function firstThat(file: Editable, ways: Iterable<string>, expect: (data: Data) => Data): Editable {
  for (const text of ways)
    try {
      return change(file, () => text, expect);
    } catch (error) {
      if (!(error instanceof NotEditable)) throw error;
    }
  throw new NotEditable(
    `${file.path} is written in a way that cannot be changed by a program without losing something`,
  );
}

/** A text with another single value at a path, in the quotes or the block that it stands in where that can hold it. */
export function setScalar(file: Editable, path: Path, now: unknown, wanted: unknown, style: Style): Editable {
  const { text, document } = file;
  const place = placeOf(text, stretchOf(text, requireExtent(document, path)));
  const source = text.slice(place.from, place.to);
  const ways = Array.from(waysToWrite(source, now, wanted, path, style), (way) =>
    replaceStretch(text, place, place.isNothing ? ` ${way}` : way),
  );
  return firstThat(file, ways, (data) => replaceAt(data, path, wanted) as Data);
}
