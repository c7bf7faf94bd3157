import { decodePart } from "../../../src/content/links/web-address.ts";
import { slugify } from "../../../src/content/words/plain-name.ts";
import { isDeviceName, isNumber, isReserved, isReservedSlug } from "../../../src/content/reserved-names.ts";
import { slugOf } from "../../../src/content/words/slug.ts";
import { countCharacters } from "../../../src/content/words/characters.ts";

const LONGEST_SLUG = 60;
const LONGEST_ID = 48;

function cut(name: string, most: number): string {
  return name.length <= most
    ? name
    : name
        .slice(0, most + 1)
        .replace(/-[^-]*$/, "")
        .slice(0, most)
        .replace(/-+$/, "");
}

/** A name that is not taken yet, with a number behind it where it is; it is taken then. */
function claim(wanted: string, most: number, taken: Set<string>): string {
  for (let number = 1; ; number++) {
    const ending = number === 1 ? "" : `-${number}`;
    const name = cut(wanted, most - ending.length) + ending;
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

/** A slug for a story: its old name, else one of its title, else a number. */
export function claimSlug(name: string, title: string, language: string, taken: Set<string>): string {
  const wanted = slugify(decodePart(name)) || slugOf(title, language) || slugify(title) || "story";
  return claim(isReservedSlug(wanted) ? `${wanted}-story` : wanted, LONGEST_SLUG, taken);
}

/** An id for a standing page. */
export function claimPage(name: string, title: string, language: string, taken: Set<string>): string {
  const wanted = slugify(decodePart(name)) || slugOf(title, language) || "page";
  return claim(
    isReserved(wanted) && !["about", "standards"].includes(wanted) ? `${wanted}-page` : wanted,
    LONGEST_SLUG,
    taken,
  );
}

/** An id for a term of a vocabulary; `kind` stands before what would else be none. */
export function claimId(name: string, kind: string, language: string, taken: Set<string>): string {
  const plain = slugOf(name, language) || slugify(name);
  const wanted = plain === "" ? kind : isNumber(plain) || isDeviceName(plain) ? `${kind}-${plain}` : plain;
  return claim(wanted, LONGEST_ID, taken);
}

/** A text of at most so many characters, cut at a word with “…” for the rest. */
export function shortenAtWord(text: string, most: number): string {
  if (countCharacters(text) <= most) return text;
  const cutText = Array.from(text).slice(0, most).join("");
  const atWord = cutText.slice(0, -1).replace(/\s+\S*$/u, "");
  const kept = atWord.length > cutText.length / 2 ? atWord : Array.from(cutText).slice(0, -1).join("");
  return `${kept.replace(/[\s.,;:–—-]+$/u, "")}…`;
}
