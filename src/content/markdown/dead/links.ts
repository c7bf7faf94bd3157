import { completed, isBeyondDoubt, SCHEME, typeLink } from "./address.ts";
import { findBroken } from "./broken.ts";
import { type Dead, show, takeFirst, tell } from "./dead.ts";

// A path of the site; “(/ɡɪt/)” says how a word is spoken.
const BEGIN = `(?:${SCHEME}|\\/(?=[a-z\\d][\\w./#?=&%~-]*\\s*[)）\\]]))`;
const WORDS = "[^[\\]［］]{1,300}";
const ADDRESS = `${BEGIN}[^\\s()[\\]（）<>]{0,2000}(?:\\([^\\s()]{0,200}\\)[^\\s()[\\]（）<>]{0,200})?`;

const APART = new RegExp(`(!?)[[［](${WORDS})[\\]］]\\s*[(（]\\s*(${ADDRESS})\\s*[)）]`, "giu");
const REVERSED = new RegExp(`\\(([^()[\\]]{1,300})\\)\\[(${ADDRESS})\\]`, "giu");
const UNCLOSED_WORDS = new RegExp(`\\[([^[\\]()]{0,299}[^[\\]()\\s])\\((${ADDRESS})\\)(?!\\s?\\])`, "giu");
const REFERENCE = /(?<![\p{L}\p{N}\])])(!?)\[(?!\^)([^[\]]{2,300})\]\[(?!\^)([^[\]]{0,300})\](?![[(])/gu;
const DEFINITION = new RegExp(`^\\[(?!\\^)(${WORDS})\\]\\s?:\\s*${BEGIN}\\S{0,2000}`, "gimu");
const WIKI = /!?(?<!\[)\[\[([^[\]]{1,300})\]\](?![\]:])/gu;
const ATTRIBUTES = /\[([^[\]]{1,300})\]\{\s*(?:lang\s*=|[.#:][a-z])[^{}]{0,80}\}/giu;
const NOTE = /\^\[([^[\]]{1,500})\]/gu;
const BARE =
  /(?<![\p{L}\p{N}/:.@-])(?:https?:\/\/[\p{L}\p{N}]|www\.[\w-]+\.[\w.-]+\/)[^\s<>"“”„«»、。，；（）「」\uFFFC]{0,2000}/giu;

/** A picture of the text's folder whose name stands apart from its description. */
const PICTURE_APART = new RegExp(`!\\[(${WORDS})\\]\\s+\\(([\\w.-]{1,100}\\.(?:jpe?g|png|webp|avif))\\)`, "giu");

/** Words and address with their brackets, in another order or not all there, and what is wrong with them. */
const TORN = [
  [REVERSED, "“[ ]” are for its words, “( )” for its address"],
  [UNCLOSED_WORDS, "“]” is missing behind its words"],
] as const;

/** Links whose parts stand apart, or whose brackets are of the wrong kind. */
function* findTorn(text: string): Generator<Dead> {
  for (const { 0: whole, 1: mark = "", 2: words = "", 3: address = "", index: at } of text.matchAll(APART)) {
    const from = at + mark.length + 1;
    if (whole.includes("](")) continue;
    const why = /[［］（）]/.test(whole.replace(words, ""))
      ? "its brackets are full-width ones"
      : "a space stands between “]” and “(”";
    yield {
      at,
      end: at + whole.length,
      problem: tell(`“${show(whole)}” is no link: ${why}`, `type ${typeLink(mark, words, address)}`),
      ...(isBeyondDoubt(address) && {
        mend: { words: [from, from + words.length], address: completed(address), isPicture: mark !== "" },
      }),
    };
  }
  for (const { 0: whole, 1: words = "", 2: name = "", index: at } of text.matchAll(PICTURE_APART))
    yield {
      at,
      end: at + whole.length,
      problem: tell(
        `“${show(whole)}” shows no picture: a space stands between “]” and “(”`,
        `type ![${show(words)}](${show(name)})`,
      ),
    };
  for (const [pattern, why] of TORN)
    for (const { 0: whole, 1: words = "", 2: address = "", index: at } of text.matchAll(pattern))
      yield {
        at,
        end: at + whole.length,
        problem: tell(`“${show(whole)}” is no link: ${why}`, `type ${typeLink("", words, address)}`),
        ...(isBeyondDoubt(address) && {
          mend: { words: [at + 1, at + 1 + words.length], address: completed(address) },
        }),
      };
}

/** References that nothing defines, and definitions that define nothing. */
function* findReferences(text: string): Generator<Dead> {
  for (const { 0: whole, 1: mark = "", 2: words = "", 3: label = "", index: at } of text.matchAll(REFERENCE)) {
    // “[1][2]” are citations, and “[sic]” is an editor's word.
    if (!/\p{L}{2}/u.test(words) || [words, label].some((part) => /^sic$/i.test(part))) continue;
    const from = at + mark.length + 1;
    const defined = label === "" ? words : label;
    const isAddress = isBeyondDoubt(label);
    const hint = isAddress
      ? `type ${typeLink(mark, words, label)}`
      : `type ${typeLink(mark, words, "https://…")}, or add a line “[${show(defined)}]: https://…”`;
    yield {
      at,
      end: at + whole.length,
      problem: tell(`“${show(whole)}” is no link: nothing defines “[${show(defined)}]”`, hint),
      mend: { words: [from, from + words.length], address: isAddress ? completed(label) : undefined },
    };
  }
  for (const { 0: whole, 1: label = "", index: at } of text.matchAll(DEFINITION))
    yield {
      at,
      end: at + whole.length,
      problem: tell(
        `“${show(whole)}” defines nothing within a paragraph`,
        at === 0 ? "let nothing stand behind its address" : `leave an empty line above “[${show(label)}]:”`,
      ),
    };
}

/** What other programs take for attributes of words. */
function* findAttributes(text: string): Generator<Dead> {
  for (const { 0: whole, 1: words = "", index: at } of text.matchAll(ATTRIBUTES))
    yield {
      at,
      end: at + whole.length,
      problem: tell(
        `“${show(whole)}” is printed as it stands: of “{ }” behind words, only a language is read`,
        `type [${show(words)}]{lang=de} with the tag of their language`,
      ),
    };
}

/** What other programs take for links and notes. */
function* findForeign(text: string): Generator<Dead> {
  for (const { 0: whole, 1: inner = "", index: at } of text.matchAll(WIKI)) {
    if (!/\p{L}{2}/u.test(inner)) continue;
    const words = inner.split("|").at(-1) ?? inner;
    const from = at + whole.length - 2 - inner.length;
    yield {
      at,
      end: at + whole.length,
      problem: tell(
        `“${show(whole)}” is no link here`,
        `type [${show(words)}](story:IDENTITY) or [${show(words)}](/path/)`,
      ),
      ...(!whole.startsWith("!") && { mend: { words: [from, from + inner.length] as const } }),
    };
  }
  for (const { 0: whole, 1: note = "", index: at } of text.matchAll(NOTE))
    if (/\s|\p{L}{4}/u.test(note))
      yield {
        at,
        end: at + whole.length,
        problem: tell(
          `“${show(whole)}” is no footnote here`,
          `type [^1], and on a line of its own [^1]: ${show(note)}`,
        ),
      };
}

function* findBare(text: string): Generator<Dead> {
  for (const { 0: found, index: at } of text.matchAll(BARE)) {
    const address = found.replace(/[.,;:!?'’*_~|)\]}]+$/, "");
    const full = completed(address).replace(/^http:/i, "https:");
    yield {
      at,
      end: at + address.length,
      problem: tell(
        `“${show(address)}” is printed as text, not as a link`,
        `type <${show(full)}> or [words](${show(full)}); in \`code\` it may stay`,
      ),
    };
  }
}

/** A bracket that is opened before a word and never closed; “[a, b)” is an interval. */
function* findOpen(text: string): Generator<Dead> {
  const at = text.lastIndexOf("[");
  const rest = text.slice(at + 1);
  const near = rest.slice(0, 200);
  if (at < 0 || rest.includes("]") || !/^!?\p{L}/u.test(rest) || /^[^()]*,[^()]*\)/.test(near)) return;
  yield {
    at,
    end: at + 1,
    problem: tell(
      `“[${show(near.slice(0, 40))}” is never closed`,
      "type “]” where it ends, or “\\[” for the sign itself",
    ),
  };
}

/** Finds what was meant as a link, picture or note, and stayed text; what is told twice is left to the first. */
export function findDeadLinks(text: string): Dead[] {
  if (!/[[［(]|:\/\/|www\./.test(text)) return [];
  return takeFirst(
    findTorn(text),
    findBroken(text),
    findReferences(text),
    findForeign(text),
    findAttributes(text),
    findBare(text),
    findOpen(text),
  );
}
