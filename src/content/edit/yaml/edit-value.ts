import { isDeepStrictEqual } from "node:util";
import type { Path } from "../../parse/yaml-source.ts";
import { type Data, type Editable, NotEditable } from "../editable.ts";
import { arrangeItems, makeList } from "./edit-items.ts";
import { insertPair, removePair } from "./edit-pairs.ts";
import { firstThat, replaceAt, setScalar } from "./edit-scalar.ts";
import { matchItems } from "./match-items.ts";
import { commentsIn, endOfValue, lineStart, startOfKey, valueAt } from "../places.ts";
import { isMapping, type Style, writeFlow, writePair } from "./write-value.ts";

/** How new values are written, and where new keys belong. */
export interface Writing {
  readonly style: Style;
  /** The keys that the mapping at a path may have, in the order of the schema. */
  readonly order: (path: Path) => readonly string[];
}

function nowAt(file: Editable, path: Path): unknown {
  return valueAt(file.document.yaml.data, path);
}

/** The text in which the mapping at a path has other pairs. Throws NotEditable. */
export function setPairs(file: Editable, path: Path, wanted: Data, writing: Writing): Editable {
  const now = (nowAt(file, path) ?? {}) as Data;
  const gone = Object.keys(now).filter((key) => wanted[key] === undefined);
  const without = gone.reduce((text, key) => removePair(text, path, key), file);
  return Object.entries(wanted).reduce(
    (text, [key, value]) =>
      key in now
        ? setValue(text, [...path, key], value, writing)
        : insertPair(text, path, [key, value], { style: writing.style, order: writing.order(path) }),
    without,
  );
}

function setItems(file: Editable, path: Path, wanted: readonly unknown[], writing: Writing): Editable {
  const matches = matchItems(nowAt(file, path) as unknown[], wanted);
  const arranged = arrangeItems(file, { path, matches, wanted, style: writing.style });
  return wanted.reduce<Editable>((text, item, at) => setValue(text, [...path, at], item, writing), arranged);
}

/** The text in which the value at a path is another one, as few lines as can be being other ones. Throws NotEditable. */
export function setValue(file: Editable, path: Path, wanted: unknown, writing: Writing): Editable {
  const now = nowAt(file, path);
  if (isDeepStrictEqual(now, wanted)) return file;
  if (isMapping(now) && isMapping(wanted) && Object.keys(now).length > 0) return setPairs(file, path, wanted, writing);
  if (Array.isArray(wanted) && wanted.length > 0) {
    if (Array.isArray(now) && now.length > 0) return setItems(file, path, wanted, writing);
    if (isMapping(now)) return setItems(makeList(file, path), path, wanted, writing);
  }
  if (typeof now !== "object" || now === null)
    if (typeof wanted !== "object" || wanted === null) return setScalar(file, path, now, wanted, writing.style);
  throw new NotEditable(`“${path.join(".")}” of ${file.path} is another kind of value now`);
}

/** The text in which a top-level key is written anew with its value; comments that stood within it stand above it. Throws NotEditable. */
export function rewriteKey(file: Editable, key: string, wanted: unknown, { style }: Writing): Editable {
  const { text, document } = file;
  const [from, to] = [startOfKey(text, document, [key]), endOfValue(text, document, [key])];
  if (lineStart(text, from) !== from) throw new NotEditable(`“${key}” of ${file.path} does not begin its line`);
  const above = commentsIn(text, document, { from, to }).map((comment) => comment + style.ending);
  const tail = to > 0 && text[to - 1] === "\n" ? style.ending : "";
  const ways = [writePair(key, wanted, "", [key], style), `${key}: ${writeFlow(wanted, [key], style)}`];
  return firstThat(
    file,
    ways.map((way) => text.slice(0, from) + above.join("") + way + tail + text.slice(to)),
    (data) => replaceAt(data, [key], wanted) as Data,
  );
}
