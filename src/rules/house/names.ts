import { type Finding, orAllow } from "./text/finding.ts";
import { type Hit, type Listed, ofKind } from "./text/lexicon.ts";
import { beginsSentence } from "./text/reading.ts";

/** A name as it is to be written, and the forms in which the house finds it wrong. */
export interface Name {
  readonly right: string;
  readonly wrong: readonly string[];
  /** The entry of publishers.yaml or people.yaml whose name it is, if it is one's. */
  readonly owner?: string | undefined;
}

const FIRST = /[\p{L}\p{N}]+/u;
/** A small letter before a capital, or several capitals before a small letter: “GitHub”, “xAI”, “AIStack”. */
const CAMEL = /\p{Ll}\p{Lu}|\p{Lu}{2}\p{Ll}/u;
const PIECES = /\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{N}+/gu;

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** Forms that are listed: exactly these words, where they are no part of the right name. */
function listWrong({ right, wrong, owner }: Name): Listed[] {
  return wrong.flatMap((form): Listed[] => {
    const first = FIRST.exec(form);
    if (!first) return [];
    const at = right.indexOf(form);
    const before = at > 0 ? `(?<!${escape(right.slice(0, at))})` : "";
    const rest = at < 0 ? "" : right.slice(at + form.length);
    const behind = rest === "" ? "" : `(?!${escape(rest)})`;
    const pattern = `${before}${escape(form.slice(first.index)).replace(/ /g, "[ \\n]")}${behind}(?![\\p{L}\\p{N}])`;
    return [[first[0].toLowerCase(), { kind: "name", right, wrong: new RegExp(pattern, "uy"), owner }]];
  });
}

/**
 * Forms that nobody means: a name of several words as one with capitals within (“ExampleWire”), a name with capitals within
 * in other capitals (“Openai”) or apart (“Open AI”).
 */
function listDerived({ right, owner }: Name): Listed[] {
  const words = right.split(" ");
  const joined = words.join("");
  if (joined.length < 5 || !/^\p{L}[\p{L}\p{N} ]*$/u.test(right)) return [];
  const end = "(?![\\p{L}\\p{N}])";
  const add = (word: string, pattern: string, flags: string): Listed => [
    word.toLowerCase(),
    { kind: "name", right, wrong: new RegExp(pattern + end, flags), owner },
  ];
  if (words.length > 1)
    return joined.length >= 8 && words.every((word) => /^\p{Lu}/u.test(word))
      ? [add(joined, `(?=\\p{L}*\\p{Ll}\\p{Lu}|\\p{L}*\\p{Lu}\\p{Lu}\\p{Ll})[\\p{L}\\p{N}]{${joined.length}}`, "uy")]
      : [];
  if (!CAMEL.test(right)) return [];
  const pieces = right.match(PIECES) ?? [];
  const apart =
    pieces.length > 1 && pieces.length < 4 && pieces.every((piece) => /^\p{Lu}/u.test(piece) && piece.length > 1)
      ? [add(pieces[0] ?? "", pieces.map(escape).join("[ -]"), "uy")]
      : [];
  return [add(right, `(?!${escape(right)}${end})(?=\\p{L}*\\p{Ll})[\\p{L}\\p{N}]{${right.length}}`, "uy"), ...apart];
}

/** The words by which wrong forms of names are known. */
export function listNames(names: readonly Name[]): Listed[] {
  return names.flatMap((name) => [...listWrong(name), ...listDerived(name)]);
}

/**
 * Finds names that are written otherwise than the house has them; `isOwn` says on whose names the text depends, so that no other is
 * asked for.
 */
export function findNames(
  masked: string,
  hits: readonly Hit[],
  isOwn: (owner: string) => boolean,
  ownersOf: (name: string) => readonly (string | undefined)[],
): Finding[] {
  const found: Finding[] = [];
  const isAsked = (owner: string | undefined) => owner === undefined || isOwn(owner);
  let last = -1;
  for (const { at, entry } of ofKind(hits, "name")) {
    if (at < last || !isAsked(entry.owner)) continue;
    entry.wrong.lastIndex = at;
    const [form] = entry.wrong.exec(masked) ?? [];
    // Part of an address, an account, a file or a longer compound.
    if (form === undefined || ownersOf(form).some(isAsked) || /[@#/._\\-]/.test(masked.charAt(at - 1))) continue;
    const end = at + form.length;
    if (/^(?:[/_@]|[.:][\p{L}\p{N}/]|-\p{Ll})/u.test(masked.slice(end, end + 2))) continue;
    if (
      /[ -]/.test(form) &&
      !entry.right.includes(" ") &&
      !entry.wrong.source.includes("\\n") &&
      beginsSentence(masked, at)
    )
      continue;
    last = end;
    found.push({
      at,
      end,
      severity: "warning",
      rule: "name-spelling",
      message: `“${form.replace(/\s+/g, " ")}” is written “${entry.right}” here`,
      hint: `type “${entry.right}”${orAllow("name-spelling", form)}`,
    });
  }
  return found;
}
