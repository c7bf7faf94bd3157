import { type Finding, orAllow } from "./text/finding.ts";
import { beginsSentence } from "./text/reading.ts";

/** Words that begin with a vowel and are spoken with “y” or “w”. */
const LIKE_CONSONANT =
  /^(?:uni(?![nmd])|unanim|unary|us[aeu]|usi|usb|ut(?:a[hn]|e|i|o(?!ro))|ura|uri|url|ubiq|ukr|ukul|ufo|ugand|eu(?!$)|ew|once|one(?!$)|one$|oui|uefa|uru|uuid)/;

/** Words that begin with a letter and are spoken with a vowel, or may be. */
const LIKE_VOWEL =
  /^(?:hour|hono|hones|heir|herb|hist|hyst|habit|hotel|homage|hallu|hei|nvid|nginx|xbox|x|mp|ng|nd|ml|rs|ss|sv|sq|fx|fp)/;

/** What a letter that stands for itself is called with a vowel: “an FBI agent”. */
const SPELT_WITH_VOWEL = /^[AEFHILMNORSX]/;

/** Initials that are spelt out, and so take “an”; others may be spoken as words, as NASA is. */
const SPELT = new Set(
  (
    "AI API APIs LLM LLMs HTML HTTP HTTPS XML MP MPs NGO NGOs NDA FBI SSD SSDs RFC SDK SDKs SMS MRI NFT NFTs RSS SSH FPGA MVP LSTM NPU " +
    "NBC FTC FDA RNN MCP NLP ML SUV HBM HDD XSS SSL SLM SLMs VLM IP IPO IPOs IT ISP IDE IDEs IoT EV EVs EHR ETF EEG EKG OS OEM OAuth MSP"
  ).split(" "),
);

/** What may follow an “a” that is no article: “plan a is”, “a or b”. */
const NO_NOUN = new Set("a and are as at i if in is it of on or o u e".split(" "));

/** Letters of other languages, in which “a” and “an” are words of their own. */
const FOREIGN = /[\u00C0-\u024F]/;

/** The article that a word takes; undefined where none can be told. */
function articleOf(word: string): "a" | "an" | undefined {
  const small = word.toLowerCase();
  if (NO_NOUN.has(small) || /\d/.test(word)) return undefined;
  if (/^\p{Lu}{2}/u.test(word) || word.length === 1) {
    if (/^(?:US|UK|UN|USB|URL|URLs|UI|UX|UV|UFO|UPS|UAE|UAV|UCLA)$/.test(word)) return "a";
    if (SPELT.has(word)) return "an";
    return /^[BCDGJKPQTVWYZ]/.test(word) && !SPELT_WITH_VOWEL.test(word) && word.length > 1 ? "a" : undefined;
  }
  if (word.length < 3) return undefined;
  if (/^[aeiou]/.test(small)) return LIKE_CONSONANT.test(small) ? "a" : "an";
  if (LIKE_VOWEL.test(small)) return undefined;
  // A word that begins as no English one does is spelt out, or another language's.
  if (
    /^(?:y|[nlmh](?![aeiouy])|r(?![aeiouhy])|f(?![aeioulrjy])|s(?![aeiouchklmnpqtvwy]))/.test(small) ||
    /^\p{Ll}\p{Lu}/u.test(word)
  )
    return undefined;
  return /^[a-z]/.test(small) ? "a" : undefined;
}

/** Finds “a” where the next word is spoken with a vowel first, and “an” where it is not. */
export function findArticles(text: string, articles: readonly number[]): Finding[] {
  const found: Finding[] = [];
  for (let index = 0; index < articles.length; index += 2) {
    const [at = 0, end = 0] = [articles[index], articles[index + 1]];
    const both = text.slice(at, end);
    const [typed = "", word = ""] = both.split(/\s/);
    const wanted = articleOf(word);
    if (wanted === undefined || typed.toLowerCase() === wanted || typed === "AN") continue;
    // “Series A extension”, “vitamin A” and “plan a” have a letter, and “a.m.” or “Q&A” a part of one.
    if (/^A/.test(typed) && !beginsSentence(text, at)) continue;
    if (
      /[-/.&’'@#_\p{Sc}\uFFFC]$/u.test(text.slice(0, at).slice(-1)) ||
      /^(?:['’.]\p{L}|[/@_]|-$)/u.test(text.slice(end, end + 2))
    )
      continue;
    if (
      /\b(?:vitamin|plan|option|type|class|series|grade|exhibit|group|hepatitis|part|point|à|de|la) $/i.test(
        text.slice(Math.max(0, at - 12), at),
      )
    )
      continue;
    if (FOREIGN.test(text.slice(Math.max(0, at - 40), end + 40))) continue;
    const right = typed.startsWith("A") ? wanted.replace("a", "A") : wanted;
    found.push({
      at,
      end,
      severity: "warning",
      rule: "article",
      message: `“${typed} ${word}” has the wrong article`,
      hint: `type “${right} ${word}”${orAllow("article", `${typed} ${word}`)}`,
    });
  }
  return found;
}
